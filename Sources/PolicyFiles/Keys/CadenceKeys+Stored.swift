import Core

// A cadence as bytes. A case is its place in the list of cases: new ones go to the end.

extension Cadence: Choice {
  static let blanks: [Cadence] = [
    .days(1), .months(1), .years(1, leapDay: .feb28), .weekdays([], weeks: 1),
    .isoWeeks(odd: true, []), .monthEnds(1), .halfMonths, .halfMonthEnds,
    .monthDays([], day: 1),
  ]

  var place: Int {
    switch self {
    case .days: 0
    case .months: 1
    case .years: 2
    case .weekdays: 3
    case .isoWeeks: 4
    case .monthEnds: 5
    case .halfMonths: 6
    case .halfMonthEnds: 7
    case .monthDays: 8
    }
  }
}

extension FormCoder {
  mutating func code(_ cadence: inout Cadence) {
    choose(&cadence)
    switch cadence {
    case .days(let n): cadence = .days(recoded(n))
    case .months(let n): cadence = .months(recoded(n))
    case .monthEnds(let n): cadence = .monthEnds(recoded(n))
    case .years(let n, var leapDay):
      let years = recoded(n)
      let choices: [LeapDay] = [.feb28, .mar1, .skip]
      choose(&leapDay, among: choices) { choices.firstIndex(of: $0) ?? 0 }
      cadence = .years(years, leapDay: leapDay)
    case .weekdays(let days, let n): cadence = .weekdays(recoded(days), weeks: recoded(n))
    case .isoWeeks(var isOdd, let days, let gap):
      code(&isOdd)
      cadence = .isoWeeks(odd: isOdd, recoded(days), minGap: recoded(gap))
    case .monthDays(let months, let day):
      var mask = UInt64(months.mask)
      code(&mask)
      cadence = .monthDays(
        MonthSet(mask: UInt16(truncatingIfNeeded: mask)), day: recoded(day))
    case .halfMonths, .halfMonthEnds: break
    }
  }
}
