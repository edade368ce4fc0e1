import Core

/// The form in which an adopted policy is stored: its values as bytes behind a version and a sum
/// over them. Reading it costs a tenth of a millisecond and no Foundation, for every command begins
/// with it.
enum PolicyForm {
  /// Of the order of the values below. What a new version adds is coded `since` it, so that offices
  /// go on with the forms that they have; the test of old forms holds one of each.
  static let version: UInt64 = 5
  private static let oldest: UInt64 = 4

  /// - Parameter version: an older one is for tests.
  static func encode(_ policy: Policy, version: UInt64 = version) -> [UInt8] {
    var coder = FormCoder(version: version)
    var policy = policy
    coder.code(&policy)
    var head = FormCoder(version: version)
    var (version, sum) = (version, sum(version, coder.bytes))
    head.code(&version)
    head.code(&sum)
    return head.bytes + coder.bytes
  }

  /// Nil where the bytes are no policy, or one in the form of a newer program.
  static func decode(_ bytes: [UInt8]) -> Policy? {
    guard let (found, rest) = whole(bytes), oldest...version ~= found else { return nil }
    var coder = FormCoder(reading: rest, version: found)
    var policy = Policy(name: "")
    coder.code(&policy)
    return coder.isComplete && policy.hasValidReferences ? policy : nil
  }

  /// The version of a form that a newer program wrote.
  static func newerVersion(of bytes: [UInt8]) -> Int? {
    whole(bytes).flatMap { $0.version > version ? Int(exactly: $0.version) : nil }
  }

  /// The version and the values of a form that is undamaged.
  private static func whole(_ bytes: [UInt8]) -> (version: UInt64, rest: ArraySlice<UInt8>)? {
    var head = FormCoder(reading: bytes, version: version)
    var (found, expected): (UInt64, UInt64) = (0, 0)
    head.code(&found)
    head.code(&expected)
    guard !head.hasFailed, sum(found, head.rest) == expected else { return nil }
    return (found, head.rest)
  }

  /// FNV-1a, since 5 of the version too.
  private static func sum(_ version: UInt64, _ bytes: some Sequence<UInt8>) -> UInt64 {
    let start: UInt64 = 0xCBF2_9CE4_8422_2325
    return bytes.reduce(version < 5 ? start : start ^ version) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
  }
}

extension Policy {
  /// Whether every index means a rule.
  fileprivate var hasValidReferences: Bool {
    let indices = rules.flatMap { $0.schedule.needs + [$0.distinctFrom].compactMap { $0 } }
    return (indices + segments.flatMap(\.suppresses)).allSatisfy(rules.indices.contains)
      && (rules.map(\.addOn) + frames.map(\.addOn)).allSatisfy {
        $0.map(addOns.indices.contains) ?? true
      }
  }
}

extension FormCoder {
  fileprivate mutating func code(_ policy: inout Policy) {
    code(&policy.name)
    code(&policy.title)
    code(&policy.source)
    code(&policy.rules, blank: FormCoder.blankRule) { $0.code(&$1) }
    code(&policy.segments, blank: FormCoder.blankSegment) { $0.code(&$1) }
    code(&policy.clauses, blank: Clause(id: "", article: "", says: "")) { coder, clause in
      coder.code(&clause.id)
      coder.code(&clause.article)
      coder.code(&clause.says)
    }
    code(&policy.callHours)
    code(&policy.weeklyCap, blank: FormCoder.blankLimit) { $0.code(&$1) }
    code(&policy.aversionFactor)
    code(&policy.record)
    code(&policy.openings, blank: "") { $0.code(&$1) }
    code(&policy.parameters, blank: Parameter(name: "", clause: "", value: nil)) { coder, value in
      coder.code(&value.name)
      coder.code(&value.clause)
      coder.code(&value.value, blank: "") { $0.code(&$1) }
      coder.code(&value.suggested, blank: "") { $0.code(&$1) }
      coder.code(&value.isOurs)
    }
    code(&policy.addOns, blank: AddOn(name: "")) { $0.code(&$1) }
    code(&policy.vocabulary.events)
    code(&policy.vocabulary.tags)
    code(&policy.duties, blank: FormCoder.blankDuty) { $0.code(&$1) }
    code(&policy.templates, blank: Template(id: "")) { $0.code(&$1) }
    code(&policy.frames, blank: Frame()) { $0.code(&$1) }
    code(&policy.surveys, blank: Questionnaire(id: "")) { $0.code(&$1) }
    code(&policy.capacity, blank: 0) { $0.code(&$1) }
  }

  private mutating func code(_ hours: inout CallHours) {
    code(&hours.ranges)
    code(&hours.weekdays)
    code(&hours.clause)
  }

  private mutating func code(_ addOn: inout AddOn) {
    code(&addOn.name)
    code(&addOn.title)
    code(&addOn.callHours)
    code(&addOn.weeklyCap, blank: FormCoder.blankLimit) { $0.code(&$1) }
    code(&addOn.aversionFactor)
  }

  private mutating func code(_ rule: inout Rule) {
    code(&rule.id)
    code(&rule.article)
    code(&rule.says)
    code(&rule.talk)
    code(&rule.audience)
    code(&rule.schedule)
    code(&rule.until)
    code(&rule.channels.allowed)
    code(&rule.channels.allOf)
    code(&rule.hours)
    code(&rule.expires)
    code(&rule.mandatory)
    code(&rule.priority)
    code(&rule.distinctFrom, blank: 0) { $0.code(&$1) }
    choose(&rule.dayOff, among: DayOffChoice.allCases) {
      DayOffChoice.allCases.firstIndex(of: $0) ?? 0
    }
    code(&rule.settledBy)
    code(&rule.untilSteps)
    code(&rule.by, blank: .consultant) { $0.code(&$1) }
    code(&rule.message)
    code(&rule.script)
    code(&rule.isWithGift)
    code(&rule.addOn, blank: 0) { $0.code(&$1) }
    code(&rule.margin)
    code(&rule.spreads)
    since(5) { $0.code(&rule.fine) }
  }

  private mutating func code(_ settlement: inout Settlement) {
    choose(&settlement)
    switch settlement {
    case .contact: break
    case .event(var kinds):
      code(&kinds)
      settlement = .event(kinds)
    case .step(var step):
      code(&step)
      settlement = .step(step)
    }
  }

  private mutating func code(_ segment: inout Segment) {
    code(&segment.id)
    code(&segment.article)
    code(&segment.says)
    code(&segment.audience)
    code(&segment.suppresses, blank: 0) { $0.code(&$1) }
  }

  private mutating func code(_ limit: inout Limit) {
    code(&limit.value)
    code(&limit.clause)
  }

  private static var blankRule: Rule { Rule(id: "", schedule: .festival([])) }
  private static var blankLimit: Limit { Limit(value: 0, clause: "") }
  private static var blankSegment: Segment {
    Segment(id: "", article: "", says: "", audience: Audience(), suppresses: [])
  }
}

extension Settlement: Choice {
  static let blanks: [Settlement] = [.contact, .event([]), .step(.opened)]

  var place: Int {
    switch self {
    case .contact: 0
    case .event: 1
    case .step: 2
    }
  }
}
