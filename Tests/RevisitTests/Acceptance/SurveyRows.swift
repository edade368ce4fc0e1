import FoundationEssentials
import Testing

/// Feature rows on surveys, and on how many cases are called back.
@Suite("Surveys and rates")
struct SurveyRows {
  private static let homeReno = [
    "early_days=7", "midterm_days=3", "completion_days=7", "min_callbacks=3", "min_in_works=2",
    "min_after_completion=1", "coverage_percent=100", "company=阳光装饰", "minutes=10",
  ]

  private struct Rate: Decodable {
    let total: Count
    let marks: [Mark]

    struct Count: Decodable {
      let required: Int
      let done: Int
      let missed: Int
      let open: Int
      let percent: Int?
    }
    struct Mark: Decodable {
      let clause: String
      let percent: Int
      let passed: Bool
    }
  }

  private struct Round: Decodable {
    let customers: Int
    let asked: Int
    let mean: String?
    let consultants: [Row]
    let questions: [Question]

    struct Row: Decodable {
      let consultant: String
      let customers: Int
      let asked: Int
      let mean: String?
    }
    struct Question: Decodable {
      let survey: String
      let question: String
      let answers: Int
      let mean: String?
    }
  }

  private func rate(_ office: Office, _ asOf: String, _ period: String) throws -> Rate {
    try office.value(
      of: office.at(asOf, "report --callback-rate \(period) --format json"), as: Rate.self)
  }

  private func round(_ office: Office, _ asOf: String, _ period: String) throws -> Round {
    try office.value(
      of: office.at(asOf, "report --survey \(period) --format json"), as: Round.self)
  }

  @Test("F070 a survey of five questions is remarked on, citing gcs-4.2.3") func f070() throws {
    let office = try Office()
    try office.write(
      """
      extends: group-cs
      policy: 我们的
      change:
        - id: gcs-4
          questions: [及时, 结果, 专员, 建议, 其他]

      """, to: "five.yaml")
    let checked = try office.must("policy", "check", office.path("five.yaml"))
    #expect((checked.out + checked.err).contains("gcs-4.2.3"))
    let three = try office.must("policy", "check", "group-cs")
    #expect(!(three.out + three.err).contains("P410"))
  }

  @Test("F070 edge: where no clause limits them, seven questions are no matter")
  func f070Edge() throws {
    let office = try Office()
    let seven = try office.must(
      ["policy", "check", "home-reno"] + SurveyRows.homeReno.flatMap { ["--set", $0] })
    #expect(!(seven.out + seven.err).contains("P410"))
  }

  @Test("F070 the answers keep the text that they were given to") func f070Version() throws {
    let office = try Office.under("group-cs")
    try office.enter("--source 来访", on: "2026-11-01")
    try office.at("2026-11-02 10:00", "log 王芳 --by 电话 --note 好 --answers 5,4")
    try office.write(
      """
      extends: group-cs
      policy: 新的
      change:
        - id: gcs-4
          questions: [是否满意, 服务]

      """, to: "new.yaml")
    try office.at("2026-11-03", "policy adopt \(office.path("new.yaml")) --from 2026-11-03")
    let refused = try office.attempt(
      "2026-11-03 10:00", "log 王芳 --by 电话 --note 好 --answers 5,4,5")
    #expect(refused.code == 64 && refused.err.contains("是否满意"))
    let round = try round(office, "2026-11-03", "2026Q4")
    #expect(round.questions.map(\.question) == ["处理是否及时、结果是否满意", "客服专员的服务"])
    #expect(round.questions.map(\.answers) == [1, 1])
  }

  @Test("F071 the survey after signing, due within seven days") func f071() throws {
    let office = try Office.under("wenxin")
    try office.enter("--source 来访", on: "2026-10-20")
    try office.at("2026-11-02", "event 王芳 签约")
    #expect(try office.asks("2026-11-02", "wx-3.1") == ["wx-3.1 due 2026-11-02..2026-11-09"])
    let told = try office.at(
      "2026-11-09", "log 王芳 --by 电话 --note 满意 --answers 5,4,5,4 --user 王经理"
    ).out
    #expect(told.contains("满意度回访：销售服务 5，现场舒适度 4，银行 5，律师 4；平均 4.50"))
    #expect(told.contains("已结：七日满意度"))
    #expect(try office.at("2026-11-09", "show 王芳").out.contains("5 4 5 4 (4.50)"))
  }

  @Test("F071 edge: a score beyond the scale, too few, none at all; a repeat does nothing")
  func f071Edge() throws {
    let office = try Office.under("wenxin")
    try office.enter("--source 来访", on: "2026-12-20")
    try office.at("2026-12-31", "event 王芳 签约")
    for answers in ["5,4,5,6", "5,4,5", "5,4,5,0", "好,4,5,5"] {
      let refused = try office.attempt(
        "2027-01-07", "log 王芳 --by 电话 --note 满意 --answers \(answers)")
      #expect(refused.code == 64 && refused.err.contains("--answers"), "\(answers)")
    }
    #expect(try office.attempt("2027-01-07", "log 王芳 --by 电话 --survey wx-3.1").code == 64)
    for _ in 1...2 {
      try office.at("2027-01-07", "log 王芳 --by 电话 --note 好 --answers 5,-,4,5 --op a1")
    }
    let round = try round(office, "2027-01-07", "2027Q1")
    #expect(round.asked == 1 && round.mean == "4.67")
    #expect(try office.at("2027-01-07", "doctor").out.contains("没有问题"))
  }

