import ArgumentParser
import Core
import Store

struct ShowCommand: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "show", "一位客户的全部情况  Everything known of a customer.",
    examples: "revisit show 王芳", "revisit show C000001 --format json")

  @OptionGroup var common: CommonOptions
  @Argument("客户：编号 电话 尾号 姓名  The customer.", "客户", completion: .customers) var customer: String
  @Flag(help: "显示完整电话  Show whole phones.") var reveal = false
  @OptionGroup var format: FormatOption

  func run(in office: Office) throws {
    let session = office.session
    let format = try format.read()
    let customer = try office.customer(self.customer)
    if reveal, customer.owner != office.user.staff {
      guard office.handles(ofOwner: customer.owner) else { throw try office.colleagues(customer) }
      try office.recordReveal(of: [customer.id], by: "show")
    }
    let card = try CustomerCard(customer, office, reveal: reveal)
    try session.answer(card.listing(session), as: format)
  }
}

/// Everything known of one customer, as a value.
struct CustomerCard {
  struct Phone {
    /// As it may be shown.
    let shown: String
    /// Why nobody can be reached under it; nil: it is in use.
    let dead: DeadNumber?

    func text(_ session: Session) -> String {
      guard let dead else { return shown }
      return shown
        + session.language.bracketed(session.say(NumberMessages.why(dead, at: session.now)))
    }
  }

  let customer: CustomerSummary
  let profile: Profile
  let phones: [Phone]
  let records: [Record]
  let totals: ContactTotals
  /// Changes of consultant, those to come too.
  let owners: [Record]
  let words: FactWords
  /// How far the purchase has come; nil without a deal.
  let stages: StageLine?
  /// The scores that each contact brought.
  let answers: [FactID: [Int?]]
  /// The users who have seen the whole numbers, newest first; for those alone who watch over it.
  let reveals: [(moment: Moment, user: String)]

  init(_ customer: CustomerSummary, _ office: Office, reveal: Bool) throws {
    self.customer = customer
    profile = try office.store.profile(of: customer.id) ?? Profile(name: customer.name)
    let now = office.session.now
    let dead = try office.store.deadNumbers(of: customer.id, asOf: now)
    phones = profile.phones.map { number in
      Phone(
        shown: office.shown(number, of: customer, reveal: reveal),
        dead: dead.first { $0.number == number })
    }
    let all = try office.store.records(of: customer.id)
    records = all.filter { !now.isSurelyBefore($0.fact.moment) }
    owners = all.filter { $0.owner != nil }
    totals = ContactTotals(records.filter { $0.voidedBy == nil }.map(\.fact))
    words = try FactWords(office.store)
    stages = StageLine(
      records.filter { $0.voidedBy == nil }.map(\.fact), totals.state,
      contract: profile.contract)
    answers = Dictionary(
      try office.store.answers(of: customer.id).map { ($0.fact, $0.scores) },
      uniquingKeysWith: { first, _ in first })
    reveals = office.rights == .all ? try office.store.reveals(of: customer.id) : []
  }
}

// MARK: - The page

extension CustomerCard {
  /// What is known of the customer, and the records, newest first.
  func listing(_ session: Session) -> Listing {
    let numbers = phones.map { $0.text(session) }
    let head = ([number(customer.id), customer.name] + numbers).joined(separator: "  ")
    return Listing(
      heading: ([head] + overview(session)).map { Bilingual($0, $0) }, facts: facts,
      [recordList(session)])
  }

  private func overview(_ session: Session) -> [String] {
    let people = [
      words.name(customer.owner).map { session.say("顾问 \($0)", "consultant \($0)") }
        ?? session.say("没有顾问", "no consultant"),
      customer.source.map { session.say("来源 \($0.chinese)", "from \($0.name)") },
      session.say("自 \(customer.since)", "since \(customer.since)"),
    ].compactMap { $0 }.joined(separator: "  ")
    let counts = session.say(
      "联系 \(totals.contacts) 次，其中拒绝 \(totals.refusals)；未接 \(totals.unanswered) 次",
      "contacts \(totals.contacts), of them refused \(totals.refusals); "
        + "unanswered \(totals.unanswered)")
    return [people, state(session)] + (stages?.lines(session) ?? []) + fields(session)
      + grades(session) + owners(session) + [counts] + seen(session)
  }

