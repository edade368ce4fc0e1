import Testing

/// Milestones, festivals and roles that a policy declares itself, through the program.
@Suite("Own milestones, festivals and roles")
struct OwnWordsRows {
  private static let policy = """
    policy: 本案
    own_milestones: [样板段开放]
    own_festivals: {店庆: 10-18, 腊八: 农历12-08}
    own_roles: [渠道专员]
    rules:
      - {id: x-1, says: 样板段告知, milestones: [样板段开放], lead: 2, channel: 短信, message: {样板段开放: m-1, 其他: m-2}}
      - {id: x-2, says: 节日问候, festivals: [店庆, 腊八], channel: 短信, expires: true, message: {店庆: m-2}}
      - {id: x-3, says: 渠道回访, after: 来访, due: 1, by: 渠道专员}
      - {id: x-4, says: 各节点, milestones: all, lead: 1, channel: 电话}
    duties:
      - {id: d-1, says: 渠道日报, who: 渠道专员, any: true, every: 1d, settled_by: {report: 渠道日报}}
    templates:
      - {id: m-1, kind: message, text: "{name}{title}，{event}{date}"}
      - {id: m-2, kind: message, text: "{name}{title}，{event}快乐"}

    """

  private func office(from: String = "2026-10-01") throws -> Office {
    let office = try Office.open(from: from)
    try office.write(Self.policy, to: "own.yaml")
    try office.at(from, "policy adopt \(office.path("own.yaml")) --from \(from)")
    return office
  }

  @Test func aMilestoneOfItsOwnIsEnteredAndAsksForCalls() throws {
    let office = try office()
    try office.enter("--source 来访 --sex 女", on: "2026-10-05")
    try office.at("2026-10-05", "milestone add 样板段开放 --on 2026-10-24")
    try office.expect(
      "x-1", ["2026-10-21": nil, "2026-10-22": "due 2026-10-22..2026-10-23"])
    try office.expect("x-4", ["2026-10-23": "due 2026-10-23..2026-10-23"])
    #expect(try office.at("2026-10-05", "milestone list").out.contains("样板段开放"))
    #expect(try office.at("2026-10-05", "calendar show 2026-10").out.contains("样板段开放"))
    #expect(
      try office.why("2026-10-22", rule: "x-1").contains("样板段开放 2026-10-24 - 1 日 = 2026-10-23"))
    try office.at("2026-10-22", "message draft")
    #expect(try office.batch("2026-10-22").out.contains("王芳女士，样板段开放10月24日"))
    try office.at("2026-10-22", "milestone move 1 --on 2026-11-07")
    try office.expect("x-4", ["2026-10-23": nil, "2026-11-06": "due 2026-11-06..2026-11-06"])
  }

  @Test func aFestivalOfItsOwnComesEachYear() throws {
    let office = try office()
    try office.enter("--source 来访 --sex 男", on: "2026-10-05")
    // 腊月初八 of lunar 2026 and 2027.
    try office.expect(
      "x-2",
      [
        "2026-10-17": nil, "2026-10-18": "due 2026-10-18..2026-10-18", "2026-10-19": nil,
        "2027-01-15": "due 2027-01-15..2027-01-15", "2027-10-18": "due 2027-10-18..2027-10-18",
        "2028-01-04": "due 2028-01-04..2028-01-04",
      ])
    try office.at("2026-10-18", "message draft")
    #expect(try office.batch("2026-10-18").out.contains("王芳先生，店庆快乐"))
    #expect(try office.at("2026-10-05", "calendar show 2026-10").out.contains("店庆"))
    #expect(try office.why("2027-01-15", rule: "x-2").contains("腊八 2027-01-15"))
  }

  @Test func aRoleOfItsOwnHasItsList() throws {
    let office = try office()
    try office.enter("--source 来访", on: "2026-10-12")
    // Where nobody holds it, the manager does it.
    #expect(try office.at("2026-10-12", "due --role 经理").out.contains("x-3"))
    #expect(try office.at("2026-10-12", "why 王芳").out.contains("经理（没有渠道专员）"))
    try office.at("2026-10-12", "staff add 孙强 --role 渠道专员")
    #expect(try office.at("2026-10-12", "staff list").out.contains("渠道专员"))
    for line in ["due --role 渠道专员", "due --consultant 孙强"] {
      let list = try office.at("2026-10-12", line).out
      #expect(list.contains("x-3") && list.contains("d-1") && list.contains("渠道专员"), "\(line)")
    }
    #expect(try !office.at("2026-10-12", "due --role 经理").out.contains("x-3"))
    #expect(try office.at("2026-10-15", "report --week 2026-W42").out.contains("渠道专员"))
    #expect(try office.at("2026-10-15", "doctor").out.contains("没有问题"))
  }

  @Test func whatIsNotDeclaredIsRefusedWithTheNearest() throws {
    let office = try office()
    let milestone = try office.attempt("2026-10-05", "milestone add 样板段开房 --on 2026-10-24")
    #expect(milestone.code == 64 && milestone.err.contains("样板段开放"))
    let role = try office.attempt("2026-10-05", "staff add 孙强 --role 渠道员")
    #expect(role.code == 64 && role.err.contains("渠道专员"))
    // Another office has no such words.
    let other = try Office.open()
    #expect(try other.attempt("2026-11-05", "milestone add 样板段开放 --on 2026-11-24").code == 64)
  }

  @Test func theyAreKeptWhenThePolicyGoes() throws {
    let office = try office()
    try office.at("2026-10-05", "milestone add 样板段开放 --on 2026-10-24")
    try office.at("2026-10-05", "staff add 孙强 --role 渠道专员")
    try office.at("2026-10-06", "policy adopt qnc --from 2026-10-06")
    #expect(try office.at("2026-10-06", "milestone list").out.contains("样板段开放"))
    #expect(try office.at("2026-10-06", "staff list").out.contains("渠道专员"))
    try office.enter("--source 来访 --grade A", on: "2026-10-06")
    #expect(try office.at("2026-10-06", "why 王芳 --as-test").out.contains("policy: [\"qnc\"]"))
  }

  @Test func aCaseHoldsThem() throws {
    let office = try office()
    try office.enter("--source 来访", on: "2026-10-05")
    try office.at("2026-10-05", "milestone add 样板段开放 --on 2026-10-24")
    try office.write(try office.at("2026-10-23", "why 王芳 --as-test").out, to: "case.yaml")
    #expect(
      try office.at("2026-10-23", "policy test \(office.path("case.yaml"))").out
        .hasSuffix("1 个用例都对\n"))
  }
}
