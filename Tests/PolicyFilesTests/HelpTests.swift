import Core
import Testing

@testable import PolicyFiles

/// What `policy help` says: every key, and that each example gives what it says.
@Suite struct HelpTests {
  @Test func everyKeyIsExplained() {
    let explained = Set(PolicyHelp.keys)
    for key in PolicyHelp.known { #expect(explained.contains(key), "\(key)") }
    for key in PolicyHelp.keys { #expect(PolicyHelp.known.contains(key), "\(key) is no key") }
  }

  @Test(arguments: PolicyHelp.all)
  func everyExampleHolds(_ help: PolicyHelp) throws {
    let text = "policy: example\n" + help.example
    let loaded = try PolicyFile.read(text: text, file: "example.yaml").get()
    guard let caseText = help.caseText else { return }
    let cases = try PolicyTestFile.read(
      text: caseText, file: "case.yaml", vocabulary: { _ in loaded.policy.vocabulary }
    ).get()
    let calendar = WorkCalendar(years: [], company: cases[0].holidays)
    #expect(cases[0].differences(loaded.policy, calendar) == [], "\(help.keys[0]): \(help.example)")
  }

  @Test func everyExampleIsDated() {
    for help in PolicyHelp.all where !help.facts.isEmpty { #expect(!help.on.isEmpty) }
  }
}

extension PolicyHelp {
  /// The case that the example must hold, as the file of cases has it; nil where it has none.
  fileprivate var caseText: String? {
    guard !facts.isEmpty else { return nil }
    var lines = ["cases:", "  - name: \(keys[0])", "    policy: example", "    facts:"]
    lines += facts.map { "      - \"\($0)\"" }
    for (key, items) in [("milestones", milestones), ("holidays", holidays), ("owed", owed)]
    where !items.isEmpty {
      lines.append("    \(key):")
      lines += items.map { "      - \"\($0)\"" }
    }
    lines += ["    on: \(on)", "    not: all"]
    return lines.joined(separator: "\n") + "\n"
  }
}
