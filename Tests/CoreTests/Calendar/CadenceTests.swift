import Core
import Foundation
import Testing

/// One line of recurrence-cases.jsonl.
private struct RecurrenceCase: Decodable {
  struct Series: Decodable {
    let unit: String
    let n: Int?
    let byday: [String]?
    let parity: String?
    let feb29: String?
  }

  let id: Int
  let anchor: String
  let cadence: Series
  /// Inclusive.
  let until: String?
  /// Counted before the exdates are taken out.
  let count: Int?
  let exdates: [String]
  let expected: [String]

  func computed() throws -> [String] {
    let cadence = try #require(Cadence(cadence))
    let until = try until.map { try #require(Day(iso: $0)) } ?? Day.last
    let series = cadence.occurrences(from: try #require(Day(iso: anchor)))
    return series.prefix(count ?? Int.max).prefix { $0 <= until }.map(\.description)
      .filter { !exdates.contains($0) }
  }
}

extension Cadence {
  fileprivate init?(_ series: RecurrenceCase.Series) {
    let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    let weekdays = TermSet(
      (series.byday ?? []).compactMap { names.firstIndex(of: $0) }.map { Weekday.allCases[$0] })
    switch (series.unit, series.n, series.feb29.flatMap(LeapDay.init(rawValue:))) {
    case ("day", let n?, _): self = .days(n)
    case ("week", let n?, _): self = .days(7 * n)
    case ("weekday", let n?, _): self = .weekdays(weekdays, weeks: n)
    case ("isoweek", _, _): self = .isoWeeks(odd: series.parity == "odd", weekdays)
    case ("month", let n?, _): self = .months(n)
    case ("monthend", let n?, _): self = .monthEnds(n)
    case ("halfmonth", _, _): self = .halfMonths
    case ("halfmonthend", _, _): self = .halfMonthEnds
    case ("year", let n?, let leapDay?): self = .years(n, leapDay: leapDay)
    default: return nil
    }
  }
}

@Suite struct CadenceTests {
  static let shapes: [Cadence] = [
    .days(3), .months(1), .years(1, leapDay: .feb28), .years(1, leapDay: .mar1),
    .years(1, leapDay: .skip), .weekdays([.monday, .thursday], weeks: 2),
    .isoWeeks(odd: true, [.friday]), .isoWeeks(odd: false, [.monday, .sunday]), .monthEnds(2),
    .halfMonths, .halfMonthEnds,
  ]

  @Test func allRecurrenceCases() throws {
    let lines = try Fixture.text("recurrence-cases.jsonl").split(separator: "\n")
    #expect(lines.count == 2000)
    for line in lines {
      let one = try JSONDecoder().decode(RecurrenceCase.self, from: Data(line.utf8))
      let computed = try one.computed()
      #expect(computed == one.expected, "case \(one.id)")
    }
  }

  @Test(arguments: [
    (Cadence.days(7), "2026-11-05", "2026-11-12 2026-11-19"),
    (.months(1), "2026-01-31", "2026-02-28 2026-03-31"),
    (.months(3), "2026-11-30", "2027-02-28 2027-05-30"),
    (.years(1, leapDay: .feb28), "1992-02-29", "1993-02-28 1994-02-28"),
    (.years(1, leapDay: .mar1), "2024-02-29", "2025-03-01 2026-03-01"),
    (.years(1, leapDay: .skip), "2024-02-29", "2028-02-29 2032-02-29"),
    (.years(3, leapDay: .skip), "2024-02-29", "2036-02-29 2048-02-29"),
    (.years(1, leapDay: .skip), "2096-02-29", "2104-02-29 2108-02-29"),
    (.years(1, leapDay: .skip), "2025-11-22", "2026-11-22 2027-11-22"),
    (.weekdays([.monday, .thursday], weeks: 1), "2026-11-05", "2026-11-09 2026-11-12"),
    (.weekdays([.monday, .friday], weeks: 2), "2026-11-05", "2026-11-06 2026-11-16"),
    (.isoWeeks(odd: true, [.wednesday]), "2026-12-16", "2026-12-30 2027-01-06"),
    (.isoWeeks(odd: false, [.wednesday]), "2026-12-16", "2026-12-23 2027-01-13"),
    (.monthEnds(1), "2026-02-28", "2026-03-31 2026-04-30"),
    (.monthEnds(3), "2026-02-10", "2026-02-28 2026-05-31"),
    (.halfMonths, "2026-11-14", "2026-11-15 2026-12-01"),
    (.halfMonths, "2026-11-15", "2026-12-01 2026-12-15"),
    (.halfMonthEnds, "2026-02-15", "2026-02-28 2026-03-15"),
    (.halfMonthEnds, "2026-02-28", "2026-03-15 2026-03-31"),
    (.halfMonthEnds, "2026-02-14", "2026-02-15 2026-02-28"),
  ])
  func firstTwoSlots(cadence: Cadence, anchor: String, expected: String) {
    #expect([1, 2].map { cadence.slot($0, after: day(anchor)) } == days(expected))
  }

  /// A doubled cadence takes every second slot of the series, from the same anchor.
  @Test func evenSlotsAreTheDoubledSeries() {
    let anchor = day("2026-01-31")
    for k in 1...100 {
      #expect(
        Cadence.days(7).slot(2 * k, after: anchor) == Cadence.days(14).slot(k, after: anchor))
      #expect(
        Cadence.months(1).slot(2 * k, after: anchor) == Cadence.months(2).slot(k, after: anchor))
    }
  }

