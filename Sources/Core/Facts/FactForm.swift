/// A fact's body and time as the one integer `what` of its row. The layout is that of schema.sql.
package struct FactForm: Hashable, Sendable {
  /// Which case of `Fact.Body` a row is. Stored: never renumber.
  enum Kind: Int64 {
    case event = 1, grade, tag, averse, doNotContact, hours, owner, contact, postponement, skip
    case birthday, step
  }

  package let bits: Int64

  /// Set where an operation took the fact back.
  package static let voided: Int64 = 1 << 16

  /// - Parameter word: the number of a rule's name.
  package init(_ body: Fact.Body, at time: TimeOfDay?, word: (ClauseID) throws -> Int64) rethrows {
    bits = try FactForm.bits(of: body, word) | FactForm.number(time) << 18
  }

  private static func bits(
    of body: Fact.Body, _ word: (ClauseID) throws -> Int64
  ) rethrows -> Int64 {
    switch body {
    case .event(let event): bits(.event, number: event.rawValue)
    case .grade(let grade): bits(.grade, value: grade?.rawValue)
    case .tag(let tag, let on): bits(.tag, number: tag.rawValue, flag: on)
    case .averse(let on): bits(.averse, flag: on)
    case .doNotContact(let on): bits(.doNotContact, flag: on)
    case .hours(let range): bits(.hours, more: number(range?.from) | number(range?.to) << 11)
    case .owner(let staff): bits(.owner, more: staff)
    case .contact(let contact): bits(of: contact)
    case .postponement(let moment): bits(.postponement, more: number(moment))
    case .skip(let rule): bits(.skip, more: try word(rule))
    case .birthday(let birthday):
      bits(.birthday, more: Int64(birthday.birthday?.code ?? 0) | Int64(birthday.member) << 25)
    case .step(let step): bits(of: step)
    }
  }

  private static func bits(of contact: Contact) -> Int64 {
    bits(
      .contact, value: contact.intention?.rawValue, flag: contact.promised,
      more: number(contact.next))
      | Int64(contact.outcome.rawValue) << 9 | Int64(contact.channel.rawValue - 1) << 12
  }

  private static func bits(of step: CaseStep) -> Int64 {
    let day = step.to.map { Int64($0.number) + dayOffset } ?? 0
    return bits(.step, value: step.step.rawValue, more: Int64(step.caseNumber) | day << 17)
      | Int64(step.kind.rawValue) << 9 | Int64(step.urgency.rawValue) << 12
  }

  /// A word's number stands in `value`, or in `more` where it is too great for that.
  private static func bits(_ kind: Kind, number: UInt8, flag: Bool = false) -> Int64 {
    number < 16
      ? bits(kind, value: number, flag: flag) : bits(kind, flag: flag, more: Int64(number))
  }

  private static func bits(
    _ kind: Kind, value: UInt8? = nil, flag: Bool = false, more: Int64 = 0
  ) -> Int64 {
    kind.rawValue | (flag ? 1 << 4 : 0) | Int64(value ?? 0) << 5 | more << 29
  }

  /// 0 for none, else the minute and 1.
  private static func number(_ time: TimeOfDay?) -> Int64 { time.map { Int64($0.minute) + 1 } ?? 0 }

  /// 0 for none, else the day, counted from before the first, and above it the time.
  private static func number(_ moment: Moment?) -> Int64 {
    guard let moment else { return 0 }
    return Int64(moment.day.number) + dayOffset | number(moment.time) << 17
  }

  private static let dayOffset: Int64 = 25_568
}

// MARK: - Reading

extension FactForm {
  /// Of a row's `what`.
  package init(bits: Int64) { self.bits = bits }

  package var isVoided: Bool { bits & FactForm.voided != 0 }

  package var time: TimeOfDay? { FactForm.time(bits >> 18) }

  private var more: Int64 { bits >> 29 }
  private var value: Int { Int(bits >> 5 & 15) }
  private var flag: Bool { bits & 1 << 4 != 0 }

  private static func time(_ bits: Int64) -> TimeOfDay? {
    let number = Int(bits & 2047)
    return number == 0 ? nil : TimeOfDay(minute: number - 1)
  }

  private var moment: Moment? {
    Day(number: Int(more & 0x1_FFFF) - Int(FactForm.dayOffset)).map {
      Moment($0, FactForm.time(more >> 17))
    }
  }

  /// Nil where the number means nothing to this program.
  package func body(_ words: [Int64: ClauseID]) -> Fact.Body? {
    guard bits > 0, let kind = Kind(rawValue: bits & 15) else { return nil }
    switch kind {
    case .event: return EventKind(stored: number).map { .event($0) }
    case .grade: return .grade(Grade(stored: value))
    case .tag: return Tag(stored: number).map { .tag($0, flag) }
    case .averse: return .averse(flag)
    case .doNotContact: return .doNotContact(flag)
    case .hours: return .hours(hours)
    case .owner: return .owner(more)
    case .contact: return contact.map { .contact($0) }
    case .postponement: return moment.map { .postponement(to: $0) }
    case .skip: return words[more].map { .skip(rule: $0) }
    case .birthday: return .birthday(birthday)
    case .step: return step.map { .step($0) }
    }
  }

  private var number: Int { value > 0 ? value : Int(more & 63) }

  private var birthday: BirthdayFact {
    BirthdayFact(
      of: Int32(truncatingIfNeeded: more >> 25),
      Birthday(code: Int32(truncatingIfNeeded: more & 0x1FF_FFFF)))
  }

  private var step: CaseStep? {
    guard let kind = CaseKind(stored: Int(bits >> 9 & 7)), let step = CaseStepKind(stored: value),
      let urgency = Urgency(stored: Int(bits >> 12 & 15))
    else { return nil }
    return CaseStep(
      Int32(truncatingIfNeeded: more & 0x1_FFFF), kind, step, urgency: urgency,
      to: Day(number: Int(more >> 17) - Int(FactForm.dayOffset)))
  }

  private var hours: TimeRange? {
    guard let from = FactForm.time(more), let to = FactForm.time(more >> 11) else { return nil }
    return TimeRange(from: from, to: to)
  }

  private var contact: Contact? {
    guard let channel = Channel(stored: Int(bits >> 12 & 15) + 1),
      let outcome = Outcome(stored: Int(bits >> 9 & 7))
    else { return nil }
    return Contact(
      channel: channel, outcome: outcome, next: moment, promised: flag,
      intention: Grade(stored: value))
  }
}

extension Fact {
  /// The fact of a row; nil where a number of it means nothing to this program.
  package init?(id: FactID, day: Int64, what: Int64, _ words: [Int64: ClauseID]) {
    let form = FactForm(bits: what)
    guard let day = Day(number: Int(day)), let body = form.body(words) else { return nil }
    self.init(id: id, day: day, time: form.time, body)
  }
}
