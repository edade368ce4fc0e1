import Core

/// One occurrence for the arithmetic.
struct Occurrence: Sendable {
  let anchor: Bilingual
  let day: Day
  let opens: Moment
  /// As the rule has it.
  let distance: Offset?
  /// The due day before a cap, a promise or a postponement moved it.
  let planned: Day
  let due: Moment
}

extension WhyMessages {
  /// `来访 2026-11-02 + 3 日 = 2026-11-05; 自 2026-11-03 起可做`;
  /// `签约 2026-11-30 + 1 个月 = 2026-12-30, 前后 3 天; 自 2026-12-27 起可做, 到 2027-01-02`.
  static func arithmetic(_ occurrence: Occurrence, _ rule: Rule) -> Bilingual {
    let (day, due) = (occurrence.day, occurrence.due)
    if rule.isPromise {
      return Bilingual("\(day) 约定 \(due)", "on \(day) promised for \(due)")
    }
    let isMoved = occurrence.planned != due.day
    let last = isMoved ? Moment(occurrence.planned) : due
    let planned = rule.margin > 0 ? Moment(last.day - rule.margin) : last
    var distance = occurrence.distance ?? Offset(days: planned.day - day)
    if occurrence.distance != nil { distance.days -= rule.margin }
    if distance.months == 0, distance.workdays == 0, distance.hours == 0 {
      distance = Offset(days: planned.day - day)
    }
    let (from, steps) = (occurrence.anchor, steps(distance))
    let window = window(occurrence, last: last, margin: rule.margin)
    return Bilingual(
      "\(from.zh) \(day) \(steps.zh) = \(planned)\(window.zh)" + (isMoved ? "；改到 \(due)" : ""),
      "\(from.en) \(day) \(steps.en) = \(planned)\(window.en)"
        + (isMoved ? "; moved to \(due)" : "")
    )
  }

  private static func window(_ occurrence: Occurrence, last: Moment, margin: Int) -> Bilingual {
    let opens = occurrence.opens
    guard margin == 0 else {
      return Bilingual(
        "，前后 \(margin) 天；自 \(opens) 起可做，到 \(last)",
        ", \(margin) d either way; open from \(opens), to \(last)")
    }
    return opens.day < last.day
      ? Bilingual("；自 \(opens) 起可做", "; open from \(opens)") : Bilingual("", "")
  }

  /// `+ 1 个月 - 3 日`.
  private static func steps(_ offset: Offset) -> Bilingual {
    let isYears = offset.months % 12 == 0
    let parts: [(count: Int, zh: String, en: String)] = [
      (offset.months, isYears ? "年" : "个月", isYears ? "y" : "m"), (offset.days, "日", "d"),
      (offset.workdays, "个工作日", "wd"), (offset.hours, "小时", "h"),
    ]
    var named = parts.filter { $0.count != 0 }
    if named.isEmpty { named = [(0, "日", "d")] }
    func text(_ unit: (Int, String, String)) -> Bilingual {
      let count = unit.1 == "年" ? unit.0 / 12 : unit.0
      let sign = count < 0 ? "-" : "+"
      return Bilingual("\(sign) \(abs(count)) \(unit.1)", "\(sign) \(abs(count)) \(unit.2)")
    }
    let texts = named.map { text(($0.count, $0.zh, $0.en)) }
    return Bilingual(
      texts.map(\.zh).joined(separator: " "), texts.map(\.en).joined(separator: " "))
  }
}
