import FoundationEssentials
import Testing

/// What targets import from outside the package, beside `common`. Nobody imports Foundation, which
/// Yams brings along; its parser is for policy files alone, and SQLite for its wrapper.
private let own: [String: Set<String>] = [
  "SQLite": ["CSQLite"], "PolicyFiles": ["CEmbed", "CYaml"], "Intake": ["CEmbed"],
  "Store": ["CEmbed"], "revisit": ["ArgumentParser", "CEmbed", "CStart"],
]
private let common: Set<String> = ["Glibc", "Swift", "Synchronization"]

private let sources = repository + "/Sources"
private let targets = (try? FileManager.default.contentsOfDirectory(atPath: sources)) ?? []

@Suite struct ImportTests {
  @Test func `There are targets to look at`() {
    #expect(targets.contains("Core") && targets.contains("revisit"))
  }

  @Test(arguments: targets) func `A target imports what it may, and no more`(
    target: String
  ) throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: "\(sources)/\(target)")
    var permitted = common.union(targets.filter { $0 == "Core" || !$0.hasPrefix("C") }).union(
      own[target] ?? [])
    if target == "Core" { permitted = ["Synchronization"] }
    for file in files where file.hasSuffix(".swift") {
      let path = "\(sources)/\(target)/\(file)"
      let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard words.prefix(2).contains("import"), let module = words.last else { continue }
        #expect(permitted.contains(String(module)), "\(target)/\(file)")
      }
    }
  }
}
