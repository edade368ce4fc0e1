import Core

/// What pictures are called.
enum ChartWords {
  static let rates = Bilingual("及时率", "On time")
  static let ages = Bilingual("逾期多久", "Overdue by age")
  static let load = Bilingual(
    "今后两周：要联系 / 能联系（竖线）", "The coming two weeks: due / capacity (the line)")
  static let reach = Bilingual(
    "每百个电话接通几个，按星期和钟点", "Answered of a hundred calls, by weekday and hour")
}
