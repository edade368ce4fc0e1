/// How a command that lists writes its list.
enum Format: String, CaseIterable, Sendable {
  case table, json, csv, html

  static let names = allCases.map(\.rawValue)

  /// Whether people read it, rather than programs.
  var isPage: Bool { self == .table || self == .html }
}
