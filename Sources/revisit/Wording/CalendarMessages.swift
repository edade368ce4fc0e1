import Core

/// The words of the calendar.
enum CalendarMessages {
  /// What was entered stands there already.
  static func twice(_ milestone: Milestone, _ vocabulary: Vocabulary) -> Bilingual {
    let name = name(milestone, in: vocabulary)
    return Bilingual(
      "同一天已有 \(name.zh)（编号 \(milestone.id)），客户会被告知两次；多余的用 revisit undo 撤销",
      "\(name.en) stands on that day already (\(milestone.id)): customers would be told twice; "
        + "take it back with revisit undo")
  }

  static let noMilestones = Bilingual(
    "还没有节点：revisit milestone add 封顶 --on 日期",
    "no milestones yet: revisit milestone add KIND --on DAY")

  static func month(_ year: Int, _ month: Int, workdays: Int) -> Bilingual {
    let number = month < 10 ? "0\(month)" : "\(month)"
    return Bilingual(
      "\(year) 年 \(month) 月  工作日 \(workdays) 天",
      "\(year)-\(number)  \(counted(workdays, "workday"))")
  }

  static func unpublished(_ year: Int) -> Bilingual {
    Bilingual(
      "\(year) 年的放假安排还没有，暂按星期计；公布后 revisit calendar import 文件",
      "the holidays of \(year) are not known: weekdays count; once published, revisit calendar import FILE"
    )
  }

  /// The mark in a day's cell.
  static func mark(_ kind: DayKind) -> Bilingual? {
    switch kind {
    case .workday, .restDay: nil
    case .holiday: Bilingual("休", "H")
    case .makeUpWorkday, .companyWorkday: Bilingual("班", "W")
    case .companyHoliday: Bilingual("假", "C")
    }
  }

  static func kind(_ kind: DayKind) -> Bilingual {
    switch kind {
    case .workday: Bilingual("工作日", "workday")
    case .restDay: Bilingual("周休", "rest day")
    case .holiday: Bilingual("放假", "holiday")
    case .makeUpWorkday: Bilingual("调休上班", "make-up workday")
    case .companyHoliday: Bilingual("公司放假", "company holiday")
    case .companyWorkday: Bilingual("公司上班", "company workday")
    }
  }

  /// In at most eight columns.
  static func short(_ festival: Festival, in vocabulary: Vocabulary) -> Bilingual {
    let word = festival.word(in: vocabulary)
    let english =
      switch festival.builtIn {
      case .newYear: "New Year"
      case .newYearsEve: "CNY eve"
      case .springFestival: "CNY"
      case .lantern: "Lantern"
      case .womensDay: "Women"
      case .qingming: "Qingming"
      case .labourDay: "Labour"
      case .dragonBoat: "D. Boat"
      case .qixi: "Qixi"
      case .midAutumn: "Mid-Aut"
      case .doubleNinth: "D. Ninth"
      case .nationalDay: "National"
      case .christmas: "Xmas"
      case nil: word.english
      }
    return Bilingual(word.chinese, english)
  }

  /// The day of the lunar month; on its first day the month.
  static func lunar(_ date: LunarDate) -> Bilingual {
    let words = date.monthAndDay.description
    let number = "\(date.isLeapMonth ? "L" : "")\(date.month)/\(date.day)"
    guard let end = words.firstIndex(of: "月") else { return Bilingual(words, number) }
    let (month, day) = (words[...end], words[words.index(after: end)...])
    return Bilingual(String(date.day == 1 ? month : day), number)
  }

  static func name(_ milestone: Milestone, in vocabulary: Vocabulary) -> Bilingual {
    // A building alone does not say what comes.
    let isNamed = !milestone.title.isEmpty && milestone.title != milestone.building
    if !isNamed { return WhyMessages.milestone(milestone, in: vocabulary) }
    return Bilingual(milestone.title, milestone.title)
  }
}

// MARK: - What stands under the month

extension CalendarMessages {
  /// `10-01 至 10-07`, without the years.
  private static func short(_ days: ClosedRange<Day>) -> Bilingual {
    let from = days.lowerBound.description.dropFirst(5)
    let to = days.upperBound.description.dropFirst(5)
    return days.lowerBound == days.upperBound
      ? Bilingual(String(from), String(from)) : Bilingual("\(from) 至 \(to)", "\(from) to \(to)")
  }

