import Core

/// The keys of a rule.
enum RuleKey: String, CaseIterable, Hashable, Sendable {
  case id, article, says, talk, audience
  case after, opens
  case opensAfter = "opens_after"
  case due, every, anchor, until
  case festivals, milestones, lead
  case channel, at, expires, mandatory, priority
  case distinctFrom = "distinct_from"
}

enum ChannelKey: String, CaseIterable, Hashable, Sendable {
  case allOf = "all_of"
}

extension Reader {
  mutating func rule(_ item: Item) -> Rule? {
    reading = item.id
    let fields: Fields<RuleKey> = fields(item.entries)
    let schedule = schedule(fields, of: item)
    var rule = Rule(id: item.id, schedule: schedule ?? .festival([]))
    rule.article = fields[.article].flatMap { text($0, key: "article") } ?? ""
    rule.says = fields[.says].flatMap { text($0, key: "says") } ?? ""
    rule.talk = fields[.talk].flatMap { text($0, key: "talk") } ?? ""
    rule.audience = fields[.audience].map { audience(reference: $0) } ?? Audience()
    rule.until = fields[.until].map { terms($0, key: "until") } ?? []
    rule.channels = fields[.channel].map { channels($0) } ?? Channels()
    rule.hours = fields[.at].flatMap { hours($0, key: "at") }
    rule.expires = fields[.expires].flatMap { flag($0, key: "expires") } ?? false
    rule.mandatory = fields[.mandatory].flatMap { flag($0, key: "mandatory") } ?? rule.mandatory
    rule.priority = fields[.priority].flatMap { number($0, key: "priority", in: -99...99) } ?? 0
    rule.distinctFrom = fields[.distinctFrom].flatMap { reference($0, key: "distinct_from") }
    return schedule == nil ? nil : rule
  }

  /// The index of the rule that is named.
  mutating func reference(_ tree: Tree, key: String) -> Int? {
    text(tree, key: key).flatMap { reference($0, at: tree.place) }
  }

  mutating func reference(_ id: String, at place: Place) -> Int? {
    if let index = ruleIndex[document.current(id)] { return index }
    if let off = document.off[id] {
      let problem = ReferenceProblem.switchedOff(id, neededBy: reading)
      report(.reference(problem), at: off.file == place.file ? place : off)
    } else {
      let meant = nearest(to: id, among: document.rules.map(\.id))
      report(.reference(.unknownRule(id, nearest: meant)), at: place)
    }
    return nil
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
    let tags = audience.anyTag.elements
    if let tag = tags.first, tags.allSatisfy(audience.noTag.contains) {
      report(
        .value(.neverHolds(wanted: "tag", excluded: "not_tag", term: tag.chinese)), at: place)
    }
  }
}
