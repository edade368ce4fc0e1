import FoundationEssentials
import Testing

/// Feature rows on what follows the sale: contract, filing, mortgage, payment, move-in, title.
@Suite("After the sale")
struct StageRows {
  private struct Card: Decodable {
    let tags: [String]
    let profile: [String: String?]
    let stages: [Stage]
    let missing: [String]

    struct Stage: Decodable {
      let stage: String
      let day: String?
    }
  }

  private struct Loans: Decodable {
    let loans: [Loan]

    struct Loan: Decodable {
      let name: String
      let contract: String?
      let signing: String?
      let mortgagePapers: String?
      let mortgageGranted: String?
    }
  }

  private func card(_ office: Office, _ asOf: String) throws -> Card {
    try office.value(of: office.at(asOf, "show 王芳 --format json"), as: Card.self)
  }

  @Test("F099 the contract: number, payment, and the day by which to pay") func f099() throws {
    let office = try Office.open()
    try office.enter("--source 来访", on: "2026-10-20")
    let told = try office.at(
      "2026-11-02", "event 王芳 签约 --no HT-88 --pay 按揭 --pay-by 2026-11-20"
    ).out
    #expect(told.contains("合同编号 HT-88  付款方式 按揭  付款期限 2026-11-20"))
    let card = try card(office, "2026-11-02")
    #expect(card.profile["contract"] == "HT-88" && card.tags == ["mortgage"])
    #expect(card.missing == ["mortgage_papers"])
    #expect(try office.asks("2026-11-19", "payment").isEmpty)
    #expect(try office.asks("2026-11-20", "payment") == ["payment due 2026-11-20..2026-11-20"])
    #expect(
      try office.asks("2026-11-21", "payment") == ["payment overdue 2026-11-20..2026-11-20 x1"])
    let paid = try office.at("2026-11-21", "event 王芳 全款到账").out
    #expect(paid.contains("已结：付款到期 迟"))
    #expect(try office.at("2026-11-21", "doctor").out.contains("没有问题"))
  }

  @Test("F099 edge: paid before the day, called on it, cancelled; only a deal has a contract")
  func f099Edge() throws {
    let office = try Office.open()
    for (index, name) in ["王芳", "李娜", "赵强"].enumerated() {
      try office.enter("--source 来访", on: "2028-01-20", as: name, phone: index + 1)
      try office.at("2028-02-02", "event \(name) 签约 --pay 一次性付款 --pay-by 2028-02-29")
    }
    try office.at("2028-02-28", "event 王芳 全款到账")
    try office.at("2028-02-28", "event 赵强 退房")
    #expect(try !office.due("2028-02-29").rules("王芳").contains("payment"))
    #expect(try !office.due("2028-02-29").rules("赵强").contains("payment"))
    try office.call("李娜", on: "2028-02-29")
    #expect(try !office.due("2028-03-01").rules("李娜").contains("payment"))
    let visit = try office.attempt("2028-03-01", "event 李娜 来访 --no HT-1")
    #expect(visit.code == 64 && visit.err.contains("--no"))
    let early = try office.attempt("2028-03-01", "event 李娜 签约 --pay-by 2028-02-01")
    #expect(early.code == 64 && early.err.contains("--pay-by"))
    #expect(try office.attempt("2028-03-01", "event 李娜 签约 --pay 现金").code == 64)
  }

  @Test("F100 filed: the text goes out the next day at ten") func f100() throws {
    let office = try Office.under("wenxin")
    try office.enter("--source 来访", on: "2026-10-20")
    try office.at("2026-11-02", "event 王芳 签约")
    try office.at("2026-11-10", "event 王芳 备案")
    let due = try office.asks("2026-11-11 10:00", "wx-1.10")
    #expect(due == ["wx-1.10 due 2026-11-11 10:00..2026-11-11 20:00"])
    #expect(try office.asks("2026-11-12", "wx-1.10").isEmpty)
    let stages = try card(office, "2026-11-10").stages
    #expect(stages.first { $0.stage == "filing" }?.day == "2026-11-10")
  }

  @Test("F100 edge: filed on the year's last day") func f100Edge() throws {
    let office = try Office.under("wenxin")
    try office.enter("--source 来访", on: "2026-12-01")
    try office.at("2026-12-31", "event 王芳 备案")
    #expect(
      try office.asks("2027-01-01", "wx-1.10")
        == ["wx-1.10 due 2027-01-01 10:00..2027-01-01 20:00"])
  }

  @Test("F101 the mortgage: missing papers are named, weekly until granted") func f101() throws {
    let office = try Office.under("post-sale-flow")
    try office.enter("--source 来访", on: "2026-10-20")
    try office.at("2026-11-02", "event 王芳 签约 --no HT-88 --pay 按揭")
    try office.at("2026-11-02", "event 王芳 按揭办理")
    #expect(try office.asks("2026-11-02", "psf-3.1.2") == ["psf-3.1.2 due 2026-11-02..2026-11-02"])
    #expect(try office.at("2026-11-02", "show 王芳").out.contains("缺 按揭资料"))
    #expect(try office.asks("2026-11-08", "psf-3.1.4").isEmpty)
    #expect(try office.asks("2026-11-09", "psf-3.1.4") == ["psf-3.1.4 due 2026-11-09..2026-11-09"])
    try office.call(on: "2026-11-09", by: "王经理")
    #expect(try office.asks("2026-11-16", "psf-3.1.4") == ["psf-3.1.4 due 2026-11-16..2026-11-16"])
    try office.at("2026-11-16", "event 王芳 按揭资料")
    let loans = try office.value(
      of: office.at("2026-11-16", "report --loans --format json"), as: Loans.self
    ).loans
    #expect(loans.map(\.name) == ["王芳"] && loans[0].contract == "HT-88")
    #expect(loans[0].mortgagePapers == "2026-11-16" && loans[0].mortgageGranted == nil)
    try office.at("2026-11-20", "event 王芳 放款")
    #expect(try office.asks("2026-11-23", "psf-3.1.4").isEmpty)
    #expect(try !office.at("2026-11-23", "show 王芳").out.contains("缺 "))
  }

  @Test("F101 edge: who pays at once owes no mortgage papers, over 29 February") func f101Edge()
    throws
  {
    let office = try Office.under("post-sale-flow")
    try office.enter("--source 来访", on: "2028-02-01")
    try office.at("2028-02-22", "event 王芳 签约 --no HT-1 --pay 一次性付款")
    #expect(try office.asks("2028-02-29", "psf-3.1.2", "psf-3.1.4").isEmpty)
    #expect(try card(office, "2028-02-29").missing.isEmpty)
    #expect(try office.at("2028-02-29", "report --loans").out.contains("没有"))
  }

  @Test("F102 fully paid: the text goes out the next day at ten") func f102() throws {
    let office = try Office.under("wenxin")
    try office.enter("--source 来访", on: "2026-10-20")
    try office.at("2026-11-02", "event 王芳 签约")
    try office.at("2026-11-10", "event 王芳 全款到账")
    #expect(
      try office.asks("2026-11-11 09:00", "wx-1.9a", "wx-1.9b")
        == ["wx-1.9b due 2026-11-11 10:00..2026-11-11 12:00"])
  }

  @Test("F102 edge: the delivery notice is for homes that are finished alone")
  func f102Finished() throws {
    let office = try Office.under("wenxin")
    for (name, phone, tag) in [("王芳", 1, "现房"), ("陈刚", 2, "重点")] {
      try office.enter("--source 来访 --sex 女 --tag \(tag)", on: "2026-11-20", as: name, phone: phone)
      try office.at("2026-11-21", "event \(name) 签约")
      try office.at("2026-12-07", "event \(name) 全款到账")
    }
    #expect(try office.due("2026-12-08", "--role 客服").rules().contains("wx-1.9a"))
    #expect(try office.due("2026-12-08", "--role 客服").rules("陈刚").contains("wx-1.9b"))
    try office.at("2026-12-07", "office set project 翠湖")
    try office.at("2026-12-07", "message draft --on 2026-12-08")
    let texts = try office.at("2026-12-08 08:00", "message list", wide: true).lines
    let notices = texts.filter { $0.contains("交付") }
    #expect(notices.count == 1 && notices[0].contains("王芳"), "\(texts)")
  }

  @Test("F102 edge: off the plan it is the other text; on 29 February") func f102Edge() throws {
    let office = try Office.under("wenxin")
    try office.enter("--source 来访 --tag 期房", on: "2028-02-01")
    try office.at("2028-02-02", "event 王芳 签约")
    try office.at("2028-02-28", "event 王芳 全款到账")
    #expect(
      try office.asks("2028-02-29", "wx-1.9a", "wx-1.9b")
        == ["wx-1.9b due 2028-02-29 10:00..2028-02-29 12:00"])
  }

  @Test("F103 move-in: the notices by post two weeks before") func f103() throws {
    let office = try Office.under("post-sale-flow")
    try office.enter("--source 来访", on: "2026-10-20")
    try office.at("2026-11-02", "event 王芳 签约 --pay 一次性付款")
    try office.at("2026-11-10", "milestone add 入伙 --on 2026-12-31")
    #expect(try office.asks("2026-12-16", "psf-3.2.3").isEmpty)
    #expect(try office.asks("2026-12-17", "psf-3.2.3") == ["psf-3.2.3 due 2026-12-17..2026-12-17"])
    let posted = try office.at("2026-12-17", "log 王芳 --by 信函 --user 王经理").out
    #expect(posted.contains("已结：入伙通知书"))
    try office.at("2027-01-02", "case add 王芳 报修 --about 门锁")
    #expect(try office.cases("2027-01-03", "--kind 报修 --open").count == 1)
  }

  /// A buyer who moves in that day, where the project's days of moving in end on 2027-01-03.
  private func movedIn(_ day: String, _ options: String = "") throws -> Office {
    let office = try Office.under("wenxin")
    try office.enter("--source 来访 \(options)", on: "2026-10-20")
    try office.at("2026-11-02", "event 王芳 签约")
    try office.at("2026-11-10", "milestone add 入伙 --on 2026-12-31 --until 2027-01-03")
    try office.at(day, "event 王芳 入住")
    return office
  }

  @Test("F103 the text: on the third day after all have moved in together, from ten")
  func f103Text() throws {
    let office = try movedIn("2027-01-02", "--tag 集中入住")
    #expect(try office.asks("2027-01-05", "wx-1.11a", "wx-1.11b").isEmpty)
    let text = "wx-1.11a due 2027-01-06 10:00..2027-01-06 20:00"
    #expect(try office.asks("2027-01-06", "wx-1.11a", "wx-1.11b") == [text])
    #expect(try office.asks("2027-01-07", "wx-1.11a", "wx-1.11b").isEmpty)
  }

  @Test("F103 edge: who moves in alone is greeted on the seventh day, the first included")
  func f103Alone() throws {
    let office = try movedIn("2027-01-20")
    #expect(try office.asks("2027-01-25", "wx-1.11a", "wx-1.11b").isEmpty)
    let text = "wx-1.11b due 2027-01-26 10:00..2027-01-26 20:00"
    #expect(try office.asks("2027-01-26", "wx-1.11a", "wx-1.11b") == [text])
  }

  @Test("F104 the title: a copy for a mortgage, the original otherwise, until it is received")
  func f104() throws {
    let office = try Office.under("post-sale-flow")
    for (index, (name, means)) in [("王芳", "按揭"), ("李娜", "一次性付款")].enumerated() {
      try office.enter("--source 来访", on: "2026-06-01", as: name, phone: index + 1)
      try office.at("2026-06-02", "event \(name) 签约 --no HT-\(index) --pay \(means)")
      try office.at("2026-11-01", "event \(name) 交房")
    }
    #expect(try office.at("2026-11-01", "show 李娜").out.contains("缺 办证资料"))
    for name in ["王芳", "李娜"] {
      try office.at("2026-11-01", "event \(name) 办证资料")
      try office.at("2026-11-01", "event \(name) 面积补差")
      try office.at("2026-11-02", "event \(name) 产权证")
    }
    #expect(try office.due("2026-11-03").rules("王芳").contains("psf-3.3.5a"))
    #expect(try office.due("2026-11-03").rules("李娜").contains("psf-3.3.5b"))
    #expect(try office.at("2026-11-03", "show 王芳").out.contains("产权证复印件签收"))
    #expect(try office.at("2026-11-03", "show 李娜").out.contains("缺 产权证原件签收"))
    try office.at("2026-11-04", "event 李娜 产权证签收 --note 本人领取")
    #expect(try !office.due("2026-11-04").rules("李娜").contains("psf-3.3.5b"))
    let shown = try office.at("2026-11-04", "show 李娜").out
    #expect(!shown.contains("缺 ") && shown.contains("面积补差 2026-11-01"))
  }

  @Test("F104 edge: after a cancellation the course begins anew") func f104Edge() throws {
    let office = try Office.under("post-sale-flow")
    try office.enter("--source 来访", on: "2026-12-01")
    try office.at("2026-12-02", "event 王芳 签约 --pay 按揭")
    try office.at("2026-12-31", "event 王芳 退房")
    #expect(try card(office, "2026-12-31").stages.isEmpty)
    try office.at("2027-01-05", "event 王芳 认购")
    let stages = try card(office, "2027-01-05").stages
    #expect(stages.first?.stage == "reservation" && stages.first?.day == "2027-01-05")
    #expect(try card(office, "2027-01-05").missing.isEmpty)
  }
}
