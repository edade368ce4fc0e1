import Glibc

/// The variables that the program was started with. An empty one counts as unset.
struct Environment: Sendable {
  private let values: [String: String]

  init(_ values: [String: String]) { self.values = values }

  subscript(name: String) -> String? {
    values[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Every variable that the program reads.
  static let names = [
    "REVISIT_DB", "REVISIT_AS_OF", "REVISIT_USER", "REVISIT_LANG", "XDG_DATA_HOME", "HOME",
    "LC_ALL", "LC_MESSAGES", "LANG", "LOGNAME", "USER", "NO_COLOR", "COLUMNS", "TERM",
  ]

  /// Those of this process.
  static func ofProcess() -> Environment {
    var values: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
    return Environment(values)
  }
}

extension Environment {
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

  /// The login of whoever runs the program, as the session says.
  var login: String? { self["LOGNAME"] ?? self["USER"] }
}
