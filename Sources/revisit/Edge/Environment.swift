import Glibc

/// The variables that the program was started with. An empty one counts as unset.
struct Environment: Sendable {
  private let value: @Sendable (String) -> String?

  init(_ values: [String: String]) { value = { values[$0] } }

  private init(_ value: @escaping @Sendable (String) -> String?) { self.value = value }

  subscript(name: String) -> String? { value(name).flatMap { $0.isEmpty ? nil : $0 } }

  /// Those of this process.
  static func ofProcess() -> Environment {
    Environment { name in getenv(name).map { String(cString: $0) } }
  }
}

extension Environment {
  /// In which the terminal reads and writes, as the locale has it: `GBK` of `zh_CN.GBK`.
  var codeSet: String? {
    let locale = self["LC_ALL"] ?? self["LC_CTYPE"] ?? self["LANG"] ?? ""
    let parts = locale.split(separator: ".", maxSplits: 1)
    return parts.count == 2 ? parts[1].split(separator: "@").first.map(String.init) : nil
  }

  /// Where the database is, unless `--db` says otherwise.
  func databasePath(option: String?) throws(Failure) -> String {
    if let path = option ?? self["REVISIT_DB"] {
      guard !path.isEmpty else { throw .usage(.emptyValue("--db")) }
      return path
    }
    // The base directory specification ignores a relative XDG_DATA_HOME.
    if let data = self["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/revisit/revisit.db" }
    guard let home = self["HOME"] else { throw .usage(.noHome) }
    return home + "/.local/share/revisit/revisit.db"
  }

  /// The login of whoever runs the program: the system's name for the user, or the session's where
  /// /etc/passwd does not know the user. (`getpwuid` would need shared libraries.)
  var login: String? {
    Environment.systemName(of: getuid()) ?? self["LOGNAME"] ?? self["USER"]
  }

  private static func systemName(of user: uid_t) -> String? {
    guard let file = fopen("/etc/passwd", "re") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 4096)
    while fgets(&line, Int32(line.count), file) != nil {
      let bytes = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      let fields = String(decoding: bytes, as: UTF8.self)
        .split(separator: ":", omittingEmptySubsequences: false)
      if fields.count > 2, uid_t(fields[2]) == user { return String(fields[0]) }
    }
    return nil
  }
}
