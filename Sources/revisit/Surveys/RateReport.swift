import Core
import Store

/// How many cases were called back, against what the policy in force asks for.
struct RateReport {
  let rate: CallbackRate
  let asOf: Moment
  let marks: [RateMark]
}

/// The share of callbacks that a policy asks for, in per cent: its parameter `callback_rate`.
struct RateMark {
  let clause: String
  let percent: Int

  static func all(of policy: Policy?) -> [RateMark] {
    (policy?.parameters ?? []).filter { $0.name == "callback_rate" }.compactMap { parameter in
      parameter.value.flatMap { Int($0) }.map { RateMark(clause: parameter.clause, percent: $0) }
    }
  }

  func isPassed(by count: CallbackRate.Count) -> Bool {
    count.done * 100 >= percent * (count.done + count.missed)
  }
}

extension Office {
  func rateReport(_ days: ClosedRange<Day>) throws -> RateReport {
    let now = session.now
    let engine = try engine()
    let pass = EnginePass(engine, at: now, days: days)
    var rate = CallbackRate(days: days)
    try store.forEachHistory(in: .office, asOf: now, activeSince: days.lowerBound) {
      rate.add(pass.findings(of: $0))
    }
    return RateReport(
      rate: rate, asOf: now, marks: RateMark.all(of: engine.reign(on: now.day)?.policy))
  }
}

extension RateReport {
  /// The rate of each kind and in all, and whether it is what the policy asks for.
  var listing: Listing {
    Listing(
      heading: [CaseMessages.rate(rate.days, asOf)],
      facts: [
        .asOf(asOf), .from(rate.days), .to(rate.days),
      ], [kinds, passMarks])
  }

  private var kinds: Listing.Section {
    typealias Line = (name: Cell, count: CallbackRate.Count)
    return Listing.Section(
      "kinds",
      CaseKind.allCases.compactMap { kind in rate.counts[kind].map { Line(.term(kind), $0) } },
      total: Line(.word("total", ListingMessages.total), rate.total),
      [
        .init("kind", "事项", "Kind") { $0.name },
        .init("required", "应回访", "Asked", right: true) { .number($0.count.required) },
        .init("done", "已回访", "Done", right: true) { .number($0.count.done) },
        .init("missed", "未回访", "Missed", right: true) { .number($0.count.missed) },
        .init("open", "未到期", "Open", right: true) { .number($0.count.open) },
        .init("percent", "回访率", "Rate", right: true) { .percent($0.count.share) },
      ])
  }

  private var passMarks: Listing.Section {
    let total = rate.total
    return Listing.Section(
      "marks", marks, ifEmpty: CaseMessages.noMark,
      [
        .init("verdict", "及格线", "Mark", shown: .page) {
          .words(CaseMessages.mark($0.percent, $0.clause, isPassed: $0.isPassed(by: total)))
        },
        .init("clause", "制度的条款", "clause", shown: .data) { .text($0.clause) },
        .init("percent", "及格线，百分之几", "pass mark in per cent", shown: .data) { .number($0.percent) },
        .init("passed", "及格没有", "whether it is reached", shown: .data) {
          .flag($0.isPassed(by: total))
        },
      ])
  }
}
