import Core

/// The words of the week's report.
enum WeekMessages {
  static let missTitle = Bilingual("漏做与迟做", "Missed and late")
  static let noLateEntries = Bilingual("没有隔日补录。", "Nothing was entered late.")

  static let waiting = Bilingual("等答复的事项", "Cases that wait for an answer")

  static func waiting(_ daysOverdue: Int, _ due: Moment, at now: Moment) -> Bilingual {
    if daysOverdue > 0 { return Bilingual("逾期 \(daysOverdue) 天", "\(daysOverdue) d late") }
    let left = due.day - now.day
    return left == 0
      ? Bilingual("今天", "today") : Bilingual("还有 \(left) 天", "\(left) d left")
  }

  static func days(_ period: Period, _ asOf: Moment, isTraining: Bool) -> Bilingual {
    let (from, to) = (period.days.lowerBound, period.days.upperBound)
    let stretch =
      from == to
      ? name(period)
      : [name(period), Bilingual("\(from) 至 \(to)", "\(from) to \(to)")]
        .joined(separator: "  ")
    let asOf = Bilingual("截至 \(asOf)", "as of \(asOf)")
    let training = isTraining ? [DueMessages.training] : []
    return ([stretch, asOf] + training).joined(separator: "  ")
  }

  /// `回访月报 2026-11`.
  private static func name(_ period: Period) -> Bilingual {
    let first = period.days.lowerBound
    let month = "\(first)".dropLast(3)
    switch period.kind {
    case .day: return Bilingual("回访日报 \(first)", "Day \(first)")
    case .week: return Bilingual("回访周报 \(first.isoWeek)", "Week \(first.isoWeek)")
    case .month: return Bilingual("回访月报 \(month)", "Month \(month)")
    case .quarter:
      let quarter = "\(first.year)Q\((first.civil.month + 2) / 3)"
      return Bilingual("回访季报 \(quarter)", "Quarter \(quarter)")
    case .halfYear: return Bilingual("回访半年分析", "Half year")
    case .range: return Bilingual("回访报告", "Report")
    }
  }

  /// That reports of weeks that are over will be others.
  static func rewritten(_ weeks: [String]) -> Bilingual {
    Bilingual(
      "已结的周报将随之改变：\(weeks.joined(separator: "、"))",
      "reports of weeks that are over will change: \(weeks.joined(separator: ", "))")
  }

  static func contacts(_ contacts: ContactCounts) -> Bilingual {
    let parts = Channel.allCases.filter { contacts[$0] > 0 }.map { channel in
      Bilingual(
        "\(channel.chinese) \(contacts[channel])", "\(channel.english) \(contacts[channel])")
    }
    guard !parts.isEmpty else { return Bilingual("没有联系记录", "no contacts recorded") }
    return Bilingual(
      "联系：\(parts.map(\.zh).joined(separator: "，"))",
      "contacts: \(parts.map(\.en).joined(separator: ", "))")
  }

  static func miss(isLate: Bool) -> Bilingual {
    isLate ? Bilingual("迟", "late") : Bilingual("漏", "missed")
  }
}

extension WeekMessages {
  static let comparison = Bilingual("与上期对照", "Beside the period before")
  static let conversion = Bilingual("新客转化", "New customers, and how far they came")
  static let channels = Bilingual("联系：方式与结果", "Contacts by channel and outcome")
  static let source = Bilingual("来源", "source")
  static let grade = Bilingual("级别", "grade")
  static let unknown = Bilingual("未知", "unknown")
  static let ungraded = Bilingual("未定级", "not graded")

  static func before(_ days: ClosedRange<Day>) -> Bilingual {
    Bilingual("上期 \(days.lowerBound)", "before, \(days.lowerBound)")
  }

  /// Why something was missed or late, as far as it is known.
  static func why(_ why: MissReason) -> Bilingual {
    switch why {
    case .leave: Bilingual("休假", "on leave")
    case .noNumber: Bilingual("号码无效", "no live number")
    case .tried(let count, let last):
      Bilingual("试 \(count) 次，\(last.chinese)", "tried \(count)x, \(last.english)")
    case .notTried: Bilingual("没有联系", "not tried")
    }
  }

  /// What an explanation is of.
  static func explained(_ figure: ReportFigure, _ value: Bilingual, of count: Int) -> Bilingual {
    Bilingual(
      "\(figure.title.zh) \(value.zh)：由以下 \(count) 条得出",
      "\(figure.title.en) \(value.en), of these \(count)")
  }

  /// What a customer is counted for.
  static func came(_ figure: ReportFigure) -> Bilingual {
    [.coverage, .owed, .inContact].contains(figure)
      ? Bilingual("应回访", "was owed something") : Bilingual("新客", "came first")
  }

  /// How it stands with an obligation.
  static func status(_ obligation: Obligation) -> Bilingual {
    switch obligation.status {
    case .done(_, let day, onTime: true): Bilingual("\(day) 按时", "on time, \(day)")
    case .done(_, let day, onTime: false): Bilingual("\(day) 迟", "late, \(day)")
    case .missed, .overdue: Bilingual("漏", "missed")
    case .due, .upcoming: Bilingual("未到期", "open")
    case .held: Bilingual("暂缓", "held")
    case .skipped: Bilingual("免做", "skipped")
    case .void: Bilingual("作废", "void")
    }
  }

  static func shown(_ share: Share) -> Bilingual {
    let text = share.percent.map { "\($0)%" } ?? "–"
    return Bilingual(text, text)
  }
}

/// Why a callback was missed or late.
enum MissReason: Hashable, Sendable {
  case leave, noNumber, notTried
  /// So many attempts in vain, and how the last of them ended.
  case tried(Int, Outcome)

  /// As programs read it.
  var name: String {
    switch self {
    case .leave: "leave"
    case .noNumber: "no_number"
    case .tried: "tried"
    case .notTried: "not_tried"
    }
  }
}

// MARK: - Closing a month

extension WeekMessages {
  static func closed(_ month: String) -> Bilingual {
    Bilingual("\(month) 已结账", "\(month) is closed")
  }

  static func opened(_ month: String) -> Bilingual {
    Bilingual("\(month) 已重新打开", "\(month) is open again")
  }

  static func closed(at now: Moment, by name: String) -> Bilingual {
    Bilingual("结账 \(now) \(name)；之后的记录不计入", "closed \(now) by \(name); later records do not count")
  }
}
