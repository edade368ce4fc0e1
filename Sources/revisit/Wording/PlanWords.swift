import Core

/// The words of what the coming days ask for.
enum PlanWords {
  static let load = Bilingual("今后每天的工作量", "The load of the coming days")
  static let ofEach = Bilingual("每位", "Each consultant")
  static let levelled = Bilingual(
    "匀开：在窗口之内，不晚于应做日", "Levelled within the windows, never past a due day")
  static let overdue = Bilingual("逾期", "overdue")
  static let nothingMoved = Bilingual("没有要挪的。", "Nothing has to be moved.")

  static func title(_ days: ClosedRange<Day>) -> Bilingual {
    Bilingual(
      "工作量  \(days.lowerBound) 至 \(days.upperBound)",
      "Load  \(days.lowerBound) to \(days.upperBound)")
  }

  static func moved(_ count: Int) -> Bilingual {
    Bilingual("挪到别的日子 \(count)（应做日不变，报告照旧）", "On another day, \(count); due days and reports stay")
  }

  static func left(_ count: Int) -> Bilingual {
    Bilingual("排不下 \(count)：加人，或推后（revisit postpone）", "No room, \(count): find help, or postpone")
  }
}
