import Testing

/// Customers who are told of one thing day by day, through the program.
@Suite("Waves")
struct WaveRows {
  /// Eight buyers of 李明's, numbers 1 to 8, told of a delivery in the week before it by phone.
  private func office(_ rules: String = "", capacity: Int = 3, by channel: String = "电话") throws
    -> Office
  {
    let office = try Office.open()
    try office.write(
      """
      policy: waves
      capacity: \(capacity)
      rules:
        - id: w-1
          says: 交房前一周逐户告知
          audience: {has: 签约}
          milestones: [交房]
          lead: 7
          channel: \(channel)
          spread: true
      \(rules)
      """, to: "waves.yaml")
    try office.at("2026-11-01", "policy adopt \(office.path("waves.yaml")) --from 2026-11-01")
    for number in 1...8 {
      try office.enter("--source 客资", on: "2026-11-02", as: "客户\(number)", phone: number)
      try office.at("2026-11-02", "event 客户\(number) 签约 --on 2026-11-02")
    }
    return office
  }

  /// Who is listed, by the last digit of the name.
  private func listed(_ asOf: String, _ office: Office) throws -> [String] {
    try office.due(asOf, "--consultant 李明").names.map { String($0.suffix(1)) }.sorted()
  }

  @Test("Spread over the five working days of the window, Monday to Friday") func spread() throws {
    let office = try office()
    try office.at("2026-11-02", "milestone add 交房 --on 2026-11-30")
    let shares: KeyValuePairs = [
      "2026-11-22": [], "2026-11-23": ["5"], "2026-11-24": ["1", "6"], "2026-11-25": ["2", "7"],
      "2026-11-26": ["3", "8"], "2026-11-27": ["4"],
    ]
    for (day, names) in shares {
      #expect(try listed(day, office) == names, "\(day)")
      for name in names { try office.call("客户\(name)", on: day) }
    }
    #expect(try listed("2026-11-28", office).isEmpty)
    #expect(try office.total("2026-W48", asOf: "2026-11-29") == "due 8: on time 8")
  }

