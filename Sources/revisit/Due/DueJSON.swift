import Core
import Intake
import Store

// What programs read of a list: each member with what it holds, as `--fields` tells it.

extension DueList {
  /// The list for programs. Customers who are not listed stand in it with `--all` only.
  var data: Listing {
    var waves = Listing.Section("waves", waves, waveFields)
    waves.title = Bilingual("分批的节点", "those told of one thing day by day")
    return Listing(
      facts: [
        .asOf(asOf), .init("training", "演练案场", "an office for training", .flag(isTraining)),
        .init("do_by", "放假前做完，到哪天", "to be done before the holiday, by", .optional(holiday?.eve)),
        .init(
          "unlisted", "没列出的，按原因", "how many are not listed, by why",
          parts: HiddenBecause.all.map(\.name),
          .counts(
            hidden.counts.sorted { $0.kind.name < $1.kind.name }.map { ($0.kind.name, $0.count) })),
        .init(
          "unplanned", "无安排的，按原因", "how many have no plan, by why",
          parts: ["total"] + PlanGap.allCases.map(\.name),
          .counts(
            [("total", unplanned.total)]
              + PlanGap.allCases.map { ($0.name, unplanned.counts[$0]) })),
      ],
      [
        section, waves, .duties(duties, at: asOf), .reviews(reviews),
        .outOfReach(outOfReach, at: asOf),
      ])
  }

  private typealias Line = (row: Int, item: DueItem)

  private var section: Listing.Section {
    let lines = items.enumerated().map { (row: firstRow + $0, item: $1) }
    var section = Listing.Section("items", lines, customerFields + workFields)
    section.title = Bilingual("名单，一位客户一行", "the list, a customer a line")
    return section
  }

  private var customerFields: [Listing.Field<Line>] {
    [
      .init("row", "行号", "row") { .number($0.row) },
      .init("customer", "客户编号", "customer") { .text(number($0.item.customer)) },
      .init("name", "姓名", "name") { .text($0.item.name) },
      .init("phone", "先打的号码", "number to call") { .optional($0.item.phones.first) },
      .init("phones", "能用的号码", "numbers in use") { .list($0.item.phones.map { .text($0) }) },
      .init("dead_phones", "打不通的号码", "numbers that are dead") {
        .list($0.item.deadPhones.map { .text($0) })
      },
      .init("consultant", "置业顾问", "consultant") { .optional($0.item.consultant) },
      .init("stage", "阶段", "stage") { .term($0.item.line.state.stage) },
      .init("grade", "级别", "grade") { .optional($0.item.line.state.grade?.name) },
      .init("class", "类别", "class") { .text(CustomerClass($0.item.line.state).name) },
      .init("tags", "标签", "tags") { line in
        .list(
          line.item.line.state.tags.elements.map { .text($0.word(in: engine.vocabulary).name) })
      },
    ]
  }

  /// What is to be done: of the strictest reason, unless a reason of its own is meant.
  private var workFields: [Listing.Field<Line>] {
    [
      .init("status", "逾期、今天、可做…", "status") { .text($0.item.line.strictest.status.name) },
      .init("opens", "哪天起可做", "opens") { .moment($0.item.line.strictest.opens) },
      .init("due", "什么时候以前", "due") { .moment($0.item.line.strictest.due) },
      .init("days_overdue", "逾期几天", "days overdue") {
        .number($0.item.line.strictest.daysOverdue)
      },
      .init("attempts", "试过几次没成", "attempts that failed") { .number($0.item.line.attempts) },
      .init("channel", "方式", "channel") { .term($0.item.line.channel) },
      .init("channels", "做了也算的方式", "channels that do") { line in
        let channels = engine.channels(of: line.item.line)
        return .list((channels.needed + channels.others).map { .term($0) })
      },
      .init("call_hours", "合约电时段", "hours that suit a call") { line in
        .list((callHours(for: line.item)?.ranges ?? []).map { .text("\($0)") })
      },
      .init("next_call", "下一个合适的时间，现在合适的没有", "when they begin, none if now") {
        .optional(nextCall(callHours(for: $0.item)))
      },
      .init("reasons", "事由", "reasons", each: reasonFields) { line in
        line.item.line.reasons.map { (reason: $0, rule: rule($0), item: line.item) }
      },
      .init("cases", "谈的是哪些事项", "cases that it is about", each: caseFields) { $0.item.cases },
    ]
  }

  private var caseFields: [Listing.Field<DueCase>] {
    [
      .init("case", "事项编号", "case") { .text(caseNumber($0.record.number)) },
      .init("kind", "投诉、报修…", "kind") { .term($0.record.kind) },
      .init("about", "关于什么", "about") { .text($0.record.about) },
      .init("handlers", "经办", "who is charged") { .list($0.handlers.map { .text($0) }) },
    ]
  }

