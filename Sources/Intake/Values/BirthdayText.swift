import Core

/// What a birthday cell and its calendar cell (公历 or 农历) say together.
///
/// | birthday | calendar | reading |
/// |---|---|---|
/// | `1963-07-10`, `9月18日` | 公历 or blank | solar |
/// | `1998/12/16`, `37302` | 公历 or blank | solar, repaired |
/// | `1993年二月初一`, `七月三十` | 农历, or said in the cell | lunar |
/// | `1993年二月初一` | blank | lunar, inferred from the words |
/// | `1993-02-01`, `8月15日` | 农历 | lunar |
/// | `1993年二月初一` | 公历 | refused: they contradict each other |
enum BirthdayReading: Equatable {
  case birthday(Birthday, remark: ProblemCode?)
  case problem(ProblemCode)
}

extension BirthdayReading {
  /// Reads folded, non-empty text; `calendar` is nil where none is given.
  init(_ text: String, calendar: BirthdayCalendar?, today: Day) {
    if case .date(let date) = DateText.read(text) {
      self.init(date, isLunar: calendar == .lunar, today: today)
      return
    }
    let (said, rest) = BirthdayCalendar.takePrefix(of: text)
    if let said, let calendar, said != calendar {
      self = .problem(.calendarConflict)
    } else if said != nil, case .date(let date) = DateText.read(String(rest)) {
      self.init(date, isLunar: said == .lunar, today: today)
    } else {
      self.init(words: rest, calendar: said ?? calendar, today: today)
    }
  }

  private init(_ date: DateText, isLunar: Bool, today: Day) {
    let remark: ProblemCode? =
      switch date.form {
      case .exact, .noYear: nil
      case .repaired: .dateNormalised
      case .twoDigitYear: .dateTwoDigitYear
      }
    let year = date.form == .twoDigitYear ? date.year.map { Century.past($0, today) } : date.year
    self.init(remark: remark, today: today) { () throws(BirthdayProblem) in
      try Birthday(isLunar: isLunar, year: year, month: date.month, day: date.day)
    }
  }

  private init(words text: Substring, calendar: BirthdayCalendar?, today: Day) {
    let halves = text.split(separator: "年", maxSplits: 1, omittingEmptySubsequences: false)
    guard let last = halves.last, let date = LunarMonthDay(last),
      let year = BirthdayReading.year(halves.count == 2 ? halves[0] : nil, today)
    else {
      self = .problem(DateText.read(String(text)) == .ambiguous ? .dateAmbiguous : .dateInvalid)
      return
    }
    if calendar == .solar {
      self = .problem(.calendarConflict)
      return
    }
    let remark = calendar == nil ? .calendarInferred : year.remark
    self.init(remark: remark, today: today) { () throws(BirthdayProblem) in
      try Birthday(
        isLunar: true, year: year.value, month: date.month, isLeapMonth: date.isLeapMonth,
        day: date.day)
    }
  }

  /// A year of four or two digits; nil if it is neither, a nil value if there is none.
  private static func year(
    _ text: Substring?, _ today: Day
  ) -> (value: Int?, remark: ProblemCode?)? {
    guard let text else { return (nil, nil) }
    guard text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let value = Int(text) else { return nil }
    switch text.utf8.count {
    case 4: return (value, nil)
    case 2: return (Century.past(value, today), .dateTwoDigitYear)
    default: return nil
    }
  }

  private init(
    remark: ProblemCode?, today: Day, _ make: () throws(BirthdayProblem) -> Birthday
  ) {
    do throws(BirthdayProblem) {
      let birthday = try make()
      let born = birthday.year.flatMap { birthday.day(ofYear: $0) }
      let isFuture = born.map { $0 > today } ?? false
      self = isFuture ? .problem(.dateFuture) : .birthday(birthday, remark: remark)
    } catch {
      self = .problem(BirthdayReading.code(of: error))
    }
  }

  private static func code(of problem: BirthdayProblem) -> ProblemCode {
    switch problem {
    case .noSuchDate, .outsideTable: .dateInvalid
    case .lunarDayMissing: .lunarDayMissing
    case .lunarLeapMonthMissing: .lunarLeapMonthMissing
    }
  }
}

/// The calendar of a birthday (生日类型).
enum BirthdayCalendar: CaseIterable {
  case solar, lunar

  var words: [String] {
    switch self {
    case .solar: ["公历", "阳历", "新历", "solar"]
    case .lunar: ["农历", "阴历", "旧历", "lunar"]
    }
  }

  /// Reads folded text.
  init?(_ text: String) {
    let wanted = text.lowercased()
    guard let match = BirthdayCalendar.allCases.first(where: { $0.words.contains(wanted) })
    else { return nil }
    self = match
  }

  /// Whether `text` is the usual word.
  func isUsual(_ text: String) -> Bool { text == words[0] }

  /// `农历1987年闰六月初三`: the calendar said in front of a date, and the rest.
  static func takePrefix(of text: String) -> (BirthdayCalendar?, Substring) {
    for calendar in allCases {
      for word in calendar.words where text.hasPrefix(word) {
        return (calendar, text.dropFirst(word.count).drop { $0 == " " || $0 == ":" })
      }
    }
    return (nil, text[...])
  }
}

/// The century of a year of two digits.
enum Century {
  /// A year of birth: the last such year that is not after today.
  static func past(_ year: Int, _ today: Day) -> Int {
    2000 + year <= today.year ? 2000 + year : 1900 + year
  }
}
