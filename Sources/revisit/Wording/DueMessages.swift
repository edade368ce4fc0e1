import Core

/// Where a customer's line stands on the page.
enum DueGroup: Int, CaseIterable, Sendable {
  case overdue, today, open, upcoming, hidden
}

/// The words of the morning list.
enum DueMessages {
  static let customer = Bilingual("客户", "customer")
  static let deadline = Bilingual("时限", "due")
  static let channel = Bilingual("方式", "by")
  static let phone = Bilingual("电话", "phone")
  static let reasons = Bilingual("事由", "reasons")
  static let row = Bilingual("行", "row")
  static let name = Bilingual("姓名", "name")
  static let kind = Bilingual("类别", "class")
  static let lastTime = Bilingual("上次", "last")
  static let empty = Bilingual("今天没有要回访的客户。", "Nobody to call today.")
  /// What stands in the headings of an office for training.
  static let training = Bilingual("演练", "training")
  static let averse = Bilingual("反感来电，改发短信", "dislikes calls: text instead")

  static func title(_ group: DueGroup) -> Bilingual {
    switch group {
    case .overdue: Bilingual("逾期", "overdue")
    case .today: Bilingual("今天", "today")
    case .open: Bilingual("可先做", "open")
    case .upcoming: Bilingual("将到期", "coming")
    case .hidden: Bilingual("未列出", "not listed")
    }
  }

  /// `2026-11-22（周日）前`, `2026-11-22（周日）15:00 前`.
  static func before(_ moment: Moment) -> Bilingual {
    let (day, gap) = (dated(moment), moment.time == nil ? "" : " ")
    return Bilingual("\(day.zh)\(gap)前", "by \(day.en)")
  }

  /// `2026-11-22（周日）15:00 ` where that hour was agreed on, else as `before`.
  static func by(_ opens: Moment, _ due: Moment) -> Bilingual {
    guard agreedHour(opens, due) != nil else { return before(due) }
    let day = dated(due)
    return Bilingual("\(day.zh) ", day.en)
  }

  /// `逾期 3`.
  static func tally(_ group: DueGroup, _ count: Int) -> Bilingual {
    let title = title(group)
    return Bilingual("\(title.zh) \(count)", "\(title.en) \(count)")
  }

  /// `逾期（3）`.
  static func title(_ group: DueGroup, _ count: Int) -> Bilingual {
    let title = title(group)
    return Bilingual("\(title.zh)（\(count)）", "\(title.en) (\(count))")
  }

  /// `2026-11-22（周日）15:00`.
  static func dated(_ moment: Moment) -> Bilingual {
    let weekday = moment.day.weekday.bilingual
    let time = moment.time.map { "\($0)" }
    return Bilingual(
      "\(moment.day)（\(weekday.zh)）\(time ?? "")",
      "\(moment.day) (\(weekday.en))" + (time.map { " \($0)" } ?? ""))
  }

  /// `2026-11-16 (周一) 至 2026-11-30 (周一)`.
  static func dated(_ days: ClosedRange<Day>) -> Bilingual {
    let ends = [days.lowerBound, days.upperBound].map { dated(Moment($0)) }
    return days.lowerBound == days.upperBound
      ? ends[0]
      : Bilingual("\(ends[0].zh)至 \(ends[1].zh)", "\(ends[0].en) to \(ends[1].en)")
  }

  static func consultant(_ name: String) -> Bilingual {
    Bilingual("顾问 \(name)", "consultant \(name)")
  }

  static func policy(_ name: String) -> Bilingual { Bilingual("制度 \(name)", "policy \(name)") }

  /// The commands to go on with; rows are named by their numbers.
  static func next(row: Int) -> [Bilingual] {
    [
      Bilingual("打之前：revisit brief \(row)", "before: revisit brief \(row)"),
      Bilingual("打完：revisit log \(row) 谈的内容", "after: revisit log \(row) WHAT WAS SAID"),
      Bilingual("一位一位打：revisit call", "one by one: revisit call"),
    ]
  }

  static func surplus(_ count: Int, listed: Int, whose: String) -> Bilingual {
    return Bilingual(
      "这是最急的 \(listed) 位，另有 \(count) 位：revisit due \(whose)",
      "the \(listed) most urgent; \(count) more: revisit due \(whose)")
  }

  static func hidden(_ counts: KindCounts<HiddenBecause>) -> Bilingual {
    let order: [HiddenBecause] = [.doNotContact, .cap, .promised, .postponed, .wave]
    let parts = order.filter { counts[$0] > 0 }.map { kind in
      Bilingual("\(title(kind).zh) \(counts[kind])", "\(title(kind).en) \(counts[kind])")
    }
    let total = counts.total
    return Bilingual(
      "未列出 \(total) 位：\(parts.map(\.zh).joined(separator: "，"))（--all 显示）",
      "\(total) not listed: \(parts.map(\.en).joined(separator: ", ")) (--all shows them)")
  }

  static func title(_ kind: HiddenBecause) -> Bilingual {
    switch kind {
    case .doNotContact: Bilingual("免打扰", "do not contact")
    case .cap: Bilingual("本周已满", "weekly cap")
    case .promised: Bilingual("另有约定", "promised another day")
    case .postponed: Bilingual("已延期", "postponed")
    case .wave: Bilingual("分在以后几天", "on later days of a wave")
    }
  }
}
