package import Core

/// A birthday as somebody wrote it, with the calendar (公历 or 农历) where that is said beside it.
///
/// | birthday | calendar | reading |
/// |---|---|---|
/// | `1963-07-10`, `9月18日`, `5-1` | 公历 or nothing | solar |
/// | `1998/12/16`, in files also `37302` | 公历 or nothing | solar, repaired |
/// | `1993年二月初一`, `七月三十`, `闰六月初一` | 农历, or said in front | lunar |
/// | `1993年二月初一` | nothing | lunar, inferred from the words |
/// | `1993-02-01`, `8月15日` | 农历 | lunar |
/// | `1993年二月初一` | 公历 | refused: they contradict each other |
package struct BirthdayText: Hashable, Sendable {
  package let birthday: Birthday
  /// Nil where it was written as this program writes it.
  package let repair: Repair?

  /// - Parameters:
  ///   - calendar: what stands beside the birthday; nil where nothing does.
  ///   - today: the last day on which somebody can have been born.
  package init(
    _ text: String, calendar: BirthdayCalendar? = nil, today: Day, from door: Door
  ) throws(BirthdayFault) {
    let plain = halfWidth(text)
    let (said, rest) = BirthdayCalendar.takePrefix(of: plain)
    if let said, let calendar, said != calendar { throw .calendarConflict(text) }
    let written: Written
    do throws(TimeFault) {
      let date = try DateText(String(rest), from: door)
      written = Written(date, isLunar: said ?? calendar == .lunar, today)
    } catch {
      written = try Written(
        words: rest, of: text, calendar: said ?? calendar, unreadable: error, today)
    }
    birthday = try written.birthday(text)
    repair = written.repair ?? (plain == text ? nil : .normalised)
    if let born = birthday.year.flatMap({ birthday.day(ofYear: $0) }), born > today {
      throw .time(.future("\(born)", now: "\(today)"))
    }
  }
}

/// The numbers of a birthday before it is asked whether there is such a day.
private struct Written {
  let isLunar: Bool
  let year: Int?
  let month: Int
  var isLeapMonth = false
  let day: Int
  let repair: Repair?

  init(_ date: DateText, isLunar: Bool, _ today: Day) {
    self.isLunar = isLunar
    let isShort = date.form == .twoDigitYear
    year = isShort ? date.year.map { Written.birthYear($0, today) } : date.year
    (month, day) = (date.month, date.day)
    repair =
      switch date.form {
      case .exact, .noYear: nil
      case .repaired: .normalised
      case .twoDigitYear: .twoDigitYear
      }
  }

  /// A lunar month and day, with 年 behind the year where it is known.
  init(
    words: Substring, of text: String, calendar: BirthdayCalendar?, unreadable: TimeFault,
    _ today: Day
  ) throws(BirthdayFault) {
    let halves = words.split(separator: "年", maxSplits: 1, omittingEmptySubsequences: false)
    guard let last = halves.last, let date = LunarMonthDay(last),
      let (year, repair) = Written.year(halves.count == 2 ? halves[0] : nil, today)
    else {
      switch unreadable {
      case .unreadableDay: throw .unreadable(text)
      default: throw .time(unreadable)
      }
    }
    if calendar == .solar { throw .calendarConflict(text) }
    isLunar = true
    (self.year, month, day) = (year, date.month, date.day)
    isLeapMonth = date.isLeapMonth
    self.repair = calendar == nil ? .calendarInferred : repair
  }

  /// A year of four or two digits; nil if it is neither, a nil year if there is none.
  private static func year(_ text: Substring?, _ today: Day) -> (year: Int?, repair: Repair?)? {
    guard let given = text else { return (nil, nil) }
    let text = digits(given)
    guard isDigits(text), let value = Int(text) else { return nil }
    switch text.utf8.count {
    case 4: return (value, nil)
    case 2: return (birthYear(value, today), .twoDigitYear)
    default: return nil
    }
  }

  /// 一九八七 as 1987.
  private static func digits(_ text: Substring) -> String {
    let signs = Array("〇一二三四五六七八九")
    return String(
      text.map { sign in
        let plain: Character = "零○".contains(sign) ? "〇" : sign
        return signs.firstIndex(of: plain).map { Character(String($0)) } ?? sign
      })
  }

  /// The last year of those two digits that is not after today's.
  private static func birthYear(_ year: Int, _ today: Day) -> Int {
    2000 + year <= today.year ? 2000 + year : 1900 + year
  }

  func birthday(_ text: String) throws(BirthdayFault) -> Birthday {
    do throws(BirthdayProblem) {
      return try Birthday(
        isLunar: isLunar, year: year, month: month, isLeapMonth: isLeapMonth, day: day)
    } catch {
      switch error {
      case .lunarDayMissing: throw .lunarDayMissing(text)
      case .lunarLeapMonthMissing: throw .lunarLeapMonthMissing(text)
      case .noSuchDate, .outsideTable: throw noSuchDay(text)
      }
    }
  }

  /// A civil day that its year has not is told by name.
  private func noSuchDay(_ text: String) -> BirthdayFault {
    guard !isLunar, let year else { return .unreadable(text) }
    do throws(TimeFault) {
      _ = try DateText.day(year, month, day)
      return .unreadable(text)
    } catch { return .time(error) }
  }
}

/// The calendar of a birthday (生日类型).
package enum BirthdayCalendar: CaseIterable, Sendable {
  case solar, lunar

  /// What it is called; the usual word first.
  package var words: [String] {
    switch self {
    case .solar: ["公历", "阳历", "新历", "公曆", "陽曆", "solar"]
    case .lunar: ["农历", "阴历", "旧历", "農曆", "陰曆", "舊曆", "lunar"]
    }
  }

  /// The calendar of that name; letter case and width make no difference.
  package init?(_ text: String) {
    let wanted = halfWidth(text).lowercased()
    guard let match = BirthdayCalendar.allCases.first(where: { $0.words.contains(wanted) })
    else { return nil }
    self = match
  }

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
