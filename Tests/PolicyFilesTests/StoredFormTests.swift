import Core
import FoundationEssentials
import Testing

@testable import PolicyFiles

/// The bytes in which an adopted policy is kept, and the places that the tables of keys give them.
@Suite struct StoredFormTests {
  @Test(arguments: PolicyFile.embeddedNames)
  func aPolicyComesBackAsItWas(_ name: String) throws {
    let policy = try filledIn(name)
    #expect(decoded(PolicyForm.encode(policy)) == .policy(policy))
  }

  /// An office goes on after the program was replaced: what its form lacks is as it is without.
  @Test(arguments: [4, 5, 6, 7, 8] as [UInt64]) func oldVersionsAreRead(_ version: UInt64) throws {
    var expected = try embedded("site-fines")
    let form = PolicyForm.encode(expected, version: version)
    #expect(expected.rules.map(\.fine).filter { $0 > 0 } == [20, 20])
    for index in expected.rules.indices {
      if version < 5 { expected.rules[index].fine = 0 }
      if version < 6 { expected.rules[index].channels.first = nil }
      (expected.rules[index].name, expected.rules[index].englishName) = ("", "")
    }
    for index in expected.duties.indices {
      (expected.duties[index].name, expected.duties[index].englishName) = ("", "")
    }
    #expect(decoded(form) == .policy(expected))
    #expect(decoded(PolicyForm.encode(expected, version: 3)) == .damaged)
  }

  /// Forms as the program wrote them: those of 5 when its order of values was a list of statements.
  @Test(
    arguments: [
      ("purchase-136", 5), ("qnc", 5), ("roster", 5), ("site-fines", 5), ("wenxin", 5), ("qnc", 8),
    ] as [(String, UInt64)])
  func keptFormsAreReadAndWrittenToTheByte(_ name: String, _ version: UInt64) throws {
    let path = "\(repository)/Tests/Fixtures/policies/forms/\(name).\(version)"
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let policy = try #require(decoded(bytes).policy)
    #expect(PolicyForm.encode(policy, version: version) == bytes)
    #expect(policy.name == name)
    // The policy has got rules since.
    let today = try filledIn(name).rules.map(\.id)
    #expect(!policy.rules.isEmpty && policy.rules.allSatisfy { today.contains($0.id) })
  }

  @Test func aNewerFormIsSaidToBeNewer() throws {
    let version = PolicyForm.version + 1
    let form = PolicyForm.encode(try embedded("qnc"), version: version)
    #expect(decoded(form) == .newer(version: Int(version)))
  }

  /// A place belongs to one property, and a newer property stands behind every older one: so what
  /// older programs wrote ends before it.
  @Test func placesAreKept() {
    check(Policy.form)
    check(Rule.form)
    check(Audience.form)
    check(Segment.form)
    check(Clause.form)
    check(Duty.form)
    check(Template.form)
    check(Frame.form)
    check(Questionnaire.form)
  }

  private func check<Owner>(_ parts: [StoredPart<Owner>]) {
    #expect(Set(parts.map(\.place)).count == parts.count, "\(Owner.self)")
    let versions = parts.map(\.version)
    #expect(versions == versions.sorted(), "\(Owner.self)")
    #expect(versions.allSatisfy { PolicyForm.oldest...PolicyForm.version ~= $0 }, "\(Owner.self)")
  }
}

/// As an office reads it whose policies have declared nothing.
private func decoded(_ form: [UInt8]) -> PolicyCoding.Decoded {
  var vocabulary = Vocabulary()
  return PolicyForm.decode(form, &vocabulary)
}

/// A shipped policy with what we suggest for its blanks.
func filledIn(_ name: String) throws -> Policy {
  try #require(PolicyFile.load(named: name, Filling(takesSuggestions: true))).get().policy
}
