import Core
import Store
import Testing

@testable import revisit

/// The messages about texts to customers, in both languages, with their exit codes.
@Suite struct TextCatalogueTests {
  typealias Entry = MessageCatalogueTests.Entry

  @Test(arguments: entries)
  func message(_ entry: Entry) {
    #expect(entry.failure.exitCode.rawValue == entry.code)
    #expect(entry.failure.complaints.map { $0.line(in: .zh) } == ["revisit: " + entry.zh])
    #expect(entry.failure.complaints.map { $0.line(in: .en) } == ["revisit: " + entry.en])
  }

  private static func unfilled(_ count: Int) -> UnfilledText {
    UnfilledText(
      template: "progress", placeholders: [.project, .obtained, .area, .consultant],
      customer: "C000001 王芳", count: count)
  }

  static let entries: [Entry] = [
    Entry(
      .text(.unfilled(unfilled(1))), 65,
      "progress：{project} {obtained} {area} {consultant} 没有值：C000001 王芳；"
        + "revisit office set project 值；--set obtained=值；revisit edit 客户，或 --set area=值；"
        + "给客户定一位置业顾问",
      "progress: {project} {obtained} {area} {consultant} has no value: C000001 王芳; "
        + "revisit office set project VALUE; --set obtained=VALUE; revisit edit CUSTOMER, or "
        + "--set area=VALUE; give the customer a consultant"),
    Entry(
      .text(.unfilled(UnfilledText(template: "a", placeholders: [.date], customer: "b", count: 3))),
      65, "a：{date} 没有值：b 等 3 位；--set date=值",
      "a: {date} has no value: b and 2 more; --set date=VALUE"),
    Entry(
      .text(.openPlaceholder("name")), 65, "{name} 还没填", "{name} is not filled in"),
    Entry(
      .text(.badFrame(.head(clause: "qnc-5.5", wanted: ["尊敬的贵宾", "{name}{title}您好"]))), 65,
      "开头不对 qnc-5.5；以 尊敬的贵宾 / {name}{title}您好 开头",
      "bad head qnc-5.5; begin with 尊敬的贵宾 / {name}{title}您好"),
    Entry(
      .text(.badFrame(.tail(clause: "qnc-5.5", wanted: "{consultant}"))), 65,
      "结尾不对 qnc-5.5；以 {consultant} 结尾", "bad tail qnc-5.5; end with {consultant}"),
    Entry(
      .text(.notApproved("3")), 65, "3：还没批准，不能发；revisit message approve 3",
      "3: is not approved and cannot be sent; revisit message approve 3"),
    Entry(
      .text(.noMessage(rule: "qnc-1.1")), 65, "qnc-1.1：这条规则没有短信；在制度里写 message",
      "qnc-1.1: this rule sends no text; give it a message in the policy"),
    Entry(
      .text(.severalTexts(.obtained, templates: ["progress", "complaint-reply"])), 65,
      "--set obtained：会填进几种短信：progress、complaint-reply；"
        + "分别写 --set progress.obtained=…、--set complaint-reply.obtained=…",
      "--set obtained: would be told in several texts: progress, complaint-reply; "
        + "give each --set progress.obtained=…, --set complaint-reply.obtained=…"),
    Entry(
      .text(.severalCases(.obtained, customers: ["雷鸣", "丁香"])), 65,
      "--set obtained：会答复几位客户的事项：雷鸣、丁香；"
        + "各自的方案用 revisit case step 编号 方案 --note 记下，或一位一位起草：revisit message draft 客户",
      "--set obtained: would answer the cases of several customers: 雷鸣, 丁香; record each solution with "
        + "revisit case step CASE agreed --note, or draft for one: revisit message draft CUSTOMER"),
    Entry(
      .lookup(.noMessage("9")), 66, "9：没有这条短信；编号见 revisit message list",
      "9: no such message; revisit message list tells the numbers"),
    Entry(
      .lookup(.noTemplate("x", nearest: "y")), 66, "x：现行制度没有这个模板；是否“y”？",
      "x: the policy in force has no such template; did you mean \"y\"?"),
    Entry(
      .lookup(.noTemplate("x", nearest: nil)), 66, "x：现行制度没有这个模板；模板见 revisit message templates",
      "x: the policy in force has no such template; revisit message templates lists them"),
    Entry(
      .refusal(.messageSent("3")), 65, "不能撤销：短信 3 已发出；记错了用 revisit void",
      "cannot be undone: message 3 was sent; to correct the record use revisit void"),
    Entry(
      .refusal(.messageHandedOut("3")), 65,
      "不能撤销：短信 3 已交给网关；没有发出去的用 revisit message sent --batch 批号 --failed 文件",
      "cannot be undone: message 3 was handed out; "
        + "report what was not sent: revisit message sent --batch N --failed FILE"),
    Entry(
      .refusal(.failedAfterSent("3")), 65, "--failed：短信 3 已经记为发出；先报没有发出去的，再记已发送",
      "--failed: message 3 was recorded as sent; report what failed before recording the rest as sent"
    ),
    Entry(
      .lookup(.noBatch("9")), 66, "9：没有这一批；批号见 revisit message list",
      "9: no such batch; revisit message list tells the numbers"),
    Entry(
      .lookup(.notInBatch("13900000000", place: "failed.csv:2")), 65,
      "failed.csv:2: “13900000000”不是其中的短信；一行一个编号或号码，逗号后写原因",
      "failed.csv:2: \"13900000000\" is none of these texts; "
        + "a line has an id or a number, and a reason behind a comma"),
    Entry(
      .file(path: "sms.jsonl", .batchUnwritten(7, "Input/output error")), 74,
      "sms.jsonl：第 7 批已记下，文件没有写成（Input/output error）；revisit message batch 7 --out 文件",
      "sms.jsonl: batch 7 was recorded, its file not written (Input/output error); "
        + "revisit message batch 7 --out FILE"),
    Entry(
      .usage(.moved("--out", to: "revisit message batch --out")), 64,
      "--out：这里不再用；用 revisit message batch --out",
      "--out: is not used here any more; use revisit message batch --out"),
  ]
}
