/// A festival (节日), fixed or by the lunar calendar.
package enum Festival: UInt8, Term {
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

  /// Its day in that civil year (1901…2099), or nil outside the lunar table.
  package func day(in year: Int) -> Day? {
    switch self {
    case .newYear: Day(year: year, month: 1, day: 1)
    case .nationalDay: Day(year: year, month: 10, day: 1)
    default: nil
    }
  }
}
