import Core

/// The keys of a rule.
enum RuleKey: String, CaseIterable, Hashable, Sendable {
  case id, article, says, talk, audience
  case after, opens
  case opensAfter = "opens_after"
  case due, around, every, anchor, starts, ends, until
  case maxGap = "max_gap"
  case festivals
  case companyHoliday = "company_holiday"
  case milestones, lead, birthday, spread
  case ifDayOff = "if_day_off"
  case channel, at, expires, mandatory, priority, fine
  case distinctFrom = "distinct_from"
  case settledBy = "settled_by"
  case by, message, script, gift
}

enum ChannelKey: String, CaseIterable, Hashable, Sendable {
  case allOf = "all_of"
}

enum SettlementKey: String, CaseIterable, Hashable, Sendable {
  case event, step
}

extension Reader {
  mutating func rule(_ item: Item) -> Rule? {
    reading = item.id
    let fields: Fields<RuleKey> = fields(item.entries)
    let schedule = schedule(fields, of: item)
    var rule = Rule(id: item.id, schedule: schedule ?? .festival([]))
    rule.addOn = addOn
    rule.article = fields[.article].flatMap { text($0, key: "article") } ?? ""
    rule.says = fields[.says].flatMap { text($0, key: "says") } ?? ""
    rule.talk = fields[.talk].flatMap { text($0, key: "talk") } ?? ""
    rule.audience = fields[.audience].map { audience(reference: $0) } ?? Audience()
    if case .step = schedule?.trigger {
      rule.untilSteps = fields[.until].map { terms($0, key: "until") } ?? []
    } else {
      rule.until = fields[.until].map { terms($0, key: "until") } ?? []
    }
    rule.dayOff = fields[.ifDayOff].flatMap { dayOff($0) } ?? .leave
    if rule.dayOff == .before, case .once(_, _, let due)? = schedule, due.roughDays <= 0,
      let tree = fields[.ifDayOff]
    {
      warn(.swallowed(item.id), at: tree.place)
    }
    rule.margin = fields[.around].flatMap { $0.text }.flatMap { Int($0) } ?? 0
    rule.settledBy = fields[.settledBy].flatMap { settlement($0) } ?? .contact
    rule.by = fields[.by].flatMap { role($0, key: "by") }
    rule.message = fields[.message].map { message($0) } ?? MessageChoice()
    rule.script = fields[.script].map { template(named: $0, key: "script") } ?? ""
    rule.spreads = fields[.spread].flatMap { flag($0, key: "spread") } ?? false
    rule.isWithGift = fields[.gift].flatMap { flag($0, key: "gift") } ?? false
    rule.channels = fields[.channel].map { channels($0) } ?? Channels()
    rule.hours = fields[.at].flatMap { hours($0, key: "at") }
    rule.expires = fields[.expires].flatMap { flag($0, key: "expires") } ?? false
    rule.mandatory = fields[.mandatory].flatMap { flag($0, key: "mandatory") } ?? rule.mandatory
    rule.priority = fields[.priority].flatMap { number($0, key: "priority", in: -99...99) } ?? 0
    rule.fine = fields[.fine].flatMap { number($0, key: "fine", in: 0...100_000) } ?? 0
    rule.distinctFrom = fields[.distinctFrom].flatMap { reference($0, key: "distinct_from") }
    return schedule == nil ? nil : rule
  }

  /// The index of the rule that is named.
  mutating func reference(_ tree: Tree, key: String) -> Int? {
    text(tree, key: key).flatMap { reference($0, at: tree.place) }
  }

  mutating func reference(_ id: String, at place: Place) -> Int? {
    for document in documents {
      if let index = ruleIndex[document.current(id)] { return index }
    }
    if let off = documents.lazy.compactMap({ $0.off[id] }).first {
      let problem = ReferenceProblem.switchedOff(id, neededBy: reading)
      report(.reference(problem), at: off.file == place.file ? place : off)
    } else {
      let meant = nearest(to: id, among: documents.flatMap(\.rules).map(\.id))
      report(.reference(.unknownRule(id, nearest: meant)), at: place)
    }
    return nil
  }

