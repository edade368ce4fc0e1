import Core
import Values

// Once after something: `after`, `opens` or `opens_after` or `around`, `due`; and the distances of
// every schedule.

extension Schedule {
  static let onceHelp: [PolicyHelp] =
    [
      .rule(
        ["after", "due", "opens"], "起因那天是 D：从 D+opens 起可做，到 D+due 为止；opens 默认 0",
        "D is the day of the trigger: open from D+opens, due by D+due; opens is 0 by default",
        ["after: 来电", "opens: 1", "due: 3"], ["2026-11-02 来电"], on: "2026-11-03",
        owed: ["r-1 2026-11-03..2026-11-05"]),
      .rule(
        ["due"], "间距可写 3、-14d、2w、1m、1y、72h，或相加 1m-3d；月按日对日，没有那天取月末",
        "a distance is 3, -14d, 2w, 1m, 1y, 72h or a sum such as 1m-3d; months end with the month",
        ["after: 签约", "due: 1m"], ["2027-01-31 签约"], on: "2027-02-28",
        owed: ["r-1 2027-01-31..2027-02-28"]),
      .rule(
        ["due"], "3wd 是三个工作日：周末、法定节假日、公司放假不算，调休上班算；公布前的年份只看星期",
        "3wd is three working days by the office's calendar; a year not yet published goes by weekdays",
        ["after: 签约", "opens: 1wd", "due: 3wd"], ["2027-02-04 签约"], on: "2027-02-15",
        owed: ["r-1 2027-02-15..2027-02-17"]
      ).with(holidays: ["2027-02-05 至 2027-02-12 春节放假"]),
    ] + Trigger.help + [
      .file(
        ["opens_after"], "那一条做完的次日起可做", "opens the day after that rule was done",
        [
          "rules:", "  - {id: r-1, after: 来访, due: 3}",
          "  - {id: r-2, after: 来访, opens_after: r-1, due: 15, distinct_from: r-1}",
        ], ["2026-11-02 来访", "2026-11-04 电话 接通"], on: "2026-11-05",
        owed: ["r-2 2026-11-05..2026-11-17"]),
      .rule(
        ["around"], "到期日前后各几天，名单上说明以哪天为准", "so many days around the due day",
        ["after: 签约", "due: 1m", "around: 3"], ["2026-11-30 签约"], on: "2026-12-27",
        owed: ["r-1 2026-12-27..2027-01-02"]),
    ]
}

extension Reader {
  mutating func once(_ fields: Fields<ScheduleKey>, of item: Item) -> Schedule? {
    let trigger = trigger(fields, of: item)
    guard let due = fields[.due].flatMap({ offset($0, key: "due", from: 0) }) else { return nil }
    if let after = fields[.opensAfter] {
      if fields[.opens] != nil {
        report(.key(.misplaced("opens", beside: "opens_after")), at: after.place)
      }
      guard let rule = reference(after, key: "opens_after"), let trigger else { return nil }
      return .onceAfter(trigger, rule: rule, due: due)
    }
    guard let window = window(fields, due: due), let trigger else { return nil }
    return .once(trigger, opens: window.opens, due: window.due)
  }

  /// `around: 3` is three days to both sides of the due day.
  private mutating func window(
    _ fields: Fields<ScheduleKey>, due: Offset
  ) -> (opens: Offset, due: Offset)? {
    if let around = fields[.around] {
      if let opens = fields[.opens] {
        report(.key(.misplaced("opens", beside: "around")), at: opens.place)
      }
      guard let days = number(around, key: "around", in: 1...366) else { return nil }
      return (due + Offset(days: -days), due + Offset(days: days))
    }
    let opens = fields[.opens].flatMap { offset($0, key: "opens", from: 0) } ?? .zero
    checkOrder(fields, opens: opens, due: due)
    return (opens, due)
  }

  mutating func checkOrder(_ fields: Fields<ScheduleKey>, opens: Offset, due: Offset) {
    guard opens.roughDays > due.roughDays, let tree = fields[.opens] else { return }
    report(.value(.opensAfterDue(opens: "\(opens)", due: "\(due)")), at: tree.place)
  }

  /// - Parameter least: the least number of days; none where nil.
  mutating func offset(_ tree: Tree, key: String, from least: Int?) -> Offset? {
    guard let text = text(tree, key: key) else { return nil }
    let isNumber = text.allSatisfy { $0.isASCII && $0.isNumber }
    let offset = OffsetText.read(text)
    if offset == nil, !isNumber {
      report(.value(.offset(key: key, text: text)), at: tree.place)
      return nil
    }
    guard let offset, least.map({ $0 <= offset.roughDays && 0 <= offset.hours }) ?? true else {
      let fault = ValueFault.notANumber(
        text, least: least ?? -OffsetText.largest, most: OffsetText.largest)
      report(.value(.fault(key: key, fault)), at: tree.place)
      return nil
    }
    return offset
  }
}
