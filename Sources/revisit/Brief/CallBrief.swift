import Core
import Store

/// What a consultant should know before calling a customer (回访准备), as a value. What is not known
/// is named: it can be asked in the call.
struct CallBrief {
  /// A reason to call.
  struct Ask {
    let reason: Reason
    let rule: Rule
    /// The case, where the rule asks about several; else empty.
    let ofCase: String
  }

  let customer: CustomerSummary
  let heading: String
  let totals: ContactTotals
  let consultant: String?
  /// Every field of the profile but the name; nil: unknown.
  let fields: [(field: ProfileField, value: String?)]
  /// What was noted with the signing, such as the contract's number.
  let contract: String?
  /// The last three conversations, newest first.
  let contacts: [Record]
  /// What the viewer's list asks for.
  let reasons: [Ask]
  /// The channel that it asks for, and the others that do; nil where it asks for nothing.
  let channels: Bilingual?
  /// Why that list has the customer on a later day alone; nil where it does not.
  let hidden: Bilingual?
  /// What stands on others' lists instead, and on whose.
  let others: [(holder: Bilingual, reasons: [Ask])]
  let tracks: [TalkTrack]
  let opening: Bilingual
  /// What may be asked in the call.
  let surveys: [Questionnaire]
  let words: FactWords

  init(_ customer: CustomerSummary, _ office: Office) throws {
    let now = office.session.now
    let profile = try office.store.profile(of: customer.id) ?? Profile(name: customer.name)
    let records = try office.store.records(of: customer.id)
      .filter { $0.voidedBy == nil && !now.isSurelyBefore($0.fact.moment) }
    self.customer = customer
    heading = try office.heading(customer)
    totals = ContactTotals(records.map(\.fact))
    words = try FactWords(office.store)
    consultant = words.name(totals.state.owner)
    fields = ProfileField.allCases.filter { $0 != .name }.map { ($0, profile.shown($0)) }
    contract = records.last { $0.fact.body == .event(.signing) }?.texts.note
    contacts = records.reversed().filter { record in
      if case .contact(let contact) = record.fact.body { contact.isConversation } else { false }
    }.prefix(3).map { $0 }
    let engine = try office.engine()
    let policy = engine.reign(on: now.day)?.policy
    let lists = try office.store.history(of: customer.id, asOf: now)
      .map { try office.lists(of: $0, engine) }
    let places = lists?.places
    func told(_ line: AgendaLine?) -> [Ask] {
      let reasons = line?.reasons ?? []
      return reasons.map { reason in
        Ask(
          reason: reason, rule: engine.rule(reason.rule),
          ofCase: lists?.cases.suffix(reason, among: reasons, engine) ?? "")
      }
    }
    if case .hidden(_, let line) = places?.own, line != nil {
      hidden = places.map { WhyMessages.verdict($0.own, at: now) }
    } else {
      hidden = nil
    }
    reasons = told(places?.own.listed)
    channels = (places?.own.listed).map { DueMessages.channels(engine.channels(of: $0)) }
    others = (places?.others ?? []).compactMap { holder, entry in
      lists.map { ($0.name(holder), told(entry.line)) }
    }
    var values = try MessageValues(office, policy).values(of: profile, owner: customer.owner)
    let speaker = try office.speaker
    if let speaker { values[.specialist] = speaker.name }
    tracks = CallBrief.tracks(reasons.map(\.rule), policy, speaker?.role, engine.vocabulary, values)
    surveys = CallBrief.surveys(policy, with: reasons.map(\.rule))
    opening = DueMessages.opening(engine, on: now.day)
  }

  /// Those that a rule asks for, and those that no rule does.
  private static func surveys(_ policy: Policy?, with rules: [Rule]) -> [Questionnaire] {
    (policy?.surveys ?? []).filter { survey in
      rules.contains { $0.id == survey.id }
        || policy?.rules.contains { $0.id == survey.id } == false
    }
  }

  /// The talk tracks of the rules that ask; the usual lines where they have none.
  private static func tracks(
    _ rules: [Rule], _ policy: Policy?, _ speaker: Role?, _ words: Vocabulary,
    _ values: [Placeholder: String]
  ) -> [TalkTrack] {
    let names = rules.map(\.script).filter { !$0.isEmpty }
    let groups = (policy?.talkTracks(nil) ?? []).filter { group in
      group.contains { names.contains($0.id) }
    }
    let all = groups.isEmpty ? [TalkTrack.usual(of: speaker, in: words)] : groups
    return all.map { TalkTrack($0, values) }
  }
}

extension CallBrief {
  func text(_ session: Session) -> [String] {
    let blank = session.say("（未填）", " (empty)")
    let unknown = session.say("（无）", "(none)")
    let nobody = session.say("（无）", " (none)")
    var lines = [heading, stage(session)]
    lines.append(session.say("置业顾问", "consultant") + (consultant.map { " " + $0 } ?? nobody))
    if let contract { lines.append(session.say("签约备注 ", "at signing ") + contract) }
    lines += fields.map { session.say($0.field) + ($0.value.map { " " + $0 } ?? blank) }
    lines += ["", session.say("最近三次联系", "last three contacts")]
    lines +=
      contacts.isEmpty
      ? ["  " + unknown]
      : contacts.map { contact in
        "  \(contact.fact.moment)  " + session.say(words.tell(contact.fact.body, contact.texts))
      }
    lines += ["", session.say("这次为什么打", "why to call")]
    lines +=
      reasons.isEmpty
      ? ["  " + (hidden.map(session.say) ?? unknown)]
      : reasons.map { "  " + reason($0, session) }
    if let channels {
      lines.append("  " + session.say("方式：\(channels.zh)", "by \(channels.en)"))
    }
    let opener = session.say(opening)
    if !opener.isEmpty { lines.append("  " + opener) }
    if !others.isEmpty { lines.append(session.say("在别人的名单上", "on the lists of others")) }
    for (holder, reasons) in others {
      lines += reasons.map { "  \(session.say(holder))  " + reason($0, session) }
    }
    lines += ["", session.say("话术", "what to say")]
    lines += tracks.flatMap { $0.text(session) }.map { "  " + $0 }
    if !surveys.isEmpty { lines.append("") }
    lines += surveys.map { session.say(SurveyMessages.questions($0)) }
    return lines + ["", session.say(TalkTrack.checklist)]
  }

  private func stage(_ session: Session) -> String {
    let since = totals.since.map { " \($0)" } ?? ""
    return session.say(WhyMessages.state(totals.state, in: words.vocabulary)) + since
      + session.say(
        "；联系 \(totals.contacts)，拒绝 \(totals.refusals)，未接 \(totals.unanswered)",
        "; \(counted(totals.contacts, "contact")), \(totals.refusals) refused, \(totals.unanswered) unanswered"
      )
  }

  private func reason(_ ask: Ask, _ session: Session) -> String {
    let rule = ask.rule
    let due = session.say(DueMessages.deadline(ask.reason, at: session.now, tonight: false))
    let name = [session.say(rule.calledOnList), rule.article].filter { !$0.isEmpty }
      .joined(separator: " ")
    let talk = rule.talk.isEmpty ? "" : session.say(DueMessages.topics([rule.talk]))
    let words = [rule.says, talk].filter { !$0.isEmpty }
      .joined(separator: session.language.semicolon)
    return "\(name)\(ask.ofCase) \(due)" + (words.isEmpty ? "" : session.language.colon + words)
  }
}
