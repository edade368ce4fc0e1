import Glibc

/// What is set for every office of the machine (/etc/revisit.conf) and for those of the user
/// ($XDG_CONFIG_HOME/revisit/config), a line each: `key = value`. Blank lines and those that begin with `#`
/// say nothing. The user's count before the machine's, options and variables before both.
struct Settings: Sendable {
  enum Key: String, CaseIterable, Sendable {
    /// The database file.
    case database
    /// `zh` or `en`.
    case lang
    /// The command that long lists are read with.
    case pager
    /// The folder of `daily`.
    case out
    /// The folder for the copy that is made before an older database is changed.
    case backup
  }

  private var values: [(key: Key, value: String)] = []

  subscript(key: Key) -> String? { values.first { $0.key == key }?.value }

  /// Reads both files. Of whoever comes through sudo the machine's alone counts.
  init(_ environment: Environment) throws(Failure) {
    if environment.sudoer == nil, let own = Settings.ownFile(environment) {
      values += try Settings.read(own)
    }
    values += try Settings.read("/etc/revisit.conf")
  }

  private static func ownFile(_ environment: Environment) -> String? {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return folder + "/revisit/config"
    }
    return environment["HOME"].map { $0 + "/.config/revisit/config" }
  }

  private static func read(_ path: String) throws(Failure) -> [(key: Key, value: String)] {
    guard let file = fopen(path, "re") else { return [] }
    defer { fclose(file) }
    var values: [(key: Key, value: String)] = []
    var line = [CChar](repeating: 0, count: 4096)
    var number = 0
    while fgets(&line, Int32(line.count), file) != nil {
      number += 1
      let text = String(
        decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if let setting = try setting(text, at: "\(path):\(number)") { values.append(setting) }
    }
    return values
  }

  private static func setting(
    _ line: String, at place: String
  ) throws(Failure) -> (key: Key, value: String)? {
    let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map { $0.drop { $0.isWhitespace } }
      .map { String($0.reversed().drop { $0.isWhitespace }.reversed()) }
    guard let name = parts.first, !name.isEmpty || parts.count > 1, !name.hasPrefix("#") else {
      return nil
    }
    guard let key = Key(rawValue: name) else { throw .setting(place, .unknownKey(name)) }
    guard parts.count == 2, !parts[1].isEmpty else { throw .setting(place, .noValue(key.rawValue)) }
    return (key, parts[1])
  }
}
