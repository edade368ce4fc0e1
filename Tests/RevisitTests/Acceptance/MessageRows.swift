import FoundationEssentials
import Testing

/// Feature rows on texts to customers: templates, frame, approval, outbox, alerts, hours.
@Suite("Messages")
struct MessageRows {
  /// An office under `wenxin` that has named its project.
  private func office(_ policy: String = "wenxin", from: String = "2026-11-01") throws -> Office {
    let office = try Office.open(policy: policy, from: from)
    try office.at(from, "office set project 阳光花园")
    return office
  }

  private func subscriber(
    _ office: Office, on day: String = "2026-11-02", as name: String = "王芳", phone: Int = 1
  ) throws {
    try office.enter("--source 客资 --sex 女", on: day, as: name, phone: phone)
    try office.at(day, "event \(name) 认购 --on \(day)")
  }

  @discardableResult
  private func outbox(_ office: Office, _ asOf: String, date: String) throws -> Office.Answer {
    try office.batch(asOf, "--date \(date)")
  }

  @Test("F086 our own text with name and project filled in; a missing field prints nothing")
  func f086() throws {
    let office = try Office.open(policy: "wenxin")
    try subscriber(office)
    let missing = try office.attempt("2026-11-02", "message render subscribed 王芳")
    #expect(missing.code == 65 && missing.out.isEmpty)
    #expect(missing.err.contains("{project} 没有值：C000001 王芳"))
    #expect(missing.err.contains("revisit office set project"))
    try office.at("2026-11-02", "office set project 阳光花园")
    let text = try office.at("2026-11-02", "message render subscribed 王芳").out
    #expect(text.hasPrefix("王芳女士您好，恭喜您在阳光花园选定了自己的家！"))
    #expect(!text.contains("{"))
  }

  @Test("F086 edge: of several blanks all are named; an unknown one is refused; no sex, no title")
  func f086Edge() throws {
    let office = try office()
    try office.enter("--source 客资", on: "2026-11-02")
    let several = try office.attempt("2026-11-02", "message render change 王芳 --lang en")
    #expect(several.code == 65 && several.err.contains("{event} {hotline} has no value"))
    let unknown = try office.attempt("2026-11-02", "message render change 王芳 --set evnt=x")
    #expect(unknown.code == 64 && unknown.err.contains("event"))
    let text = try office.at(
      "2026-11-02", "message render change 王芳 --set event=新开东门 --set hotline=0571-8888")
    #expect(text.out.hasPrefix("王芳您好，阳光花园有新情况要告诉您：新开东门。"))
    let none = try office.attempt("2026-11-02", "message render subscribd 王芳")
    #expect(none.code == 66 && none.err.contains("subscribed"))
  }

  @Test("F087 head and tail of each policy") func f087() throws {
    let office = try Office.open()
    let tail = "【阳光花园】首席预约电话：0571-88889999 置业顾问：李明"
    let bad = try office.attempt("2026-11-02", "message check \"祝您中秋快乐\(tail)\" --lang en")
    #expect(bad.code == 65 && bad.err.contains("bad head qnc-5.5"))
    for head in ["尊敬的贵宾，", "王芳女士您好，", "某先生/女士您好，"] {
      try office.at("2026-11-02", "message check \"\(head)祝您中秋快乐。\(tail)\"")
    }
    let noTail = try office.attempt("2026-11-02", "message check 尊敬的贵宾,祝您中秋快乐")
    #expect(noTail.code == 65 && noTail.err.contains("结尾不对 qnc-5.5"))
    try office.at("2026-11-02", "message check 尊敬的贵宾,祝您中秋快乐 --policy yufu")
    let blank = try office.attempt(
      "2026-11-02", "message check \"尊敬的贵宾，好\(tail)\" --policy qnc-blank")
    #expect(blank.code == 0, "the template's tail asks for no project, and forbids none")
  }

  @Test("F087 edge: what is drafted keeps the frame; an open brace is told") func f087Draft() throws
  {
    let office = try Office.open(from: "2026-09-01")
    try office.at("2026-09-01", "office set project 阳光花园")
    try office.at("2026-09-01", "office set reserve_phone 0571-88889999")
    try office.enter("--source 客资 --sex 男", on: "2026-09-20")
    try office.enter("--source 客资", on: "2026-09-20", as: "李娜", phone: 2)
    try office.at("2026-10-01 08:00", "message draft")
    let lines = try office.batch("2026-10-01 08:05").lines
    #expect(lines.count == 2)
    let tail = "【阳光花园】首席预约电话：0571-88889999 置业顾问：李明"
    let greeting = "国庆到了，祝您和家人平安健康，事事顺心。"
    #expect(lines[0].contains("王芳先生您好，\(greeting)\(tail)"))
    #expect(lines[1].contains("尊敬的贵宾，\(greeting)\(tail)"))
    let open = try office.attempt("2026-10-01", "message check 尊敬的贵宾{name}")
    #expect(open.code == 65 && open.err.contains("{name} 还没填"))
  }

