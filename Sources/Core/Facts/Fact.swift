// The data model, in one place.
//
// A `Fact` is something that happened to one customer on a civil day. Facts are only added; a
// mistake is voided by an operation, and a voided fact never reaches the engine. `History` is
// everything the engine knows of a customer. What is due is not among it: it is computed.

/// A fact's number, counted from 1 through the whole office.
package typealias FactID = Int64
/// A customer's number; 1 is shown as C000001.
package typealias CustomerID = Int64
/// The number of a member of staff, counted from 1.
package typealias StaffID = Int64

/// One contact (回访) with a customer.
package struct Contact: Hashable, Sendable {
  /// By what means.
  package var channel: Channel
  /// What came of it.
  package var outcome: Outcome
  /// When the customer is to be called next (`--next`); see `agreed`.
  package var next: Moment?
  /// Whether something was promised for `next`; its text is a note of the fact.
  package var promised: Bool
  /// The intention read from the contact (意向级别). It does not change the grade.
  package var intention: Grade?
  /// The case that it was about (谈的事项); nil: none was named.
  package var about: CaseOfContact?
  /// The text from the outbox that it was; nil: a conversation, or what a member of staff wrote.
  package var text: SentText?
  /// The member of staff who spoke or wrote; nil: the customer's consultant.
  package var speaker: StaffID?

  package init(
    channel: Channel, outcome: Outcome, next: Moment? = nil, promised: Bool = false,
    intention: Grade? = nil, about: CaseOfContact? = nil, text: SentText? = nil,
    speaker: StaffID? = nil
  ) {
    self.channel = channel
    self.outcome = outcome
    self.next = next
    self.promised = promised
    self.intention = intention
    self.about = about
    self.text = text
    self.speaker = speaker
  }

  /// The day that was agreed with the customer: an attempt agrees on nothing.
  package var agreed: Moment? { outcome.counts || outcome == .rescheduled ? next : nil }

  /// Whether a member of staff spoke with the customer or wrote to them.
  package var isConversation: Bool { text == nil }

  /// Whether it keeps an agreed day: reached or refused, by voice, face to face or by WeChat. A message
  /// that was only sent keeps none.
  package var keepsAgreements: Bool {
    guard isConversation, outcome.counts, outcome != .sent else { return false }
    switch channel {
    case .phone, .homeVisit, .faceToFace, .wechat: return true
    case .sms, .email, .letter, .online: return false
    }
  }
}

/// The case that a contact was about.
package struct CaseOfContact: Hashable, Sendable {
  /// The case's number among the customer's.
  package let number: Int32
  /// What the case is about.
  package let kind: CaseKind

  package init(_ number: Int32, _ kind: CaseKind) {
    self.number = number
    self.kind = kind
  }
}

/// The birthday of the customer or of one of the family (家属).
package struct BirthdayFact: Hashable, Sendable {
  /// 0: the customer; else the relative's number among the customer's, 511 at most.
  package let member: Int32
  private let code: Int32

  /// Nil takes the birthday back.
  package init(of member: Int32, _ birthday: Birthday?) {
    self.member = member
    code = birthday?.code ?? 0
  }

  /// The birthday; nil where it was taken back.
  package var birthday: Birthday? { Birthday(code: code) }

  /// Whether it is the customer's own or one of the family's.
  package var owner: BirthdayOwner { member == 0 ? .own : .family }
}

/// A step that a case of the customer took (事项进展).
package struct CaseStep: Hashable, Sendable {
  /// The case's number among the customer's, 131071 at most.
  package let caseNumber: Int32
  /// What the case is about.
  package let kind: CaseKind
  /// How soon the case wants attention.
  package let urgency: Urgency
  /// What was done.
  package let step: CaseStepKind
  /// The day on which a reply was promised, for `CaseStepKind.promised`.
  package let to: Day?
  /// The member of staff who took the step, or whom the case was given to by it; nil: not known.
  package let member: StaffID?

  package init(
    _ caseNumber: Int32, _ kind: CaseKind, _ step: CaseStepKind, urgency: Urgency = .normal,
    to: Day? = nil, member: StaffID? = nil
  ) {
    self.caseNumber = caseNumber
    self.kind = kind
    self.step = step
    self.urgency = urgency
    self.to = to
    self.member = member
  }
}

