import CEmbed
import Core
import FoundationEssentials
import Testing

@testable import PolicyFiles

@Suite struct EmbeddedPolicyTests {
  @Test func everyPolicyIsListed() {
    #expect(PolicyFile.embeddedNames.count == 30)
    #expect(PolicyFile.embeddedNames.prefix(4) == ["qnc", "qnc-blank", "yufu", "site-fines"])
  }

  @Test(arguments: PolicyFile.embeddedNames)
  func everyEmbeddedPolicyLoads(_ name: String) throws {
    let policy = try embedded(name)
    #expect(policy.name == name)
    #expect(!policy.title.isEmpty && !policy.source.isEmpty)
    for rule in policy.rules { #expect(!rule.article.isEmpty && !rule.says.isEmpty, "\(rule.id)") }
    let names = policy.rules.map(\.name) + policy.duties.map(\.name)
    #expect(names.allSatisfy { 1...6 ~= $0.count } && Set(names).count == names.count, "\(name)")
    let english = policy.rules.map(\.englishName) + policy.duties.map(\.englishName)
    #expect(english.allSatisfy { !$0.isEmpty } && Set(english).count == english.count, "\(name)")
    for clause in policy.clauses { #expect(!clause.article.isEmpty, "\(clause.id)") }
  }

  /// The binary carries `rules/` whole but for its page: every file, byte for byte, and no other.
  @Test func theFolderIsEmbedded() throws {
    let folder = repository + "/rules"
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
      var isFolder = false
      return FileManager.default.fileExists(atPath: "\(folder)/\($0)", isDirectory: &isFolder)
        && !isFolder && $0 != "README.md"
    }
    var embedded: [String: Data] = [:]
    for index in 0..<cembed_rules_count() {
      let file = cembed_rules(index)
      let name = try #require(file.name)
      embedded[String(cString: name)] = Data(
        UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
    #expect(embedded.keys.sorted() == files.sorted())
    for file in files {
      let bytes = try Data(contentsOf: URL(filePath: "\(folder)/\(file)"))
      #expect(embedded[file] == bytes, "\(file)")
    }
  }

  @Test(arguments: [("ch", "charter"), ("csc", "cs-control"), ("wx", "wenxin"), ("ro", "roster")])
  func theLettersOfItsClausesNameAPolicy(_ letters: String, _ name: String) throws {
    #expect(try embedded(letters) == embedded(name))
  }

  @Test func anUnknownNameIsNoPolicy() {
    #expect(PolicyFile.load(named: "qnd") == nil)
    #expect(EmbeddedPolicies.text("qnd") == nil)
  }

  // MARK: Clauses

  /// Every clause of the source has its item; a clause that needs several rules has a letter
  /// behind its id.
  @Test(arguments: clauseIDs)
  func everyClauseOccurs(_ name: String, _ ids: String) throws {
    let policy = try embedded(name)
    let written =
      policy.rules.map(\.id) + policy.segments.map(\.id) + policy.duties.map(\.id)
      + policy.clauses.map(\.id)
    for id in ids.split(separator: " ") {
      let occurs = written.contains { $0 == id || $0.dropLast() == id }
      #expect(occurs, "\(id)")
    }
    #expect(Set(written).count == written.count)
  }

  static let clauseIDs = [
    (
      "qnc",
      """
      qnc-1.1 qnc-1.2 qnc-1.3 qnc-2.1.1 qnc-2.1.2 qnc-2.1.3a qnc-2.1.3b qnc-2.1.4 qnc-2.1.5 \
      qnc-2.2.1a qnc-2.2.1b qnc-2.2.1c qnc-2.2.2a qnc-2.2.2b qnc-2.2.3 qnc-3.1 qnc-3.2 qnc-3.3 \
      qnc-3.4 qnc-4.1a qnc-4.1b qnc-4.2 qnc-5.1 qnc-5.2 qnc-5.3 qnc-5.4 qnc-5.5 qnc-5.6 qnc-5.7 \
      qnc-6
      """
    ),
    (
      "qnc-blank",
      """
      qb-1.1 qb-1.2 qb-1.3 qb-2.1.1 qb-2.1.2 qb-2.1.3 qb-2.1.4 qb-2.1.5 qb-2.2.1 qb-2.2.1c \
      qb-2.2.2 qb-2.2.3 qb-3.1 qb-3.2 qb-3.3 qb-3.4
      """
    ),
    (
      "yufu",
      """
      yufu-1.1 yufu-1.2 yufu-1.3 yufu-2.1.1a yufu-2.1.1b yufu-2.1.2 yufu-2.1.3 yufu-2.1.4 \
      yufu-2.1.5 yufu-2.2.1a yufu-2.2.1b yufu-2.2.1c yufu-2.2.2 yufu-2.2.3 yufu-3.1 yufu-3.2 \
      yufu-3.3 yufu-3.4
      """
    ),
    (
      "site-fines",
      """
      sf-1.1a sf-1.1b sf-1.2 sf-1.3 sf-1.4 sf-1.5 sf-1.6 sf-2.1 sf-2.2 sf-2.3 sf-2.4 sf-2.5
      """
    ),
  ]
}

/// The top folder of the repository.
let repository = String(#filePath.split(separator: "/Tests/").first ?? "")

func embedded(_ name: String) throws -> Policy {
  try #require(PolicyFile.load(named: name, Filling(takesSuggestions: true))).get().policy
}
