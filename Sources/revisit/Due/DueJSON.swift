import Core
import Intake
import Store

extension DueList {
  /// The list as JSON, version 1. Customers who are not listed stand in it with `--all` only.
  var json: JSON {
    .object([
      ("version", .int(1)), ("as_of", .string(asOf.description)), ("training", .bool(isTraining)),
      ("do_by", .optional(holiday.map { "\($0.eve)" })),
      ("items", .array(jsonRows)),
      (
        "unlisted",
        .object(
          hidden.counts.sorted { $0.kind.name < $1.kind.name }.map {
            ($0.kind.name, .int($0.count))
          })
      ),
      (
        "unplanned",
        .object(
          [("total", .int(unplanned.total))]
            + PlanGap.allCases.map { ($0.name, .int(unplanned.counts[$0])) })
      ),
      ("waves", .array(waves.map(json))),
      ("duties", Listing.Section.duties(duties, at: asOf).jsonRows),
      ("reviews", Listing.Section.reviews(reviews).jsonRows),
      ("out_of_reach", Listing.Section.outOfReach(outOfReach, at: asOf).jsonRows),
    ])
  }

  private var jsonRows: [JSON] {
    items.enumerated().map { index, item in json(item, row: firstRow + index) }
  }

  private func json(_ item: DueItem, row: Int) -> JSON {
    let strictest = item.line.strictest
    let hours = callHours(for: item)
    let channels = engine.channels(of: item.line)
    return .object([
      ("row", .int(row)), ("customer", .string(number(item.customer))),
      ("name", .string(item.name)),
      ("phone", .optional(item.phones.first)),
      ("phones", .array(item.phones.map(JSON.string))),
      ("dead_phones", .array(item.deadPhones.map(JSON.string))),
      ("consultant", .optional(item.consultant)),
      ("stage", .string(item.line.state.stage.name)),
      ("grade", .optional(item.line.state.grade?.name)),
      ("class", .string(CustomerClass(item.line.state).name)),
      (
        "tags",
        .array(item.line.state.tags.elements.map { .string($0.word(in: engine.vocabulary).name) })
      ),
      ("status", .string(strictest.status.name)),
      ("opens", .string(strictest.opens.description)), ("due", .string(strictest.due.description)),
      ("days_overdue", .int(strictest.daysOverdue)), ("attempts", .int(item.line.attempts)),
      ("channel", .string(item.line.channel.name)),
      ("channels", .array((channels.needed + channels.others).map { .string($0.name) })),
      ("call_hours", .array((hours?.ranges ?? []).map { .string("\($0)") })),
      ("next_call", .optional(nextCall(hours))),
      ("reasons", .array(item.line.reasons.map { json($0, item) })),
      ("cases", .array(item.cases.map(json))),
    ])
  }

  private func json(_ entry: DueCase) -> JSON {
    .object([
      ("case", .string(caseNumber(entry.record.number))), ("kind", .string(entry.record.kind.name)),
      ("about", .string(entry.record.about)),
      ("handlers", .array(entry.handlers.map { .string($0) })),
    ])
  }

  private func json(_ wave: WaveShare) -> JSON {
    .object([
      ("rule", .string(engine.rule(wave.rule).id)),
      ("occasion", .string(DueMessages.occasion(of: wave, engine).en)),
      ("due", .string("\(wave.due)")), ("customers", .int(wave.total)), ("told", .int(wave.told)),
      (
        "days",
        .array(
          wave.days.sorted { $0.key < $1.key }.map { day, count in
            .object([("day", .string("\(day)")), ("customers", .int(count))])
          })
      ),
    ])
  }

  /// When the next hour that suits a call begins; nil now, or at any time.
  private func nextCall(_ hours: CallHours?) -> String? {
    switch hours?.window(at: asOf, engine.calendar) {
    case .next(let time): "\(Moment(asOf.day, time))"
    case .over(let next), .holiday(let next): "\(next)"
    case .none?, .within, nil: nil
    }
  }

  private func json(_ reason: Reason, _ item: DueItem) -> JSON {
    let rule = rule(reason)
    var relative: String?
    if case .birthday(let member, _) = reason.key { relative = item.relatives[member] }
    var members: [(String, JSON)] = [
      ("rule", .string(rule.id)), ("article", .string(rule.article)),
      ("status", .string(reason.status.name)), ("opens", .string(reason.opens.description)),
      ("due", .string(reason.due.description)), ("missed", .int(reason.missed)),
      ("anchor", .string(reason.anchor.description)), ("channel", .string(reason.channel.name)),
      ("centre", .optional(rule.margin > 0 ? "\(reason.due.day - rule.margin)" : nil)),
      ("relative", .optional(relative)),
    ]
    if reason.passedHour(at: asOf) != nil { members.append(("past_hour", .bool(true))) }
    if let role = rule.doer {
      members.append(("by", .string(role.word(in: engine.vocabulary).name)))
    }
    if let day = reason.waveDay { members.append(("wave_day", .string("\(day)"))) }
    return .object(members)
  }

  /// What stands in the JSON before its items and after them.
  var jsonEnds: (before: String, after: String) {
    var bare = self
    bare.items = []
    let text = bare.json.text
    // No text that somebody wrote stands before it.
    let items = text.firstRange(of: "\"items\":[]") ?? text.endIndex..<text.endIndex
    return (text[..<items.upperBound].dropLast() + "", "]" + text[items.upperBound...])
  }

  /// The items as they stand between those ends.
  var jsonItems: String { jsonRows.map(\.text).joined(separator: ",") }

  /// The list as CSV: one row a customer.
  var csv: String { CSVWriter(neutralisesFormulas: true).row(DueList.csvHeader) + csvRows }

  private static let csvHeader = [
    "customer", "name", "phone", "consultant", "stage", "grade", "status", "opens", "due",
    "days_overdue", "attempts", "channel", "rules", "articles", "channels",
  ]

  /// The rows below the line of keys.
  var csvRows: String {
    let writer = CSVWriter(neutralisesFormulas: true)
    var text = ""
    var rules = RuleTexts(engine, .en)
    for item in items { writer.write(cells(item, &rules), to: &text) }
    return text
  }

  private func cells(_ item: DueItem, _ known: inout RuleTexts) -> [String] {
    let strictest = item.line.strictest
    let state = item.line.state
    let rules = known[item.line.reasons]
    let channels = engine.channels(of: item.line)
    return [
      number(item.customer), item.name, item.phones.joined(separator: " "),
      item.consultant ?? "", state.stage.name, state.grade?.name ?? "", strictest.status.name,
      strictest.opens.description, strictest.due.description, String(strictest.daysOverdue),
      String(item.line.attempts), item.line.channel.name,
      rules.ids.joined(separator: " "), rules.articles.joined(separator: " "),
      (channels.needed + channels.others).map(\.name).joined(separator: " "),
    ]
  }
}

extension ListStatus {
  /// Stable name in JSON and CSV.
  var name: String {
    switch self {
    case .overdue: "overdue"
    case .due: "due"
    case .upcoming: "upcoming"
    case .held: "held"
    }
  }
}

extension HiddenBecause {
  /// Stable name in JSON.
  var name: String {
    switch self {
    case .doNotContact: "do_not_contact"
    case .cap: "cap"
    case .promised: "promised"
    case .postponed: "postponed"
    case .wave: "wave"
    }
  }
}
