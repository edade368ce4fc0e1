// When a rule asks.

extension PolicyHelp {
  static let scheduleKeys: [PolicyHelp] = [
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
      ["after", "first"], "首次来访，以后再来不重新算", "the first visit ever",
      ["after: {first: 来访}", "due: 3"], ["2026-11-02 来访", "2026-11-05 来访"], on: "2026-11-05",
      owed: ["r-1 2026-11-02..2026-11-05"]),
    .file(
      ["after", "rule"], "接在另一条之后：那条按时做完的日子，否则它的到期日",
      "after another rule: the day it was done on time, else its due day",
      [
        "rules:", "  - {id: r-1, after: 来访, due: 0}",
        "  - {id: r-2, after: {rule: r-1}, every: 7d}",
      ], ["2026-11-02 来访", "2026-11-02 电话 接通"], on: "2026-11-09",
      owed: ["r-2 2026-11-09"]),
    .rule(
      ["after", "all"], "几件事都发生了才起算，从最后一件那天", "when all of them have happened",
      ["after: {all: [竣工, 全款到账]}", "due: 7"], ["2026-11-02 竣工", "2026-11-06 全款到账"],
      on: "2026-11-06", owed: ["r-1 2026-11-06..2026-11-13"]),
    .rule(
      ["after", "case", "of", "urgency"], "事项的一步：登记、处理、关闭…；of 哪类，urgency 多急，不写不限",
      "a step of a case; of: which kinds, urgency: how urgent",
      ["after: {case: 处理, of: [投诉], urgency: [紧急]}", "opens: 3", "due: 5"],
      ["2026-11-01 签约", "2026-11-02 投诉 登记 紧急", "2026-11-03 投诉 处理 紧急"], on: "2026-11-06",
      owed: ["r-1 2026-11-06..2026-11-08"]),
    .file(
      ["opens_after"], "那一条做完的次日起可做", "opens the day after that rule was done",
      [
        "rules:", "  - {id: r-1, after: 来访, due: 3}",
        "  - {id: r-2, after: 来访, opens_after: r-1, due: 15, distinct_from: r-1}",
      ], ["2026-11-02 来访", "2026-11-04 电话 接通"], on: "2026-11-05",
      owed: ["r-2 2026-11-05..2026-11-17"]),
    .rule(
      ["around"], "到期日前后各几天，名单上说明以哪天为准", "so many days round the due day",
      ["after: 签约", "due: 1m", "around: 3"], ["2026-11-30 签约"], on: "2026-12-27",
      owed: ["r-1 2026-12-27..2027-01-02"]),
    .rule(
      ["until"], "发生后不再要求；起因是事项时写它的一步", "no longer asked for once that happened",
      ["after: 认购", "opens: 4", "due: 4", "until: 签约"], ["2026-11-02 认购", "2026-11-05 签约"],
      on: "2026-11-06"),
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
      "before the company's own holiday round that festival, the day before by default",
      ["company_holiday: 春节"], ["2027-01-05 来访"], on: "2027-02-04", owed: ["r-1 2027-02-04"]
    ).with(holidays: ["2027-02-05 至 2027-02-12 春节放假"]),
    .rule(
      ["milestones", "lead"], "项目节点；lead: n 是提前 n 天起、前一天止，不写就是当天",
      "a milestone; lead: n asks from n days before it to its eve",
      ["milestones: [开盘]", "lead: 3"], ["2026-11-02 来访"], on: "2026-11-25",
      owed: ["r-1 2026-11-25..2026-11-27"]
    ).with(milestones: ["2026-11-28 开盘"]),
    .rule(
      ["milestones"], "有起止的节点：之前从第一天数，之后从最后一天数",
      "a period: before it counts from its first day, after it from its last",
      ["milestones: [入伙]", "opens: 3", "due: 3"], ["2026-11-02 签约"], on: "2027-01-06",
      owed: ["r-1 2027-01-06"]
    ).with(milestones: ["2026-12-31 入伙 至 2027-01-03"]),
    .file(
      ["spread", "capacity"],
      "分批：名单把客户摊到窗口里的工作日，每位顾问每天至多 capacity 个；应做的窗口不变（8 位，11-23 至 11-29：周一至周五每天一两位）",
      "in waves: the list spreads the customers over the working days of the window, at most capacity "
        + "a day for each consultant; what is owed keeps its window",
      [
        "capacity: 30", "rules:",
        "  - {id: r-1, audience: {has: 签约}, milestones: [交房], lead: 7, spread: true}",
      ], ["2026-11-02 签约"], on: "2026-11-25", owed: ["r-1 2026-11-23..2026-11-29"]
    ).with(milestones: ["2026-11-30 交房"]),
    .rule(
      ["birthday"], "本人、家属的生日，每年；农历按农历；二月二十九在平年算二十八",
      "birthdays, own or the family's, each year", ["birthday: [本人, 家属]"],
      ["2026-11-02 来访", "2026-11-02 生日 1992-02-29"], on: "2027-02-28", owed: ["r-1 2027-02-28"]),
  ]

  static let cadenceKeys: [PolicyHelp] = [
    .rule(
      ["every"], "反复：3d 2w 1m 季度 半年 1y 半月 month_ends half_month_ends",
      "again and again: 3d 2w 1m 1y, month_ends, half_month_ends", ["after: 来访", "every: 7d"],
      ["2026-11-02 来访", "2026-11-05 电话 接通"], on: "2026-11-12", owed: ["r-1 2026-11-12"]),
    .rule(
      ["anchor"], "last_done 从上次做成算起（默认）；schedule 固定的日子",
      "last_done counts from the last contact (default); schedule is a fixed grid",
      ["after: 来访", "every: 7d", "anchor: schedule"], ["2026-11-05 来访", "2026-11-14 电话 接通"],
      on: "2026-11-19", owed: ["r-1 2026-11-19"]),
    .rule(
      ["starts", "ends"], "从 D+starts 数起，D+ends 之后不再有；按年份减疏就写几条",
      "counts from D+starts, none after D+ends",
      ["after: 竣工", "every: 6m", "starts: 1y", "ends: 2y"],
      ["2026-11-02 竣工"], on: "2028-05-02", owed: ["r-1 2028-05-02"]),
    .rule(
      ["weekdays", "weeks", "min_gap_days"],
      "星期几；weeks: odd 单周 even 双周 或每几周；min_gap_days: 14 免得第 53、1 周连着",
      "weekdays of odd, even or every n-th week; min_gap_days: 14 skips week 1 after a week 53",
      [
        "after: 签约", "every: {weekdays: [周四], weeks: odd, min_gap_days: 14}", "anchor: schedule",
        "expires: true",
      ],
      ["2026-11-02 签约"], on: "2026-12-31", owed: ["r-1 2026-12-31"]),
    .rule(
      ["half_month"], "calendar 是 15 日和月末，starts 是 1 日和 15 日；“半月”是滚动的 15 天",
      "calendar: the 15th and the month's end; starts: the 1st and the 15th",
      ["after: 签约", "every: {half_month: calendar}"], ["2027-02-15 签约"], on: "2027-02-28",
      owed: ["r-1 2027-02-28"]),
    .rule(
      ["month_ends"], "月末；[3, 6, 9, 12] 只在这些月", "the month's end; of those months only",
      ["after: 签约", "every: {month_ends: [3, 6, 9, 12]}"], ["2026-11-02 签约"], on: "2026-12-31",
      owed: ["r-1 2026-12-31"]),
    .rule(
      ["month_days", "months"], "每月那一天，months 只在这些月", "that day of the month",
      ["after: 签约", "every: {month_days: 10, months: [1, 7]}"], ["2026-11-02 签约"],
      on: "2027-01-10", owed: ["r-1 2027-01-10"]),
    .rule(
      ["years", "leap_day"], "每几年；leap_day: feb28 mar1 skip 说平年的二月二十九怎么办",
      "every n years; leap_day says what 29 February becomes",
      ["after: 签约", "every: {years: 1, leap_day: mar1}", "anchor: schedule"], ["2028-02-29 签约"],
      on: "2029-03-01", owed: ["r-1 2029-03-01"]),
  ]
}
