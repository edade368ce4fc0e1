import Core

/// The form in which an adopted policy is stored: its values as bytes behind a version and a sum
/// over them. Reading it costs a tenth of a millisecond and no Foundation, for every command begins
/// with it.
enum PolicyForm {
  /// Of the order of the values below; another one is another version.
  private static let version: UInt64 = 1

  static func encode(_ policy: Policy) -> [UInt8] {
    var coder = FormCoder()
    var policy = policy
    coder.code(&policy)
    var head = FormCoder()
    var (version, sum) = (version, sum(coder.bytes))
    head.code(&version)
    head.code(&sum)
    return head.bytes + coder.bytes
  }

  /// Nil where the bytes are no policy.
  static func decode(_ bytes: [UInt8]) -> Policy? {
    var head = FormCoder(reading: bytes)
    var (found, expected): (UInt64, UInt64) = (0, 0)
    head.code(&found)
    head.code(&expected)
    guard !head.hasFailed, found == version, sum(head.rest) == expected else { return nil }
    var coder = FormCoder(reading: head.rest)
    var policy = Policy(name: "")
    coder.code(&policy)
    return coder.isComplete && policy.hasValidReferences ? policy : nil
  }

  /// FNV-1a.
  private static func sum(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

extension Policy {
  /// Whether every index means a rule.
  fileprivate var hasValidReferences: Bool {
    let indices = rules.flatMap { $0.schedule.needs + [$0.distinctFrom].compactMap { $0 } }
    return (indices + segments.flatMap(\.suppresses)).allSatisfy(rules.indices.contains)
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
    code(&policy.callWindows)
    code(&policy.callWindowClause)
    code(&policy.weeklyCap, blank: FormCoder.blankLimit) { $0.code(&$1) }
    code(&policy.aversionFactor)
    code(&policy.record)
    code(&policy.openings, blank: "") { $0.code(&$1) }
    code(&policy.parameters, blank: Parameter(name: "", clause: "", value: nil)) { coder, value in
      coder.code(&value.name)
      coder.code(&value.clause)
      coder.code(&value.value, blank: "") { $0.code(&$1) }
    }
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
