import Glibc

/// The table that a program keeps which stores what is due: a row for each on the lists, found by
/// an index.
struct StoredDue {
  let path: String
  /// Rows of the consultant's list.
  let listed: Int

  /// Fills the table with what `revisit due` says of the whole office.
  init(_ office: SampleOffice, at path: String, _ works: Works) throws {
    self.path = path
    if access(path, F_OK) != 0 { try StoredDue.make(office, at: path, works) }
    let count = try works.meter.output(
      of: ["sqlite3", path, "SELECT count(*) FROM due \(StoredDue.condition(office))"])
    listed = Int(count.prefix { $0.isNumber }) ?? 0
  }

  func query(_ office: SampleOffice) -> String {
    "SELECT * FROM due \(StoredDue.condition(office)) ORDER BY due"
  }

  private static func condition(_ office: SampleOffice) -> String {
    "WHERE consultant = '\(office.consultant)' AND opens <= '\(office.today)'"
  }

  private static func make(_ office: SampleOffice, at path: String, _ works: Works) throws {
    let (draft, list) = (path + ".draft", path + ".csv")
    unlink(draft)
    defer { unlink(list) }
    try Files.save(
      works.meter.output(of: works.words(["due", "--format", "csv"])), to: list)
    _ = try works.meter.output(of: [
      "sqlite3", draft, "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", ".mode csv",
      ".import \(list) due", "CREATE INDEX due_by_consultant ON due (consultant, opens)",
    ])
    guard rename(draft, path) == 0 else { throw BenchError.failed("rename \(path)") }
  }
}