  @Test("The list says how far the wave has come; nobody told moves nobody else") func page()
    throws
  {
    let office = try office()
    try office.at("2026-11-02", "milestone add 交房 --on 2026-11-30")
    try office.call("客户5", on: "2026-11-23")
    try office.call("客户6", on: "2026-11-23")
    let page = try office.at("2026-11-24", "due --consultant 李明").out
    #expect(page.contains("今天，最迟 11-29"))
    #expect(
      page.contains(
        "分批 w-1 交房：共 8 位，已告知 2；今天 1 位，11-25 2 位，11-26 2 位，11-27 1 位；最迟 11-29"))
    #expect(page.contains("未列出 5 位：分在以后几天 5（--all 显示）"))
    #expect(try listed("2026-11-24", office) == ["1"], "6 was told before the day")
    #expect(try listed("2026-11-25", office) == ["1", "2", "7"], "1 was left undone")
    let english = try office.at("2026-11-24", "due --consultant 李明 --lang en").out
    #expect(english.contains("wave w-1 delivery: 8 in all, 2 told; 1 today, 2 on 11-25"))
    let all = try office.at("2026-11-24", "due --consultant 李明 --all").out
    #expect(all.contains("等到 11-26"))
    let coming = try office.due("2026-11-24", "--consultant 李明 --ahead 1")
    #expect(coming.item("客户2")?.status == "upcoming" && coming.item("客户2")?.opens == "2026-11-25")
    #expect(coming.item("客户3") == nil)
  }

  @Test("What is left undone comes first, within the capacity; the last day hides nobody")
  func leftUndone() throws {
    let office = try office()
    try office.at("2026-11-02", "milestone add 交房 --on 2026-11-30")
    #expect(try listed("2026-11-25", office) == ["1", "5", "6"], "three a day, the oldest first")
    #expect(try listed("2026-11-26", office) == ["1", "5", "6"])
    #expect(try listed("2026-11-27", office) == ["1", "2", "3", "4", "5", "6", "7", "8"])
    #expect(try listed("2026-11-29", office).count == 8)
    #expect(try office.due("2026-11-30").items.allSatisfy { $0.status == "overdue" })
    #expect(try listed("2026-11-30", office).count == 8)
  }

  @Test("A consultant's day off has no share; a call for something else does for both")
  func dayOff() throws {
    let office = try office()
    try office.at("2026-11-02", "milestone add 交房 --on 2026-11-30")
    try office.at("2026-11-03", "calendar off 李明 --on 2026-11-26 --to 2026-11-27")
    #expect(try listed("2026-11-23", office) == ["3", "6"])
    #expect(try listed("2026-11-24", office) == ["1", "3", "6"])
    #expect(try listed("2026-11-25", office).count == 8, "the last day that both work")
    try office.at("2026-11-20", "log 客户8 --by 电话 --note 约 --next 11-23")
    let line = try office.due("2026-11-23").item("客户8")
    #expect(line?.reasons.map(\.rule) == ["agreed", "w-1"] && line?.reasons[1].status == "held")
    try office.call("客户8", on: "2026-11-23")
    #expect(!(try listed("2026-11-25", office)).contains("8"))
  }

  @Test("why says which day fell to the customer, and from which it was put off") func why() throws
  {
    let office = try office()
    try office.at("2026-11-02", "milestone add 交房 --on 2026-11-30")
    let waiting = try office.why("2026-11-23", "客户3")
    #expect(waiting.contains("今天不列出：分批通知，排在以后，等到 2026-11-26"))
    #expect(waiting.contains("本批共 8 位，最迟 11-29；排在 11-26"))
    #expect(waiting.contains("交房 2026-11-30 - 1 日 = 2026-11-29"), "what is owed is the same")
    #expect(try office.why("2026-11-25", "客户5").contains("排在 11-25，原分在 11-23"))
    let english = try office.at("2026-11-23", "why 客户3 --lang en").out
    #expect(english.contains("8 in all, by 11-29; this one on 11-26"))
  }

  @Test("A slip: who is not told goes by the new days, who was told gets a correction") func slip()
    throws
  {
    let office = try office()
    try office.at("2026-11-02", "milestone add 交房 --on 2026-11-30")
    try office.call("客户5", on: "2026-11-23")
    for name in ["客户1", "客户6"] { try office.call(name, on: "2026-11-24 10:00") }
    try office.at("2026-11-24", "office set project 阳光花园")
    let moved = try office.at("2026-11-24 18:00", "milestone move 1 --on 2026-12-14")
    #expect(moved.out.contains("已告知 3 位，起草更正 3 条；其余按新日期通知"))
    #expect(try listed("2026-11-25", office).isEmpty)
    let shares: KeyValuePairs = [
      "2026-12-06": [], "2026-12-07": ["7"], "2026-12-08": ["8"], "2026-12-09": ["2"],
      "2026-12-10": ["3"], "2026-12-11": ["4"],
    ]
    for (day, names) in shares {
      #expect(try listed(day, office) == names, "\(day)")
      for name in names { try office.call("客户\(name)", on: day) }
    }
    let outbox = try office.batch("2026-11-25").out
    #expect(outbox.split(separator: "\n").count == 3 && outbox.contains("现在改到12月14日"))
  }

  /// The buyers are told by a text.
  private func texts(capacity: Int = 100) throws -> Office {
    let office = try Office.open()
    try office.write(
      """
      policy: waves
      capacity: \(capacity)
      rules:
        - {id: w-1, audience: {has: 签约}, milestones: [交房], lead: 7, channel: 短信,
           message: notice, spread: true}
      templates:
        - {id: notice, kind: message, text: "{name}您好，{event}定在{date}。"}

      """, to: "texts.yaml")
    try office.at("2026-11-01", "policy adopt \(office.path("texts.yaml")) --from 2026-11-01")
    for number in 1...8 {
      try office.enter("--source 客资", on: "2026-11-02", as: "客户\(number)", phone: number)
      try office.at("2026-11-02", "event 客户\(number) 签约 --on 2026-11-02")
    }
    try office.at("2026-11-02", "milestone add 交房 --on 2026-11-30")
    return office
  }

  @Test("Texts are drafted by the day that fell to each") func drafts() throws {
    let office = try texts()
    #expect(try office.at("2026-11-23", "message draft").out.contains("起草 1 条"))
    let ahead = try office.at("2026-11-23", "message draft --ahead 2")
    #expect(ahead.out.contains("起草 4 条"))
    for (name, day) in ["客户1": "2026-11-24", "客户2": "2026-11-25", "客户6": "2026-11-24"] {
      let line = ahead.lines.first { $0.contains(name) }
      #expect(line?.contains(day) == true, "\(name)")
    }
    #expect(try office.at("2026-11-24", "message draft 客户3").out.contains("没有要起草的短信"))
  }

  @Test("A text goes out when the list has the customer: who has to wait waits in the outbox too")
  func outbox() throws {
    let office = try texts(capacity: 2)
    #expect(try office.at("2026-11-23", "message draft --ahead 4").out.contains("起草 8 条"))
    let listed = try office.due("2026-11-24").names.sorted()
    let outbox = try office.batch("2026-11-24")
    #expect(listed == ["客户1", "客户5"] && outbox.lines.count == 2)
    #expect(listed.allSatisfy { name in outbox.lines.contains { $0.contains(name) } })
    #expect(outbox.err.contains("客户6：分批通知，排在以后，到那天再发出"))
    let render = try office.at("2026-11-24", "message render notice 客户3").out
    #expect(render == "客户3您好，交房定在11月30日。\n")
  }

  @Test("Lead times by kind and by segment are a rule each") func leads() throws {
    let office = try office(
      """
        - {id: w-2, milestones: [封顶], lead: 3, audience: {has: 签约, not_tag: VIP}}
        - {id: w-3, milestones: [封顶], lead: 5, audience: {has: 签约, tag: VIP}}

      """)
    try office.at("2026-11-02", "edit 客户2 --tag VIP")
    try office.at("2026-11-02", "milestone add 封顶 --on 2026-11-18")
    #expect(try office.due("2026-11-13").names == ["客户2"])
    #expect(try office.due("2026-11-13").rules("客户2") == ["w-3"])
    #expect(try office.due("2026-11-15").rules("客户1") == ["w-2"])
    #expect(try office.due("2026-11-14").item("客户1") == nil)
  }

  @Test("A building narrows the audience; whose building is unknown stays in") func building()
    throws
  {
    let office = try office()
    try office.at("2026-11-03", "edit 客户1 --building 3号楼")
    try office.at("2026-11-03", "edit 客户2 --building 5#")
    try office.at("2026-11-03", "event 客户3 签约 --on 2026-11-03 --building \"3 栋\"")
    let added = try office.at("2026-11-04", "milestone add 交房 --building 3# --on 2026-11-30")
    #expect(added.out.contains("对象：本楼客户 2 位；别的楼 1 位除外；楼号不详的也在内"))
    let all = try office.due("2026-11-27", "--consultant 李明")
    #expect(!all.names.contains("客户2") && all.items.count == 7)
    let page = try office.at("2026-11-27", "due --consultant 李明").out
    #expect(page.contains("分批 w-1 交房 3#：共 7 位") && page.contains("楼号不详，先问清"))
    try office.at("2026-11-05", "edit 客户2 --building 3#")
    #expect(try office.due("2026-11-27", "--consultant 李明").names.contains("客户2"))
    #expect(try office.show("2026-11-05", "客户2").records.isEmpty == false)
    let nameless = try office.attempt("2026-11-05", "milestone add 交房 --building # --on 2026-12-30")
    #expect(nameless.code == 64 && nameless.err.contains("--building"))
  }

  @Test("The manager's overview counts what the consultants' files list") func daily() throws {
    let office = try office()
    try office.at("2026-11-02", "milestone add 交房 --on 2026-11-30")
    try office.at("2026-11-24", "daily --out \(office.folder)")
    let manager = try #require(office.read("2026-11-24-经理.txt"))
    let row = try #require(manager.split(separator: "\n").first { $0.hasPrefix("李明") })
    let own = try #require(office.read("2026-11-24-李明.txt"))
    #expect(own.contains("今天 3") && own.contains("5 位：分在以后几天"))
    #expect(row.split(separator: " ").dropFirst().first { $0 != "0" } == "3", "\(row)")
  }

  @Test("A role's wave is one for the customers of all consultants") func roleWave() throws {
    let office = try Office.open()
    try office.write(
      """
      policy: waves
      rules:
        - {id: w-1, audience: {has: 签约}, milestones: [交房], lead: 7, channel: 电话, by: 客服,
           spread: true}

      """, to: "role.yaml")
    try office.at("2026-11-01", "policy adopt \(office.path("role.yaml")) --from 2026-11-01")
    try office.at("2026-11-01", "staff add 赵敏 --role 客服")
    for number in 1...8 {
      try office.enter(
        "--source 客资", on: "2026-11-02", as: "客户\(number)", phone: number,
        consultant: number % 2 == 0 ? "李明" : "周敏")
      try office.at("2026-11-02", "event 客户\(number) 签约 --on 2026-11-02")
    }
    try office.at("2026-11-02", "milestone add 交房 --on 2026-11-30")
    #expect(try office.due("2026-11-23", "--role 客服").names == ["客户5"])
    try office.at("2026-11-23", "log 客户5 --by 电话 --note 告知 --user 赵敏")
    let own = try office.due("2026-11-24", "--user 赵敏")
    #expect(own.names.sorted() == ["客户1", "客户6"])
    #expect(try listed("2026-11-24", office).isEmpty)
    #expect(try office.why("2026-11-24", "客户2").contains("排在 11-25"))
    try office.at("2026-11-24", "daily --out \(office.folder)")
    let page = try #require(office.read("2026-11-24-赵敏.txt"))
    #expect(page.contains("共 8 位，已告知 1；今天 2 位") && page.contains("客户6"))
    #expect(office.read("2026-11-24-李明.txt")?.contains("客户6") == false)
  }
}