  @Test("F088 drafted the day before; blocked on the day until approved") func f088() throws {
    let office = try office()
    try subscriber(office)
    let blank = try office.attempt("2026-11-18", "message draft --on 2026-11-19 --rule wx-1.3a")
    #expect(blank.code == 65 && blank.err.contains("{obtained}"))
    let drafted = try office.at(
      "2026-11-18", "message draft --on 2026-11-19 --rule wx-1.3a --set obtained=主体封顶")
    #expect(drafted.out.contains("起草 1 条，待批 1"))
    let blocked = try outbox(office, "2026-11-19 09:00", date: "2026-11-19")
    #expect(blocked.out.isEmpty && blocked.err.contains("没有批准，不发出"))
    let early = try office.attempt("2026-11-19 09:10", "message sent 1")
    #expect(early.code == 65 && early.err.contains("还没批准"))
    try office.at("2026-11-19 09:20", "message approve 1 --user 王经理")
    let line = try outbox(office, "2026-11-19 09:30", date: "2026-11-19")
    #expect(line.out.contains("您在阳光花园的房子有了新进展：主体封顶。"))
    #expect(line.out.contains("\"send_at\":\"2026-11-19T10:00\"") && line.err.isEmpty)
  }

  @Test("F088 edge: not a second time for the same Thursday; approval can be taken back, not after")
  func f088Edge() throws {
    let office = try office()
    try subscriber(office)
    let draft = "message draft --on 2026-11-19 --rule wx-1.3a --set obtained=主体封顶"
    try office.at("2026-11-18", draft)
    #expect(try office.at("2026-11-18", draft).out.contains("已有 1 条"))
    try office.at("2026-11-18", "message approve --all")
    try office.at("2026-11-18", "undo")
    #expect(try outbox(office, "2026-11-19 09:00", date: "2026-11-19").out.isEmpty)
    try office.at("2026-11-19 09:01", "message approve --all")
    try outbox(office, "2026-11-19 09:30", date: "2026-11-19")
    try office.at("2026-11-19 10:05", "message sent 1")
    let undo = try office.attempt("2026-11-19 10:06", "undo")
    #expect(undo.code == 65 && undo.err.contains("短信 1 已发出"))
  }

  @Test("F089 one JSON line at 10:00; after sent it is not queued again, and the duty is done")
  func f089() throws {
    let office = try office()
    try subscriber(office)
    try office.at("2026-11-02 18:00", "message draft --on 2026-11-03 --rule wx-1.2")
    let lines = try outbox(office, "2026-11-03 08:00", date: "2026-11-03").lines
    try #require(lines.count == 1)
    let line = try JSONDecoder().decode(OutboxLine.self, from: Data(lines[0].utf8))
    #expect(line.number == "13800000001" && line.send_at == "2026-11-03T10:00")
    #expect(line.text.hasPrefix("王芳女士您好，恭喜您"))
    #expect(try outbox(office, "2026-11-03 08:01", date: "2026-11-03").out.isEmpty)
    let sent = try office.at("2026-11-03 18:00", "message sent \(line.id)")
    #expect(sent.out.contains("已结：认购祝贺 按时"), "by the hour of the outbox")
    #expect(try outbox(office, "2026-11-03 18:01", date: "2026-11-04").out.isEmpty)
    #expect(try office.show("2026-11-03").records[0].what == "sms sent")
    #expect(try office.at("2026-11-03 19:00", "message sent 1").out.contains("没有重复"))
    let drafted = try office.at("2026-11-03 19:01", "message draft --rule wx-1.2")
    #expect(drafted.out.contains("没有要起草的短信"))
  }

  private struct OutboxLine: Decodable {
    let id: Int
    let number: String
    let text: String
    let send_at: String
  }