  @Test(arguments: shapes)
  func slotsRiseToTheEndOfTheCalendar(cadence: Cadence) {
    for anchor in ["1900-01-01", "2024-02-29", "2026-12-31", "2099-12-28", "2199-11-29"] {
      var previous = day(anchor)
      var k = 1
      while let slot = cadence.slot(k, after: day(anchor)) {
        guard slot > previous else {
          Issue.record("\(cadence) from \(anchor): slot \(k) is \(slot), after \(previous)")
          return
        }
        (previous, k) = (slot, k + 1)
      }
      #expect(cadence.slot(k + 1, after: day(anchor)) == nil)
    }
  }

  /// A grid that does not depend on its anchor: slot 1 is the next day that holds itself, from
  /// every day of the calendar.
  @Test(arguments: [
    Cadence.isoWeeks(odd: true, [.monday, .saturday]), .isoWeeks(odd: false, [.sunday]),
    .halfMonths, .halfMonthEnds, .monthEnds(1), .weekdays([.tuesday, .sunday], weeks: 1),
  ])
  func fixedGridsAreTheDaysThatHoldTheirOwnAnchor(cadence: Cadence) {
    var next: Day?
    for number in stride(from: Int(Day.last.number), through: Int(Day.first.number), by: -1) {
      guard let today = Day(number: number) else { continue }
      guard cadence.slot(1, after: today) == next else {
        Issue.record("\(cadence): after \(today) comes \(String(describing: next))")
        return
      }
      if cadence.holds(anchor: today) { next = today }
    }
  }

  /// Where a walk through the series may begin for a day: never past it, and not far before.
  @Test(
    arguments: shapes + [
      Cadence.isoWeeks(odd: true, [.thursday], minGap: 14), .monthDays([3, 9], day: 31),
      .monthDays([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], day: 1),
    ])
  func aPlaceNearADayIsNotPastIt(cadence: Cadence) {
    for anchor in ["2026-11-05", "2028-02-29", "1903-12-31"].map(day) {
      for distance in [0, 1, 40, 400, 5000, 60_000] {
        let wanted = anchor + distance
        let k = cadence.place(near: wanted, after: anchor)
        let here = k == 0 ? anchor : cadence.slot(k, after: anchor)
        #expect(here.map { $0 <= wanted } ?? false, "\(anchor) \(distance)")
        let left = (1...48).first { index in
          cadence.slot(k + index, after: anchor).map { $0 > wanted } ?? true
        }
        #expect(left != nil, "\(anchor) \(distance): \(k)")
      }
    }
  }

  @Test func absurdNumbersAreNone() {
    let anchor = day("2026-11-05")
    for cadence in Self.shapes {
      for k in [0, -1, Int.min, Int.max, 109_573, 109_574] {
        #expect(cadence.slot(k, after: anchor) == nil)
      }
    }
    for n in [0, -1, Int.min] {
      let empty: [Cadence] = [
        .days(n), .months(n), .years(n, leapDay: .skip), .monthEnds(n),
        .weekdays([.monday], weeks: n),
      ]
      for cadence in empty {
        #expect(cadence.slot(1, after: anchor) == nil)
        #expect(Array(cadence.occurrences(from: anchor)).isEmpty)
      }
    }
    let leapDay = day("2024-02-29")
    for cadence in [
      Cadence.days(.max), .months(.max), .years(.max, leapDay: .skip), .years(.max, leapDay: .mar1),
    ] {
      #expect(Array(cadence.occurrences(from: leapDay)) == [leapDay])
    }
    #expect(
      Array(Cadence.weekdays([.friday], weeks: .max).occurrences(from: anchor))
        == [day("2026-11-06")])
    #expect(Array(Cadence.monthEnds(.max).occurrences(from: anchor)) == [day("2026-11-30")])
    #expect(Cadence.weekdays([], weeks: 1).slot(1, after: anchor) == nil)
    #expect(Cadence.isoWeeks(odd: true, []).slot(1, after: anchor) == nil)
  }
}
