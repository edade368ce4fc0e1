import Core
import Store
import Values

/// Customers who go from one consultant to others (客户交接): for good, or while somebody is away.
struct TransferPlan {
  struct Item {
    let customer: CustomerSummary
    let state: Snapshot
    let to: Staff
    /// Whose customer it is until then.
    let former: StaffID
    /// The last day on which the successor has the customer, and whose it is afterwards; nil: for good.
    let stay: (last: Day, then: StaffID)?
    /// The first day on which something of theirs is due.
    let due: Day?
    /// The days agreed with the customer, with what was promised for them.
    let agreed: [(due: Moment, promise: String)]
    let cases: [CaseFolder]
    let lastTalk: LastContact?
  }

  let from: Staff
  let to: [Staff]
  let witness: Staff?
  let day: Day
  /// The last day, where it is for a time.
  let last: Day?
  var items: [Item] = []
}

extension Office {
  /// So many days ahead count for how much customers ask for.
  private static let lookAhead = 14

  /// Who gets whom: by grade, and by how much is due of them in the next two weeks.
  func fill(_ plan: inout TransferPlan) throws {
    let now = session.now
    let engine = try engine()
    let pass = EnginePass(engine, at: now, days: now.day...now.day + Office.lookAhead - 1)
    let all = try customers(givenBy: plan).map { customer in
      (customer: customer, findings: pass.findings(of: customer.history))
    }
    let places = all.map { customer, findings in
      DealtCustomer(
        findings.history.customer, findings.state.grade,
        load: findings.dueDays(through: pass.days.upperBound).count)
    }.dealt(among: plan.to.count)
    plan.items = try all.compactMap { customer, findings in
      guard let place = places[findings.history.customer] else { return nil }
      return try item(customer, findings, plan, to: plan.to[place])
    }
  }

  fileprivate struct Given {
    /// With what is to come.
    let history: History
    let former: StaffID
    let stay: (last: Day, then: StaffID)?
  }

  /// Those who are the leaver's on that day; for good also those whom a colleague has for a time.
  private func customers(givenBy plan: TransferPlan) throws -> [Given] {
    var customers: Set<CustomerID> = []
    for asOf in [session.now, nil] {
      try store.forEachHistory(in: .book(plan.from.id), asOf: asOf) {
        customers.insert($0.customer)
      }
    }
    return try customers.sorted().compactMap { customer in
      guard let history = try store.history(of: customer),
        !history.timeline(at: session.now).isLost
      else { return nil }
      return plan.given(history)
    }
  }

  private func item(
    _ given: Given, _ findings: Findings, _ plan: TransferPlan, to member: Staff
  ) throws -> TransferPlan.Item? {
    let (history, now) = (given.history, session.now)
    guard let customer = try store.customer(history.customer) else { return nil }
    let open = findings.obligations.filter { $0.status.isOpen || $0.status.isUpcoming }
    let promises = open.compactMap { obligation in
      if case .promise(let fact) = obligation.key {
        (fact, obligation.due)
      } else {
        nil as (FactID, Moment)?
      }
    }
    let texts = try store.texts(of: promises.map(\.0))
    let talk = history.facts.last { fact in
      guard case .contact(let contact) = fact.body else { return false }
      return contact.isConversation && !now.isSurelyBefore(fact.moment)
    }
    return TransferPlan.Item(
      customer: customer, state: findings.state, to: member, former: given.former, stay: given.stay,
      due: open.map(\.due.day).min(),
      agreed: promises.map { ($0.1, texts[$0.0]?.promise ?? "") },
      cases: try store.cases(of: history.customer).filter(\.isOpen),
      lastTalk: try talk.flatMap { fact in
        guard case .contact(let contact) = fact.body else { return nil }
        return LastContact(day: fact.day, contact: contact, note: try store.note(of: fact.id))
      })
  }
}

extension TransferPlan {
  /// Nil where the customer is not theirs to give.
  fileprivate func given(_ history: History) -> Office.Given? {
    let owners = history.facts.compactMap { fact in
      if case .owner(let owner) = fact.body {
        (day: fact.day, owner: owner)
      } else {
        nil as (day: Day, owner: StaffID)?
      }
    }
    let former = owners.last { $0.day <= day }?.owner
    let next = owners.first { $0.day > day }
    if let last {
      guard former == from.id else { return nil }
      let then = owners.last { $0.day <= last + 1 }?.owner ?? from.id
      return Office.Given(history: history, former: from.id, stay: (last, then))
    }
    if former == from.id {
      let stay = next.map { (last: $0.day - 1, then: $0.owner) }
      return Office.Given(history: history, former: from.id, stay: stay)
    }
    guard let former, owners.last?.owner == from.id else { return nil }
    return Office.Given(history: history, former: former, stay: nil)
  }
}

extension Timeline {
  fileprivate var isLost: Bool { spans.last?.state.isLost ?? false }
}

// MARK: - Carrying it out

extension Transaction {
  /// Gives the customers, and the cases that were given to the leaver, to the successors.
  func carryOut(_ plan: TransferPlan, at now: Moment, by staff: StaffID?, note: String) throws {
    for item in plan.items {
      try give(
        item.customer.id, of: item.former, to: item.to.id, from: plan.day, for: item.stay,
        staff: staff, note: note)
      guard plan.last == nil else { continue }
      for file in item.cases where file.handlers.given == plan.from.id {
        let step = CaseStep(
          file.record.own, file.record.kind, .assigned, urgency: file.record.urgency)
        let moment = plan.day == now.day ? now : Moment(plan.day)
        try append(
          to: item.customer.id, on: moment.day, at: moment.time, .step(step), staff: item.to.id,
          note: note)
      }
    }
  }
}

// MARK: - The text

extension Office {
  /// What the successors write to the customers: the policy's text `successor`, or the program's own.
  func successorTexts(_ plan: TransferPlan) throws -> DraftPlan {
    let policy = try reign(on: plan.day)?.policy
    let own = policy?.templates.first { $0.id == TransferMessages.template.id }
    let values = try MessageValues(self, policy)
    let dead = try store.deadNumbers(asOf: session.now)
    var drafts = DraftPlan()
    for item in plan.items where !item.state.doNotContact {
      let id = item.customer.id
      guard var profile = try store.profile(of: id) else { continue }
      profile.phones = dead.live(profile.phones, of: id)
      let notice = Notice(
        occasion: History.succession(of: item.to.id, from: plan.day),
        template: own ?? TransferMessages.template,
        frame: policy?.frames.first { $0.addOn == nil }, channel: .sms,
        day: max(plan.day, session.today), values: [:])
      _ = drafts.add(notice, item.customer, profile, values.values(of: profile, owner: item.to.id))
    }
    return drafts
  }
}
