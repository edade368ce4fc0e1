import Testing

/// Events and tags that a policy declares itself, through the program, without a line of Swift.
@Suite("Declared words")
struct DeclaredWordsTests {
  private static let policy = """
    policy: 本案
    extends: qnc
    events: [装修进场, 认筹]
    tags: [团购]
    rules:
      - {id: x-1, article: 装 1, says: 进场三日内看一次, after: 装修进场, due: 3, channel: 电话}
      - {id: x-2, article: 装 2, says: 团购认筹每周联系, after: 认筹, every: 7d, until: 装修进场, audience: {tag: 团购}}

    """

  private func office() throws -> Office {
    let office = try Office.open()
    try office.write(Self.policy, to: "own.yaml")
    return office
  }

  private func adopt(_ office: Office, on asOf: String = "2026-11-03") throws {
    try office.at(asOf, "policy adopt \(office.path("own.yaml")) --from 2026-11-03")
  }

  @Test func declaredAdoptedHappenedDueAndAskedWhy() throws {
    let office = try office()
    try office.enter("--source 来访 --grade A", on: "2026-11-02")
    try office.call(on: "2026-11-02")
    try adopt(office)
    try office.call(on: "2026-11-04")
    let told = try office.at("2026-11-10", "event 王芳 装修进场 --note 三楼").lines
    #expect(told[1] == "记录 6  2026-11-10（周二）  装修进场：三楼")
    try office.expect(
      "x-1",
      [
        "2026-11-09": nil, "2026-11-10": "due 2026-11-10..2026-11-13",
        "2026-11-13": "due 2026-11-10..2026-11-13", "2026-11-14": "overdue 2026-11-10..2026-11-13",
      ])
    let why = try office.why("2026-11-12", rule: "x-1")
    #expect(why.contains("起因        2026-11-10 装修进场（记录 6）"))
    #expect(why.contains("计算        装修进场 2026-11-10 + 3 日 = 2026-11-13"))
    let english = try office.at("2026-11-12", "why 王芳 --rule x-1 --lang en").out
    #expect(english.contains("装修进场 2026-11-10"))
    #expect(try office.show("2026-11-12").records.first?.what == "装修进场")
    try office.call(on: "2026-11-13")
    try office.expect("x-1", ["2026-11-13": nil, "2026-11-14": nil])
    #expect(try office.at("2026-11-14", "doctor").out.contains("没有问题"))
  }

  @Test func aTagAndAnEventMakeASeriesUntilAnotherEvent() throws {
    let office = try office()
    try adopt(office)
    try office.enter("--source 来访 --grade A --tag 团购", on: "2026-11-04")
    try office.call(on: "2026-11-04")
    try office.at("2026-11-05", "event 王芳 认筹")
    try office.expect(
      "x-2",
      ["2026-11-11": nil, "2026-11-12": "due 2026-11-12..2026-11-12"])
    #expect(try office.show("2026-11-12").tags == ["团购"])
    let why = try office.why("2026-11-12", rule: "x-2")
    #expect(why.contains("止于        装修进场、取消标签 团购、流失、免打扰"))
    try office.at("2026-11-12", "edit 王芳 --untag 团购")
    try office.expect("x-2", ["2026-11-12": nil])
    try office.at("2026-11-12", "undo")
    try office.at("2026-11-12", "event 王芳 装修进场")
    try office.expect("x-2", ["2026-11-12": nil, "2026-11-19": nil])
  }

