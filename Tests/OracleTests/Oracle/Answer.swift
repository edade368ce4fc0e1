import Core

/// One obligation as the oracle sees it.
struct Answer {
  enum End: Equatable {
    case done(FactID, Day, onTime: Bool)
    case missed
    case skipped(FactID)
    case held(String, until: Moment)
    case void(Bar?, Day)
  }

  var rule: String
  var isCadence = false
  var key: String
  var opens: Moment
  var due: Moment
  /// How it ended; nil while it is open or to come.
  var end: End?
  /// Held back until then, and open after.
  var wait: (by: String, until: Moment)?
  /// A newer `--next` ended the waiting; the due moment stays.
  var isWaitOver = false
  /// A slot of a cadence that was restarted since: once past due, it is a miss.
  var isReplaced = false
  /// The day it counts from, with the time where the event has one.
  var anchor: Moment
  /// The last day on which somebody could be tried for it; nil: no such day has come.
  var triedUntil: Day?
  /// The day that decides under which policy it was opened.
  var openingDay: Day
  /// Whose it is alone; nil: as the rule says.
  var member: StaffID?
  /// Two of one rule with different reasons stand apart on the list.
  var reason = ""
  /// What it counts from, where rules may begin with its miss.
  var start: Start?

  func status(at now: Moment, expires: Bool) -> String {
    switch end {
    case .done(let fact, let day, let onTime):
      return "\(onTime ? "done" : "late") by \(fact) on \(day)"
    case .missed: return "missed"
    case .skipped(let fact): return "skipped by \(fact)"
    case .held(let by, let until): return "held by \(by) until \(until)"
    case .void(_, let day): return "void on \(day)"
    case nil: break
    }
    if due.isSurelyBefore(now) { return expires || isReplaced ? "missed" : "overdue" }
    if openingDay > now.day { return "upcoming" }
    // Reading: what waits for an hour of a day is on the list of that day.
    if let wait, !isWaitOver, now.day < wait.until.day {
      return "held by \(wait.by) until \(wait.until)"
    }
    return "due"
  }
}

/// What a rule counts from: the day, the facts of that day that gave it, and whether it is closed.
struct Start {
  var day: Day
  /// The moment of the event; nil for what counts from another rule.
  var moment: Moment?
  /// The kind of the event, where it counts from one.
  var kind: EventKind?
  /// The event at the start of the chain.
  var origin: Moment
  /// The case whose step it is.
  var caseNumber: Int32?
  /// The day on which a later one of several events took its place.
  var replaced: Day?
  /// The day on which what was missed, so that it began, was made up for.
  var madeUp: Day?
  /// A day that comes for everybody: a loss closes nothing of it.
  var isForAll = false

  /// The key of what it starts.
  var key: String { caseNumber.map { "case \($0) \(day)" } ?? "event \(day)" }
}
