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
  ]
}
