import Core
import Glibc
import Testing

/// The second opinion on what staff and office owe: the engine and an independent reading agree on
/// every occurrence of made-up duties. The seeds and their number are those of `OracleTests`.
@Suite struct DutyOracleTests {
  @Test func theEngineAgreesOnDuties() {
    let first = OracleTests.number("REVISIT_SEED", 1)
    for seed in first..<(first + OracleTests.number("REVISIT_HISTORIES", 2000)) {
      var generator = DutyGenerator(seed: UInt64(seed))
      let story = generator.story()
      let (days, now) = generator.probe()
      guard differs(story, days, now) else { continue }
      Issue.record("\(report(shrunk(story, days, now), days, now, seed))")
      return
    }
  }

  private func differs(_ story: DutyStory, _ days: ClosedRange<Day>, _ now: Moment) -> Bool {
    story.engine(days, now: now) != DutyOracle(story: story, now: now).answers(days)
  }

  private func shrunk(_ story: DutyStory, _ days: ClosedRange<Day>, _ now: Moment) -> DutyStory {
    var story = story
    while let smaller = story.smaller.first(where: { differs($0, days, now) }) { story = smaller }
    return story
  }

  private func report(
    _ story: DutyStory, _ days: ClosedRange<Day>, _ now: Moment, _ seed: Int
  ) -> String {
    var lines = ["seed \(seed): the engine and the second opinion differ on duties"]
    for reign in story.reigns {
      lines.append("  from \(reign.from):")
      lines += reign.policy.duties.map { "    \($0)" }
    }
    lines += story.members.map {
      "  member \($0.id) \($0.role.word(in: Vocabulary()).name) since \($0.since)"
    }
    lines += story.milestones.map {
      "  milestone \($0.id) \($0.kind.word(in: Vocabulary()).chinese) \($0.day)"
    }
    lines += story.leaves.map { "  leave of \($0.staff) \($0.days)" }
    lines += story.calendar.company.map { "  company \($0.isHoliday) \($0.days)" }
    lines += story.deeds.map {
      "  deed \($0.kind) \($0.moment) by \($0.staff.map { "\($0)" } ?? "-") ×\($0.count)"
    }
    lines.append("  asked for \(days) at \(now)")
    let (engine, oracle) = (
      story.engine(days, now: now), DutyOracle(story: story, now: now).answers(days)
    )
    lines += engine.filter { !oracle.contains($0) }.map { "  engine: \($0)" }
    lines += oracle.filter { !engine.contains($0) }.map { "  oracle: \($0)" }
    return lines.joined(separator: "\n")
  }
}
