/// How a command that lists writes its list.
enum Format: String, CaseIterable, Sendable {
  case table, json, csv, html
  /// Not the list, but what the members of its JSON are.
  case fields = "json --fields"

  /// Those that can be asked for by one word.
  static let allCases = [Format.table, .json, .csv, .html]
  static let names = allCases.map(\.rawValue)

  /// Whether people read it, rather than programs.
  var isPage: Bool { self == .table || self == .html }
}