  @Test("F089 edge: a file is never written over; who is not to be contacted gets nothing")
  func f089File() throws {
    let office = try office()
    try subscriber(office)
    try subscriber(office, as: "李娜", phone: 2)
    try office.at("2026-11-02 18:00", "message draft --on 2026-11-03 --rule wx-1.2")
    try office.at("2026-11-02 18:30", "edit 李娜 --do-not-contact")
    let file = office.path("stderr.jsonl")
    let written = try office.at("2026-11-03 08:00", "message batch --out \(file)")
    #expect(written.out.contains("第 1 批，1 条写到") && written.err.contains("李娜：不再应发"))
    #expect(office.read("stderr.jsonl")?.contains("13800000001") == true)
    let again = try office.at("2026-11-03 08:10", "message batch --out \(file)")
    #expect(again.out.contains("没有要发的"))
    try office.at("2026-11-03 11:00", "message sent --file \(file)")
    #expect(try office.at("2026-11-03", "message list --all").out.contains("已发送"))
    #expect(try office.at("2026-11-03", "doctor").out.contains("没有问题"))
    let empty = office.path("empty.jsonl")
    try office.at("2026-11-04", "message batch --out \(empty)")
    #expect(office.read("empty.jsonl") == "")
    #expect(try office.at("2026-11-04", "message sent --file \(empty)").out == "没有要记的\n")
  }

  @Test("F090 one text on the day of the forecast; a second alert is merged") func f090() throws {
    let office = try office()
    try subscriber(office, on: "2026-11-02")
    try office.at("2026-11-22 08:00", "milestone add 天气预警 --on 2026-11-23 --title 寒潮")
    try office.at("2026-11-22 08:05", "milestone add 天气预警 --on 2026-11-23 --title 大风")
    try office.at("2026-11-22 08:10", "message draft --rule wx-1.8")
    let lines = try outbox(office, "2026-11-22 08:15", date: "2026-11-22").lines
    #expect(lines.count == 1 && lines[0].contains("受寒潮、大风影响，明天天气有变"))
    #expect(try office.at("2026-11-22 08:20", "message draft --rule wx-1.8").out.contains("已有 1 条"))
    let sent = try office.at("2026-11-22 10:30", "message sent 1")
    #expect(sent.out.contains("已结"))
    #expect(try office.due("2026-11-22").rules().filter { $0 == "wx-1.8" }.isEmpty)
    #expect(try office.due("2026-11-23").rules().filter { $0 == "wx-1.8" }.isEmpty)
  }

  @Test("F090 edge: a second alert after the first text is no second text") func f090Second() throws
  {
    let office = try office()
    try subscriber(office, on: "2026-11-02")
    try office.at("2026-11-22 08:00", "milestone add 天气预警 --on 2026-11-23 --title 寒潮")
    try office.at("2026-11-22 08:10", "message draft --rule wx-1.8")
    try outbox(office, "2026-11-22 08:15", date: "2026-11-22")
    try office.at("2026-11-22 09:00", "milestone add 天气预警 --on 2026-11-23 --title 大风")
    #expect(try office.at("2026-11-22 09:10", "message draft --rule wx-1.8").out.contains("已有 1 条"))
    #expect(try outbox(office, "2026-11-22 09:15", date: "2026-11-22").out.isEmpty)
  }

  @Test("F047 F031 a text from 10:00 to 10:30: listed before, and missed at 10:31") func f047()
    throws
  {
    let office = try office()
    try subscriber(office, on: "2026-11-19")
    try office.at("2026-11-19", "edit 王芳 --birthday 1990-11-20")
    func texts(_ asOf: String) throws -> [String] {
      try office.due(asOf).item("王芳")?.reasons.map(\.text)
        .filter { $0.hasPrefix("wx-1.1 ") || $0.hasPrefix("wx-1.2 ") }.sorted() ?? []
    }
    let open = ["wx-1.1", "wx-1.2"].map { "\($0) due 2026-11-20 10:00..2026-11-20 10:30" }
    #expect(try texts("2026-11-20 09:59") == open)
    #expect(try office.at("2026-11-20 09:59", "due").out.contains("今天 10:00起"))
    #expect(try texts("2026-11-20 10:15") == open)
    #expect(try texts("2026-11-20 10:31").isEmpty, "a greeting past its hour is missed")
    #expect(try office.why("2026-11-20 10:31", rule: "wx-1.1").contains("漏"))
    try office.at("2026-11-20 09:00", "message draft --rule wx-1.1")
    let late = try office.batch("2026-11-20 10:31")
    #expect(late.out.isEmpty && late.err.contains("不再应发"), "nor is it sent then")
  }

