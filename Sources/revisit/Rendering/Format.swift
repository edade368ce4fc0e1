/// How a command that lists writes its list.
enum Format: String, CaseIterable, Sendable {
  case table, json, csv
}