  private var waveFields: [Listing.Field<WaveShare>] {
    [
      .init("rule", "条款编号", "id of the rule") { .text(engine.rule($0.rule).id) },
      .init("occasion", "哪个节点", "occasion") {
        .text(DueMessages.occasion(of: $0, engine).en)
      },
      .init("due", "到哪天做完", "due") { .text("\($0.due)") },
      .init("customers", "客户数", "customers") { .number($0.total) },
      .init("told", "已通知", "told") { .number($0.told) },
      .init(
        "days", "每天几位", "how many each day",
        each: [
          .init("day", "哪天", "day") { .day($0.key) },
          .init("customers", "客户数", "customers") { .number($0.value) },
        ]
      ) { $0.days.sorted { $0.key < $1.key } },
    ]
  }

  private typealias Asked = (reason: Reason, rule: Rule, item: DueItem)

  private var reasonFields: [Listing.Field<Asked>] {
    [
      .init("rule", "条款编号", "id of the rule") { .text($0.rule.id) },
      .init("article", "条文号", "article") { .text($0.rule.article) },
      .init("status", "状态", "status") { .text($0.reason.status.name) },
      .init("opens", "哪天起可做", "opens") { .moment($0.reason.opens) },
      .init("due", "什么时候以前", "due") { .moment($0.reason.due) },
      .init("missed", "漏了几次", "how often missed") { .number($0.reason.missed) },
      .init("anchor", "从哪天算起", "day that it counts from") { .day($0.reason.anchor) },
      .init("channel", "方式", "channel") { .term($0.reason.channel) },
      .init("centre", "前后几天都可以的，正日子", "the day itself, where days around it do") {
        .optional($0.rule.margin > 0 ? $0.reason.due.day - $0.rule.margin : nil)
      },
      .init("relative", "谁的生日", "whose birthday") { .optional(DueList.relative($0)) },
      .init("past_hour", "约定的钟点过了", "its hour has passed") {
        .flag($0.reason.passedHour(at: asOf) != nil)
      },
      .init("by", "归哪个岗位", "role that does it") { asked in
        .optional(asked.rule.doer.map { $0.word(in: engine.vocabulary).name })
      },
      .init("wave_day", "分批轮到哪天", "day of its wave") { .optional($0.reason.waveDay) },
    ]
  }

  private static func relative(_ asked: Asked) -> String? {
    guard case .birthday(let member, _) = asked.reason.key else { return nil }
    return asked.item.relatives[member]
  }

  /// When the next hour that suits a call begins; nil now, or at any time.
  private func nextCall(_ hours: CallHours?) -> String? {
    switch hours?.window(at: asOf, engine.calendar) {
    case .next(let time): "\(Moment(asOf.day, time))"
    case .over(let next), .holiday(let next): "\(next)"
    case .none?, .within, nil: nil
    }
  }

  /// What stands in the JSON before its items and after them.
  var jsonEnds: (before: String, after: String) {
    var bare = self
    bare.items = []
    let text = bare.data.json.text
    // No text that somebody wrote stands before it.
    let items = text.firstRange(of: "\"items\":[]") ?? text.endIndex..<text.endIndex
    return (text[..<items.upperBound].dropLast() + "", "]" + text[items.upperBound...])
  }

  /// The items as they stand between those ends.
  var jsonItems: String { section.jsonItems }

  /// The list as CSV: one row a customer.
  var csv: String { CSVWriter(neutralisesFormulas: true).row(DueList.csvHeader) + csvRows }

  private static let csvHeader = [
    "customer", "name", "phone", "consultant", "stage", "grade", "status", "opens", "due",
    "days_overdue", "attempts", "channel", "rules", "articles", "channels", "row",
  ]

  /// The rows below the line of keys.
  var csvRows: String {
    let writer = CSVWriter(neutralisesFormulas: true)
    var text = ""
    var rules = RuleTexts(engine, .en)
    for (index, item) in items.enumerated() {
      writer.write(cells(item, &rules) + ["\(firstRow + index)"], to: &text)
    }
    return text
  }

  private func cells(_ item: DueItem, _ known: inout RuleTexts) -> [String] {
    let strictest = item.line.strictest
    let state = item.line.state
    let rules = known[item.line.reasons]
    let channels = engine.channels(of: item.line)
    return [
      number(item.customer), item.name, item.phones.joined(separator: " "),
      item.consultant ?? "", state.stage.name, state.grade?.name ?? "", strictest.status.name,
      strictest.opens.description, strictest.due.description, String(strictest.daysOverdue),
      String(item.line.attempts), item.line.channel.name,
      rules.ids.joined(separator: " "), rules.articles.joined(separator: " "),
      (channels.needed + channels.others).map(\.name).joined(separator: " "),
    ]
  }
}

extension ListStatus {
  /// Stable name in JSON and CSV.
  var name: String {
    switch self {
    case .overdue: "overdue"
    case .due: "due"
    case .upcoming: "upcoming"
    case .held: "held"
    }
  }
}

extension HiddenBecause {
  /// All of them, in the order of their names.
  static let all = [HiddenBecause.cap, .doNotContact, .postponed, .promised, .wave]

  /// Stable name in JSON.
  var name: String {
    switch self {
    case .doNotContact: "do_not_contact"
    case .cap: "cap"
    case .promised: "promised"
    case .postponed: "postponed"
    case .wave: "wave"
    }
  }
}