  @Test("F072 the seven-item form is scored, and its mean printed") func f072() throws {
    let office = try Office.under("home-reno", set: SurveyRows.homeReno)
    try office.enter("--source 来访", on: "2026-11-01")
    let told = try office.at(
      "2026-11-05", "log 王芳 --by 电话 --note 好 --time 10:00 --answers 5,4,5,3,4,5,5"
    ).out
    #expect(told.contains("家装回访七项") && told.contains("后期保洁 5；平均 4.43"))
  }

  @Test("F072 edge: the other form is taken by its name or by its number of questions")
  func f072Edge() throws {
    let office = try Office.under("home-reno", set: SurveyRows.homeReno)
    try office.enter("--source 来访", on: "2028-02-01")
    let four = try office.at("2028-02-29", "log 王芳 --by 电话 --note 好 --time 10:00 --answers 5,5,5,4")
      .out
    #expect(four.contains("施工期间人员评价"))
    let named = try office.attempt(
      "2028-02-29", "log 王芳 --by 电话 --note 好 --time 10:00 --answers 5,5 --survey hr-3.2b")
    #expect(named.code == 64)
  }

  @Test("F073 the quarter's round: every active customer once") func f073() throws {
    let office = try Office.under("group-cs", from: "2026-09-01")
    for (index, name) in ["王芳", "李娜", "赵强", "孙丽"].enumerated() {
      try office.enter("--source 来访", on: "2026-09-01", as: name, phone: index + 1)
    }
    try office.at("2026-09-30", "log 王芳 --by 电话 --note 好 --time 10:00 --answers 3,3")
    try office.at("2026-10-01", "log 王芳 --by 电话 --note 好 --time 10:00 --answers 4,4")
    try office.at("2026-11-01", "log 王芳 --by 电话 --note 好 --time 10:00 --answers 5,5")
    try office.at("2026-12-31", "log 李娜 --by 电话 --note 好 --time 10:00 --answers 4,4")
    try office.at("2026-12-31", "edit 赵强 --lost")
    let page = try office.at("2026-12-31", "report --survey 2026Q4").out
    #expect(page.contains("2026-10-01 至 2026-12-31  进度 2/3"))
    let round = try round(office, "2026-12-31", "2026Q4")
    #expect(round.customers == 3 && round.asked == 2 && round.mean == "4.50")
    #expect(round.consultants.first?.consultant == "李明")
    #expect(try self.round(office, "2026-12-31", "2026Q3").asked == 1)
  }

  @Test("F073 edge: merged customers count once; an unreadable period is named") func f073Edge()
    throws
  {
    let office = try Office.under("group-cs")
    try office.enter("--source 来访", on: "2027-01-01")
    try office.enter("--source 来访", on: "2027-01-01", as: "王方", phone: 2)
    try office.at("2027-01-02", "log 王方 --by 电话 --note 好 --time 10:00 --answers 4,4")
    try office.at("2027-01-03", "merge 王方 --into 王芳")
    let round = try round(office, "2027-01-03", "2027Q1")
    #expect(round.customers == 1 && round.asked == 1 && round.mean == "4.00")
    #expect(try office.at("2027-01-03", "doctor").out.contains("没有问题"))
    let refused = try office.attempt("2027-01-03", "report --survey 2027Q5")
    #expect(refused.code == 64 && refused.err.contains("2026Q4"))
  }

  @Test(
    "F082 nine of ten are 90 %: enough for opm, not for wo",
    arguments: [("owner-pm", "opm-4.4", true), ("workorder-72h", "wo-2a", false)])
  func f082(policy: String, clause: String, isPassed: Bool) throws {
    let office = try Office.under(policy, set: policy == "owner-pm" ? [] : ["major_every=1m"])
    for index in 0...9 {
      try office.enter("--source 来访", on: "2026-11-01", as: "客户\(index)", phone: index)
      try office.at("2026-11-02", "case add 客户\(index) 投诉")
      try office.at("2026-11-05", "case step K\(index + 1) 处理")
      try office.at("2026-11-05", "case step K\(index + 1) 关闭")
      if index > 0 { try office.call("客户\(index)", on: "2026-11-06", by: "赵工") }
    }
    let rate = try rate(office, "2026-11-09", "2026-11")
    #expect(rate.total.required == 10 && rate.total.done == 9 && rate.total.percent == 90)
    let mark = try #require(rate.marks.first)
    #expect(mark.clause == clause && mark.passed == isPassed)
    let page = try office.at("2026-11-09", "report --callback-rate 2026-W45").out
    #expect(page.contains(isPassed ? "达到" : "没有达到"))
  }

  @Test("F082 edge: what is not yet due stands outside; of nothing no rate is told")
  func f082Edge() throws {
    let office = try Office.under("owner-pm")
    try office.enter("--source 来访", on: "2026-12-01")
    #expect(try rate(office, "2026-12-01", "2026-12").total.percent == nil)
    try office.at("2026-12-28", "case add 王芳 投诉")
    try office.at("2026-12-30", "case step K1 处理")
    let open = try rate(office, "2026-12-31", "2027-01")
    #expect(open.total.open == 1 && open.total.percent == nil)
    let missed = try rate(office, "2027-01-03", "2027-01")
    #expect(missed.total.missed == 1 && missed.total.percent == 0)
    #expect(missed.marks.map(\.passed) == [false])
  }
}
