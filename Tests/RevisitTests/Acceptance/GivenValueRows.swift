import FoundationEssentials
import Testing

/// Values for the braces of texts, each for its own text, and words that are nothing's name.
@Suite("Given values and names")
struct GivenValueRows {
  /// A buyer who is to be told of 封顶 on 2027-10-20, and whose complaint is to be answered.
  private func office(solution: String? = nil) throws -> Office {
    let office = try Office.open(policy: "wenxin", from: "2027-10-01")
    for setting in ["project 江南里", "cs_phone 0571-12345", "hotline 0571-8888"] {
      try office.at("2027-10-01", "office set \(setting)")
    }
    try office.enter("--source 客资 --sex 男", on: "2027-10-12", as: "雷鸣")
    try office.at("2027-10-12", "event 雷鸣 签约 --on 2027-10-12")
    try office.at("2027-10-19 09:00", "case add 雷鸣 投诉 --about 电梯异响")
    if let solution {
      try office.at("2027-10-19 15:00", "case step K00001 方案 --note \(solution)")
    }
    try office.at("2027-10-12", "milestone add 封顶 --on 2027-10-20")
    return office
  }

  private let day = "2027-10-20 08:00"

  @Test("A bare value that several texts would tell is refused, and they are named")
  func severalTexts() throws {
    let office = try office()
    let refused = try office.attempt(day, "message draft --set event=主体封顶 --set obtained=换轴承")
    #expect(refused.code == 65 && refused.err.contains("--set event：会填进几种短信："))
    #expect(refused.err.contains("--set change.event=…"))
    #expect(refused.err.contains("--set complaint-reply.event=…"))
    #expect(try office.at(day, "message list").out.contains("没有短信"))
    // Each by its template, or by the rule that sends it.
    let drafted = try office.at(
      day, "message draft --set change.event=主体封顶 --set wx-5.3.obtained=周五换轴承"
    ).out
    #expect(drafted.contains("有新情况要告诉您：主体封顶") && drafted.contains("商量好：周五换轴承"))
    #expect(drafted.contains("您反映的电梯异响"))
  }

  @Test("One that a single text would tell is taken; the office's own go into all of them")
  func oneText() throws {
    let office = try office()
    let drafted = try office.at(
      day, "message draft --set obtained=周五换轴承 --set project=江南里二期"
    ).out
    #expect(drafted.contains("商量好：周五换轴承") && drafted.contains("江南里二期有新情况"))
  }

  @Test("A case's reply tells the solution that was recorded with the case") func solution() throws
  {
    let office = try office(solution: "周五换轴承")
    let drafted = try office.at(day, "message draft").out
    #expect(drafted.contains("您反映的电梯异响，我们已与相关部门商量好：周五换轴承"))
    // What was typed goes before it.
    let other = try self.office(solution: "周五换轴承")
    let typed = try other.at(day, "message draft --set complaint-reply.obtained=已经换好")
    #expect(typed.out.contains("商量好：已经换好"))
  }

  @Test("A value for any text answers no case that has its solution, and none the cases of several")
  func others() throws {
    let recorded = try office(solution: "周五换轴承")
    let bare = try recorded.at(day, "message draft --set obtained=主体封顶").out
    #expect(bare.contains("商量好：周五换轴承") && !bare.contains("主体封顶"), "\(bare)")
    let office = try office()
    try office.enter("--source 客资", on: "2027-10-12", as: "丁香", phone: 2)
    try office.at("2027-10-19 09:00", "case add 丁香 投诉 --about 噪音")
    for value in ["obtained=换轴承", "complaint-reply.obtained=换轴承"] {
      let refused = try office.attempt(day, "message draft --set \(value)")
      #expect(refused.code == 65 && refused.err.contains("会答复几位客户的事项：雷鸣、丁香"), "\(refused.err)")
    }
    let one = try office.at(day, "message draft 丁香 --set obtained=加隔音条").out
    #expect(one.contains("商量好：加隔音条"), "\(one)")
  }

  @Test("A text or a brace that is none is refused with the nearest") func unknown() throws {
    let office = try office()
    let text = try office.attempt(day, "message draft --set progres.obtained=封顶")
    #expect(text.code == 66 && text.err.contains("是否“progress”"))
    let brace = try office.attempt(day, "message draft --set progress.obtaind=封顶")
    #expect(brace.code == 64 && brace.err.contains("是否“obtained”"))
    let render = try office.at(day, "message render progress 雷鸣 --set progress.obtained=封顶")
    #expect(render.out.contains("新进展：封顶"))
  }

  @Test("A kind that the ledger does not know is refused unless it is said to be new")
  func entryKind() throws {
    let office = try office()
    let typo = try office.attempt("2027-10-25", "ledger add 礼平 --customer 雷鸣 --note 伞")
    #expect(typo.code == 66 && typo.err.contains("是否“礼品”"))
    let stray = try office.attempt("2027-10-25", "ledger add 绿植养护 --note 换土")
    #expect(stray.code == 66 && stray.err.contains("--new-kind") && stray.err.contains("礼品"))
    try office.at("2027-10-25", "ledger add 绿植养护 --note 换土 --new-kind")
    try office.at("2027-10-26", "ledger add 绿植养护 --note 浇水")
    #expect(try office.at("2027-10-26", "ledger list --kind 绿植养护").lines.count == 3)
  }

  @Test("A tag that is not borne cannot be taken away, and nothing else is recorded")
  func untag() throws {
    let office = try office()
    let refused = try office.attempt("2027-10-25", "edit 雷鸣 --untag 重点 --grade A")
    #expect(refused.code == 65 && refused.err.contains("--untag：C000001 没有标签 重点"))
    #expect(try office.show("2027-10-25", "雷鸣").grade == nil)
    try office.at("2027-10-25", "edit 雷鸣 --tag 重点")
    try office.at("2027-10-26", "edit 雷鸣 --untag 重点")
    #expect(try office.attempt("2027-10-27", "edit 雷鸣 --untag 重点").code == 65)
  }
}