  @Test func beforeAdoptionTheWordIsNotKnown() throws {
    let office = try office()
    try office.enter("--source 来访 --grade A", on: "2026-11-02")
    let early = try office.attempt("2026-11-03", "event 王芳 装修进场")
    #expect(early.code == 64 && early.err.hasPrefix("revisit: 事件：不认识“装修进场”；可写 来电 来访 "))
    #expect(
      try office.attempt("2026-11-03", "event 王芳 认构").err
        == "revisit: 事件：不认识“认构”；是否“认购”？\n")
    let tag = try office.attempt("2026-11-03", "edit 王芳 --tag 团购")
    #expect(tag.code == 64 && tag.err.hasPrefix("revisit: --tag：不认识“团购”；可写 重点 "))
    try adopt(office)
    #expect(
      try office.attempt("2026-11-03", "event 王芳 装修进厂").err
        == "revisit: 事件：不认识“装修进厂”；是否“装修进场”？\n")
    #expect(
      try office.attempt("2026-11-03", "edit 王芳 --tag 团勾 --lang en").err
        == "revisit: --tag: \"团勾\" is not known; did you mean \"团购\"?\n")
  }

  @Test func undoneTheWordIsUnknownAgainAndOldRecordsStayReadable() throws {
    let office = try office()
    try office.enter("--source 来访 --grade A", on: "2026-11-02")
    try adopt(office)
    try office.run(
      "event", "王芳", "装修进场", "--user", "李明", "--as-of", "2026-11-10")
    try office.at("2026-11-11", "undo")
    #expect(try office.attempt("2026-11-11", "event 王芳 装修进场").code == 64)
    #expect(try office.show("2026-11-11").records.first?.what == "装修进场")
    try office.expect("x-1", ["2026-11-11": nil])
    #expect(try office.at("2026-11-11", "doctor").out.contains("没有问题"))
    try adopt(office, on: "2026-11-12")
    try office.expect("x-1", ["2026-11-12": "due 2026-11-10..2026-11-13"])
    try office.at("2026-11-12", "event 王芳 认筹")
    #expect(try office.at("2026-11-12", "doctor").out.contains("没有问题"))
  }

  @Test func aLaterPolicyWithoutTheWordReadsOldRecords() throws {
    let office = try office()
    try office.enter("--source 来访 --grade A", on: "2026-11-02")
    try adopt(office)
    try office.at("2026-11-10", "event 王芳 装修进场")
    // Its own words come in another order.
    try office.write(
      "policy: 新案\nextends: qnc\nevents: [验资, 认筹, 装修进场]\nrules:\n"
        + "  - {id: y-1, after: 装修进场, opens: 5, due: 10}\n", to: "new.yaml")
    try office.at("2026-11-12", "policy adopt qnc --from 2026-11-12")
    #expect(try office.show("2026-11-12").records.first?.what == "装修进场")
    #expect(try office.why("2026-11-12").contains("x-1"))
    try office.at("2026-11-14", "policy adopt \(office.path("new.yaml")) --from 2026-11-14")
    try office.at("2026-11-14", "event 王芳 验资")
    try office.expect("y-1", ["2026-11-14": nil, "2026-11-15": "due 2026-11-15..2026-11-20"])
    #expect(try office.show("2026-11-14").records.prefix(2).map(\.what) == ["验资", "装修进场"])
  }

  @Test func theCasesOfAPolicyHoldItsWords() throws {
    let office = try office()
    let facts = "[2026-11-02 来访, 2026-11-02 标签 团购, 2026-11-03 认筹, 2026-11-10 装修进场]"
    try office.write(
      """
      cases:
        - {name: 进场, policy: own.yaml, facts: \(facts), on: 2026-11-12, owed: [x-1 2026-11-13], not: [x-2]}

      """, to: "cases.yaml")
    let answer = try office.at("2026-11-12", "policy test \(office.path("cases.yaml"))")
    #expect(answer.out.hasSuffix("cases.yaml：1 个用例都对\n"))
    try adopt(office)
    try office.enter("--source 来访 --grade A --tag 团购", on: "2026-11-03")
    try office.at("2026-11-10", "event 王芳 装修进场")
    let asCase = try office.at("2026-11-12", "why 王芳 --as-test").lines
    #expect(asCase.contains("      - \"2026-11-10 装修进场\""))
    #expect(asCase.contains("      - \"2026-11-03 标签 团购\""))
  }

  @Test func theyAreShownComparedAndImported() throws {
    let office = try office()
    try adopt(office)
    let shown = try office.at("2026-11-03", "policy show").lines
    #expect(shown.contains("  events: 装修进场 认筹") && shown.contains("  tags: 团购"))
    let diff = try office.at("2026-11-03", "policy diff qnc \(office.path("own.yaml"))").lines
    #expect(diff.contains("  events: - -> 装修进场 认筹"))
    try office.write(
      "姓名,手机号,来源渠道,首次日期,标签,装修进场日期,交钱\n"
        + "王芳,13800000001,来访,2026-11-03,团购 VIP,2026/11/4,2026年11月3日\n", to: "in.csv")
    try office.at("2026-11-05", "import \(office.path("in.csv")) --map 交钱=认筹")
    #expect(try office.show("2026-11-05").tags.sorted() == ["vip", "团购"])
    #expect(
      try office.show("2026-11-05").records.map { "\($0.day) \($0.what)" }.filter {
        $0.contains("装修") || $0.contains("认筹")
      } == ["2026-11-04 装修进场", "2026-11-03 认筹"])
    try office.expect("x-1", ["2026-11-05": "due 2026-11-04..2026-11-07"])
    try office.at("2026-11-05", "import \(office.path("in.csv")) --map 交钱=认筹")
    #expect(try office.show("2026-11-05").records.count == 5)
    let help = try office.at("2026-11-04", "policy help events").out
    #expect(help.contains("events: [装修进场, 认筹]") && help.contains("2026-11-12 -> r-1 2026-11-13"))
  }

  /// Read by themselves, their words would have the same numbers.
  @Test func policiesThatMeetKeepTheirWordsApart() throws {
    let office = try Office.open()
    func file(_ name: String, _ events: String, after event: String) throws -> String {
      let rule = "{id: x-1, article: 一, says: 看, after: \(event), due: 3, channel: 电话}"
      try office.write(
        "policy: \(name)\nevents: [\(events)]\nrules:\n  - \(rule)\n", to: "\(name).yaml")
      return office.path("\(name).yaml")
    }
    let works = try file("a", "装修进场", after: "装修进场")
    let pledge = try file("b", "认筹", after: "认筹")
    let turned = try file("a2", "认筹, 装修进场", after: "装修进场")
    let diff = try office.at("2026-11-03", "policy diff \(works) \(pledge)").lines
    #expect(diff.contains("  events: 装修进场 -> 认筹"))
    #expect(diff.contains("    after: 装修进场 -> 认筹"))
    try office.at("2026-11-03", "policy adopt \(works) --from 2026-11-03")
    try office.enter("--source 来访 --grade A", on: "2026-11-03")
    try office.at("2026-11-04", "event 王芳 装修进场")
    func planned(_ policy: String) throws -> [String] {
      try office.at(
        "2026-11-04", "policy plan 王芳 --policy \(policy) --to 2026-11-30 --format csv"
      ).lines.filter { $0.contains("x-1") }.map { String($0.prefix { $0 != "," }) }
    }
    #expect(try planned(pledge) == ["a"])
    #expect(try planned(turned) == ["a", "a2"])
    func rehearsed(_ policy: String) throws -> String {
      try office.at(
        "2026-11-12", "policy rehearse \(policy) --from 2026-11-03 --to 2026-11-11 --format csv"
      ).lines[2]
    }
    #expect(try rehearsed(pledge) == "b,0,0,0,0,0,0")
    #expect(try rehearsed(turned) == "a2,1,0,1,0,0,0")
    try office.at("2026-11-05", "policy adopt \(pledge) --from 2026-11-05")
    try office.at("2026-11-05", "event 王芳 认筹")
    #expect(
      try office.show("2026-11-05").records.prefix(2).map(\.what) == ["认筹", "装修进场"])
    #expect(try office.attempt("2026-11-05", "event 李四 验资").code == 64)
  }

  @Test func morePoliciesThanThereIsRoomFor() throws {
    let office = try Office.open()
    for (name, numbers) in [("a", 1...20), ("b", 21...30)] {
      try office.write(
        "policy: \(name)\nevents: [\(numbers.map { "事\($0)" }.joined(separator: ", "))]\n"
          + "rules: [{id: r, after: 来访, due: 1}]\n",
        to: "\(name).yaml")
      try office.at("2026-11-03", "policy adopt \(office.path("\(name).yaml")) --from 2026-11-03")
    }
    try office.write("policy: c\nevents:\n  - 事3\n  - 新事\n", to: "c.yaml")
    let answer = try office.attempt(
      "2026-11-03", "policy adopt \(office.path("c.yaml")) --from 2026-11-03")
    #expect(answer.code == 78 && answer.err.contains("c.yaml:4:5: 错误 P117：events 太多"))
  }
}
