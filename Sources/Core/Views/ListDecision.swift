/// The one decision about a list: whether a customer stands on it, with which reasons, from which day,
/// or why not. Every view asks it: `due`, `daily` and its dry run, `why`, `brief`, the answers of what
/// was recorded, and the reports.
///
/// | it is fed with | which says |
/// |---|---|
/// | what an engine's pass found of a customer | what is owed, and how it stands |
/// | the viewer | whose list it is |
/// | the cases given | whose a case is, instead of every holder's of a role |
/// | the plans of waves | on which day each is told of one thing |
/// | a coming holiday | that the list is of what falls into it |
package struct ListDecision: Sendable {
  /// Whose list it is.
  package let viewer: Viewer
  /// So many days ahead the list looks; the pass must look as far.
  package let ahead: Int
  /// The list is of what falls into that holiday, for those who were not reached in the week before.
  package let holiday: ComingHoliday?

  package init(for viewer: Viewer, ahead: Int = 0, holiday: ComingHoliday? = nil) {
    self.viewer = viewer
    self.ahead = ahead
    self.holiday = holiday
  }

  /// What the viewer's list says of the customer.
  ///
  /// - Parameters:
  ///   - given: whom the customer's cases were given to.
  ///   - waves: nil: no rule spreads its customers, or it is decided later on which day each is told;
  ///     see `WavePlans.entry`.
  package func entry(
    _ findings: Findings, _ given: CasesGiven = [:], _ waves: WavePlans? = nil
  ) -> AgendaEntry {
    let isAll =
      viewer == .office
      || given.isEmpty && findings.isSalesAlone
        && viewer.sees(.consultant(findings.ownerNow))
    return entry(findings, isAll: isAll, given, waves) { $0.contains(where: viewer.sees) }
  }

  /// What one holder's list has of the customer.
  private func entry(
    _ findings: Findings, isAll: Bool, _ given: CasesGiven, _ waves: WavePlans?,
    where isMeant: ([ListHolder]) -> Bool
  ) -> AgendaEntry {
    func holds(_ obligation: Obligation) -> Bool {
      if isAll { return true }
      return isMeant(findings.holders(of: obligation, given))
    }
    if let holiday { return findings.due(in: holiday, where: holds) }
    let isOwners = isAll || isMeant([.consultant(findings.ownerNow)])
    let entry = findings.entry(ahead: ahead, tellsDoNotContact: isOwners, where: holds)
    guard let waves, case .line(let line) = entry else { return entry }
    return waves.entry(line, ahead: ahead)
  }
}

// MARK: - One customer, everybody's lists

/// What the lists of an office have of one customer.
package struct ListPlaces: Sendable {
  /// What the viewer's list says.
  package let own: AgendaEntry
  /// What stands on the lists of others alone, and on whose.
  package let others: [(holder: ListHolder, entry: AgendaEntry)]
}

extension ListDecision {
  /// What the viewer's list says of the customer, and what stands on others' lists instead.
  package func places(
    _ findings: Findings, _ given: CasesGiven = [:], _ waves: WavePlans? = nil
  ) -> ListPlaces {
    var holders: [ListHolder] = []
    for obligation in findings.obligations {
      let all = findings.holders(of: obligation.rule, obligation.key, given)
      guard !all.contains(where: viewer.sees) else { continue }
      for holder in all where !holders.contains(holder) { holders.append(holder) }
    }
    let others = holders.map { holder in
      // What stands on the viewer's list too is told there.
      let entry = entry(findings, isAll: false, given, waves) {
        $0.contains(holder) && !$0.contains(where: viewer.sees)
      }
      return (holder, entry)
    }
    return ListPlaces(
      own: entry(findings, given, waves),
      others: others.filter { if case .nothing = $0.1 { false } else { true } })
  }
}

extension Engine {
  /// The customer's place on the office's list of `now`, with what opens in the next `ahead` days.
  ///
  /// It knows one customer alone, as a case of a policy does, and no wave: there it says what is owed,
  /// on whichever day of its window a wave would have it. Whose a case is does not matter to the
  /// office's list, which has everybody's work.
  package func agenda(of history: History, at now: Moment, ahead: Int = 0) -> AgendaEntry {
    let pass = EnginePass(self, at: now, days: now.day...now.day + ahead)
    return ListDecision(for: .office, ahead: ahead).entry(pass.findings(of: history))
  }
}

