import Core
import Foundation
import Testing

@testable import PolicyFiles

/// The table of clauses: each stands once, and what carries it exists.
@Suite struct CoverageTests {
  /// Every clause of the sources, as their catalogue has them.
  static let clauses: [String] = {
    let path = repository + "/Tests/Fixtures/policies/clauses.txt"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }()

  @Test func everyClauseStandsOnce() {
    #expect(CoverageTests.clauses.count == 483)
    #expect(Coverage.entries.map(\.clause) == CoverageTests.clauses)
  }

  /// The ids of all policies, by what they are.
  private static let ids: [Carrier: Set<String>] = {
    var ids: [Carrier: Set<String>] = [.template: ["frame"]]
    for name in PolicyFile.embeddedNames {
      guard let policy = try? embedded(name) else { continue }
      ids[.rule, default: []].formUnion(policy.rules.map(\.id))
      ids[.duty, default: []].formUnion(policy.duties.map(\.id))
      ids[.segment, default: []].formUnion(policy.segments.map(\.id))
      ids[.template, default: []].formUnion(policy.templates.map(\.id))
      ids[.survey, default: []].formUnion(policy.surveys.map(\.id))
    }
    return ids
  }()

  @Test(arguments: [Carrier.rule, .duty, .segment, .template, .survey])
  func whatAPolicyCarriesExists(_ carrier: Carrier) {
    let ids = CoverageTests.ids[carrier] ?? []
    for entry in Coverage.entries where entry.carrier == carrier {
      for name in entry.names { #expect(ids.contains(name), "\(entry.clause): \(name)") }
    }
  }

  /// Every rule and duty that stands in a policy is a clause's, or a letter of one.
  @Test func everyRuleIsOfAClause() {
    for carrier in [Carrier.rule, .duty, .segment] {
      for id in CoverageTests.ids[carrier] ?? [] {
        var clause = id
        while !CoverageTests.clauses.contains(clause), clause.contains("-") { clause.removeLast() }
        #expect(CoverageTests.clauses.contains(clause), "\(id)")
      }
    }
  }
}
