import Testing

@testable import revisit

/// `policy test` and `why --as-test`, through the program.
@Suite("Cases")
struct PolicyCaseTests {
  static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(2)
    return "/" + parts.joined(separator: "/") + "/Fixtures/policies/cases/"
  }()

  @Test(arguments: [
    ("owed: [\"qnc-1.1 2026-11-03\"]", "qnc-1.1 应为 2026-11-03，实为 2026-11-02..2026-11-02"),
    ("owed: [qnc-2.1.1]", "应有 qnc-2.1.1，没有"),
    ("not: [qnc-1.1]", "不应有 qnc-1.1，却有 2026-11-02..2026-11-02"),
    ("not: all", "不应有 qnc-1.1，却有"),
  ])
  func aDifferenceIsTold(expectation: String, told: String) throws {
    let office = try Office()
    try office.write(
      """
      cases:
        - name: 来电
          policy: qnc
          facts: [2026-11-02 来电, 2026-11-02 级别 A]
          on: 2026-11-02
          \(expectation)

      """, to: "case.yaml")
    let answer = try office.run("policy", "test", office.path("case.yaml"))
    #expect(
      answer.code == 65 && answer.out.contains(told) && answer.out.contains("case.yaml:2: 来电"))
    #expect(answer.err.contains("1 个用例中 1 个不对"))
  }

  /// Each policy that the program brings along has its cases.
  @Test func everyShippedPolicyHoldsItsCases() throws {
    let office = try Office()
    let names = try office.must("policy", "list", "--format", "csv").lines.dropFirst()
      .compactMap { $0.split(separator: ",").first.map(String.init) }
    #expect(names.count == 30)
    for name in names {
      let answer = try office.run("policy", "test", PolicyCaseTests.folder + name + ".yaml")
      #expect(answer.code == 0, "\(name): \(answer.out)\(answer.err)")
    }
  }

  @Test func anUnreadableLineIsTold() throws {
    let office = try Office()
    try office.write(
      "cases:\n  - {policy: qnc, facts: [2026-11-02 来店], on: 2026-11-02, owd: []}\n",
      to: "case.yaml")
    let answer = try office.run("policy", "test", office.path("case.yaml"))
    #expect(answer.code == 78 && answer.err.contains("“owd”；是否“owed”？"))
    #expect(answer.err.contains("2026-11-02 来店"))
  }

  @Test func aCustomerBecomesACase() throws {
    let office = try Office.open()
    try office.at("2026-11-02", "milestone add 封顶 --on 2026-11-18")
    try office.enter(
      "--source 来访 --grade A --tag 重点 --birthday 1990-05-01 --time 10:00", on: "2026-11-02 10:00")
    try office.at("2026-11-02 17:00", "log 王芳 --by 电话 --note 嫌贵 --next \"2026-11-09 16:00\"")
    try office.at("2026-11-04", "edit 王芳 --averse")
    let text = try office.at("2026-11-10", "why 王芳 --as-test").out
    #expect(!text.contains("王芳") && !text.contains("138") && !text.contains("嫌贵"))
    try office.write(text, to: "case.yaml")
    let answer = try office.must("policy", "test", office.path("case.yaml"))
    #expect(answer.out.hasSuffix("1 个用例都对\n"))
    let other = text.replacing("级别 A", with: "级别 C")
    try office.write(other, to: "other.yaml")
    #expect(try office.run("policy", "test", office.path("other.yaml")).code == 65)
  }

  /// What the office adopted from a file of its own can be read by no name.
  @Test func aCustomerOfAnOwnPolicyBecomesACaseThatHolds() throws {
    let office = try Office.open()
    try office.write(
      """
      policy: 本案
      extends: qnc
      events: [认筹]
      tags: [团购]
      rules:
        - {id: x-1, says: 认筹后三个工作日, after: 认筹, due: 3wd, audience: {tag: 团购}}
        - {id: x-2, says: 生日, birthday: [本人, 家属], channel: 短信, message: m-1}
        - {id: x-3, says: 投诉, after: {case: 登记, of: [投诉]}, due: 2, settled_by: {step: 处理}}
        - {id: x-4, says: 开盘, milestones: [开盘], lead: 2, every_day: true}
      templates:
        - {id: m-1, kind: message, text: "{name}{title}，生日快乐"}

      """, to: "own.yaml")
    try office.at("2026-11-02", "policy adopt \(office.path("own.yaml")) --from 2026-11-02")
    try office.enter(
      "--source 来访 --grade A --tag 团购 --sex 女 --birthday 1990-11-09", on: "2026-11-02")
    try office.at("2026-11-02", "office set project 花园")
    try office.at("2026-11-02", "office set reserve_phone 0571-88889999")
    try office.at("2026-11-03", "family add 王芳 --relation 配偶 --born 1988-11-11")
    try office.at("2026-11-03", "family add 王芳 --relation 儿子 --born 农历十月初二")
    try office.at("2026-11-04", "event 王芳 认筹")
    try office.at("2026-11-05", "case add 王芳 投诉 --about 漏水")
    try office.at("2026-11-05", "case step K00001 承诺 --to 2026-11-12")
    try office.at("2026-11-06", "milestone add 开盘 --on 2026-11-10")
    try office.at("2026-11-06", "milestone move 1 --on 2026-11-12")
    try office.at("2026-11-06", "calendar add 值班 --from 2026-11-07 --open")
    try office.at("2026-11-09", "message draft")
    try office.batch("2026-11-09")
    try office.at("2026-11-09", "message sent --batch 1")
    for day in ["2026-11-05", "2026-11-09", "2026-11-10", "2026-11-11 10:00", "2026-11-12"] {
      let text = try office.at(day, "why 王芳 --as-test").out
      try office.write(text, to: "case.yaml")
      let answer = try office.at(day, "policy test \(office.path("case.yaml"))")
      #expect(answer.out.hasSuffix("1 个用例都对\n"), "\(text)")
      #expect(text.contains("    adopted: 2026-11-02\n") && text.contains("owed:"))
    }
  }

  @Test("A milestone of another building is no part of a customer's case") func building() throws {
    let office = try Office.open()
    try office.enter("--source 来访", on: "2026-11-02")
    try office.at("2026-11-02", "milestone add 交房 --building 3# --on 2026-11-18")
    #expect(try office.at("2026-11-10", "why 王芳 --as-test").out.contains("2026-11-18 交房"))
    try office.at("2026-11-03", "edit 王芳 --building 5#")
    #expect(try !office.at("2026-11-10", "why 王芳 --as-test").out.contains("交房"))
  }
}
