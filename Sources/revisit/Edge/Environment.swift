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
  func databasePath(option: String?, _ settings: Settings? = nil) throws(Failure) -> String {
    if let path = option ?? self["REVISIT_DB"] ?? settings?[.database] {
      guard !path.isEmpty else { throw .usage(.emptyValue("--db")) }
      return path
    }
    // The base directory specification ignores a relative XDG_DATA_HOME.
    if let data = self["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/revisit/revisit.db" }
    guard let home = self["HOME"] else { throw .usage(.noHome) }
    return home + "/.local/share/revisit/revisit.db"
  }
}
