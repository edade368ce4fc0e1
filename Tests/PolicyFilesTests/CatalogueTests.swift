import PolicyFiles
import Testing

/// Every problem that a policy file can have, with the exact words for it.
@Suite struct CatalogueTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let code: String
    let text: String
    let says: [String]

    init(_ code: String, _ text: String, _ says: String...) {
      self.code = code
      self.text = text
      self.says = says
    }

    var testDescription: String { code }
  }

  @Test(arguments: cases)
  func saysExactly(_ example: Case) {
    let said = headlines(example.text)
    #expect(said == example.says)
    #expect(said.contains { $0.contains(example.code) })
  }

  @Test func everyCodeHasACase() {
    // P007 needs bytes on disk, and has a test of its own.
    #expect(Set(CatalogueTests.cases.map(\.code) + ["P007"]) == Set(PolicyMessages.codes))
  }

  static let cases: [Case] = [
    Case("P001", "policy: a\ntitle: a: b\n"),
    Case("P001", "policy: @a\n"),
    Case("P001", "rules: [\n"),
    Case("P001", ""),
    Case("P002", "policy: a\n" + String(repeating: "# x\n", count: 300_000)),
    Case("P003", "policy: " + String(repeating: "[", count: 5000)),
    Case("P004", "audiences:\n  a: &a {grade: A}\n  b: *a\n"),
    Case("P005", "extends: qncc\n"),
    Case("P006", "extends: me.yaml\n"),
    Case("P101", "- policy\n"),
    Case("P101", "openings: {a: b}\nrules: none\nclauses:\n  - text\n"),
    Case("P102", "audiences:\n  a: {grade: E, source: 来店, stage: 意向客户}\n"),
    Case("P102", rule("after: 来电啦\ndue: 1")),
    Case("P102", rule("after: 来电\nevery: 7d\nanchor: last")),
    Case("P103", rule("after: 来电\ndue: 三")),
    Case("P104", rule("after: 来电\nevery: 3周末")),
    Case("P105", rule("after: 来电\nevery: 99999999999999999999d")),
    Case("P105", rule("after: 来电\ndue: 99999999999999999999")),
    Case("P105", "weekly_cap: {times: 0}\n"),
    Case("P106", "call_windows: {hours: [10-11]}\n"),
    Case("P107", "call_windows: {hours: [11:30-10:00]}\n"),
    Case("P108", rule("after: 来电\ndue: 1\nexpires: no")),
    Case("P109", rule("after: 来电\ndue: ____")),
    Case("P110", rule("after: 来电\nopens: 4\ndue: 3")),
    Case("P111", "audiences:\n  a: {grade: []}\n"),
    Case("P112", "audiences:\n  a: {has: 来访, has_not: [认购, 来访]}\n  b: {tag: 重点, not_tag: 重点}\n"),
    Case("P201", "polcy: a\n"),
    Case("P201", rule("after: 来电\ndue: 1\nchanel: 电话")),
    Case("P202", "title: a\nsource: b\ntitle: c\n"),
    Case("P202", rule("after: 来电\ndue: 1\ndue: 2\nat: 10:00-11:00\ndue: 3")),
    Case("P203", "rules:\n  - says: x\n"),
    Case("P203", rule("due: 1")),
    Case("P204", rule("says: 打电话")),
    Case("P205", rule("festivals: 春节\nmilestones: 开盘")),
    Case("P206", rule("festivals: 春节\nlead: 3")),
    Case("P207", "off: [a]\n"),
    Case("P207", rule("like: x")),
    Case("P208", "rules:\n  - {id: a, festivals: 春节}\n  - {id: a, festivals: 中秋}\n"),
    Case("P208", "extends: qnc\nrules:\n  - {id: qnc-1.1, festivals: 春节}\n"),
    Case("P301", rule("after: {rule: r2}\ndue: 1")),
    Case(
      "P302",
      "rules:\n  - {id: a, after: {rule: c}, due: 1}\n  - {id: b, after: {rule: a}, due: 1}\n"
        + "  - {id: c, after: {rule: b}, due: 1}\n"),
    Case("P303", "audiences:\n  caller: {grade: A}\n" + rule("festivals: 春节\naudience: caler")),
    Case("P304", "extends: qnc\noff: [qnc-1.2]\n"),
    Case("P305", "extends: qnc\noff: [qnc-1.9]\nchange:\n  - {id: qnc-9, due: 1}\n"),
    Case("P306", "extends: qnc\nrules:\n  - {id: a, like: qnc-1.1}\n  - {id: b, like: qnc-1.1}\n"),
    Case("P307", rule("after: 来电\ndue: $days")),
    Case("P308", "parameters:\n  days: {clause: hr-1.1}\n" + rule("after: 来电\ndue: $days")),
  ]

  /// A policy with one rule of these keys.
  static func rule(_ keys: String) -> String {
    let lines = keys.split(separator: "\n").map { "    \($0)" }
    return "rules:\n  - id: r1\n" + lines.joined(separator: "\n") + "\n"
  }
}

func headlines(_ text: String, _ language: MessageLanguage = .zh) -> [String] {
  let result = PolicyFile.read(text: text, file: "me.yaml") { name in
    name == "me.yaml" ? ("me.yaml", text) : nil
  }
  guard case .failure(let problems) = result else { return [] }
  return problems.diagnostics.map { PolicyMessages.headline($0, language) }
}
