import Core

// On days that come of themselves: festivals, the company's holidays, milestones, birthdays.

extension Schedule {
  static let occasionHelp: [PolicyHelp] = [
    .rule(
      ["max_gap"], "与客户的联系间隔不超过这么久", "never longer than that without a contact",
      ["max_gap: 3m"], ["2026-08-01 来访", "2026-08-22 微信 已发送"], on: "2026-11-22",
      owed: ["r-1 2026-11-22"]),
    .rule(
      ["festivals"], "节日当天，农历的自动换算；opens、due 是离节日的天数",
      "on the festival's day; opens and due are distances from it", ["festivals: [元宵]"],
      ["2027-01-05 来访"], on: "2027-02-20", owed: ["r-1 2027-02-20"]),
    .rule(
      ["company_holiday"], "公司自己放假（revisit calendar add）含那个节日时，默认前一天",
      "before the company's own holiday around that festival, the day before by default",
      ["company_holiday: 春节"], ["2027-01-05 来访"], on: "2027-02-04", owed: ["r-1 2027-02-04"]
    ).with(holidays: ["2027-02-05 至 2027-02-12 春节放假"]),
    .rule(
      ["milestones", "lead"], "项目节点；lead: n 是提前 n 天起、前一天止，不写就是当天",
      "a milestone; lead: n asks from n days before it to its eve",
      ["milestones: [开盘]", "lead: 3"], ["2026-11-02 来访"], on: "2026-11-25",
      owed: ["r-1 2026-11-25..2026-11-27"]
    ).with(milestones: ["2026-11-28 开盘"]),
    .rule(
      ["every_day"], "提前期里每天一次，当天没做算漏，不补；写了 if_day_off 的，不上班的日子没有",
      "once each day of the lead; a day that passed is missed. With if_day_off, none on days off",
      ["milestones: [开盘]", "lead: 3", "every_day: true"],
      ["2026-11-02 来访", "2026-11-25 电话 接通"], on: "2026-11-26", owed: ["r-1 2026-11-26..2026-11-26"]
    ).with(milestones: ["2026-11-28 开盘"]),
    .rule(
      ["milestones"], "有起止的节点：之前从第一天数，之后从最后一天数",
      "a period: before it counts from its first day, after it from its last",
      ["milestones: [入伙]", "opens: 3", "due: 3"], ["2026-11-02 签约"], on: "2027-01-06",
      owed: ["r-1 2027-01-06"]
    ).with(milestones: ["2026-12-31 入伙 至 2027-01-03"]),
    .rule(
      ["birthday"], "本人、家属的生日，每年；农历按农历；二月二十九在平年算二十八",
      "birthdays, own or the family's, each year", ["birthday: [本人, 家属]"],
      ["2026-11-02 来访", "2026-11-02 生日 1992-02-29"], on: "2027-02-28",
      owed: ["r-1 2027-02-28"]),
  ]
}

extension Reader {
  mutating func occasion(
    _ occasion: Occasion, _ fields: Fields<ScheduleKey>, due usual: Offset = 0
  ) -> Schedule? {
    let due = fields[.due].flatMap { offset($0, key: "due", from: nil) } ?? usual
    let opens = fields[.opens].flatMap { offset($0, key: "opens", from: nil) } ?? due
    checkOrder(fields, opens: opens, due: due)
    return .occasion(occasion, opens: opens, due: due)
  }

  /// `all` means the policy's own list, so there must be one.
  mutating func festivals(_ tree: Tree, _ fields: Fields<ScheduleKey>) -> Schedule? {
    let days = terms(tree, key: "festivals", all: festivals)
    if days.isEmpty, tree.text == "all" || tree.text == "全部" {
      report(.key(.missing("festivals", of: "policy")), at: tree.place)
    }
    return occasion(.festivals(days), fields)
  }

  /// A run-up has a first day, and a day of it that has passed is not made up for.
  mutating func checkDaily(_ rule: Rule, _ item: Item) {
    guard rule.isDaily, let tree = item.entries["every_day"] else { return }
    if item.entries["lead"] == nil, item.entries["milestones"] != nil {
      report(.key(.missing("lead", of: "every_day")), at: tree.place)
    }
    for key in ["expires", "spread"] {
      guard let other = item.entries[key], !(key == "expires" && rule.expires) else { continue }
      report(.key(.misplaced(key, beside: "every_day")), at: other.place)
    }
  }

  mutating func milestones(_ tree: Tree, _ fields: Fields<ScheduleKey>) -> Schedule? {
    let kinds = terms(tree, key: "milestones", all: nodes)
    guard let tree = fields[.lead] else { return occasion(.milestones(kinds), fields) }
    for key in [ScheduleKey.opens, .due] {
      guard let other = fields[key] else { continue }
      report(.key(.misplaced(key.rawValue, beside: "lead")), at: other.place)
    }
    guard let lead = offset(tree, key: "lead", from: 0) else { return nil }
    return .milestone(kinds, lead: lead)
  }
}

extension Occasion {
  func keyValues(_ opens: Offset, _ due: Offset, _ naming: Naming) -> [KeyValue] {
    let head: KeyValue
    switch self {
    case .festivals(let festivals): head = KeyValue("festivals", .list(festivals.names(naming)))
    case .companyHolidays(let festivals):
      head = KeyValue("company_holiday", .list(festivals.names(naming)))
    case .birthdays(let owners): head = KeyValue("birthday", .list(owners.names))
    case .milestones(let kinds):
      head = KeyValue("milestones", .list(kinds.names(naming)))
      let isLead = (opens.plainDays ?? opens.plainWorkdays).map { $0 <= 0 } ?? false
      if isLead, due == (opens == .zero ? 0 : -1) {
        return [head, KeyValue("lead", "\(-opens)")]
      }
    }
    if opens == .zero, due == .zero { return [head] }
    return [head, KeyValue("opens", "\(opens)"), KeyValue("due", "\(due)")]
  }
}

extension Occasion: Choice {
  static let blanks: [Occasion] = [
    .festivals([]), .companyHolidays([]), .milestones([]), .birthdays([]),
  ]

  var place: Int {
    switch self {
    case .festivals: 0
    case .companyHolidays: 1
    case .milestones: 2
    case .birthdays: 3
    }
  }
}

extension FormCoder {
  mutating func code(_ occasion: inout Occasion) {
    choose(&occasion)
    switch occasion {
    case .festivals(let days): occasion = .festivals(recoded(days))
    case .companyHolidays(let days): occasion = .companyHolidays(recoded(days))
    case .milestones(let kinds): occasion = .milestones(recoded(kinds))
    case .birthdays(let owners): occasion = .birthdays(recoded(owners))
    }
  }
}
