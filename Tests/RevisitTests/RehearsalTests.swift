import PolicyFiles
import Testing

/// `policy rehearse` and `policy help`, through the program.
@Suite("Rehearsal and help")
struct RehearsalTests {
  @Test func twoPoliciesOverOneHistory() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A --tag 重点", on: "2026-11-02")
    for day in ["2026-11-02", "2026-11-05", "2026-11-08"] { try office.call(on: day) }
    try office.enter("--source 来访 --grade B", on: "2026-11-03", as: "李娜", phone: 2)
    let before = try office.at("2026-11-30", "doctor").out
    let page = try office.at(
      "2026-11-30", "policy rehearse site-fines --from 2026-11-02 --to 2026-11-22 --most 1"
    ).lines
    func cells(_ title: String) -> [String] {
      page.first { $0.hasPrefix(title) }?.split(separator: " ").suffix(2).map(String.init) ?? []
    }
    // qnc misses: 王芳 from 11-11 on, 李娜 her same-day and second calls and two weeks.
    #expect(page.contains { $0.contains("qnc") && $0.contains("site-fines") })
    // 李娜 was called neither by 11-06 nor by 11-18; 王芳 was, on 11-02 and again on 11-05.
    #expect(cells("罚款") == ["0", "40"])
    #expect(cells("一周多于 1 次的客户").first == "2")
    #expect(page.contains { $0.hasPrefix("2026-W45  qnc") && $0.contains("#") })
    #expect(page.contains { $0.hasPrefix("李明") })
    #expect(try office.at("2026-11-30", "doctor").out == before)
    #expect(
      try office.at("2026-11-30", "policy list --format csv").out.contains("qnc,2026-11-01,true"))
  }

  @Test func daysToComeAreRefused() throws {
    let office = try Office.open()
    let refused = try office.attempt(
      "2026-11-05", "policy rehearse yufu --from 2026-11-01 --to 2026-11-06")
    #expect(refused.code == 64 && refused.err.contains("--to：2026-11-06 还没到"))
  }

  /// What the examples say that comes of them does.
  @Test(arguments: PolicyHelp.all.filter { !$0.steps.isEmpty })
  func theStepsOfAnExampleHold(_ help: PolicyHelp) throws {
    let office = try Office(asOf: "2026-11-01")
    try office.write("policy: example\n" + help.example, to: "example.yaml")
    try office.at("2026-11-01", "init --policy \(office.path("example.yaml"))")
    try office.at("2026-11-01", "office set project 阳光花园")
    try office.at("2026-11-01", "staff add 李明")
    try office.at("2026-11-01", "staff add 小陈 --role 客服")
    try office.enter("--source 来访 --sex 女", on: "2026-11-02")
    for step in help.steps {
      let answer = try office.at(step.on, step.command).out
      let plain = answer.split(separator: " ").joined(separator: " ")
      #expect(plain.contains(step.answer), "\(step.command): \(answer)")
    }
  }

  @Test func everyExampleShowsWhatComesOfIt() {
    for help in PolicyHelp.all {
      #expect(!help.facts.isEmpty || !help.steps.isEmpty, "\(help.keys[0])")
    }
  }

  @Test func aKeyIsExplained() throws {
    let office = try Office()
    let page = try office.must("policy", "help", "around").out
    #expect(page.contains("around: 3") && page.contains("2026-12-27 -> r-1 2026-12-27..2027-01-02"))
    #expect(try office.must("policy", "help").out.contains("company_holiday"))
    let wrong = try office.run("policy", "help", "arround")
    #expect(wrong.code == 64 && wrong.err.contains("around"))
  }
}