  @Test("F047 edge: the afternoon's thanks, not before 13:00 and not before the visit")
  func f047Afternoon() throws {
    let office = try office("yufu")
    try office.enter("--source 来访 --grade A", on: "2026-11-20 09:30")
    try office.at("2026-11-20 09:40", "message draft")
    let first = try office.batch("2026-11-20 09:45").out
    #expect(first.contains("谢谢您今天来阳光花园看房") && first.contains("2026-11-20T13:00"))
    try office.enter("--source 来访 --grade A", on: "2026-11-20 15:10", as: "李娜", phone: 2)
    try office.at("2026-11-20 15:20", "message draft")
    #expect(try office.batch("2026-11-20 15:30").out.contains("2026-11-20T15:30"))
  }

  @Test("F034 a progress text each odd Thursday") func f034() throws {
    let office = try office()
    try subscriber(office)
    for (day, isDue) in [
      ("2026-11-05", true), ("2026-11-12", false), ("2026-11-19", true), ("2026-12-31", true),
      ("2027-01-07", true),
    ] {
      let draft = try office.at(
        day, "message draft --on \(day) --rule wx-1.3a --set obtained=新进展")
      #expect(draft.out.contains("起草 1 条") == isDue, "\(day)")
    }
  }

  @Test("F100 F102 filed and paid: a text the next day at 10:00") func f100() throws {
    let office = try office()
    try office.enter("--source 客资 --sex 女 --tag 期房", on: "2026-11-02")
    try office.at("2026-11-02", "event 王芳 签约 --on 2026-11-02")
    try office.at("2026-11-10", "event 王芳 备案 --on 2026-11-10")
    try office.at("2026-11-10", "event 王芳 全款到账 --on 2026-11-10")
    try office.at("2026-11-10", "message draft --on 2026-11-11")
    let lines = try outbox(office, "2026-11-11 08:00", date: "2026-11-11").lines
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.contains("2026-11-11T10:00") })
    #expect(lines.contains { $0.contains("办好备案") } && lines.contains { $0.contains("房款") })
  }

  @Test("F100 edge: what a text told of cannot be undone") func f100Undo() throws {
    let office = try office()
    try office.enter("--source 客资 --sex 女", on: "2026-11-02")
    try office.at("2026-11-10", "event 王芳 备案 --on 2026-11-10 --user 周敏")
    try office.at("2026-11-10", "message draft --on 2026-11-11 --rule wx-1.10")
    try office.at("2026-11-11 10:00", "message sent 1")
    let undo = try office.attempt("2026-11-11 11:00", "undo --user 周敏")
    #expect(undo.code == 65 && undo.err.contains("短信 1 已批准、排队或发出"))
  }

  @Test("F031 the next working day; a reminder names the day that was promised") func f031() throws
  {
    let office = try office()
    try subscriber(office, on: "2026-11-06")
    try office.at("2026-11-07", "message draft")
    #expect(try outbox(office, "2026-11-07", date: "2026-11-08").out.isEmpty)
    try office.at("2026-11-09", "message draft --rule wx-1.2")
    #expect(try outbox(office, "2026-11-09 08:00", date: "2026-11-09").out.contains("T10:00"))
    let blank = try office.attempt("2026-11-09", "message draft --on 11-10 --rule wx-1.5")
    #expect(blank.code == 65 && blank.err.contains("{date} 没有值"))
    try office.at("2026-11-09 19:00", "log 王芳 --by 电话 --note 约签约 --next 11-12 --promise 签约")
    try office.at("2026-11-10 09:10", "message draft --rule wx-1.5")
    let line = try outbox(office, "2026-11-10 09:20", date: "2026-11-10").out
    #expect(line.contains("您约定的签约日是11月12日") && line.contains("2026-11-10T16:00"))
  }

  @Test("A change of policy does not greet a festival twice; two policies make one message")
  func oneGreeting() throws {
    let office = try office("qnc", from: "2026-09-01")
    try office.at("2026-09-01", "office set reserve_phone 0571-88889999")
    try office.at("2026-09-01", "office set hotline 0571-88889999")
    try subscriber(office, on: "2026-09-20")
    try office.at("2026-10-01 08:00", "message draft")
    try outbox(office, "2026-10-01 08:05", date: "2026-10-01")
    try office.at("2026-10-01 08:10", "policy adopt wenxin --from 2026-10-01")
    #expect(try office.at("2026-10-01 08:20", "message draft").out.contains("已有 1 条"))
    try office.at("2026-10-08", "policy adopt qnc wenxin --from 2026-12-01")
    let greeting = try office.at("2026-12-24", "message draft --on 2026-12-25")
    #expect(greeting.out.contains("起草 1 条，待批 1"), "the stricter of the two texts")
    #expect(greeting.out.contains("圣诞快乐"))
  }
}
