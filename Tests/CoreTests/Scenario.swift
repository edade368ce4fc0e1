import Core
import Testing

/// `2026-11-05` or `2026-11-05 09:00`; `11-05` means 2026.
func moment(_ text: String) throws -> Moment {
  let parts = text.split(separator: " ")
  let date = parts[0].count == 5 ? "2026-\(parts[0])" : String(parts[0])
  guard parts.count == 2 else { return Moment(day(date)) }
  let time: TimeOfDay = try #require(TimeOfDay(parts[1]))
  return Moment(day(date), time)
}

/// A customer's story for the engine, written as in the design: facts with their days.
struct Scenario {
  var source: Source? = .visit
  private(set) var facts: [Fact] = []
  var milestones: [Milestone] = []
  var reigns: [Reign] = []
  var staff: [StaffID: Role] = [:]
  var calendar: WorkCalendar = .weekdays

  init(_ source: Source? = .visit) { self.source = source }

  mutating func add(_ when: String, _ body: Fact.Body) throws {
    let moment = try moment(when)
    facts.append(
      Fact(id: FactID(facts.count + 1), day: moment.day, time: moment.time, body))
  }

  mutating func event(_ when: String, _ kind: EventKind) throws { try add(when, .event(kind)) }

  mutating func grade(_ when: String, _ grade: Grade) throws { try add(when, .grade(grade)) }

  mutating func call(
    _ when: String, _ outcome: Outcome = .reached, by channel: Channel = .phone,
    next: String? = nil
  ) throws {
    let contact = Contact(channel: channel, outcome: outcome, next: try next.map(moment))
    try add(when, .contact(contact))
  }

  mutating func adopt(_ policy: Policy, from: String) throws {
    reigns.append(Reign(id: Int64(reigns.count + 1), policy: policy, from: try moment(from).day))
  }

  var engine: Engine {
    Engine(
      reigns: reigns, milestones: milestones, calendar: calendar, staffing: Staffing(staff))
  }
  var history: History { History(customer: 1, source: source, facts: facts) }

  /// Every obligation up to a year after `now`, each as `rule due status`.
  func owed(_ now: String, ahead: Int = 0) throws -> [String] {
    let now = try moment(now)
    return engine.obligations(
      of: history, at: now, broadcastsFrom: .first, horizon: now.day + ahead
    ).sorted { ($0.due.day, engine.rule($0.rule).id) < ($1.due.day, engine.rule($1.rule).id) }
      .map { "\(engine.rule($0.rule).id) \(text($0.due)) \($0.status.word)" }
  }

  /// The list's reasons, each as `rule opens..due status`, with days overdue and misses.
  func list(_ now: String, ahead: Int = 0) throws -> [String] {
    guard case .line(let line) = engine.agenda(of: history, at: try moment(now), ahead: ahead)
    else { return [] }
    return line.reasons.map { reason in
      let late = reason.daysOverdue > 0 ? " +\(reason.daysOverdue)" : ""
      let missed = reason.missed > 0 ? " x\(reason.missed)" : ""
      return "\(engine.rule(reason.rule).id) \(text(reason.opens))..\(text(reason.due)) "
        + "\(reason.status.word)\(late)\(missed)"
    }
  }

  private func text(_ moment: Moment) -> String {
    let full = moment.description
    return full.hasPrefix("2026-") ? String(full.dropFirst(5)) : full
  }
}

extension Status {
  var word: String {
    switch self {
    case .upcoming: "upcoming"
    case .due: "due"
    case .overdue: "overdue"
    case .done(_, _, let onTime): onTime ? "done" : "late"
    case .missed: "missed"
    case .skipped: "skipped"
    case .held: "held"
    case .void: "void"
    }
  }
}

extension ListStatus {
  var word: String {
    switch self {
    case .overdue: "overdue"
    case .due: "due"
    case .upcoming: "upcoming"
    case .held: "held"
    }
  }
}

extension Report {
  /// One customer as of a moment.
  mutating func add(_ history: History, _ engine: Engine, at now: Moment) {
    let stretch = days.lowerBound - Report.reach...days.upperBound
    add(EnginePass(engine, at: now, days: stretch).findings(of: history))
  }
}
