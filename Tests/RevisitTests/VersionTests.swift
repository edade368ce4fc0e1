import PolicyFiles
import Store
import Testing

@Suite struct VersionTests {
  @Test func theVersionTellsTheFormsOfTheFiles() throws {
    let told = try Office().must("--version").out
    #expect(told.hasPrefix("revisit 0.1.0 ("))
    for form in [
      "schema \(Store.schemaVersion)", "policy form \(PolicyForm.version)",
      "SQLite \(Store.sqliteVersion)", "build",
    ] { #expect(told.contains(form), "\(told)") }
  }
}