  private func seen(_ session: Session) -> [String] {
    guard !reveals.isEmpty else { return [] }
    let last = reveals.prefix(5).map { "\($0.moment) \($0.user)" }
      .joined(separator: session.language.listMark)
    return [
      session.say(
        "看过完整号码 \(reveals.count) 次：\(last)",
        "whole numbers seen \(counted(reveals.count, "time")): \(last)")
    ]
  }

  private func state(_ session: Session) -> String {
    let since = session.language.bracketed(totals.since.map { "\($0)" } ?? "")
    var parts = [session.say("阶段", "stage") + " " + session.say(totals.state.stage) + since]
    parts.append(session.say("级别", "grade") + " " + (totals.state.grade?.name ?? "-"))
    if !totals.state.tags.isEmpty {
      parts.append(
        session.say("标签", "tags") + " "
          + totals.state.tags.elements.map { session.say(words.word($0).bilingual) }.joined(
            separator: " "))
    }
    if totals.state.doNotContact { parts.append(session.say("免打扰", "do not contact")) }
    if totals.state.isAverse { parts.append(session.say("反感电话", "averse to calls")) }
    if let hours = totals.state.hours {
      parts.append(session.say("方便时间 \(hours)", "likes calls \(hours)"))
    }
    return parts.joined(separator: "  ")
  }

  private func fields(_ session: Session) -> [String] {
    ProfileField.allCases.filter { $0 != .name }.compactMap { field in
      profile.shown(field).map { "\(session.say(field)) \($0)" }
    }
  }

  private func grades(_ session: Session) -> [String] {
    let steps = records.compactMap { record -> String? in
      guard record.voidedBy == nil, case .grade(let grade) = record.fact.body else { return nil }
      return "\(record.fact.day) \(grade?.name ?? "-")"
    }
    guard steps.count > 1 else { return [] }
    return [session.say("级别记录 ", "grades ") + steps.joined(separator: session.language.listMark)]
  }
}

extension CustomerCard {
  /// Whose the customer was, is and will be, where that was ever more than one.
  private func owners(_ session: Session) -> [String] {
    guard owners.count > 1 else { return [] }
    let told = owners.map { record in
      let owner = TransferMessages.owner(
        words.name(record.owner) ?? "", from: record.fact.day,
        isToCome: session.now.isSurelyBefore(record.fact.moment))
      let why = record.texts.note.map { session.language.bracketed($0) } ?? ""
      return session.say(owner) + why
    }
    return [
      session.say(TransferMessages.owners) + " " + told.joined(separator: session.language.listMark)
    ]
  }
}

extension Record {
  /// The consultant that it gives the customer, where it stands.
  fileprivate var owner: StaffID? {
    guard voidedBy == nil, case .owner(let owner) = fact.body else { return nil }
    return owner
  }
}

// MARK: - What programs read

extension CustomerCard {
  private var facts: [Listing.Fact] {
    let state = totals.state
    return [
      .init("customer", "客户编号", "customer", .text(number(customer.id))),
      .init("name", "姓名", "name", .text(profile.name)),
      .init("phones", "号码", "numbers", .list(phones.map { .text($0.shown) })),
      .init(
        "dead_phones", "打不通的号码", "numbers that are dead",
        .list(phones.filter { $0.dead != nil }.map { .text($0.shown) })),
      .init("consultant", "置业顾问", "consultant", .optional(words.name(customer.owner))),
      .init("consultants", "先后的置业顾问", "consultants so far", each: owners, ownerFields),
      .init("source", "来源", "source", .optional(customer.source)),
      .init("since", "自哪天起是客户", "customer since", .day(customer.since)),
      .init("stage", "阶段", "stage", .term(state.stage)),
      .init("stage_since", "阶段自哪天起", "stage since", .optional(totals.since)),
      .init("grade", "级别", "grade", .optional(state.grade?.name)),
      .init("tags", "标签", "tags", .list(state.tags.elements.map { .word(words.word($0)) })),
      .init("averse", "反感来电", "averse to calls", .flag(state.isAverse)),
      .init("do_not_contact", "免打扰", "do not contact", .flag(state.doNotContact)),
      .init("hours", "方便的时间", "hours that suit", .optional(state.hours.map { "\($0)" })),
      .init(
        "stages", "认购以后走到哪一步", "steps since the deal", each: stages?.steps ?? [], StageLine.fields),
      .init(
        "missing", "缺的材料", "papers that are missing",
        .list((stages?.missing ?? []).map { .text($0.name) })),
      .init("profile", "档案", "profile", profile, CustomerCard.profileFields),
      .init("contacts", "联系过几次", "contacts", .number(totals.contacts)),
      .init("refusals", "其中拒绝", "of them refused", .number(totals.refusals)),
      .init("unanswered", "未接几次", "unanswered", .number(totals.unanswered)),
      .init(
        "reveals", "谁何时看过完整号码", "who saw the whole number, when",
        .list(reveals.map { .text("\($0.moment) \($0.user)") })),
    ]
  }

