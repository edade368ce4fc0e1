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
  /// "An hour orders the day, it does not judge it": the day was agreed on.
  var isAgreed = false
  /// Of the policies in force: how many hours an agreed one may pass.
  var grace = Grace()
  /// 改期: what the customer asked for, and how it stood without that.
  var wish:
    (wish: Wish, opens: Moment, due: Moment, isAgreed: Bool, wait: (by: String, until: Moment)?)?
  /// No call settles it, or it expires: it does not wait for a call.
  var waits = true
  /// The start of the case that it is about.
  var news: Moment?
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
    if isLate(now) { return expires || isReplaced ? "missed" : "overdue" }
    if openingDay > now.day { return "upcoming" }
    // Reading: what waits for an hour of a day is on the list of that day.
    if let wait, now.day < wait.until.day {
      return "held by \(wait.by) until \(wait.until)"
    }
    return "due"
  }

  func isLate(_ moment: Moment) -> Bool {
    (isAgreed ? lastAgreed : due).isSurelyBefore(moment)
  }

  /// "Late only from P+1, unless the policy gives `appointment_grace`."
  private var lastAgreed: Moment {
    guard let time = due.time, let hours = grace[due.day] else { return Moment(due.day) }
    let minute = Int(time.minute) + hours * 60
    return minute < 1440 ? Moment(due.day, TimeOfDay(minute: minute)) : Moment(due.day)
  }

  /// "What is open, not overdue and due by P opens and is due on P."
  mutating func postpone(_ fact: Fact, _ to: Moment) {
    let own = wish
    // What the wish had moved and is free again is put off from there.
    if let own, own.wish.release <= fact.day { wish = nil }
    takeBack()
    if due.day <= to.day {
      (opens, due, isAgreed, wait) = (to, to, true, ("postponement \(fact.id)", to))
    }
    if let own, fact.day < own.wish.release { grant(own.wish) }
  }

  /// "Hidden until P, opens and is due on P, or on its own day if that is later."
  mutating func grant(_ new: Wish) {
    takeBack()
    wish = (new, opens, due, isAgreed, wait)
    move(to: new.to)
  }

  /// The wait ends early on that day: it goes back to its own day. Reading: where that has passed
  /// meanwhile, it is due on the day itself, for nothing was to be done before.
  mutating func cut(_ day: Day) {
    guard let old = wish, old.wish.release == day, day <= old.wish.to.day else { return }
    takeBack()
    wish = (old.wish, opens, due, isAgreed, wait)
    move(to: Moment(day))
  }

  private mutating func move(to moment: Moment) {
    guard let wish, due.day < moment.day else { return }
    (opens, due, isAgreed, wait) = (moment, moment, true, ("promise \(wish.wish.id)", moment))
  }

  private mutating func takeBack() {
    guard let old = wish else { return }
    (opens, due, isAgreed, wait) = (old.opens, old.due, old.isAgreed, old.wait)
    wish = nil
  }
}

/// The hours that an agreed one may pass, by the day.
struct Grace {
  var reigns: [Reign] = []

  subscript(day: Day) -> Int? { reigns.last { $0.from <= day }?.policy.appointmentGrace }
}

/// A 改期: from its moment on the list waits for its day, until it is released.
struct Wish {
  var id: FactID
  var made: Moment
  var to: Moment
  /// The first day on which nothing waits for it any more.
  var release: Day

  /// Whether what opens on that day waits for it.
  func waits(on day: Day, for news: Moment?) -> Bool {
    made.day < day && day < to.day && day < release && concerns(news)
  }

  /// Reading: a case that was opened after the call is news.
  func concerns(_ news: Moment?) -> Bool {
    news.map { made.day >= $0.day && !made.isSurelyBefore($0) } ?? true
  }
}

/// What a rule counts from: the day, the facts of that day that gave it, and whether it is closed.
struct Start {
  var day: Day
  /// The moment of the event; nil for what counts from another rule.
  var moment: Moment?
  /// The step of a case that it is, or what named the day.
  var fact: FactID?
  /// The kind of the event, where it counts from one.
  var kind: EventKind?
  /// When what it counts from was settled on time, where that is another rule.
  var settled: Moment?
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
