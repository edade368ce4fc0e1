import FoundationEssentials
import Testing

/// What a policy wants recorded can be entered, and is asked for (rule 17), through the program.
@Suite("Fields of a record")
struct RecordFieldRows {
  /// A customer of 2027-06-07 whom a rule wants called that day, under a policy that records this.
  private func office(_ record: String, _ more: String = "") throws -> Office {
    let office = try Office(asOf: "2027-06-07")
    try office.write(
      "policy: fields\nrecord: [\(record)]\n\(more)rules:\n  - {id: f-1, after: 来访, due: 0}\n",
      to: "fields.yaml")
    try office.at("2027-06-07", "init --policy \(office.path("fields.yaml")) --from 2027-06-01")
    try office.at("2027-06-07", "staff add 葛晓")
    try office.enter("--source 来访", on: "2027-06-07 09:00", as: "尤里", consultant: "葛晓")
    return office
  }

  private static let everything =
    "log 尤里 --by 上门 --note 看过漏水处 --intention B --feedback 还满意 --follow-up 下周派人 "
    + "--satisfaction 4 --signed 尤里"

  @Test(
    "Each field that the policy of a settled duty wants is asked for by its option",
    arguments: [
      ("反馈", "--feedback", "客户说好"), ("跟进", "--follow-up", "下周再约"),
      ("满意度", "--satisfaction", "3"), ("意向", "--intention", "A"),
      ("内容", "--note", "聊了户型"),
    ])
  func asked(_ field: String, _ option: String, _ value: String) throws {
    let office = try office("\(field)")
    let note = option == "--note" ? "" : "--note 聊了户型"
    let refused = try office.attempt("2027-06-07 10:00", "log 尤里 --by 电话 \(note)")
    #expect(refused.code == 64 && refused.err.contains("\(option)：回访记录要写\(field)（制度 fields）"))
    #expect(try office.show("2027-06-07", "尤里").contacts == 0)
    let told = try office.at("2027-06-07 10:00", "log 尤里 --by 电话 \(note) \(option) \(value)")
    #expect(told.out.contains("已结：f-1"))
    // What settles nothing is not asked for more than the content.
    let rest = "log 尤里 --by 电话 --note 又聊 --intention A"
    #expect(try office.attempt("2027-06-07 11:00", rest).code == 0)
  }

  @Test("A signature is wanted of a visit at home alone; a survey's scores are a satisfaction")
  func signature() throws {
    let office = try office("签名")
    let unsigned = try office.attempt("2027-06-07 10:00", "log 尤里 --by 上门 --note 看漏水")
    #expect(unsigned.code == 64 && unsigned.err.contains("--signed：回访记录要写签名"))
    try office.at("2027-06-07 10:00", "log 尤里 --by 电话 --note 看漏水")
    let survey = "survey:\n  - {id: q-1, says: 满意度, questions: [服务, 现场], scale: 5}\n"
    let scored = try self.office("满意度", survey)
    try scored.at("2027-06-07 10:00", "log 尤里 --by 电话 --note 问卷 --answers 5,4")
  }

  @Test("An add-on asks for its fields where its own duty is settled, and not elsewhere")
  func addOn() throws {
    let office = try Office.under("qnc post-sale-flow site-generic", from: "2027-06-01")
    try office.enter("--source 来访 --grade A", on: "2027-06-07", as: "尤里")
    // qnc-2.1.1 wants the content; sg-3.2a is not due before the next month.
    try office.at("2027-06-07", "log 尤里 --by 电话 --note 聊了户型")
    let later = try office.attempt("2027-07-12", "log 尤里 --by 电话 --note 需求没变")
    #expect(later.code == 64 && later.err.contains("--feedback：回访记录要写反馈（制度 site-generic）"))
    try office.at("2027-07-12", "log 尤里 --by 电话 --note 需求没变 --feedback 观望 --follow-up 送资料")
  }

  @Test("A refusal needs its reason where content is wanted, and nothing else")
  func refusal() throws {
    let office = try office("内容, 反馈, 意向")
    let silent = try office.attempt("2027-06-07 10:00", "log 尤里 --by 电话 --outcome 不要")
    #expect(silent.code == 64 && silent.err.contains("--note"))
    try office.at("2027-06-07 10:00", "log 尤里 --by 电话 --outcome 不要 --note 已买别家")
    let free = try self.office("意向")
    try free.at("2027-06-07 10:00", "log 尤里 --by 电话 --outcome 拒绝")
    // Nobody was reached: there is nothing to write.
    let tried = try self.office("内容, 反馈, 跟进, 满意度")
    try tried.at("2027-06-07 10:00", "log 尤里 --by 电话 --outcome 没接")
    try tried.at("2027-06-07 10:01", "log 尤里 --by 微信")
  }

  @Test("What was entered stands in show, brief, JSON, CSV and the register; undo takes it back")
  func shown() throws {
    let office = try office("内容, 反馈, 跟进, 满意度, 签名")
    try office.at("2027-06-07 10:00", Self.everything + " --user 葛晓")
    for command in ["show 尤里", "brief 尤里"] {
      let page = try office.at("2027-06-07 11:00", command, wide: true).out
      #expect(page.contains("看过漏水处；反馈：还满意；跟进：下周派人；满意度：4；签名：尤里"), "\(command)")
    }
    let json = try office.at("2027-06-07 11:00", "show 尤里 --format json").out
    #expect(
      json.contains(#""feedback":"还满意","follow_up":"下周派人","satisfaction":4,"signed":"尤里""#))
    let csv = try office.at("2027-06-07 11:00", "show 尤里 --format csv").out
    #expect(csv.contains("feedback,follow_up,satisfaction,signed"))
    #expect(csv.contains("还满意,下周派人,4,尤里"))
    try office.at("2027-06-08 10:00", "log 尤里 --by 电话 --note 又聊")
    let register = try office.at("2027-06-08 11:00", "report --half 2027-06a --format csv").out
    #expect(register.contains("times,note,feedback,follow_up,satisfaction,signed"))
    #expect(register.contains(",1,看过漏水处,还满意,下周派人,4,尤里"))
    #expect(register.contains(",2,又聊,,,,"))
    let english = try office.at("2027-06-08 11:00", "show 尤里 --lang en", wide: true).out
    #expect(english.contains("feedback: 还满意; follow up: 下周派人; satisfaction: 4; signature: 尤里"))
    try office.at("2027-06-08 11:00", "undo")
    try office.at("2027-06-08 11:00", "undo --user 葛晓")
    #expect(try !office.at("2027-06-08 12:00", "brief 尤里").out.contains("还满意"))
  }

  @Test("A merge keeps the fields; a score that is none is refused") func merge() throws {
    let office = try office("内容")
    try office.at("2027-06-07 10:00", Self.everything)
    try office.enter("--source 来访", on: "2027-06-07 09:00", as: "尤丽", phone: 2, consultant: "葛晓")
    try office.at("2027-06-07 12:00", "merge 尤里 --into 尤丽")
    #expect(try office.at("2027-06-07 12:01", "show 尤丽", wide: true).out.contains("签名：尤里"))
    for score in ["0", "6", "很好"] {
      let refused = try office.attempt(
        "2027-06-07 13:00", "log 尤丽 --by 电话 --note 聊 --satisfaction \(score)")
      #expect(refused.code == 64 && refused.err.contains("--satisfaction"))
    }
    #expect(try office.at("2027-06-07 13:00", "doctor").out.contains("没有问题"))
  }
}
