import Core
import Store

/// The words of duties and of the ledger.
enum DutyMessages {
  static let title = Bilingual("内部事项", "duties")

  /// `内部事项 2`.
  static func tally(_ count: Int) -> Bilingual {
    Bilingual("\(title.zh) \(count)", "\(title.en) \(count)")
  }

  /// `内部事项 （2）`.
  static func title(_ count: Int) -> Bilingual {
    Bilingual("\(title.zh)（\(count)）", "\(title.en) (\(count))")
  }

  static let failures = Bilingual("内部事项：漏做与迟做", "Duties: missed and late")
  static let problems = Bilingual("未结的问题", "Open problems")
  static let closed = Bilingual("已结", "closed")
  static let pending = Bilingual("未结", "pending")
  static let emptyLedger = Bilingual(
    "这几天台账是空的：revisit ledger add 类别", "nothing on these days: revisit ledger add KIND")
  static let nothingPending = Bilingual(
    "这几天的台账没有未结的", "nothing that was entered on these days is still open")
  static let office = Bilingual("案场", "office")

  static func holder(_ role: Word?, _ staff: String?) -> Bilingual {
    role?.bilingual ?? staff.map { Bilingual($0, $0) } ?? office
  }

  /// `李明: 每季度…; 漏 ×2`.
  static func what(_ obligation: DutyObligation, _ role: Word?, _ staff: String?) -> Bilingual {
    let who = holder(role, staff)
    let says = obligation.duty.says.isEmpty ? obligation.duty.id : obligation.duty.says
    let missed = obligation.missedBefore
    let stack = missed > 0 ? ("；漏 ×\(missed)", "; missed ×\(missed)") : ("", "")
    return Bilingual("\(who.zh)：\(says)\(stack.0)", "\(who.en): \(says)\(stack.1)")
  }

  /// `巡查问题：水吧漏水`.
  static func problem(_ entry: LedgerEntry) -> Bilingual {
    Bilingual("\(entry.kind)：\(entry.text)", "\(entry.kind): \(entry.text)")
  }

  static func deadline(_ obligation: DutyObligation, at now: Moment) -> Bilingual {
    let due = obligation.due
    let days = due.day - now.day
    let hour = due.time.map { " \($0)" } ?? ""
    if obligation.status == .overdue {
      return days < 0
        ? Bilingual("逾期 \(-days) 天", "\(-days) d late")
        : Bilingual("已过\(hour)", "past\(hour)")
    }
    if days == 0 {
      return due.time.map { Bilingual("今天 \($0)前", "by \($0)") } ?? Bilingual("今天", "today")
    }
    let day = DueMessages.shortDay(due.day, now)
    return Bilingual("\(day)\(hour)前", "by \(day)\(hour)")
  }

  /// What became of one that was not done in time: `没交 (wx-8.2)`, `没有记录 (wx-4.2)`, `差 1 (2/3)`, `迟, 11-23 09:00`.
  static func failure(_ obligation: DutyObligation) -> Bilingual {
    if case .done(let moment, _) = obligation.status {
      let when = moment.description.dropFirst(5)
      return Bilingual("迟，\(when)", "late, \(when)")
    }
    let duty = obligation.duty
    guard obligation.found > 0 || duty.count > 1 || duty.evidence.isEvent else {
      if case .report = duty.evidence {
        return Bilingual("没交（\(duty.called.zh)）", "not handed in (\(duty.called.en))")
      }
      return Bilingual("没有记录（\(duty.called.zh)）", "no entry (\(duty.called.en))")
    }
    let (short, found) = (obligation.short, "\(obligation.found)/\(duty.count)")
    return Bilingual("差 \(short)（\(found)）", "short \(short) (\(found))")
  }
}

extension Evidence {
  var isEvent: Bool {
    if case .event = self { true } else { false }
  }
}

// MARK: - After an entry

extension DutyMessages {
  private static func name(_ obligation: DutyObligation) -> Bilingual {
    let duty = obligation.duty
    guard duty.name.isEmpty else { return duty.called }
    let cited = [duty.id, duty.article].filter { !$0.isEmpty }.joined(separator: " ")
    return Bilingual(cited, cited)
  }

  static func settled(_ obligation: DutyObligation) -> Bilingual? {
    guard case .done(_, let onTime) = obligation.status else { return nil }
    let name = name(obligation)
    return onTime
      ? Bilingual("已结：\(name.zh) 按时", "settled: \(name.en) on time")
      : Bilingual(
        "已结：\(name.zh) 迟，应在 \(obligation.due) 前",
        "settled: \(name.en) late, was due \(obligation.due)")
  }

  static func short(_ obligation: DutyObligation) -> Bilingual {
    let name = name(obligation)
    return Bilingual(
      "还差 \(obligation.short)（\(obligation.found)/\(obligation.duty.count)）：\(name.zh) \(obligation.due) 前",
      "\(obligation.short) still wanted (\(obligation.found)/\(obligation.duty.count)): \(name.en) by \(obligation.due)"
    )
  }

  static func next(_ obligation: DutyObligation) -> Bilingual {
    let by = DueMessages.before(obligation.due)
    let name = name(obligation)
    return Bilingual("下一次：\(by.zh)，\(name.zh)", "next: \(by.en), \(name.en)")
  }

  static let nothingDue = Bilingual("这段时间没有到期的。", "Nothing was due in that time.")

  static func outcome(_ status: DutyStatus) -> Bilingual {
    switch status {
    case .done(_, onTime: true): Bilingual("按时", "on time")
    case .done(_, onTime: false): Bilingual("迟", "late")
    case .missed, .overdue: Bilingual("漏", "missed")
    case .due, .upcoming: Bilingual("未到期", "open")
    }
  }
}
