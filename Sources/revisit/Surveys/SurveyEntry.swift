import Core
import Store
import Values

/// A survey with the scores given to its questions.
struct SurveyEntry {
  let questionnaire: Questionnaire
  let policy: Int64
  let scores: [Int?]

  /// `满意度回访: 销售服务 5, 银行 -; 平均 5.00`.
  var told: Bilingual { SurveyMessages.answers(questionnaire, scores) }

  /// What is remarked on where it was taken by another channel than the one it is meant for.
  func remark(_ contact: Contact) -> Bilingual? {
    questionnaire.channel.flatMap { wanted in
      contact.channel == wanted
        ? nil : SurveyMessages.otherChannel(questionnaire, contact.channel, wanted)
    }
  }

  func write(
    to transaction: Transaction, _ contact: FactID, of customer: CustomerID, on day: Day
  ) throws {
    try transaction.addAnswers(
      scores, to: questionnaire.id, of: policy, contact, customer, on: day)
  }
}

extension SurveyEntry {
  /// The survey that was taken on that day: the one named, else the one of a rule that asks for the
  /// call, else the only one of that many questions. Nil where nobody answered one.
  ///
  /// - Parameters:
  ///   - answers: `--answers` of the contact.
  ///   - survey: `--survey` of it.
  init?(
    answers: String?, survey: String?, _ customer: CustomerID, on moment: Moment, _ office: Office
  ) throws {
    guard let answers else {
      if survey != nil { throw Failure.usage(.needs("--survey", "--answers")) }
      return nil
    }
    guard let reign = try office.reign(on: moment.day) else {
      throw Failure.refusal(.noReign("\(moment.day)"))
    }
    let parts = listed(answers)
    let all = reign.policy.surveys
    let questionnaire =
      try survey.map { try SurveyEntry.named($0, among: all) }
      ?? SurveyEntry.chosen(all, parts.count, asked: try office.asking(customer, at: moment))
    guard let questionnaire else {
      throw Failure.refusal(.noSurvey(reign.policy.name, all.map(\.id)))
    }
    guard parts.count == questionnaire.questions.count else {
      throw Failure.option(
        "--answers", .answers(parts.count, of: questionnaire.questions))
    }
    self.questionnaire = questionnaire
    policy = reign.id
    scores = try parts.map { part in
      part == "-" ? nil : try readNumber(part, at: "--answers", in: 1...questionnaire.scale)
    }
  }

  private static func named(
    _ id: String, among all: [Questionnaire]
  ) throws(Failure) -> Questionnaire {
    if let found = all.first(where: { $0.id == id }) { return found }
    throw .value("--survey", .unknownWord(id, among: all.map(\.id)))
  }

  private static func chosen(
    _ all: [Questionnaire], _ count: Int, asked: [String]
  ) -> Questionnaire? {
    if let one = all.first(where: { asked.contains($0.id) }) { return one }
    let fitting = all.filter { $0.questions.count == count }
    return all.count == 1 ? all[0] : fitting.count == 1 ? fitting[0] : nil
  }
}

extension Office {
  /// The rules that ask anybody for a call to that customer. A call before the day that fell to the
  /// customer in a wave settles what it is about all the same: waves do not matter here.
  fileprivate func asking(_ customer: CustomerID, at moment: Moment) throws -> [String] {
    guard let history = try store.history(of: customer) else { return [] }
    let engine = try engine()
    guard case .line(let line) = engine.agenda(of: history, at: moment) else { return [] }
    return line.reasons.map { engine.rule($0.rule).id }
  }
}
