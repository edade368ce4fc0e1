import Core
import Store

/// One customer as the lists of the office have them: what `why`, `brief` and the answer to what was
/// recorded tell, decided as `due` decides.
struct CustomerLists {
  let decision: ListDecision
  /// The one who would speak with the customer; nil: the customer's consultant.
  let speaker: StaffID?
  let engine: Engine
  /// Of the coming months too.
  let findings: Findings
  let given: CasesGiven
  let waves: WavePlans?
  let cases: CaseNames
  /// Of the members of staff on whose lists the customer may stand.
  let names: [StaffID: String]

  var places: ListPlaces { decision.places(findings, given, waves) }

  /// What the whole office's list says.
  var offices: AgendaEntry { ListDecision(for: .office).entry(findings, given, waves) }

  var next: NextCall? { decision.next(findings, given, waves) }

  var nextOfOthers: [(holder: ListHolder, call: NextCall)] {
    decision.nextOfOthers(findings, given, waves)
  }

  func holders(of rule: RuleRef, _ key: AnchorKey) -> [ListHolder] {
    findings.holders(of: rule, key, given)
  }

  /// Those on whose lists it stands; none where the viewer is one of them.
  func others(_ obligation: Obligation) -> [ListHolder] {
    let holders = holders(of: obligation.rule, obligation.key)
    return holders.contains(where: decision.viewer.sees) ? [] : holders
  }

  func isListed(_ obligation: Obligation) -> Bool { findings.isListed(obligation, waves) }

  /// The day that fell to the customer; nil where it is of no wave.
  func place(_ rule: RuleRef, _ key: AnchorKey) -> WavePlan.Place? {
    waves?.place(of: findings.history.customer, owner: owner, rule, key)
  }

  /// As a list has the reason: what fell to a later day of its wave waits for that.
  func asListed(_ reason: Reason) -> Reason {
    waves?.spread(reason, of: findings.history.customer, owner: owner) ?? reason
  }

  private var owner: StaffID? { findings.owner(on: findings.pass.now.day) }

  /// What the viewer's list will say tomorrow if nothing is done today.
  var tomorrow: AgendaEntry {
    let day = findings.pass.now.day + 1
    let pass = EnginePass(engine, at: Moment(day), days: day...day)
    let entry = decision.entry(pass.findings(of: findings.history), given)
    guard let waves, case .line(let line) = entry else { return entry }
    return waves.entry(line, ahead: 0, on: day)
  }

  func name(_ holder: ListHolder) -> Bilingual { engine.name(of: holder, names) }

  func names(_ holders: [ListHolder]) -> Bilingual { WhyMessages.list(holders.map(name)) }
}

extension Office {
  /// - Parameters:
  ///   - history: with everything that has happened by now.
  ///   - viewer: whose list is told; nil: the user's own.
  func lists(
    of history: History, _ engine: Engine, for viewer: Viewer? = nil
  ) throws -> CustomerLists {
    let now = session.now
    let findings = engine.foreseeing(at: now).findings(of: history)
    let given = try OfficeCases.onDemand.given(findings, at: now, self)
    return CustomerLists(
      decision: ListDecision(for: try viewer ?? ownViewer(engine)), speaker: user.staff,
      engine: engine,
      findings: findings,
      given: given,
      waves: try findings.daysUntilWave.flatMap { try waves(of: findings, ahead: $0) },
      cases: try caseNames(history), names: try store.staffNames(findings.holders(given)))
  }

  /// Those of the customers who stand on the user's list of today.
  func onOwnList(_ customers: [CustomerSummary]) throws -> [CustomerSummary] {
    let engine = try engine()
    return try customers.filter { customer in
      let history = try store.history(of: customer.id, asOf: session.now)
      return try history.map { try lists(of: $0, engine).places.own.listed != nil } ?? false
    }
  }

  private func caseNames(_ history: History) throws -> CaseNames {
    let hasCases = history.facts.contains { if case .step = $0.body { true } else { false } }
    let records = try hasCases ? store.cases(of: history.customer).map(\.record) : []
    return CaseNames(
      numbers: Dictionary(records.map { ($0.own, $0.number) }, uniquingKeysWith: { $1 }))
  }
}

extension Engine {
  /// `孙倩`, `客服`, `经理（没有客服）`.
  func name(of holder: ListHolder, _ names: [StaffID: String]) -> Bilingual {
    func name(_ staff: StaffID) -> Bilingual {
      let name = names[staff] ?? "\(staff)"
      return Bilingual(name, name)
    }
    switch holder {
    case .consultant(let owner): return owner.map(name) ?? DueMessages.nobody
    case .member(let staff, _): return name(staff)
    case .role(let role):
      let word = role.word(in: vocabulary)
      return staffing.taken.contains(role) || role == .manager
        ? word.bilingual : DueMessages.instead(of: word)
    }
  }
}

extension Findings {
  /// The members on whose lists the customer stands or may stand.
  fileprivate func holders(_ given: CasesGiven) -> Set<StaffID> {
    Set(
      timeline.spans.compactMap(\.state.owner) + obligations.compactMap(\.member)
        + given.values.flatMap(\.ever))
  }
}