  static func run(_ days: ClosedRange<Day>, _ kind: DayKind) -> Bilingual {
    let (span, words) = (short(days), self.kind(kind))
    let name = kind.occasion ?? ""
    return Bilingual("\(span.zh)  \(words.zh) \(name)", "\(span.en)  \(words.en) \(name)")
  }

  static func milestone(_ milestone: Milestone, in vocabulary: Vocabulary) -> Bilingual {
    let day = milestone.day.description.dropFirst(5)
    let name = WhyMessages.milestone(milestone, in: vocabulary)
    return Bilingual("\(day)  \(name.zh)", "\(day)  \(name.en)")
  }

  static func leave(_ name: String, _ days: ClosedRange<Day>) -> Bilingual {
    let span = short(days)
    return Bilingual("\(span.zh)  休假 \(name)", "\(span.en)  off \(name)")
  }

  /// `isGrid`: the numbers stand beside the days, else in a column of their own.
  static func load(_ total: Int, withOverdue: Bool, isGrid: Bool) -> Bilingual {
    let (zh, en) = withOverdue ? ("（今天含逾期）", " (today with the overdue)") : ("", "")
    return Bilingual(
      "\(isGrid ? "日期右边" : "应回访")：当天到期的客户数\(zh)，共 \(total)",
      "\(isGrid ? "beside a day" : "due"): customers with something due\(en), \(total) in all")
  }
}

// MARK: - What was entered

extension CalendarMessages {
  static func imported(_ year: CalendarYear) -> Bilingual {
    let off = year.days.count { $0.kind == .holiday }
    let worked = year.days.count - off
    return Bilingual(
      "\(year.year) 年  放假 \(off) 天，调休上班 \(worked) 天",
      "\(year.year)  \(counted(off, "day")) off, \(counted(worked, "make-up workday"))")
  }

  /// What a whole year of the notice has and this one lacks; nil where it lacks nothing.
  static func missing(_ year: CalendarYear) -> Bilingual? {
    let holidays = ["元旦", "春节", "清明", "劳动", "端午", "中秋", "国庆"]
    let names = year.days.filter { $0.kind == .holiday }.map(\.name)
    let missing = holidays.filter { holiday in !names.contains { $0.contains(holiday) } }
    guard !missing.isEmpty else { return nil }
    let list = missing.joined(separator: "、")
    return Bilingual(
      "\(year.year) 年的文件里没有 \(list)；不是一整年就补齐再导，缺的日子按星期计",
      "the file of \(year.year) has no \(list); if the year is not whole, complete and import it again: "
        + "days that lack count as their weekday")
  }

  static func same(_ year: Int, isImported: Bool) -> Bilingual {
    isImported
      ? Bilingual("\(year) 年与已导入的相同，没有改动", "\(year) is as imported before; nothing was changed")
      : Bilingual("\(year) 年与程序自带的相同，没有改动", "\(year) is as built in; nothing was changed")
  }

  static func replaced(_ days: Int, isImported: Bool) -> Bilingual {
    isImported
      ? Bilingual(
        "替换了先前导入的，有 \(days) 天不同",
        "replaces the earlier import; \(counted(days, "day differs", many: "days differ"))")
      : Bilingual(
        "替换了程序自带的，有 \(days) 天不同",
        "replaces the year built in; \(counted(days, "day differs", many: "days differ"))")
  }

  static func restDays(_ days: TermSet<Weekday>) -> Bilingual {
    let names = days.elements.map(\.bilingual)
    guard !names.isEmpty else {
      return Bilingual("每周七天都上班，法定节假日除外", "no weekly rest day; statutory holidays stay")
    }
    return Bilingual(
      "每周休息：\(names.map(\.zh).joined(separator: " "))",
      "weekly rest: \(names.map(\.en).joined(separator: " "))")
  }

  static let year = Bilingual("法定节假日", "statutory holidays")
  static let leave = Bilingual("休假", "leave")
  static let builtIn = Bilingual("程序自带", "built in")
  static let importedYear = Bilingual("已导入", "imported")
}

extension Session {
  /// `2027-02-05 (周五) 至 2027-02-12 (周五)`, or the day alone.
  func say(_ days: ClosedRange<Day>) -> String {
    days.lowerBound == days.upperBound
      ? say(days.lowerBound)
      : say(days.lowerBound) + say("至 ", " to ") + say(days.upperBound)
  }
}
