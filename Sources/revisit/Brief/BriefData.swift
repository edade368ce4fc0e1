import Core
import Store

// What programs read of what to know before a call.

extension CallBrief {
  func data(_ session: Session) -> Listing {
    var sections = [
      Listing.Section("last", contacts, contactFields(session)),
      Listing.Section("reasons", reasons, askFields(session)),
      Listing.Section("scripts", tracks, scriptFields),
    ]
    sections[0].title = Bilingual("最近三次联系", "last three contacts")
    sections[1].title = Bilingual("这次为什么打", "why to call")
    sections[2].title = Bilingual("话术", "what to say")
    return Listing(facts: facts(session), sections)
  }

  private func facts(_ session: Session) -> [Listing.Fact] {
    let state = totals.state
    let known = Listing.Field<Void>.self
    return [
      .init("customer", "客户编号", "customer", .text(number(customer.id))),
      .init("name", "姓名", "name", .text(customer.name)),
      .init("consultant", "置业顾问", "consultant", .optional(consultant)),
      .init("stage", "阶段", "stage", .term(state.stage)),
      .init("stage_since", "阶段自哪天起", "stage since", .optional(totals.since)),
      .init("grade", "级别", "grade", .optional(state.grade?.name)),
      .init("tags", "标签", "tags", .list(state.tags.elements.map { .word(words.word($0)) })),
      .init("contacts", "联系过几次", "contacts", .number(totals.contacts)),
      .init("refusals", "其中拒绝", "of them refused", .number(totals.refusals)),
      .init("unanswered", "未接几次", "unanswered", .number(totals.unanswered)),
      .init("contract", "签约备注", "noted at the signing", .optional(contract)),
      .init(
        "profile", "档案，没填的没有", "profile, nothing where unknown", (),
        fields.map { field, value in known.init(field.name, field.bilingual) { .optional(value) } }),
      .init(
        "hidden", "为什么只在以后的名单上", "why on a later list alone",
        .optional(hidden.map(session.say))),
      .init("channels", "方式", "channels", .optional(channels.map(session.say))),
      .init("opening", "由头", "how to begin", .text(session.say(opening))),
      .init(
        "others", "在谁的名单上", "on whose lists", each: others,
        [
          .init("holder", "谁", "who") { .text(session.say($0.holder)) },
          .init("reasons", "事由", "reasons", each: askFields(session)) { $0.reasons },
        ]),
      .init("surveys", "要问的问卷", "surveys to ask", .list(surveys.map { .text($0.id) })),
    ]
  }

  private func contactFields(_ session: Session) -> [Listing.Field<Record>] {
    [
      .init("when", "何时", "when") { .moment($0.fact.moment) },
      .init("what", "说了什么", "what was said") {
        .text(session.say(words.tell($0.fact.body, $0.texts)))
      },
      .init("note", "谈的内容", "note") { .optional($0.texts.note) },
      .init("promise", "答应的事", "promise") { .optional($0.texts.promise) },
    ]
  }

  private func askFields(_ session: Session) -> [Listing.Field<Ask>] {
    [
      .init("rule", "条款编号", "id of the rule") { .text($0.rule.id) },
      .init("name", "叫法", "what it is called") { .text(session.say($0.rule.calledOnList)) },
      .init("article", "条文号", "article") { .text($0.rule.article) },
      .init("says", "条文", "what the policy says") { .text($0.rule.says) },
      .init("about", "哪件事项", "which case") { .text($0.ofCase) },
      .init("status", "状态", "status") { .text($0.reason.status.name) },
      .init("due", "什么时候以前", "due") { .moment($0.reason.due) },
      .init("talk", "谈什么", "what to talk about") { .text($0.rule.talk) },
    ]
  }

  private var scriptFields: [Listing.Field<TalkTrack>] {
    [
      .init("title", "为什么事", "what for") { .text($0.title) },
      .init(
        "lines", "怎么说", "lines",
        each: [
          .init("says", "什么时候说", "when to say it") { .text($0.says) },
          .init("clause", "条款", "clause") { .text($0.clause) },
          .init("text", "说的话", "text") { .text($0.text) },
        ]
      ) { $0.lines },
      .init("missing", "没有值、留空的", "left blank") {
        .list($0.missing.map { .text($0.rawValue) })
      },
    ]
  }
}
