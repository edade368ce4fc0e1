import Core
import Testing

/// One occasion counts once in a report (rule 10).
@Suite struct OccasionCounts {
  private static func greeting(
    _ id: String, _ channels: [Channel] = [.sms], opens: Offset = 0, due: Offset = 0,
    gift: Bool = false
  ) -> Rule {
    var rule = Rule(
      id: id, schedule: .occasion(.festivals([.christmas]), opens: opens, due: due),
      channels: Channels(TermSet(channels)), expires: true)
    rule.isWithGift = gift
    return rule
  }

  private static let policy = Policy(
    name: "p",
    rules: [
      greeting("eve", opens: -1, due: -1), greeting("text"), greeting("any", [.phone, .sms]),
      greeting("call", [.phone]), greeting("gift", gift: true),
    ])

  private func report(_ s: Scenario, _ first: String, _ last: String) throws -> Report {
    var report = Report(days: try moment(first).day...moment(last).day, misses: .max)
    report.add(s.history, s.engine, at: try moment("2027-01-04"))
    return report
  }

  @Test func whatOneTextWouldSettleCountsOnce() throws {
    let s = try SettledReadings.visitor(Self.policy, "12-01")
    let report = try report(s, "12-21", "12-27")
    // The texts are one; a call that no text replaces and a gift stand for themselves.
    #expect(report.total.missed == 3)
    let rules = report.misses.map { $0.rules.map { s.engine.rule($0).id } }
    #expect(Set(rules) == [["eve", "text", "any"], ["call"], ["gift"]])
  }

  @Test func onTimeIfAnyOfThemWas() throws {
    var s = try SettledReadings.visitor(Self.policy, "12-01")
    try s.call("12-25", .sent, by: .sms)
    #expect(try report(s, "12-21", "12-27").total.onTime == 1)
    // The call, and the gift, which no text gives.
    #expect(try report(s, "12-21", "12-27").total.missed == 2)
  }

  /// It belongs to the week of its first due day alone.
  @Test func theFirstDueDayDecidesTheWeek() throws {
    let s = try SettledReadings.visitor(Self.policy, "12-01")
    #expect(try report(s, "12-21", "12-24").total.missed == 1)
    #expect(try report(s, "12-25", "12-31").total.missed == 2)
  }

  @Test(arguments: [(17, 124, 14), (1, 8, 13), (1, 3, 33), (2, 3, 67), (199, 200, 100), (0, 5, 0)])
  func aShareIsRoundedHalfUp(part: Int, whole: Int, percent: Int) {
    #expect(Share(of: part, among: whole).percent == percent)
  }

  @Test func ofNothingNoRateIsTold() {
    #expect(Tally().rate.percent == nil && Tally().rate.value == nil)
  }
}