extension Findings {
  /// The customer's place on a list of the pass's moment, with what opens in the next `ahead` days.
  /// Those days must lie within the pass's.
  ///
  /// - Parameter tellsDoNotContact: whether it is the list of whoever would call the customer, were
  ///   that not forbidden.
  fileprivate func entry(
    ahead: Int, tellsDoNotContact: Bool, where isMeant: (Obligation) -> Bool
  ) -> AgendaEntry {
    let now = pass.now
    guard let state = timeline.spans.last?.state, !state.isLost else { return .nothing }
    if state.doNotContact { return tellsDoNotContact ? .hidden(.doNotContact, nil) : .nothing }
    guard let dossier else { return .nothing }
    let days = now.day...now.day + ahead
    let first = dossier.reach(of: days.lowerBound)
    let isWhole = days == pass.days
    let all = pass.engine.reasons(obligations, state, at: now) { obligation in
      (isWhole || obligation.isAsked(days, from: first)) && isMeant(obligation)
    }
    // What is held back waits quietly while something else asks for a call.
    let asking = all.contains(where: \.isHeld) ? all.filter { !$0.isHeld } : all
    let reasons = asking.contains { $0.status != .upcoming } ? asking : all
    return AgendaEntry(AgendaLine(customer: history.customer, state: state, reasons: reasons))
  }

  /// What falls into the holiday, unless the customer was reached in the week before.
  fileprivate func due(
    in holiday: ComingHoliday, where isMeant: (Obligation) -> Bool
  ) -> AgendaEntry {
    let now = pass.now
    guard let state = timeline.state(on: now.day), !state.isStopped,
      !history.isReached(since: holiday.from)
    else { return .nothing }
    let reasons = pass.engine.reasons(obligations, state, at: now) { obligation in
      obligation.falls(into: holiday) && isMeant(obligation)
    }
    return AgendaLine(customer: history.customer, state: state, reasons: reasons)
      .map { .line($0) } ?? .nothing
  }
}

extension AgendaEntry {
  /// A line that stands on the list, or is held back as a whole; nothing without one.
  init(_ line: AgendaLine?) {
    guard let line else {
      self = .nothing
      return
    }
    guard case .held(let hold, _) = line.strictest.status else {
      self = .line(line)
      return
    }
    self = .hidden(hold.hides, line)
  }

  /// The line, where it stands on the list of the moment.
  package var listed: AgendaLine? {
    if case .line(let line) = self, line.strictest.isListed { line } else { nil }
  }

  /// The line, listed or held back.
  package var line: AgendaLine? {
    switch self {
    case .line(let line): line
    case .hidden(_, let line): line
    case .nothing: nil
    }
  }
}

extension Obligation {
  /// Whether it comes in the holiday, or would but for the office being closed then.
  fileprivate func falls(into holiday: ComingHoliday) -> Bool {
    if let planned { return (status.isUpcoming || status.isDue) && holiday.days.contains(planned) }
    return status.isUpcoming && holiday.days.contains(opens.day)
  }
}

extension ComingHoliday {
  /// So many days before the holiday customers begin to be called for it.
  package static let lead = 7

  /// The first day on which a call counts for it.
  var from: Day { days.lowerBound - ComingHoliday.lead }
}

extension History {
  fileprivate func isReached(since day: Day) -> Bool {
    for fact in facts.reversed() {
      if fact.day < day { return false }
      if case .contact(let contact) = fact.body, contact.outcome.counts, contact.isConversation {
        return true
      }
    }
    return false
  }
}

extension Obligation {
  /// Whether a pass of `days` would give it, where one of more days did. `first` is how far back it
  /// looks.
  fileprivate func isAsked(_ days: ClosedRange<Day>, from first: Day) -> Bool {
    switch key {
    case .festival where due.day < first && status.isEnded: false
    case .runUp where due.day < first && status.isEnded: false
    case .companyHoliday where due.day < first && status.isEnded: false
    case .slot(let day) where day > days.upperBound: false
    case .event, .slot, .milestone, .runUp, .festival, .promise, .companyHoliday, .birthday,
      .ofCase:
      !status.isUpcoming || opens.day <= days.upperBound
    }
  }
}