/// A dated fact about a customer. Its effective day says when it holds, not when it was recorded.
package struct Fact: Hashable, Sendable {
  /// What happened.
  package enum Body: Hashable, Sendable {
    case event(EventKind)
    case grade(Grade?)
    case tag(Tag, Bool)
    /// Aversion to calls (反感电话).
    case averse(Bool)
    /// Do not contact (免打扰).
    case doNotContact(Bool)
    /// The hours at which the customer likes to be called; nil takes them back.
    case hours(TimeRange?)
    case owner(StaffID)
    case contact(Contact)
    /// Everything open and not overdue is due at that moment instead (延期).
    case postponement(to: Moment)
    /// The open occurrence of the rule with that id is excused (免做).
    case skip(rule: ClauseID)
    case birthday(BirthdayFact)
    case step(CaseStep)
  }

  /// The number under which it was recorded.
  package let id: FactID
  /// The day on which it takes effect.
  package let day: Day
  /// The minute at which it takes effect; nil where only the day is known.
  package let time: TimeOfDay?
  /// What happened.
  package let body: Body

  /// A fact that takes effect on that day.
  package init(id: FactID, day: Day, time: TimeOfDay? = nil, _ body: Body) {
    self.id = id
    self.day = day
    self.time = time
    self.body = body
  }

  /// When it takes effect.
  package var moment: Moment { Moment(day, time) }
}

extension Fact {
  /// The one order of facts: by day, then time (a fact without a time stands at the start of its
  /// day), then number.
  package static func inOrder(_ a: Fact, _ b: Fact) -> Bool {
    if a.day != b.day { return a.day < b.day }
    let (at, bt) = (a.time?.minute ?? -1, b.time?.minute ?? -1)
    return at != bt ? at < bt : a.id < b.id
  }
}

/// Everything the engine knows of one customer.
package struct History: Sendable {
  /// The customer's number.
  package let customer: CustomerID
  /// How the customer came first; nil where that is not known.
  package let source: Source?
  /// In the order of `Fact.inOrder`.
  package let facts: [Fact]

  /// Sorts the facts where they are not sorted yet.
  package init(customer: CustomerID, source: Source?, facts: [Fact]) {
    self.customer = customer
    self.source = source
    self.facts = facts.isInOrder ? facts : facts.sorted(by: Fact.inOrder)
  }
}

extension History {
  /// The case of that number as a conversation is about it; nil: the customer has none such.
  package func matter(_ number: Int32) -> CaseOfContact? {
    for fact in facts {
      if case .step(let step) = fact.body, step.caseNumber == number {
        return CaseOfContact(number, step.kind)
      }
    }
    return nil
  }
}

extension [Fact] {
  /// In place: this runs for every customer of the office, and copying a fact counts references.
  fileprivate var isInOrder: Bool {
    withUnsafeBufferPointer { facts in
      facts.indices.dropFirst().allSatisfy { index in
        facts[index - 1].day < facts[index].day || Fact.inOrder(facts[index - 1], facts[index])
      }
    }
  }
}

/// A milestone (项目节点) of the project. Plans are always visible, whatever the present is.
package struct Milestone: Hashable, Sendable {
  /// The milestone's number.
  package let id: Int64
  /// What it is.
  package let kind: MilestoneKind
  /// Its first day, as planned now.
  package private(set) var day: Day
  /// Its last day; the same where it takes one day.
  package private(set) var lastDay: Day
  /// What people call it, such as 3号楼封顶; empty if the kind says it.
  package let title: String
  /// The building that it is about; empty: the whole project.
  package let building: String
  /// The days on which it was to be before it moved, oldest first.
  package private(set) var former: [FormerDay] = []

  package init(
    id: Int64, kind: MilestoneKind, day: Day, until: Day? = nil, title: String = "",
    building: String = ""
  ) {
    self.id = id
    self.kind = kind
    self.day = day
    lastDay = max(day, until ?? day)
    self.title = title
    self.building = building
  }
}

/// Where a milestone stood until it moved.
package struct FormerDay: Hashable, Sendable {
  /// Its first day then.
  package let day: Day
  /// Its last day then.
  package let lastDay: Day
  /// When the new day was announced. Who was told before knows only the old one.
  package let until: Moment
}

extension Milestone {
  /// Puts it on another day. Its number stays, and with it what it is known by.
  package mutating func move(to day: Day, until last: Day?, at moment: Moment) {
    former.append(FormerDay(day: self.day, lastDay: lastDay, until: moment))
    lastDay = max(day, last ?? day + (lastDay - self.day))
    self.day = day
  }

  /// The day on which it was to be as far as was known at that moment; where the hours do not tell
  /// whether it had moved, it had not.
  package func day(knownAt moment: Moment) -> Day {
    former.first { !$0.until.isSurelyBefore(moment) }?.day ?? day
  }
}
