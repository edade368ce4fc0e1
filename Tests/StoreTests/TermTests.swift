import Core
import PolicyFiles
import SQLite
import Store
import Testing

/// Words that policies declare, in a database: their numbers are its own, for ever.
@Suite struct TermTests {
  private func policy(_ text: String) throws -> Policy {
    try PolicyFile.read(text: text, file: "own.yaml").get().policy
  }

  private func adopt(_ text: String, in office: Office) throws {
    try office.write { try $0.adopt(try policy(text), source: text, from: day("2026-11-01")) }
  }

  private func terms(_ office: Office) throws -> [String] {
    try Connection(path: office.path, .readOnly).rows(
      "SELECT kind, number, name FROM term ORDER BY kind, number DESC"
    ) { "\($0.int(0)) \($0.int(1)) \($0.text(2))" }
  }

  private func event(_ name: String, _ office: Office) throws -> EventKind {
    try #require(EventKind(name, in: try office.store.vocabulary()))
  }

  /// Another process gave the words other numbers.
  private func renumber(_ office: Office) throws {
    try Connection(path: office.path, .readWrite).execute(
      """
      UPDATE term SET number = number - 20 WHERE kind = 1;
      UPDATE term SET number = 40 WHERE kind = 3
      """)
  }

  @Test func aWordKeepsItsNumberThroughUndoAndOtherPolicies() throws {
    let office = try Office()
    try adopt("events: [装修进场, 认筹]\ntags: [团购]\n", in: office)
    let first = try terms(office)
    #expect(first.count == 3)
    try office.undo()
    #expect(try office.store.reigns().isEmpty)
    #expect(try terms(office) == first)
    try adopt("events: [认筹, 验资]\n", in: office)
    #expect(try Set(terms(office)).isSuperset(of: first))
    try adopt("events: [装修进场, 认筹]\ntags: [团购]\n", in: office)
    #expect(try terms(office).count == 4)
    #expect(try office.store.doctor() == [])
  }

  @Test func factsAreReadWithTheNumbersOfTheirDatabase() throws {
    let office = try Office()
    try adopt("events: [装修进场, 认筹]\ntags: [团购]\n", in: office)
    try renumber(office)
    let (works, pledge) = (try event("装修进场", office), try event("认筹", office))
    let group = try #require(Tag("团购", in: try office.store.vocabulary()))
    let customer = try office.add("王芳")
    for body in [Fact.Body.event(works), .event(pledge), .tag(group, true), .tag(group, false)] {
      try office.append(body, to: customer)
    }
    let bodies = try office.bodies(of: customer)
    #expect(
      bodies == [
        .event(.visit), .event(works), .event(pledge), .tag(group, true), .tag(group, false),
      ])
    let views = try Connection(path: office.path, .readOnly)
    let shown = try views.rows("SELECT value FROM v_fact WHERE fact > 1 ORDER BY fact") {
      $0.optionalText(0) ?? ""
    }
    #expect(shown.suffix(4) == ["装修进场", "认筹", "团购", "非团购"])
    var streamed: [Fact.Body] = []
    try office.store.forEachHistory(in: .office) { streamed += $0.facts.map(\.body) }
    #expect(streamed == bodies)
    #expect(try office.store.doctor() == [])
  }

  @Test func anAdoptedPolicyIsReadByNames() throws {
    let office = try Office()
    let text = """
      events: [装修进场, 认筹]
      tags: [团购]
      duties:
        - {id: d-1, who: 置业顾问, every: 1w, settled_by: {event: 认筹}}
      rules:
        - {id: r-1, after: {first: 认筹}, due: 3, until: [装修进场, 流失], audience: {tag: [团购, VIP]}}
        - {id: r-2, after: {all: [认筹, 来访]}, due: 3, settled_by: {event: 装修进场}}
      """
    try adopt(text, in: office)
    try renumber(office)
    #expect(try office.store.reigns().map(\.policy) == [try policy(text)])
  }

  @Test func whatNothingDeclaresIsRefusedAndFound() throws {
    let office = try Office()
    try adopt("events: [装修进场]\n", in: office)
    let works = try event("装修进场", office)
    let other = try Office()
    let stranger = try other.add("王芳")
    #expect(throws: StoreError.undeclaredWord("装修进场")) {
      try other.append(.event(works), to: stranger)
    }
    let customer = try office.add("王芳")
    let fact = try office.append(.event(works), to: customer)
    try Connection(path: office.path, .readWrite).execute("DELETE FROM term")
    #expect(
      try office.store.doctor() == [
        .undeclaredWord(policy: 1, "装修进场"), .undeclaredFact(fact, customer),
      ])
  }

  @Test func anOfficeRunsOutOfNumbers() throws {
    let office = try Office()
    let rows = (33...63).map { "(1, \($0), '旧\($0)')" }.joined(separator: ",")
    try Connection(path: office.path, .readWrite).execute("INSERT INTO term VALUES \(rows)")
    #expect(throws: StoreError.noNumberLeft("装修进场")) {
      try adopt("events: [装修进场]\n", in: office)
    }
    #expect(try office.store.reigns().isEmpty)
  }
}