  private var ownerFields: [Listing.Field<Record>] {
    [
      .init("from", "自哪天起", "from") { .day($0.fact.day) },
      .init("name", "姓名", "name") { .optional(words.name($0.owner)) },
      .init("note", "怎样交接", "how") { .optional($0.texts.note) },
    ]
  }

  private static var profileFields: [Listing.Field<Profile>] {
    ProfileField.allCases.filter { $0 != .name }.map { field in
      .init(field.name, field.bilingual) { .optional($0.text(of: field)) }
    }
  }
}

// MARK: - Records

extension CustomerCard {
  private func recordList(_ session: Session) -> Listing.Section {
    Listing.Section(
      "records", records.reversed(), ifEmpty: Bilingual("还没有记录", "no records yet"),
      [
        .init("record", "记录", "Record", right: true) { .number(Int($0.fact.id)) },
        .init("when", "时间", "When", least: 16) { .moment($0.fact.moment) },
        .init("doer", "经办", "By", shown: .page) { .text(doer(of: $0)) },
        .init("told", "内容", "What", shown: .page) { .text(told($0, session)) },
        .init("what", "内容", "what", shown: .data) { .text(words.tell($0.fact.body).en) },
        .init("by", "谁记的", "by whom", shown: .data) { .text(words.name($0.staff) ?? $0.user) },
        .init("day", "哪天", "day", shown: .data) { .day($0.fact.day) },
        .init("time", "几点", "hour", shown: .data) { .optional($0.fact.time.map { "\($0)" }) },
        .init("note", "谈的内容", "note", shown: .data) { .optional($0.texts.note) },
        .init("promise", "答应的事", "promise", shown: .data) { .optional($0.texts.promise) },
        .init("feedback", "反馈", "feedback", shown: .data) {
          .optional($0.texts.details[.feedback])
        },
        .init("follow_up", "跟进", "follow-up", shown: .data) {
          .optional($0.texts.details[.followUp])
        },
        .init("satisfaction", "满意度", "satisfaction", shown: .data) {
          .optional($0.texts.satisfaction)
        },
        .init("signed", "签名", "signature", shown: .data) {
          .optional($0.texts.details[.signature])
        },
        .init("scores", "问卷的分数", "scores of a survey", shown: .data) { record in
          .list((answers[record.fact.id] ?? []).map { $0.map { .number($0) } ?? .empty })
        },
        .init("recorded", "何时记下的", "when it was recorded", shown: .data) { .moment($0.recorded) },
        .init("late", "是不是补录", "whether it was entered late", shown: .data) { .flag($0.isLate) },
        .init("void", "作废了没有", "whether it is void", shown: .data) { .flag($0.voidedBy != nil) },
        .init("void_reason", "为什么作废", "why it is void", shown: .data) { .optional($0.voidReason) },
      ])
  }

  /// The one who did what is recorded. Programs read of a case that was given away who got it.
  private func doer(of record: Record) -> String {
    givenTo(record) == nil ? words.name(record.staff) ?? record.user : record.user
  }

  /// To whom the record gives a case, where it is such a step.
  private func givenTo(_ record: Record) -> String? {
    guard case .step(let step) = record.fact.body, step.step.givesAway else { return nil }
    return words.name(record.staff)
  }

  private func told(_ record: Record, _ session: Session) -> String {
    var text = session.say(words.tell(record.fact.body, record.texts, to: givenTo(record)))
    if let scores = answers[record.fact.id] { text += SurveyMessages.scores(scores) }
    if record.isLate {
      text += session.say(" [\(record.recorded.day) 补录]", " [entered \(record.recorded.day)]")
    }
    if record.voidedBy != nil {
      let why = record.voidReason.map { session.language.colon + $0 } ?? ""
      text = session.say("[作废\(why)] ", "[void\(why)] ") + text
    }
    return text
  }
}
