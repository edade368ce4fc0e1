/// For each class of customer that a policy can tell apart, whether it will ever ask for anything
/// (source × grade × stage × the tags that its rules name). What everybody gets, as a greeting to all,
/// does not count.
///
/// It is proved by the engine itself: a customer of the class is made up, with every festival, milestone
/// and birthday to come, and two years are looked through.
package struct ClassCoverage: Sendable {
  /// A class of customers as it is made up.
  package struct Kind: Hashable, Sendable {
    /// How the customer came first.
    package let source: Source
    /// Nil: not graded.
    package let grade: Grade?
    /// How far the customer has come; never lost, for then nothing is owed.
    package let stage: Stage
    /// Nil: none.
    package let tag: Tag?

    /// The class of customers who are all of that.
    package init(source: Source, grade: Grade?, stage: Stage, tag: Tag?) {
      self.source = source
      self.grade = grade
      self.stage = stage
      self.tag = tag
    }
  }

  /// Every class.
  package let kinds: [Kind]
  /// Those to whom nothing will ever be owed.
  package let without: [Kind]

  /// Looks through the classes that the policy can tell apart.
  package init(_ policy: Policy) {
    let engine = ClassCoverage.engine(policy)
    kinds = ClassCoverage.kinds(policy)
    without = kinds.filter { !ClassCoverage.isOwed($0, engine) }
  }

  private static func kinds(_ policy: Policy) -> [Kind] {
    let grades = [Grade?.none] + Grade.allCases.map { $0 }
    let tags = [Tag?.none] + policy.namedTags.elements.map { $0 }
    let stages: [Stage] = [.prospect, .reserved, .signed, .delivered]
    return stages.flatMap { stage in
      tags.flatMap { tag in
        Source.allCases.flatMap { source in
          grades.map { Kind(source: source, grade: $0, stage: stage, tag: tag) }
        }
      }
    }
  }

  // MARK: The made-up office

  /// A Monday; the day is of no matter.
  private static let start = Day(year: 2027, month: 3, day: 1) ?? .first
  /// So many days are looked through: every yearly day comes twice.
  private static let length = 730

  private static func engine(_ policy: Policy) -> Engine {
    let milestones = MilestoneKind.allCases.enumerated().map { index, kind in
      Milestone(id: Int64(index + 1), kind: kind, day: start + 40 + index * 3)
    }
    let years = start.year...(start + length).year
    let company = Festival.allCases.flatMap { festival in
      years.compactMap { festival.day(in: $0) }
    }.map { CompanyDays($0...$0, name: "") }
    return Engine(
      reigns: [Reign(id: 1, policy: policy, from: start)], milestones: milestones,
      calendar: WorkCalendar(years: [], company: company, restDays: []),
      vocabulary: policy.vocabulary)
  }

  private static func isOwed(_ kind: Kind, _ engine: Engine) -> Bool {
    let history = history(kind)
    let last = history.facts.last?.day ?? start
    return engine.obligations(
      of: history, at: Moment(last), broadcastsFrom: last, horizon: last + length
    ).contains { obligation in
      guard engine.ready(obligation.rule).isPersonal else { return false }
      return obligation.status.isOpen || obligation.status.isUpcoming
    }
  }

  private static func history(_ kind: Kind) -> History {
    var bodies: [(Int, Fact.Body)] = kind.source.event.map { [(0, .event($0))] } ?? []
    if let grade = kind.grade { bodies.append((0, .grade(grade))) }
    if let tag = kind.tag { bodies.append((0, .tag(tag, true))) }
    for member: Int32 in 0...1 {
      let birthday = try? Birthday(isLunar: false, year: nil, month: 6, day: 15)
      bodies.append((0, .birthday(BirthdayFact(of: member, birthday))))
    }
    let deals: [(Stage, EventKind)] = [
      (.reserved, .reservation), (.signed, .signing), (.delivered, .delivery),
    ]
    for (index, (stage, event)) in deals.enumerated() where stage.rawValue <= kind.stage.rawValue {
      bodies.append((index + 1, .event(event)))
    }
    let facts = bodies.enumerated().map { Fact(id: FactID($0 + 1), day: start + $1.0, $1.1) }
    return History(customer: 1, source: kind.source, facts: facts)
  }
}

extension Policy {
  /// The tags of which its rules and segments speak.
  package var namedTags: TermSet<Tag> {
    (rules.map(\.audience) + segments.map(\.audience)).reduce(into: TermSet<Tag>()) {
      $0.formUnion($1.anyTag)
      $0.formUnion($1.noTag)
    }
  }
}
