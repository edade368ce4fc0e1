/// The one who works through a wave.
enum WaveHolder: Hashable, Sendable {
  /// Nil: customers without a consultant.
  case consultant(StaffID?)
  case role(Role)

  init(_ doer: Role?, owner: StaffID?) {
    self = doer.map { .role($0) } ?? .consultant(owner)
  }

  fileprivate var staff: StaffID? {
    if case .consultant(let staff) = self { staff } else { nil }
  }
}

/// The waves of an office, gathered customer by customer, each consultant's apart and those of each
/// role together.
package struct WaveBook: Sendable {
  private var members: [WaveHolder: [WaveMember]] = [:]

  /// No waves yet.
  package init() {}

  /// Takes in the waves to which the customer of `findings` belongs.
  ///
  /// - Parameters:
  ///   - ahead: how many days ahead the list looks.
  ///   - viewer: whose list it is.
  package mutating func add(
    _ findings: Findings, ahead: Int = 0, for viewer: Viewer = .office
  ) {
    guard findings.pass.engine.hasWaves else { return }
    for (holder, member) in findings.waveMembers(ahead: ahead, viewer) {
      members[holder, default: []].append(member)
    }
  }

  /// Adds the waves of other customers.
  package static func += (a: inout WaveBook, b: WaveBook) {
    a.members.merge(b.members, uniquingKeysWith: +)
  }

  /// Whether no customer belongs to any wave.
  package var isEmpty: Bool { members.isEmpty }

  /// Whether a role works through any of them, for customers of several consultants.
  package var hasRoles: Bool {
    members.keys.contains { if case .role = $0 { true } else { false } }
  }

  /// The days that fall to everyone.
  package func plans(_ engine: Engine, _ daysOff: DaysOff, on today: Day) -> WavePlans {
    let capacity = engine.reign(on: today)?.policy.capacity
    return WavePlans(
      engine: engine, today: today,
      plans: Dictionary(
        members.map { holder, members in
          let plan = WavePlan(members, capacity: capacity, on: today) { day in
            engine.calendar.isWorkday(day, of: holder.staff, daysOff)
          }
          return (holder, plan)
        }, uniquingKeysWith: { first, _ in first }))
  }
}

/// The waves of some consultants as of a day.
package struct WavePlans: Sendable {
  /// The policies and the calendar by which they were made.
  package let engine: Engine
  /// The day as of which they hold.
  package let today: Day
  private let plans: [WaveHolder: WavePlan]

  fileprivate init(engine: Engine, today: Day, plans: [WaveHolder: WavePlan]) {
    self.engine = engine
    self.today = today
    self.plans = plans
  }
}

/// How far a wave has come.
package struct WaveShare: Hashable, Sendable {
  /// The rule that asks for it.
  package let rule: RuleRef
  /// The milestone, festival or company holiday that is told of.
  package let key: AnchorKey
  /// The last day of the wave.
  package let due: Day
  /// Customers who belong to it and are to be told or have been; those held back are left out.
  package fileprivate(set) var total = 0
  /// Those of them who have been told.
  package fileprivate(set) var told = 0
  /// Still to be told, by the day on which the list asks for it.
  package fileprivate(set) var days: [Day: Int] = [:]
}

extension Engine {
  func wave(_ rule: RuleRef, _ key: AnchorKey) -> WaveID? {
    let ready = ready(rule)
    return ready.rule.spreads ? WaveID(rule: ready.name, key: key) : nil
  }

  fileprivate func rule(of wave: WaveID) -> RuleRef? {
    ready.last { $0.contains { $0.name == wave.rule } }?.first { $0.name == wave.rule }?.ref
  }
}

extension Findings {
  /// The customer's place in every wave that is not over.
  fileprivate func waveMembers(
    ahead: Int, _ viewer: Viewer
  ) -> [(WaveHolder, WaveMember)] {
    guard timeline.spans.last?.state.isStopped == false else { return [] }
    let today = pass.now.day
    let owner = timeline.spans.last?.state.owner
    return obligations.compactMap { obligation in
      guard let wave = pass.engine.wave(obligation.rule, obligation.key),
        obligation.due.day >= today, obligation.opens.day <= today + ahead,
        viewer.sees(.usual(obligation.doer, obligation.member, owner: owner))
      else { return nil }
      let member = WaveMember(
        customer: history.customer, wave: wave,
        window: min(obligation.opens.day, obligation.due.day)...obligation.due.day,
        progress: progress(of: obligation))
      return (WaveHolder(obligation.doer, owner: owner), member)
    }
  }

  private func progress(of obligation: Obligation) -> WaveMember.Progress {
    switch obligation.status {
    case .upcoming: .open
    case .due, .overdue: obligation.isListed(at: pass.now) ? .open : .outside
    case .done(_, on: pass.now.day, _): .settledToday
    case .done: .settled
    case .missed, .skipped, .held, .void: .outside
    }
  }
}

extension WavePlans {
  /// The day that fell to the customer; nil where the obligation is of no wave.
  package func place(
    of customer: CustomerID, owner: StaffID?, _ rule: RuleRef, _ key: AnchorKey
  ) -> WavePlan.Place? {
    engine.wave(rule, key).flatMap {
      plans[WaveHolder(engine.doer(of: rule), owner: owner)]?.place(of: customer, in: $0)
    }
  }

  /// The day on which a list asks for it; nil where it is of no wave, or not asked for any more.
  func asked(_ obligation: Obligation, of customer: CustomerID, owner: StaffID?) -> Day? {
    place(of: customer, owner: owner, obligation.rule, obligation.key)?.asked
  }

  /// The line as the list of a day has it: what fell to a later day waits for it, and stands there
  /// quietly while something else asks for a call, for that call does for both.
  ///
  /// - Parameter day: today, or a later day for which nothing is told before.
  package func entry(_ line: AgendaLine, ahead: Int, on day: Day? = nil) -> AgendaEntry {
    let reasons = line.reasons.map {
      spread($0, of: line.customer, owner: line.state.owner, on: day, ahead: ahead)
    }
    guard reasons != line.reasons else { return .line(line) }
    return AgendaEntry(
      AgendaLine(customer: line.customer, state: line.state, reasons: reasons))
  }

  /// The reason as the list of that day has it.
  package func spread(
    _ reason: Reason, of customer: CustomerID, owner: StaffID?, on day: Day? = nil, ahead: Int = 0
  ) -> Reason {
    place(of: customer, owner: owner, reason.rule, reason.key)?.asked
      .map { reason.waiting(for: $0, from: day ?? today, ahead: ahead) } ?? reason
  }

  /// How far each wave has come, by its due day.
  package var shares: [WaveShare] {
    var shares: [WaveID: [Day: WaveShare]] = [:]
    for plan in plans.values {
      for member in plan.members {
        let (wave, due) = (member.wave, member.window.upperBound)
        guard member.progress != .outside, let rule = engine.rule(of: wave) else { continue }
        var share = shares[wave]?[due] ?? WaveShare(rule: rule, key: wave.key, due: due)
        share.total += 1
        if member.progress != .open {
          share.told += 1
        } else if let day = plan.place(of: member.customer, in: wave)?.asked {
          share.days[day, default: 0] += 1
        }
        shares[wave, default: [:]][due] = share
      }
    }
    return shares.flatMap { wave, days in days.values.map { (wave.rule.text, $0) } }
      .sorted { ($0.1.due, $0.0) < ($1.1.due, $1.0) }.map(\.1)
      .filter { !$0.days.isEmpty }
  }
}
