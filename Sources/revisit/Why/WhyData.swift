import Core

// What programs read of why a customer is on the list, or not.

extension WhyPage {
  var data: Listing {
    let state = history.timeline(at: now).state(on: now.day)
    let places = lists.places
    var rules = Listing.Section("rules", explanations, ruleFields)
    rules.title = Bilingual("每一条", "each rule")
    return Listing(
      facts: [
        .asOf(now),
        .init("customer", "客户编号", "customer", .text(number(history.customer))),
        .init("name", "姓名", "name", .text(name)),
        .init("stage", "阶段", "stage", .optional(state?.stage)),
        .init("grade", "级别", "grade", .optional(state?.grade?.name)),
        .init(
          "tags", "标签", "tags",
          .list((state?.tags.elements ?? []).map { .text($0.word(in: vocabulary).name) })),
        .init("listed", "在不在名单上", "whether on the list", .flag(places.own.listed != nil)),
        .init(
          "verdict", "一句话", "in one sentence", .text(said(WhyMessages.verdict(places.own, at: now)))
        ),
        .init("others", "在谁的名单上", "on whose lists", each: places.others, otherFields),
      ], [rules])
  }

  private func said(_ text: Bilingual) -> String { text[language] }

  private var otherFields: [Listing.Field<(holder: ListHolder, entry: AgendaEntry)>] {
    [
      .init("holder", "谁", "who") { .text(said(lists.name($0.holder))) },
      .init("verdict", "一句话", "in one sentence") {
        .text(said(WhyMessages.verdict($0.entry, at: now)))
      },
    ]
  }

  private var ruleFields: [Listing.Field<Explanation>] {
    [
      .init("rule", "条款编号", "id of the rule") { .text(engine.rule($0.rule).id) },
      .init("name", "叫法", "what it is called") { .text(said(engine.rule($0.rule).called)) },
      .init("article", "条文号", "article") { .text(engine.rule($0.rule).article) },
      .init("says", "条文", "what the policy says") { .text(engine.rule($0.rule).says) },
      .init("closed", "为什么不适用", "why it does not apply") { explanation in
        .optional(explanation.closed.map { said(WhyMessages.closed($0, in: vocabulary)) })
      },
      .init("open", "现在要做的", "what is open", each: openFields) { explanation in
        explanation.reasons.map {
          (reason: lists.asListed($0), rule: engine.rule(explanation.rule))
        }
      },
      .init("last", "上一次怎样了", "what became of the last") { explanation in
        .optional(
          explanation.last.map { said(WhyMessages.outcome($0, contact($0), in: vocabulary)) })
      },
      .init("last_due", "上一次是哪天", "day of the last") { .optional($0.last?.due) },
      .init("coming", "以后哪几天", "the next days") { .list($0.coming.map { .moment($0.due) }) },
    ]
  }

  private var openFields: [Listing.Field<(reason: Reason, rule: Rule)>] {
    [
      .init("status", "状态", "status") { .text($0.reason.status.name) },
      .init("told", "现状", "how it stands") {
        .text(said(WhyMessages.status($0.reason, at: now)))
      },
      .init("opens", "哪天起可做", "opens") { .moment($0.reason.opens) },
      .init("due", "什么时候以前", "due") { .moment($0.reason.due) },
      .init("days_overdue", "逾期几天", "days overdue") { .number($0.reason.daysOverdue) },
      .init("missed", "漏了几次", "how often missed") { .number($0.reason.missed) },
      .init("attempts", "试过几次没成", "attempts that failed") { .number($0.reason.attempts) },
      .init("anchor", "从哪天算起", "day that it counts from") { .day($0.reason.anchor) },
      .init("record", "起因的记录号", "record that it counts from") {
        .optional($0.reason.anchorFact.map { Int($0) })
      },
      .init("arithmetic", "怎样算出来的", "the arithmetic") {
        .text(said(WhyMessages.arithmetic(occurrence($0.reason, $0.rule), $0.rule)))
      },
      .init("channel", "方式", "channel") { .term($0.reason.channel) },
    ]
  }
}
