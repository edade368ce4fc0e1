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
      #expect(!entry.names.isEmpty, "\(entry.clause)")
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

  @Test func fieldsAreKnown() {
    for entry in Coverage.entries where entry.carrier == .field {
      for name in entry.names {
        let isKnown =
          ProfileField(name) != nil || RecordField(name) != nil || EventKind(name) != nil
          || Tag(name) != nil || name == "电话"
        #expect(isKnown, "\(entry.clause): \(name)")
      }
    }
  }

  @Test func constraintsAndAudiencesStandInTheirPolicies() {
    for entry in Coverage.entries where entry.carrier == .audience || entry.carrier == .constraint {
      for name in entry.names {
        let isWritten = PolicyFile.embeddedNames.contains { policy in
          EmbeddedPolicies.text(policy)?.contains("\(name):") == true
            && Coverage.prefix(of: policy) == entry.prefix
        }
        #expect(isWritten, "\(entry.clause): \(name)")
      }
    }
  }

  @Test func aReasonSaysWhy() {
    for entry in Coverage.entries where entry.carrier == .reason {
      #expect(entry.names.isEmpty && !entry.note.isEmpty, "\(entry.clause)")
    }
  }

  /// What the reports are called; a misspelt one carries nothing.
  @Test func reportsAreNamed() {
    let known: Set = [
      "周报", "月报", "日报", "半年分析", "统计", "员工", "漏做", "补录", "未补录", "回访率", "回访次数", "回访报告",
      "制度评估", "档案完整度", "巡查日报", "维修日报", "办理贷款客户清单", "入伙问题汇总",
    ]
    for entry in Coverage.entries where entry.carrier == .report {
      for name in entry.names { #expect(known.contains(name), "\(entry.clause): \(name)") }
    }
  }
}
