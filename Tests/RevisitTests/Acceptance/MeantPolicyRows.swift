import Testing

/// Policies that would mean something else than was written, and clocks that stand wrong.
@Suite struct MeantPolicyRows {
  static func policy(_ rule: String) -> String {
    "policy: d\ntitle: 试\nrules:\n  - id: r-1\n    says: 回访\n    after: 来访\n    \(rule)\n"
  }

  @Test(
    arguments: [
      ("due: 2026-11-05", "7:10: 错误 P113：due：“2026-11-05”是日期；这里写间距，如 3、-14d、1m"),
      ("due: 2027-3-1", "7:10: 错误 P113：due：“2027-3-1”是日期；这里写间距，如 3、-14d、1m"),
      ("due：3", "7:8: 错误 P001：这里的冒号是全角的“：”；写成半角冒号加空格"),
      ("due:3", "7:8: 错误 P001：冒号后面缺空格；写成 due: 3 这样"),
    ])
  func isRefusedWhereItStands(_ rule: String, _ said: String) throws {
    let office = try Office.open()
    try office.write(Self.policy(rule), to: "p.yaml")
    let answer = try office.run("policy", "check", office.path("p.yaml"))
    #expect(answer.code == 78)
    #expect(
      answer.err.hasPrefix("revisit: \(office.path("p.yaml")):\(said)；详见 revisit policy explain"))
  }

  @Test(
    arguments: [
      ("title：试\nrules:\n  - id: r-1\n    after: 来访\n    due: 3\n", "1:6", "这里的冒号是全角的“：”"),
      ("title: 试\nrules:\n  - {id: r-1，after: 来访，due: 3}\n", "3:13", "这里的逗号是全角的“，”"),
      (
        "title: 试\nrules:\n  - id: r-1\n    says: 回访 #2 号楼\n    after: 来访\n    due: 3\n", "4:14",
        "“ #”后面被当作注释，不在文字里；整句加引号，注释另起一行"
      ),
    ])
  func signsOfAnotherKeyboardAreNamed(_ text: String, _ place: String, _ said: String) throws {
    let office = try Office.open()
    try office.write(text, to: "p.yaml")
    let answer = try office.run("policy", "check", office.path("p.yaml"))
    #expect(answer.code == 78)
    #expect(
      answer.err.hasPrefix("revisit: \(office.path("p.yaml")):\(place): 错误 P001：\(said)"),
      "\(answer.err)")
  }

  @Test func whatAsksForNothingIsNotAdopted() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-04")
    try office.write("policy: mine\ntitle: 只有名字\n", to: "p.yaml")
    let file = office.path("p.yaml")
    let said = "revisit: \(file)：没有规则、事项、模板或问卷，施行后名单会是空的；写上 rules，或 extends 一份制度\n"
    for line in [["check", file], ["adopt", file, "--from", "2026-11-05"]] {
      let answer = try office.run(["policy"] + line)
      #expect(answer.code == 78)
      #expect(answer.err == said)
    }
    #expect(try office.run("due", "--consultant", "李明").out.contains("王芳"))
  }

  @Test(
    arguments: [
      ["due", "--consultant", "李明"], ["report", "--week"], ["find", "王芳"], ["message", "draft"],
      ["show", "王芳"], ["log", "王芳", "--by", "短信"],
    ])
  func everyCommandTellsOfAClockThatWentBack(_ line: [String]) throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-04")
    try office.must("staff", "add", "远明", "--as-of", "2199-01-01 08:00")
    let answer = try office.run(line, environment: ["REVISIT_AS_OF": ""])
    #expect(answer.err.contains(" 早于最近的记录 2199-01-01 08:00；检查系统时钟\n"))
    #expect(try office.run(line).err.contains("检查系统时钟") == false)
  }

  @Test func aClockFarAheadIsToldToo() throws {
    let office = try Office(asOf: "2019-03-01 09:00")
    try office.must("init", "--policy", "qnc", "--from", "2019-03-01")
    let answer = try office.run("due", environment: ["REVISIT_AS_OF": ""])
    #expect(answer.err.contains("比最近的记录 2019-03-01 09:00 晚 "))
  }
}
