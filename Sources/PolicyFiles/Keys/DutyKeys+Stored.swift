import Core

// A duty as bytes. A case is its place in the list of cases: new ones go to the end.

extension DutySchedule: Choice {
  static let blanks: [DutySchedule] = [
    .series(.days(1), workdaysOnly: false), .milestone([], due: .zero),
  ]

  var place: Int {
    switch self {
    case .series: 0
    case .milestone: 1
    }
  }
}

extension Evidence: Choice {
  static let blanks: [Evidence] = [.ledger(""), .report(""), .event(.visit)]

  var place: Int {
    switch self {
    case .ledger: 0
    case .report: 1
    case .event: 2
    }
  }
}

extension FormCoder {
  mutating func code(_ holder: inout DutyHolder) {
    choose(&holder, among: [.office, .role(.consultant, any: false)]) { $0 == .office ? 0 : 1 }
    guard case .role(var role, var any) = holder else { return }
    code(&role)
    code(&any)
    holder = .role(role, any: any)
  }

  mutating func code(_ schedule: inout DutySchedule) {
    choose(&schedule)
    switch schedule {
    case .series(var cadence, var workdaysOnly):
      code(&cadence)
      code(&workdaysOnly)
      schedule = .series(cadence, workdaysOnly: workdaysOnly)
    case .milestone(var kinds, var due):
      code(&kinds)
      code(&due)
      schedule = .milestone(kinds, due: due)
    }
  }

  mutating func code(_ evidence: inout Evidence) {
    choose(&evidence)
    switch evidence {
    case .ledger(var kind):
      code(&kind)
      evidence = .ledger(kind)
    case .report(var name):
      code(&name)
      evidence = .report(name)
    case .event(var kind):
      code(&kind)
      evidence = .event(kind)
    }
  }

  mutating func code(_ time: inout TimeOfDay?) {
    var minute = time.map { Int($0.minute) }
    code(&minute, blank: 0) { $0.code(&$1) }
    time = minute.flatMap { TimeOfDay(minute: $0) }
  }

  mutating func code(_ weekday: inout Weekday?) {
    var number = weekday?.number
    code(&number, blank: 0) { $0.code(&$1) }
    weekday = number.flatMap(Weekday.init(stored:))
  }
}
