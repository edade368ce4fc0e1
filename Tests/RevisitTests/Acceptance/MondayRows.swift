import FoundationEssentials
import Testing

/// The page that the manager opens: on Monday last week, else yesterday and today.
@Suite("The manager's page")
struct MondayRows {
  /// 白薇 and 毛宁 are consultants, 龙经理 the manager. 2027-05-10 is a Monday.
  private func office() throws -> Office {
    let office = try Office(asOf: "2027-05-10 08:00")
    try office.at("2027-05-01", "init --policy qnc --from 2027-05-01 --office 江岸")
    for name in ["白薇", "毛宁"] { try office.at("2027-05-01", "staff add \(name)") }
    try office.at("2027-05-01", "staff add 龙经理 --role 经理")
    for (index, (name, owner)) in [("岑一", "白薇"), ("岑二", "白薇"), ("岑三", "毛宁")].enumerated() {
      try office.at(
        "2027-05-04 10:00",
        "add \(name) --phone 1380002000\(index + 1) --source 来访 --grade A --consultant \(owner)")
    }
    return office
  }

  private func page(_ office: Office, _ asOf: String, _ options: String = "") throws -> String {
    try office.at(asOf, "daily --dry-run \(options)", wide: true).out
  }

  @Test("On Monday it is last week's, on other days yesterday's and today's")
  func period() throws {
    let office = try office()
    #expect(try page(office, "2027-05-10 08:00").contains("回访周报 2027-W18"))
    #expect(try page(office, "2027-05-11 08:00").contains("2027-05-10 至 2027-05-11"))
    #expect(try page(office, "2027-05-09 08:00").contains("2027-05-08 至 2027-05-09"))
    // A Monday on which the office is closed leaves it to the first day that is worked.
    try office.at("2027-05-09", "calendar add 团建 --from 2027-05-10")
    #expect(try !page(office, "2027-05-10 08:00").contains("2027-W18"))
    #expect(try page(office, "2027-05-11 08:00").contains("回访周报 2027-W18"))
  }

  @Test("Who is behind, by age; what was promised; which complaint waits, and with whom")
  func waiting() throws {
    let office = try office()
    try office.at(
      "2027-05-04 11:00", "log 岑一 --by 电话 --note 近况 --next 2027-05-07 --promise 送样本")
    try office.at("2027-05-06 10:00", "case add 岑三 投诉 --about 噪音")
    let monday = try page(office, "2027-05-10 08:00")
    #expect(monday.contains("答应了、还没做到的 1") && monday.contains("送样本"), "\(monday)")
    #expect(monday.contains("没办结的投诉 1") && monday.contains("噪音"))
    let complaint = monday.split(separator: "\n").first {
      $0.contains("K00001") && $0.contains("噪音")
    }
    #expect(complaint?.contains("2027-05-06") == true && complaint?.contains("毛宁") == true)
    let behind = monday.split(separator: "\n").drop { $0 != "逾期" }
    #expect(behind.dropFirst().first?.contains("31 天以上") == true, "\(monday)")
    #expect(behind.prefix(4).contains { $0.hasPrefix("毛宁") })
    #expect(monday.contains("今后每天的工作量") && monday.contains("2027-05-16"))
    #expect(try !page(office, "2027-05-11 08:00").contains("今后每天的工作量"))
    // Kept and closed, they are gone.
    try office.at("2027-05-10 09:00", "log 岑一 --by 电话 --note 送了")
    try office.at("2027-05-10 09:10", "case step K00001 关闭 --note 解决")
    let later = try page(office, "2027-05-10 10:00")
    #expect(!later.contains("送样本") && !later.contains("没办结的投诉"))
  }

  @Test("Whose colleague is off without a substitute stands there, until somebody has them")
  func absence() throws {
    let office = try office()
    try office.at("2027-05-09", "calendar off 白薇 --on 2027-05-10 --to 2027-05-12")
    let monday = try page(office, "2027-05-10 08:00")
    #expect(monday.contains("白薇 休假到") && monday.contains("没有人代") && monday.contains("岑二"))
    try office.at(
      "2027-05-10 08:10", "transfer --temporary --from 白薇 --to 毛宁 --until 2027-05-12")
    #expect(try !page(office, "2027-05-10 08:20").contains("没有人代"))
    #expect(try office.at("2027-05-10 08:20", "due --user 毛宁").out.contains("岑二"))
  }

  @Test("Texts that wait for approval, numbers that are dead, and what lies behind a figure")
  func opened() throws {
    let office = try office()
    try office.at("2027-05-08 10:00", "log 岑三 空号")
    let monday = try page(office, "2027-05-10 08:00", "--explain missed")
    #expect(monday.contains("岑三") && monday.contains("空号"))
    #expect(monday.contains("由以下"), "\(monday)")
    #expect(try office.attempt("2027-05-10 08:00", "daily --dry-run --explain x").code == 64)
  }
}
