import Core

// What staff owe and what is sent, as bytes.

extension FormCoder {
  static var blankDuty: Duty {
    Duty(
      id: "", holder: .office, schedule: .series(.days(1), workdaysOnly: false),
      evidence: .ledger(""))
  }

  mutating func code(_ duty: inout Duty) {
    code(&duty.id)
    code(&duty.article)
    code(&duty.says)
    code(&duty.holder)
    code(&duty.schedule)
    choose(&duty.dayOff, among: DayOffChoice.allCases) {
      DayOffChoice.allCases.firstIndex(of: $0) ?? 0
    }
    var minute = duty.until.map { Int($0.minute) }
    code(&minute, blank: 0) { $0.code(&$1) }
    duty.until = minute.flatMap { TimeOfDay(minute: $0) }
    code(&duty.evidence)
    code(&duty.count)
    var weekday = duty.weekFrom?.number
    code(&weekday, blank: 0) { $0.code(&$1) }
    duty.weekFrom = weekday.flatMap(Weekday.init(stored:))
  }

  private mutating func code(_ holder: inout DutyHolder) {
    choose(&holder, among: [.office, .role(.consultant, any: false)]) { $0 == .office ? 0 : 1 }
    guard case .role(var role, var any) = holder else { return }
    code(&role)
    code(&any)
    holder = .role(role, any: any)
  }

  private mutating func code(_ schedule: inout DutySchedule) {
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

  private mutating func code(_ evidence: inout Evidence) {
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

  mutating func code(_ template: inout Template) {
    code(&template.id)
    code(&template.clause)
    code(&template.kind)
    code(&template.says)
    code(&template.text)
    code(&template.needsApproval)
    code(&template.consult)
  }

  mutating func code(_ frame: inout Frame) {
    code(&frame.clause)
    code(&frame.heads, blank: "") { $0.code(&$1) }
    code(&frame.tail)
    code(&frame.addOn, blank: 0) { $0.code(&$1) }
  }

  mutating func code(_ survey: inout Questionnaire) {
    code(&survey.id)
    code(&survey.says)
    code(&survey.questions, blank: "") { $0.code(&$1) }
    code(&survey.scale)
    since(5) { coder in
      coder.code(&survey.open, blank: "") { $0.code(&$1) }
      coder.code(&survey.channel, blank: .phone) { $0.code(&$1) }
    }
  }
}

extension FormCoder {
  mutating func code(_ choice: inout MessageChoice) {
    code(&choice.usual)
    code(&choice.byMilestone, blank: .launch)
    code(&choice.byFestival, blank: .newYear)
  }

  /// In the order of the terms, so that equal policies have equal bytes.
  private mutating func code<T: Term>(_ names: inout [T: String], blank: T) {
    var pairs = T.allCases.compactMap { term in names[term].map { (term, $0) } }
    code(&pairs, blank: (blank, "")) { coder, pair in
      coder.code(&pair.0)
      coder.code(&pair.1)
    }
    names = pairs.isEmpty ? [:] : Dictionary(pairs) { first, _ in first }
  }
}

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
