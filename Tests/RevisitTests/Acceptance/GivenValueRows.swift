import FoundationEssentials
import Testing

/// Values for the braces of texts, each for its own text, and words that are nothing's name.
@Suite("Given values and names")
struct GivenValueRows {
  /// A buyer who is to be told of 封顶 on 2027-09-15, and whose complaint is to be answered.
  private func office(solution: String? = nil) throws -> Office {
    let office = try Office.open(policy: "wenxin", from: "2027-09-01")
    try office.at("2027-09-01", "office set project 江南里")
    try office.at("2027-09-01", "office set cs_phone 0571-12345")
    try office.enter("--source 客资 --sex 男", on: "2027-09-02", as: "雷鸣")
    try office.at("2027-09-02", "event 雷鸣 签约 --on 2027-09-02")
    try office.at("2027-09-14 09:00", "case add 雷鸣 投诉 --about 电梯异响")
    if let solution {
      try office.at("2027-09-14 15:00", "case step K00001 方案 --note \(solution)")
    }
    try office.at("2027-09-10", "milestone add 封顶 --on 2027-09-15")
    return office
  }

  @Test("A bare value that several texts would tell is refused, and they are named")
  func severalTexts() throws {
    let office = try office()
    let refused = try office.attempt(
      "2027-09-15 08:00", "message draft --set obtained=主体封顶 --set event=电梯")
    #expect(refused.code == 65 && refused.err.contains("--set obtained：会填进几种短信："))
    #expect(refused.err.contains("--set progress.obtained=…"))
    #expect(refused.err.contains("--set complaint-reply.obtained=…"))
    #expect(try office.at("2027-09-15 08:00", "message list").out.contains("没有短信"))
    // Each by its template, or by the rule that sends it.
    let drafted = try office.at(
      "2027-09-15 08:00",
      "message draft --set progress.obtained=主体封顶 --set wx-5.3.obtained=周五换轴承"
    ).out
    #expect(drafted.contains("有了新进展：主体封顶") && drafted.contains("商量好：周五换轴承"))
    #expect(drafted.contains("您反映的电梯异响"))
  }

  @Test("One that a single text would tell is taken; the office's own go into all of them")
  func oneText() throws {
    let office = try office(solution: "周五换轴承")
    let drafted = try office.at(
      "2027-09-15 08:00",
      "message draft --set progress.obtained=主体封顶 --set project=江南里二期"
    ).out
    #expect(drafted.contains("江南里二期的房子有了新进展：主体封顶"))
    #expect(drafted.contains("商量好：周五换轴承") && drafted.hasSuffix("revisit undo\n"))
    let alone = try self.office()
    let told = try alone.at(
      "2027-09-15 08:00", "message draft --rule wx-1.3a --set obtained=主体封顶")
    #expect(told.out.contains("新进展：主体封顶"))
  }

  @Test("A text or a brace that is none is refused with the nearest") func unknown() throws {
    let office = try office()
    let text = try office.attempt("2027-09-15", "message draft --set progres.obtained=封顶")
    #expect(text.code == 66 && text.err.contains("是否“progress”"))
    let brace = try office.attempt("2027-09-15", "message draft --set progress.obtaind=封顶")
    #expect(brace.code == 64 && brace.err.contains("是否“obtained”"))
    let render = try office.at(
      "2027-09-15", "message render progress 雷鸣 --set progress.obtained=封顶")
    #expect(render.out.contains("新进展：封顶"))
  }

  @Test("A kind that the ledger does not know is refused unless it is said to be new")
  func entryKind() throws {
    let office = try office()
    let typo = try office.attempt("2027-09-15", "ledger add 礼平 --customer 雷鸣 --note 伞")
    #expect(typo.code == 66 && typo.err.contains("是否“礼品”"))
    let stray = try office.attempt("2027-09-15", "ledger add 绿植养护 --note 换土")
    #expect(stray.code == 66 && stray.err.contains("--new-kind") && stray.err.contains("礼品"))
    try office.at("2027-09-15", "ledger add 绿植养护 --note 换土 --new-kind")
    try office.at("2027-09-16", "ledger add 绿植养护 --note 浇水")
    #expect(try office.at("2027-09-16", "ledger list --kind 绿植养护").lines.count == 3)
  }

  @Test("A tag that is not borne cannot be taken away, and nothing else is recorded")
  func untag() throws {
    let office = try office()
    let refused = try office.attempt("2027-09-15", "edit 雷鸣 --untag 重点 --grade A")
    #expect(refused.code == 65 && refused.err.contains("--untag：C000001 没有标签 重点"))
    #expect(try office.show("2027-09-15", "雷鸣").grade == nil)
    try office.at("2027-09-15", "edit 雷鸣 --tag 重点")
    try office.at("2027-09-16", "edit 雷鸣 --untag 重点")
    #expect(try office.attempt("2027-09-17", "edit 雷鸣 --untag 重点").code == 65)
  }
}
