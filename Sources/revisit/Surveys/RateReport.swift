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
  func text(as format: Format, _ session: Session) -> String {
    var list = Listing(
      "kinds",
      [
        .init("kind", "事项", "Kind"), .init("required", "应回访", "Asked", right: true),
        .init("done", "已回访", "Done", right: true),
        .init("missed", "未回访", "Missed", right: true),
        .init("open", "未到期", "Open", right: true), .init("percent", "回访率", "Rate", right: true),
      ])
    for kind in CaseKind.allCases {
      guard let count = rate.counts[kind] else { continue }
      list.add(cells(format == .table ? session.say(kind) : kind.name, count, format))
    }
    let total = format == .table ? session.say("合计", "total") : "total"
    list.add(cells(total, rate.total, format))
    let none = Bilingual("", "")
    switch format {
    case .csv: return list.text(as: .csv, session, ifEmpty: none)
    case .json: return json.text + "\n"
    case .table:
      return session.say(CaseMessages.rate(rate.days, asOf)) + "\n\n"
        + list.text(as: .table, session, ifEmpty: none) + verdict(session)
    }
  }

  private func verdict(_ session: Session) -> String {
    let lines = marks.map { mark in
      CaseMessages.mark(mark.percent, mark.clause, isPassed: mark.isPassed(by: rate.total))
    }
    return (lines.isEmpty ? [CaseMessages.noMark] : lines)
      .map { visible(session.say($0)) + "\n" }.joined()
  }

  private func cells(_ name: String, _ count: CallbackRate.Count, _ format: Format) -> [JSON] {
    [
      .string(name), .int(count.required), .int(count.done), .int(count.missed), .int(count.open),
      format == .table ? .string("\(count.percent)%") : .int(count.percent),
    ]
  }

  private var json: JSON {
    .object([
      ("version", .int(1)), ("as_of", .string("\(asOf)")),
      ("from", .string("\(rate.days.lowerBound)")), ("to", .string("\(rate.days.upperBound)")),
      (
        "kinds",
        .array(
          CaseKind.allCases.compactMap { kind in
            rate.counts[kind].map { .object([("kind", .string(kind.name))] + members($0)) }
          })
      ),
      ("total", .object(members(rate.total))),
      (
        "marks",
        .array(
          marks.map { mark in
            .object([
              ("clause", .string(mark.clause)), ("percent", .int(mark.percent)),
              ("passed", .bool(mark.isPassed(by: rate.total))),
            ])
          })
      ),
    ])
  }

  private func members(_ count: CallbackRate.Count) -> [(String, JSON)] {
    [
      ("required", .int(count.required)), ("done", .int(count.done)),
      ("missed", .int(count.missed)), ("open", .int(count.open)), ("percent", .int(count.percent)),
    ]
  }
}
