import Core
import Store

/// How far a round of the satisfaction survey has come: every active customer once (季度满意度调查).
struct SurveyRound {
  struct Row {
    var customers = 0
    var asked = 0
    var scores: [Int] = []
  }

  struct Question: Hashable {
    let survey: String
    let text: String
  }

  let days: ClosedRange<Day>
  let asOf: Moment
  /// By the consultant's name.
  let rows: [(consultant: String, row: Row)]
  let questions: [(question: Question, scores: [Int])]

  var customers: Int { rows.reduce(0) { $0 + $1.row.customers } }
  var asked: Int { rows.reduce(0) { $0 + $1.row.asked } }
  var scores: [Int] { rows.flatMap(\.row.scores) }
}

extension Office {
  /// Active is who is neither lost nor to be left alone. Of several answers the newest counts.
  func surveyRound(_ days: ClosedRange<Day>) throws -> SurveyRound {
    let now = session.now
    let last = min(days.upperBound, now.day)
    let answers = days.lowerBound <= last ? try store.answers(in: days.lowerBound...last) : []
    let newest = Dictionary(answers.map { ($0.customer, $0) }, uniquingKeysWith: { $1 })
    var rows: [StaffID?: SurveyRound.Row] = [:]
    try store.forEachHistory(in: .office, asOf: now) { history in
      guard let state = history.timeline(at: now).state(on: now.day), !state.isLost,
        !state.doNotContact
      else { return }
      let answer = newest[history.customer]
      let owner = answer.flatMap { history.timeline(at: now).state(on: $0.day)?.owner }
      rows[owner ?? state.owner, default: .init()].customers += 1
      if let answer { rows[owner ?? state.owner, default: .init()].add(answer) }
    }
    let names = try staffNames()
    let nobody = session.say("未分配", "nobody")
    let sorted = rows.sorted { ($0.key ?? .max) < ($1.key ?? .max) }
    return SurveyRound(
      days: days, asOf: now,
      rows: sorted.map { ($0.key.flatMap { names[$0] } ?? nobody, $0.value) },
      questions: try questions(newest.values.sorted { $0.fact < $1.fact }))
  }

  /// The scores of each question in the text that it was asked in.
  private func questions(
    _ answers: [SurveyAnswers]
  ) throws -> [(question: SurveyRound.Question, scores: [Int])] {
    var policies: [Int64: Policy] = [:]
    var order: [SurveyRound.Question] = []
    var scores: [SurveyRound.Question: [Int]] = [:]
    for answer in answers {
      if policies[answer.policy] == nil {
        policies[answer.policy] = try store.policy(answer.policy)
      }
      let survey = policies[answer.policy]?.surveys.first { $0.id == answer.survey }
      for (text, score) in zip(survey?.questions ?? [], answer.scores) {
        let question = SurveyRound.Question(survey: answer.survey, text: text)
        if scores[question] == nil { order.append(question) }
        scores[question, default: []] += [score].compactMap { $0 }
      }
    }
    return order.map { ($0, scores[$0] ?? []) }
  }
}

extension SurveyRound.Row {
  fileprivate mutating func add(_ answer: SurveyAnswers) {
    asked += 1
    scores += answer.scores.compactMap { $0 }
  }
}

extension SurveyRound {
  /// How far each consultant has come, and what was answered.
  var listing: Listing {
    Listing(
      heading: [SurveyMessages.round(days, asked, customers)],
      facts: [
        .asOf(asOf), .from(days), .to(days),
        .init("customers", "客户数", "customers", .number(customers)),
        .init("asked", "已调查", "asked", .number(asked)),
        .init("mean", "平均分", "mean score", .optional(SurveyMessages.mean(scores))),
      ], [consultants, answers])
  }

  private var consultants: Listing.Section {
    typealias Line = (name: Cell, row: Row)
    return Listing.Section(
      "consultants", rows.map { Line(.text($0.consultant), $0.row) },
      total: Line(
        .word("total", ListingMessages.total),
        Row(customers: customers, asked: asked, scores: scores)),
      [
        .init("consultant", "顾问", "Consultant") { $0.name },
        .init("customers", "客户", "Customers", right: true) { .number($0.row.customers) },
        .init("asked", "已调查", "Asked", right: true) { .number($0.row.asked) },
        .init("left", "未调查", "Left", right: true) { .number($0.row.customers - $0.row.asked) },
        .init("mean", "平均分", "Mean", right: true) {
          .optional(SurveyMessages.mean($0.row.scores))
        },
      ])
  }

  private var answers: Listing.Section {
    Listing.Section(
      "questions", questions,
      [
        .init("survey", "问卷", "Survey") { .text($0.question.survey) },
        .init("question", "问题", "Question") { .text($0.question.text) },
        .init("answers", "回答", "Answers", right: true) { .number($0.scores.count) },
        .init("mean", "平均分", "Mean", right: true) { .optional(SurveyMessages.mean($0.scores)) },
      ])
  }
}
