import Core
import Glibc
import Testing

/// The second opinion on every date: the engine and an independent reading of the design agree on
/// every obligation and every list of generated histories.
@Suite struct OracleTests {
  /// `REVISIT_HISTORIES` sets how many, `REVISIT_SEED` the first seed, `REVISIT_REPORTS` after how
  /// many disagreements to stop; `REVISIT_SHRINK=0` leaves a case as it was found.
  static func number(_ name: String, _ usual: Int) -> Int {
    getenv(name).flatMap { Int(String(cString: $0)) } ?? usual
  }

  private static let parts = 4

  /// In parts, so that they run side by side.
  @Test(arguments: 0..<parts) func theEngineAgreesWithTheSecondOpinion(part: Int) throws {
    let policies = try Policies()
    let first = Self.number("REVISIT_SEED", 1)
    let atMost = Self.number("REVISIT_REPORTS", 1)
    var reports = 0
    let seeds = first..<(first + Self.number("REVISIT_HISTORIES", 2000))
    for seed in seeds where seed % Self.parts == part {
      guard let report = Self.disagreement(UInt64(seed), policies) else { continue }
      Issue.record("\(report)")
      reports += 1
      if reports >= atMost { return }
    }
  }

  /// Histories on which something was wrong that others seldom show. 62272: the walk over a payment's
  /// reminders never ended, for a payment settled the first slot of the grid that began with it. The others
  /// stand as stories in `FoundFaults`, or told of a payment that was made before its day.
  @Test(arguments: [62272, 60070, 61833, 905429, 909786, 911872, 911714, 916545, 1026624])
  func whatFoundAFaultAgrees(seed: UInt64) throws {
    let report = Self.disagreement(seed, try Policies())
    #expect(report == nil)
  }

  private static func disagreement(_ seed: UInt64, _ policies: Policies) -> String? {
    var generator = Generator(seed: seed, policies: policies)
    let (names, story) = generator.story()
    for (now, horizon) in generator.probes(story)
    where Disagreement.differs(story, now, horizon) {
      let found = Disagreement(policies: names, story: story, now: now, horizon: horizon)
      return (number("REVISIT_SHRINK", 1) == 0 ? found : found.shrunk()).report(seed: seed)
    }
    return nil
  }
}
