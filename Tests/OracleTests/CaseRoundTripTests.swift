import Core
import PolicyFiles
import Testing

/// What `why --as-test` writes of made-up histories is read back as a case that holds.
@Suite struct CaseRoundTripTests {
  @Test func everyHistoryIsACaseThatHolds() throws {
    let policies = try Policies()
    for seed in UInt64(1)...400 {
      var generator = Generator(seed: seed, policies: policies)
      let (_, story) = generator.story()
      for (now, _) in generator.probes(story) {
        guard let text = Self.written(story, now) else { continue }
        let words = Self.words(story)
        let cases = try PolicyTestFile.read(
          text: text, file: "case.yaml", vocabulary: { _ in words }
        ).get()
        let calendar = story.calendar.with(company: cases[0].holidays)
        let reigns = story.reigns.filter { $0.from <= now.day }
        #expect(cases[0].differences(under: reigns, calendar) == [], "seed \(seed)\n\(text)")
      }
    }
  }

  private static func words(_ story: Story) -> Vocabulary {
    story.reigns.reduce(into: Vocabulary()) { $0.formUnion($1.policy.vocabulary) }
  }

  private static func written(_ story: Story, _ now: Moment) -> String? {
    let engine = Engine(
      reigns: story.reigns, milestones: story.milestones, calendar: story.calendar,
      traits: Traits(
        asked: story.reigns.flatMap(\.policy.traitAudiences), story.sayings, staff: story.names),
      vocabulary: words(story), staffing: Staffing(story.staff))
    let history = History(customer: 1, source: story.source, facts: story.facts)
    return PolicyTestText(
      history, engine, at: now, isNamed: false, occasion: { story.occasions[$0] }
    ).text
  }
}
