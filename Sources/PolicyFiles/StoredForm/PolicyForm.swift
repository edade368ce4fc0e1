package import Core

/// The form in which an adopted policy is stored: its values as bytes behind a version and a sum
/// over them, in the places that the tables of keys give them. Reading it costs a tenth of a
/// millisecond and no Foundation, for every command begins with it.
package enum PolicyForm {
  /// Of the order of the values: that of the newest property in any table. What a new version adds
  /// is `since` it, so that offices go on with the forms that they have; the test of old forms holds
  /// one of each.
  package static let version =
    [
      newest(Policy.form), newest(Rule.form), newest(Audience.form), newest(Segment.form),
      newest(Clause.form), newest(Duty.form), newest(Template.form), newest(Frame.form),
      newest(Questionnaire.form), newestValue,
    ].max() ?? oldest

  static let oldest: UInt64 = 4

  /// The first version that has every case and every part of a value, which no table tells.
  private static let newestValue: UInt64 = 6

  private static func newest<Owner>(_ parts: [StoredPart<Owner>]) -> UInt64 {
    parts.map(\.version).max() ?? oldest
  }

  /// For whoever opens an office.
  package static let coding = PolicyCoding(encode: { encode($0) }, decode: { decode($0, &$1) })

  /// - Parameter version: an older one is for tests.
  package static func encode(_ policy: Policy, version: UInt64 = version) -> [UInt8] {
    var coder = FormCoder(version: version, policy.vocabulary)
    var policy = policy
    coder.code(&policy, by: Policy.form)
    var head = FormCoder(version: version)
    var (version, sum) = (version, sum(version, coder.bytes))
    head.code(&version)
    head.code(&sum)
    return head.bytes + coder.bytes
  }

  /// - Parameter vocabulary: the words that have their numbers; the policy's are added.
  package static func decode(
    _ bytes: [UInt8], _ vocabulary: inout Vocabulary
  ) -> PolicyCoding.Decoded {
    guard let (found, rest) = whole(bytes) else { return .damaged }
    if found > version, let newer = Int(exactly: found) { return .newer(version: newer) }
    guard oldest...version ~= found else { return .damaged }
    var coder = FormCoder(reading: rest, version: found, vocabulary)
    var policy = Policy(name: "")
    coder.code(&policy, by: Policy.form)
    guard coder.isComplete, policy.hasValidReferences else { return .damaged }
    vocabulary = coder.vocabulary
    return .policy(policy)
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
  static let form = StoredPart.all(fileKeys.map(\.description))

  /// Whether every index means a rule.
  fileprivate var hasValidReferences: Bool {
    let indices = rules.flatMap { $0.schedule.needs + [$0.distinctFrom].compactMap { $0 } }
    return (indices + segments.flatMap(\.suppresses)).allSatisfy(rules.indices.contains)
      && (rules.map(\.addOn) + frames.map(\.addOn)).allSatisfy {
        $0.map(addOns.indices.contains) ?? true
      }
  }
}
