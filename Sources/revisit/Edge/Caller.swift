import Glibc

/// The one who started the program, as the system tells it.
enum Caller: Hashable, Sendable {
  /// The database's own user, who may act for whom they name.
  case owner
  /// Somebody else, whom sudo lets run the program as the database's user: they are who they are.
  case through(uid_t)
}

extension Caller {
  /// `SUDO_UID` is what sudo says of its caller. It is believed only where the program runs as the user
  /// who owns the database, or who would own one that is not there yet: nobody else can have set it
  /// and open the file all the same. Root is the machine's administrator, through sudo or not.
  init(_ environment: Environment, database path: String) {
    self = .owner
    guard let caller = environment.sudoer else { return }
    var status = stat()
    guard stat(path, &status) != 0 || status.st_uid == geteuid() else { return }
    self = .through(caller)
  }
}

extension Environment {
  /// The user for whom sudo says that it runs the program: somebody else than the user it runs as, and not root.
  var sudoer: uid_t? {
    guard let user = self["SUDO_UID"].flatMap({ uid_t($0) }), user != 0, user != geteuid() else {
      return nil
    }
    return user
  }

  /// The system's name for whoever started the program; of the database's own user that of their session
  /// where /etc/passwd has none. (`getpwuid` would need shared libraries.)
  func login(of caller: Caller) -> String? {
    switch caller {
    case .owner: Environment.systemName(of: getuid()) ?? self["LOGNAME"] ?? self["USER"]
    case .through(let user): Environment.systemName(of: user) ?? "uid \(user)"
    }
  }

  private static func systemName(of user: uid_t) -> String? { SystemFile.row(ofUser: user)?[0] }
}

/// The system's lists of users and groups: a line each, fields between colons.
enum SystemFile {
  /// The fields of each line; none where the file cannot be read.
  static func rows(_ path: String) -> [[String]] {
    var rows: [[String]] = []
    forEachRow(of: path) {
      rows.append($0)
      return true
    }
    return rows
  }

  /// What /etc/passwd says of a user: login, password, number, group, …
  static func row(ofUser user: uid_t) -> [String]? {
    var found: [String]?
    forEachRow(of: "/etc/passwd") { row in
      if row.count > 3, uid_t(row[2]) == user { found = row }
      return found == nil
    }
    return found
  }

  /// Reads on for as long as `body` wants more: every command asks for its user, who often stands first.
  private static func forEachRow(of path: String, _ body: ([String]) -> Bool) {
    guard let file = fopen(path, "re") else { return }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 4096)
    while fgets(&line, Int32(line.count), file) != nil {
      let bytes = line.prefix { $0 != 0 && $0 != 0x0A }.map { UInt8(bitPattern: $0) }
      let fields = String(decoding: bytes, as: UTF8.self)
        .split(separator: ":", omittingEmptySubsequences: false)
      guard body(fields.map(String.init)) else { return }
    }
  }
}
