import Core
import PolicyFiles
import Testing

/// `events:` and `tags:`: what a policy declares, and where it can be used.
@Suite struct DeclaredWordsTests {
  private func read(
    _ text: String, beside other: String = "", after vocabulary: Vocabulary = Vocabulary()
  ) throws -> Policy {
    let filling = Filling(vocabulary: vocabulary)
    return try PolicyFile.read(text: text, file: "offices/mine.yaml", filling) { name in
      name == "other.yaml" ? ("other.yaml", other) : nil
    }.get().policy
  }

  private func names(_ policy: Policy) -> [String] {
    policy.vocabulary.events.elements.map { $0.word(in: policy.vocabulary).name }
  }

  private func event(_ name: String, of policy: Policy) throws -> EventKind {
    try #require(EventKind(name, in: policy.vocabulary))
  }

  @Test func aDeclaredWordStandsWhereverABuiltInOneDoes() throws {
    let policy = try read(
      """
      events: [装修进场, 装修完工, 认筹]
      tags: 团购
      audiences:
        buyer: {tag: [团购, VIP], not_tag: 重点, has: 认筹, has_not: [装修完工, 签约]}
      segments:
        - {id: s-1, says: 团购, audience: {tag: 团购}, suppresses: [r-1]}
      duties:
        - {id: d-1, who: 置业顾问, every: 1w, settled_by: {event: 认筹, count: 2}}
      rules:
        - {id: r-1, after: [装修进场, 来访], due: 3, until: [装修完工, 流失], audience: buyer}
        - {id: r-2, after: {first: 认筹}, due: 1, settled_by: {event: [装修进场, 认购]}}
        - {id: r-3, after: {all: [装修进场, 全款到账]}, every: 7d}
      """)
    let (works, done) = (try event("装修进场", of: policy), try event("装修完工", of: policy))
    let pledge = try event("认筹", of: policy)
    let group = try #require(Tag("团购", in: policy.vocabulary))
    let rules = policy.rules
    #expect(rules[0].schedule == .once(.event([works, .visit]), opens: 0, due: 3))
    #expect(rules[0].until == [done, .lost])
    #expect(rules[0].audience.anyTag == [group, .vip] && rules[0].audience.has == [pledge])
    #expect(rules[0].audience.hasNot == [done, .signing])
    #expect(rules[1].schedule == .once(.first(pledge), opens: 0, due: 1))
    #expect(rules[1].settledBy == .event([works, .reservation]))
    #expect(rules[2].schedule == .every(.days(7), .all([works, .fullPayment]), .lastDone))
    #expect(policy.segments[0].audience.anyTag == [group])
    #expect(policy.duties[0].evidence == .event(pledge))
    let word = pledge.word(in: policy.vocabulary)
    #expect(word.name == "认筹" && word.chinese == "认筹" && pledge.isDeclared)
    #expect(policy.vocabulary.events == [works, done, pledge])
    #expect(policy.vocabulary.tags == [group])
  }

