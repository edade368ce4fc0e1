/// A festival (节日), fixed or by the lunar calendar.
package struct Festival: OpenTerm {
  /// 1 … 63: built-in festivals have the lowest numbers.
  package let rawValue: UInt8

  /// The festival of that number, which must be 1 … 63.
  package init(number: UInt8) { rawValue = number }

  /// Its place among the open vocabularies.
  package static let vocabulary = OpenVocabulary.festivals

  /// The festivals that every policy knows.
  package enum BuiltIn: UInt8, ClosedTerm {
    case newYear = 1, newYearsEve, springFestival, lantern, womensDay, qingming, labourDay
    case dragonBoat, qixi, midAutumn, doubleNinth, nationalDay, christmas

    package var word: Word {
      switch self {
      case .newYear: Word("new_year", "元旦")
      case .newYearsEve: Word("new_years_eve", "除夕")
      case .springFestival: Word("spring_festival", "春节")
      case .lantern: Word("lantern", "元宵", "元宵节")
      case .womensDay: Word("womens_day", "妇女节")
      case .qingming: Word("qingming", "清明", "清明节")
      case .labourDay: Word("labour_day", "五一", "劳动节")
      case .dragonBoat: Word("dragon_boat", "端午", "端午节")
      case .qixi: Word("qixi", "七夕")
      case .midAutumn: Word("mid_autumn", "中秋", "中秋节")
      case .doubleNinth: Word("double_ninth", "重阳", "重阳节")
      case .nationalDay: Word("national_day", "国庆", "国庆节")
      case .christmas: Word("christmas", "圣诞", "圣诞节")
      }
    }
  }
}

extension Festival {
  package static var newYear: Festival { Festival(.newYear) }
  package static var newYearsEve: Festival { Festival(.newYearsEve) }
  package static var springFestival: Festival { Festival(.springFestival) }
  package static var lantern: Festival { Festival(.lantern) }
  package static var womensDay: Festival { Festival(.womensDay) }
  package static var qingming: Festival { Festival(.qingming) }
  package static var labourDay: Festival { Festival(.labourDay) }
  package static var dragonBoat: Festival { Festival(.dragonBoat) }
  package static var qixi: Festival { Festival(.qixi) }
  package static var midAutumn: Festival { Festival(.midAutumn) }
  package static var doubleNinth: Festival { Festival(.doubleNinth) }
  package static var nationalDay: Festival { Festival(.nationalDay) }
  package static var christmas: Festival { Festival(.christmas) }
}

extension Festival {
  /// Its day in that civil year; nil outside the calendar (1900…2199), for 清明 and the lunar
  /// festivals outside 1901…2100, and for one that a policy declares: the policy has its day.
  package func day(in year: Int) -> Day? {
    switch builtIn {
    case .newYear: Day(year: year, month: 1, day: 1)
    case .newYearsEve: LunarYear(year)?.firstDay.adding(-1)
    case .springFestival: LunarYear(year)?.firstDay
    case .lantern: LunarDate(year: year, month: 1, day: 15)?.solar
    case .womensDay: Day(year: year, month: 3, day: 8)
    case .qingming: Festival.qingming(year)
    case .labourDay: Day(year: year, month: 5, day: 1)
    case .dragonBoat: LunarDate(year: year, month: 5, day: 5)?.solar
    case .qixi: LunarDate(year: year, month: 7, day: 7)?.solar
    case .midAutumn: LunarDate(year: year, month: 8, day: 15)?.solar
    case .doubleNinth: LunarDate(year: year, month: 9, day: 9)?.solar
    case .nationalDay: Day(year: year, month: 10, day: 1)
    case .christmas: Day(year: year, month: 12, day: 25)
    case nil: nil
    }
  }

  /// The day on which the sun stands at 15° of ecliptic longitude, Beijing time.
  ///
  /// It comes 0.2422 days later each year and a day earlier after each 29 February. With the
  /// phase of 5.589 days in 1900 the 200 published days come out without exception; with a phase
  /// outside 5.5854…5.5928 they do not.
  private static func qingming(_ year: Int) -> Day? {
    guard LunarYear.all ~= year else { return nil }
    let elapsed = year - 1900
    let leapDays = elapsed / 4 - elapsed / 200
    return Day(year: year, month: 4, day: (55_890 + 2_422 * elapsed) / 10_000 - leapDays)
  }
}
