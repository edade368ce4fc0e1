import Core
import Intake
import Store
import Values

/// What is to be drafted, and what cannot be.
struct DraftPlan {
  var drafts: [(draft: MessageDraft, customer: CustomerSummary)] = []
  /// Drafted before and to be drafted anew.
  var replaced: [MessageID] = []
  /// Occasions that have a message already.
  var known = 0
  var unfilled: [UnfilledText] = []
  /// To be texted, but without a phone.
  var unreachable: [CustomerSummary] = []
  /// The texts that have been taken apart so far.
  private var composers: [Composition: TextComposer] = [:]

  /// A template as a policy frames it.
  private struct Composition: Hashable {
    let template: Template
    let frame: Frame?
  }
}

/// What a draft is unique by.
private struct DraftKey: Hashable {
  let customer: CustomerID
  let occasion: String
}

struct DraftQuery {
  var days: ClosedRange<Day>
  var customer: CustomerSummary?
  var rule: String?
  var given: [Placeholder: String] = [:]
  /// Drafts that nobody approved yet are made anew.
  var again = false
}

extension Office {
  func draftPlan(_ query: DraftQuery, _ engine: Engine) throws -> DraftPlan {
    let values = try MessageValues(
      self, engine.reign(on: query.days.lowerBound)?.policy, given: query.given)
    let waiting = try query.again ? unapproved(until: query.days.upperBound) : [:]
    var plan = DraftPlan()
    for (id, notices) in try owedNotices(query, engine) {
      guard let customer = try store.customer(id), let profile = try store.profile(of: id)
      else { continue }
      let known = try store.occasions(of: id)
      for notice in notices {
        let old = waiting[DraftKey(customer: id, occasion: notice.occasion)]
        guard !known.contains(notice.occasion) || old != nil else {
          plan.known += 1
          continue
        }
        if plan.add(notice, customer, profile, values), let old { plan.replaced.append(old) }
      }
    }
    return plan
  }

  /// The drafts up to that day that nobody has approved yet.
  private func unapproved(until day: Day) throws -> [DraftKey: MessageID] {
    let drafts = try store.waitingMessages(until: day).lazy
      .filter { !$0.steps.contains(.approved) }
      .map { (DraftKey(customer: $0.draft.customer, occasion: $0.draft.occasion), $0.id) }
    return Dictionary(drafts, uniquingKeysWith: { first, _ in first })
  }

  private func owedNotices(
    _ query: DraftQuery, _ engine: Engine
  ) throws -> [(CustomerID, [Notice])] {
    let now = session.now
    let pass = EnginePass(engine, at: now, days: now.day...query.days.upperBound)
    let waves = try wavePlans(for: query, pass)
    var found: [(CustomerID, [Notice])] = []
    func look(_ history: History) {
      var notices = pass.findings(of: history).notices(on: query.days, waves)
      if let rule = query.rule { notices.removeAll { !$0.rules.contains(rule) } }
      if !notices.isEmpty { found.append((history.customer, notices)) }
    }
    if let customer = query.customer {
      if let history = try store.history(of: customer.id, asOf: now) { look(history) }
    } else {
      try store.forEachHistory(in: .office, asOf: now, look)
    }
    return found
  }

  /// The day on which each customer is drafted for, where texts of a rule are spread over its window:
  /// that takes everybody's place in it.
  private func wavePlans(for query: DraftQuery, _ pass: EnginePass) throws -> WavePlans? {
    guard pass.engine.hasWaves else { return nil }
    let book = query.customer?.owner.map { Scope.book($0) } ?? .office
    let scope = pass.engine.roles.isEmpty ? book : .office
    var waves = WaveBook()
    let ahead = query.days.upperBound - session.today
    try store.forEachHistory(in: scope, asOf: session.now) {
      waves.add(pass.findings(of: $0), ahead: ahead)
    }
    return waves.isEmpty ? nil : try wavePlans(waves, pass.engine, on: session.today)
  }
}

extension DraftPlan {
  /// Whether the text could be made.
  mutating func add(
    _ notice: Notice, _ customer: CustomerSummary, _ profile: Profile, _ values: MessageValues
  ) -> Bool {
    let filled = values.values(
      of: profile, owner: customer.owner, occasion: notice.values,
      isCustomersHome: !notice.occasion.hasPrefix("milestone:"))
    let text: String
    do { text = try composer(of: notice).text(with: filled) } catch {
      lack(error.placeholders, notice.template.id, customer)
      return false
    }
    let phone =
      notice.channel == .sms
      ? profile.phones.first { !isLandline($0) } : profile.phones.first ?? ""
    guard let phone else {
      unreachable.append(customer)
      return false
    }
    let draft = MessageDraft(
      customer: customer.id, occasion: notice.occasion, template: notice.template.id,
      channel: notice.channel, phone: phone, day: notice.day,
      time: notice.time, text: text, needsApproval: notice.template.needsApproval)
    drafts.append((draft, customer))
    return true
  }

  private mutating func composer(of notice: Notice) -> TextComposer {
    let key = Composition(template: notice.template, frame: notice.frame)
    if let known = composers[key] { return known }
    let composer = TextComposer(notice.template, in: notice.frame)
    composers[key] = composer
    return composer
  }

  private mutating func lack(
    _ placeholders: [Placeholder], _ template: String, _ customer: CustomerSummary
  ) {
    let alike = unfilled.firstIndex {
      $0.template == template && $0.placeholders == placeholders
    }
    if let alike {
      unfilled[alike].count += 1
    } else {
      unfilled.append(
        UnfilledText(
          template: template, placeholders: placeholders,
          customer: "\(number(customer.id)) \(customer.name)"))
    }
  }

  var failures: [Failure] { unfilled.map { .text(.unfilled($0)) } }
}
