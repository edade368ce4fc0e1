import Core
import Testing

@testable import revisit

@Suite struct ClockTests {
  @Test(arguments: [
    (0, "1970-01-01 08:00"), (-28_800, "1970-01-01 00:00"), (-28_801, "1969-12-31 23:59"),
    (1_793_808_000, "2026-11-05 00:00"), (1_793_894_399, "2026-11-05 23:59"),
  ])
  func officeTime(_ seconds: Int, is expected: String) {
    #expect(Clock.moment(epochSeconds: seconds)?.description == expected)
  }

  @Test(arguments: [Int.max, Int.min, 253_402_300_800, -9_999_999_999])
  func outsideTheCalendar(_ seconds: Int) {
    #expect(Clock.moment(epochSeconds: seconds) == nil)
  }
}