  @Test func whatOnePolicyDeclaresAnotherDoesNotKnow() throws {
    _ = try read("events: [装修进场]\n")
    #expect(EventKind("装修进场") == nil)
    #expect(
      headlines(CatalogueTests.rule("after: 装修进场\ndue: 1"))[0].hasPrefix(
        #"me.yaml:3:12: 错误 P102：after：不认识“装修进场”；可写 来电 "#))
  }

  /// As beside the policies of an office.
  @Test func theNumbersOfThoseBeforeAreKept() throws {
    let first = try read("events: [装修进场, 认筹]\ntags: [团购]\n")
    let second = try read("events: [验资, 认筹]\ntags: [老业主]\n", after: first.vocabulary)
    #expect(try event("认筹", of: second) == event("认筹", of: first))
    #expect(first.vocabulary.tags.isDisjoint(with: second.vocabulary.tags))
    #expect(EventKind("装修进场", in: second.vocabulary) == nil)
    #expect(EventKind("验资", in: first.vocabulary) == nil)
    #expect(names(second).sorted() == ["认筹", "验资"])
    var both = first.vocabulary
    both.formUnion(second.vocabulary)
    #expect(both.events.count == 3 && both.tags.count == 2)
  }

  /// The form has names for them: the numbers are those of the office that reads it.
  @Test func aStoredPolicyTakesTheNumbersOfItsOffice() throws {
    let text = "events: [装修进场, 认筹]\nrules:\n  - {id: r-1, after: 认筹, due: 1, until: 装修进场}\n"
    let form = PolicyForm.encode(try read(text))
    var office = Vocabulary()
    office.insert(EventKind(number: 40), named: "认筹")
    office.insert(EventKind(number: 63), named: "验资")
    let policy = try #require(PolicyForm.decode(form, &office).policy)
    let works = try #require(EventKind("装修进场", in: policy.vocabulary))
    #expect(policy.vocabulary.events == [works, EventKind(number: 40)])
    #expect(policy.rules[0].schedule.trigger == .event([EventKind(number: 40)]))
    #expect(policy.rules[0].until == [works] && works.rawValue == 62)
    #expect(office.events.count == 3)
  }

  @Test func aMistypedWordNamesTheDeclaredOne() {
    #expect(
      headlines("events: [装修进场]\n" + CatalogueTests.rule("after: 装修进厂\ndue: 1"))
        == [#"me.yaml:4:12: 错误 P102：after：不认识“装修进厂”；是否“装修进场”？"#])
    #expect(
      headlines(
        "tags: [团购]\n" + CatalogueTests.rule("after: 来访\ndue: 1\naudience: {tag: 团勾}"), .en)
        == [#"me.yaml:6:21: error P102: tag: "团勾" is not known; did you mean "团购"?"#])
  }

  @Test func anExtensionAddsToTheWordsOfItsBase() throws {
    let base = "events: [装修进场]\ntags: [团购]\n"
    let policy = try read("extends: other.yaml\nevents: [认筹, 装修进场]\n", beside: base)
    #expect(Set(names(policy)) == ["装修进场", "认筹"])
    #expect(policy.vocabulary.tags == [try #require(Tag("团购", in: policy.vocabulary))])
    let without = try read("extends: other.yaml\nevents: none\n", beside: base)
    #expect(without.vocabulary.events.isEmpty && without.vocabulary.tags == policy.vocabulary.tags)
  }

  @Test func policiesSideBySideShareTheirWords() throws {
    let policy = try read(
      """
      extends: qnc
      includes: [other.yaml]
      events: [认筹]
      rules:
        - {id: m-1, after: [认筹, 装修进场], due: 2}
      """,
      beside: "events: [装修进场, 认筹]\nrules:\n  - {id: o-1, after: 装修进场, due: 1, until: 认筹}\n")
    let (works, pledge) = (try event("装修进场", of: policy), try event("认筹", of: policy))
    #expect(policy.vocabulary.events == [works, pledge])
    #expect(policy.rules.last?.until == [pledge])
    #expect(
      policy.rules.contains { $0.schedule == .once(.event([works, pledge]), opens: 0, due: 2) })
  }

  @Test func aListIsAskedFor() {
    #expect(
      headlines("events: {装修进场: works}\n") == [
        #"me.yaml:1:9: 错误 P101：“events”应是列表，这里是键和值；详见 revisit policy explain P101"#
      ])
    #expect(
      headlines("tags: []\n") == [
        #"me.yaml:1:7: 错误 P111：tags：空的列表；不限就删去这一行；详见 revisit policy explain P111"#
      ])
  }

  @Test func aCaseMayHoldThem() throws {
    let policy = try read("events: [装修进场]\ntags: [团购]\n")
    func facts(_ fact: String) -> Result<[PolicyTest], PolicyProblems> {
      PolicyTestFile.read(
        text: "cases:\n  - {policy: me, facts: [\"\(fact)\"], on: 2026-11-12}\n", file: "c.yaml",
        vocabulary: { $0.policies == ["me"] ? policy.vocabulary : Vocabulary() })
    }
    let works = try event("装修进场", of: policy)
    #expect(try facts("2026-11-10 装修进场").get()[0].facts.map(\.body) == [.event(works)])
    #expect(
      try facts("2026-11-10 去标签 团购").get()[0].facts.map(\.body)
        == [.tag(try #require(Tag("团购", in: policy.vocabulary)), false)])
    guard case .failure(let problems) = facts("2026-11-10 装修进厂") else {
      Issue.record("a mistyped event is no fact")
      return
    }
    #expect(
      problems.diagnostics.map { PolicyMessages.headline($0, .zh) } == [
        #"c.yaml:2:26: 错误 P102：cases：不认识“2026-11-10 装修进厂”；是否“装修进场”？"#
      ])
  }

  @Test func theyAreShownAndCompared() throws {
    let policy = try read("extends: qnc\nevents: [装修进场]\ntags: [团购]\n")
    let shown = policy.keyValues
    #expect(shown.contains(KeyValue("events", .list(["装修进场"]))))
    #expect(shown.contains(KeyValue("tags", .list(["团购"]))))
    let changes = PolicyFile.diff(try embedded("qnc"), policy).settings
    #expect(changes.contains(.init(key: "events", old: nil, new: "装修进场")))
  }
}