  mutating func dayOff(_ tree: Tree) -> DayOffChoice? {
    word(
      tree, key: "if_day_off", among: ["leave": .leave, "before": .before, "after": .after])
  }

  mutating func role(_ tree: Tree, key: String) -> Role? {
    term(tree, key: key)
  }

  private mutating func settlement(_ tree: Tree) -> Settlement? {
    guard let entries = map(tree, key: "settled_by") else { return nil }
    let fields: Fields<SettlementKey> = fields(entries)
    if let event = fields[.event] {
      let kinds: TermSet<EventKind> = terms(event, key: "event")
      return kinds.isEmpty ? nil : .event(kinds)
    }
    guard let step = fields[.step] else {
      report(.key(.missing("event", of: "settled_by")), at: tree.place)
      return nil
    }
    return term(step, key: "step").map { .step($0) }
  }

  private mutating func channels(_ tree: Tree) -> Channels {
    if let entries = tree.entries {
      let fields: Fields<ChannelKey> = fields(entries)
      guard let all = fields[.allOf] else {
        report(.key(.missing("all_of", of: "channel")), at: tree.place)
        return Channels()
      }
      return Channels(terms(all, key: "all_of"), allOf: true)
    }
    if tree.text == "any" || tree.text == "不限" { return Channels() }
    return Channels(terms(tree, key: "channel"))
  }
}

// MARK: - Audiences

/// The keys of an audience.
enum AudienceKey: String, CaseIterable, Hashable, Sendable {
  case source, grade, stage, tag
  case notTag = "not_tag"
  case has
  case hasNot = "has_not"
}

extension Reader {
  /// An audience by its name, or written out.
  mutating func audience(reference tree: Tree) -> Audience {
    guard case .text = tree.content else { return audience(tree) }
    guard let name = text(tree, key: "audience") else { return Audience() }
    if let audience = audiences[name] { return audience }
    let meant = nearest(to: name, among: document.audiences.map(\.key))
    report(.reference(.unknownAudience(name, nearest: meant)), at: tree.place)
    return Audience()
  }

  mutating func audience(_ tree: Tree) -> Audience {
    guard let entries = map(tree, key: "audience") else { return Audience() }
    let fields: Fields<AudienceKey> = fields(entries)
    var audience = Audience()
    audience.sources = fields[.source].map { terms($0, key: "source") } ?? []
    audience.grades = fields[.grade].map { terms($0, key: "grade") } ?? []
    audience.stages = fields[.stage].map { terms($0, key: "stage") } ?? []
    audience.anyTag = fields[.tag].map { terms($0, key: "tag") } ?? []
    audience.noTag = fields[.notTag].map { terms($0, key: "not_tag") } ?? []
    audience.has = fields[.has].map { terms($0, key: "has") } ?? []
    audience.hasNot = fields[.hasNot].map { terms($0, key: "has_not") } ?? []
    checkHolds(audience, at: tree.place)
    return audience
  }

  private mutating func checkHolds(_ audience: Audience, at place: Place) {
    if let both = audience.has.elements.first(where: audience.hasNot.contains) {
      report(
        .value(.neverHolds(wanted: "has", excluded: "has_not", term: both.chinese)), at: place)
    }
    if let stages = audience.impossibleStages {
      let names = stages.elements.map(\.chinese).joined(separator: "、")
      report(.value(.neverInStage(names)), at: place)
    }
    let tags = audience.anyTag.elements
    if let tag = tags.first, tags.allSatisfy(audience.noTag.contains) {
      report(
        .value(.neverHolds(wanted: "tag", excluded: "not_tag", term: tag.chinese)), at: place)
    }
  }
}
