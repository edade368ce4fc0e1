import Core
import PolicyFiles
import SQLite
import Store
import Testing

/// Words that policies declare, in a database: it gives them their numbers, for ever.
@Suite struct TermTests {
  private func policy(_ text: String, in office: Office) throws -> Policy {
    let words = Filling(vocabulary: try office.store.vocabulary())
    return try PolicyFile.read(text: text, file: "own.yaml", words).get().policy
  }

  private func adopt(
    _ policy: Policy, in office: Office, from day: String = "2026-11-01"
  ) throws {
    let day = try StoreTests.day(day)
    try office.write { try $0.adopt(policy, source: "", from: day) }
  }

  private func adopt(
    _ text: String, in office: Office, from day: String = "2026-11-01"
  ) throws {
    try adopt(policy(text, in: office), in: office, from: day)
  }

  private func terms(_ office: Office) throws -> [String] {
    try Connection(path: office.path, .readOnly).rows(
      "SELECT kind, number, name FROM term ORDER BY kind, number DESC"
    ) { "\($0.int(0)) \($0.int(1)) \($0.text(2))" }
  }

  private func event(_ name: String, _ office: Office) throws -> EventKind {
    try #require(EventKind(name, in: try office.store.vocabulary()))
  }

  /// The words have other numbers there than a file alone would give them.
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
    let read = try policy(text, in: office)
    #expect(try office.store.reigns().map(\.policy) == [read])
    #expect(read.vocabulary.events.contains(EventKind(number: 43)))
  }

  @Test func twoPoliciesDeclareWordsOfTheirOwn() throws {
    let office = try Office()
    try adopt("events: [装修进场, 认筹]\ntags: [团购]\n", in: office)
    try adopt("events: [认筹, 验资]\n", in: office, from: "2026-11-02")
    let words = try office.store.reigns().map(\.policy.vocabulary)
    #expect(words.map(\.events.count) == [2, 2] && words.map(\.tags.count) == [1, 0])
    #expect(words[0].events.intersection(words[1].events).elements == [try event("认筹", office)])
    #expect(EventKind("装修进场", in: words[1]) == nil && EventKind("验资", in: words[0]) == nil)
    let all = try office.store.vocabulary()
    #expect(all.events == words[0].events.union(words[1].events) && all.tags == words[0].tags)
    #expect(try Store.open(at: office.path, readOnly: true).vocabulary() == all)
  }

  @Test func whoeverAdoptsSecondReadsAgain() throws {
    let office = try Office()
    let mine = try policy("events: [装修进场]\n", in: office)
    let same = try policy("events: [认筹]\n", in: office)
    // Another process in between.
    let text = "events: [认筹]\ntags: [团购]\n"
    let other = try Store.open(at: office.path)
    let operation = Operation(
      command: "policy adopt", user: User("root"), recorded: try moment("2026-11-02 08:00"))
    let theirs = try PolicyFile.read(text: text, file: "own.yaml").get().policy
    _ = try other.write(operation) {
      try $0.adopt(theirs, source: text, from: day("2026-11-01"))
    }
    let before = try terms(office)
    #expect(throws: StoreError.wordTaken("装修进场")) { try adopt(mine, in: office) }
    #expect(try terms(office) == before && office.store.reigns().count == 1)
    // The same word has the same number.
    try adopt(same, in: office)
    #expect(try terms(office) == before)
    try adopt("events: [装修进场]\n", in: office)
    #expect(try terms(office) == ["1 63 认筹", "1 62 装修进场", "3 63 团购"])
    #expect(try office.store.doctor() == [])
  }

  @Test func whatNothingDeclaresIsRefusedAndFound() throws {
    let office = try Office()
    try adopt("events: [装修进场]\n", in: office)
    let works = try event("装修进场", office)
    let other = try Office()
    let stranger = try other.add("王芳")
    #expect(throws: StoreError.undeclaredWord("#63")) {
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
    let rows = (34...63).map { "(1, \($0), '旧\($0)')" }.joined(separator: ",")
    try Connection(path: office.path, .readWrite).execute("INSERT INTO term VALUES \(rows)")
    let words = Filling(vocabulary: try office.store.vocabulary())
    let text = "events:\n  - 旧40\n  - 装修进场\n"
    guard case .failure(let problems) = PolicyFile.read(text: text, file: "own.yaml", words) else {
      Issue.record("there is no number for it")
      return
    }
    #expect(
      problems.diagnostics.map { PolicyMessages.headline($0, .zh) } == [
        "own.yaml:3:5: 错误 P117：events 太多：连同以前施行过的制度，一个案场最多 30 个；用已有的词，或合并几个；"
          + "详见 revisit policy explain P117"
      ])
    try adopt("events: [旧40]\n", in: office)
    #expect(try office.store.doctor() == [])
  }
}
