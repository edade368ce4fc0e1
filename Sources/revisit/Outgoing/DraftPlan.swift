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
  var given = GivenValues()
  /// Drafts that nobody approved yet are made anew.
  var again = false
}

extension Office {
  func draftPlan(_ query: DraftQuery, _ engine: Engine) throws -> DraftPlan {
    let values = try MessageValues(self, engine.reign(on: query.days.lowerBound)?.policy)
    let waiting = try query.again ? unapproved(until: query.days.upperBound) : [:]
    let dead = try store.deadNumbers(asOf: session.now)
    var plan = DraftPlan()
    var wanted: [(notice: Notice, of: CustomerSummary, profile: Profile, old: MessageID?)] = []
    for (id, notices) in try owedNotices(query, engine) {
      guard let customer = try store.customer(id), var profile = try store.profile(of: id)
      else { continue }
      profile.phones = dead.live(profile.phones, of: id)
      let known = try store.occasions(of: id)
      for notice in notices {
        let old = waiting[DraftKey(customer: id, occasion: notice.occasion)]
        guard !known.contains(notice.occasion) || old != nil else {
          plan.known += 1
          continue
        }
        wanted.append((notice, customer, profile, old))
      }
    }
    let texts = try wanted.map { notice, customer, _, _ in
      TextToFill(
        template: notice.template, rules: notice.rules,
        ofCase: notice.occasion.hasPrefix("case:") ? customer.name : nil,
        known: try caseValues(notice, of: customer.id))
    }
    try query.given.check(against: texts)
    for (text, (notice, customer, profile, old)) in zip(texts, wanted) {
      let filled = values.values(
        of: profile, owner: customer.owner,
        occasion: notice.values.merging(text.known) { $1 },
        given: query.given.values(for: text),
        isCustomersHome: !notice.occasion.hasPrefix("milestone:"))
      if plan.add(notice, customer, profile, filled), let old { plan.replaced.append(old) }
    }
    return plan
  }

  /// What a reply says of its case: what that is about, and the solution as it was recorded with it.
  func caseValues(
    _ notice: Notice, of customer: CustomerID
  ) throws -> [Placeholder: String] {
    let words = notice.occasion.split(separator: ":")
    guard words.count > 1, words[0] == "case", let number = Int32(words[1]) else { return [:] }
    let file = try store.cases(of: customer).first { $0.record.own == number }
    let solution = try store.records(of: customer).last { record in
      guard record.voidedBy == nil, record.texts.note != nil,
        case .step(let step) = record.fact.body
      else { return false }
      return step.caseNumber == number && [.agreed, .handled].contains(step.step)
    }
    var values: [Placeholder: String] = [:]
    if let about = file?.record.about, !about.isEmpty { values[.event] = about }
    values[.obtained] = solution?.texts.note
    return values
  }

  /// The drafts up to that day that nobody has approved yet.
  private func unapproved(until day: Day) throws -> [DraftKey: MessageID] {
    let drafts = try store.waitingMessages(until: day).lazy
      .filter { !$0.steps.contains(.approved) }
      .map { (DraftKey(customer: $0.draft.customer, occasion: $0.draft.occasion), $0.id) }
    return Dictionary(drafts, uniquingKeysWith: { first, _ in first })
  }

  /// What is to be sent to whom on the days of the query, each on the day on which a list would ask for
  /// it.
  func owedNotices(
    _ query: DraftQuery, _ engine: Engine
  ) throws -> [(customer: CustomerID, notices: [Notice])] {
    let now = session.now
    let pass = EnginePass(engine, at: now, days: now.day...query.days.upperBound)
    let ahead = query.days.upperBound - now.day
    var found: [(customer: CustomerID, notices: [Notice])] = []
    func look(_ findings: Findings, _ waves: WavePlans?) {
      var notices = findings.notices(on: query.days, waves)
      if let rule = query.rule { notices.removeAll { !$0.rules.contains(rule) } }
      if !notices.isEmpty { found.append((findings.history.customer, notices)) }
    }
    if let customer = query.customer {
      guard let history = try store.history(of: customer.id, asOf: now) else { return [] }
      let findings = pass.findings(of: history)
      look(findings, try waves(of: findings, ahead: ahead))
    } else {
      let waves = try waves(in: .office, engine, ahead: ahead)
      try store.forEachHistory(in: .office, asOf: now) { look(pass.findings(of: $0), waves) }
    }
    return found
  }
}

extension DraftPlan {
  /// Whether the text could be made.
  mutating func add(
    _ notice: Notice, _ customer: CustomerSummary, _ profile: Profile,
    _ filled: [Placeholder: String]
  ) -> Bool {
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
