import ArgumentParser
import Core
import Store

struct ShowCommand: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "show", "一位客户的全部情况  Everything known of a customer.",
    examples: "revisit show 王芳", "revisit show C000001 --format json")

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("客户：编号 电话 尾号 姓名  The customer.", valueName: "客户"))
  var customer: String
  @Flag(help: "显示完整电话  Show whole phones.") var reveal = false
  @OptionGroup var format: FormatOption

  func run(in office: Office) throws {
    let session = office.session
    let format = try format.read()
    let customer = try office.customer(self.customer)
    let card = try CustomerCard(customer, office, reveal: reveal)
    switch format {
    case .table: try session.answer(card.text(office))
    case .json: try session.answer(card.json.text + "\n")
    case .csv: try session.answer(card.recordList(office, as: .csv))
    }
  }
}

/// Everything known of one customer, as a value.
struct CustomerCard {
  let customer: CustomerSummary
  let profile: Profile
  /// As they may be shown.
  let phones: [String]
  let records: [Record]
  let totals: ContactTotals
  let words: FactWords
  /// How far the purchase has come; nil without a deal.
  let stages: StageLine?
  /// The scores that each contact brought.
  let answers: [FactID: [Int?]]

  init(_ customer: CustomerSummary, _ office: Office, reveal: Bool) throws {
    self.customer = customer
    profile = try office.store.profile(of: customer.id) ?? Profile(name: customer.name)
    phones = profile.phones.map { office.shown($0, of: customer, reveal: reveal) }
    let now = office.session.now
    records = try office.store.records(of: customer.id)
      .filter { !now.isSurelyBefore($0.fact.moment) }
    totals = ContactTotals(records.filter { $0.voidedBy == nil }.map(\.fact))
    words = try FactWords(office.store)
    stages = StageLine(
      records.filter { $0.voidedBy == nil }.map(\.fact), totals.state,
      contract: profile.contract)
    answers = Dictionary(
      try office.store.answers(of: customer.id).map { ($0.fact, $0.scores) },
      uniquingKeysWith: { first, _ in first })
  }
}

// MARK: - Text

extension CustomerCard {
  func text(_ office: Office) -> String {
    let session = office.session
    let head = ([number(customer.id), customer.name] + phones).joined(separator: "  ")
    let lines = [session.terminal.paint(visible(head), .bold)] + overview(session).map(visible)
    return lines.joined(separator: "\n") + "\n\n" + recordList(office, as: .table)
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
      + grades(session) + [counts]
  }

  private func state(_ session: Session) -> String {
    let since = session.language.bracketed(totals.since.map { "\($0)" } ?? "")
    var parts = [session.say("阶段", "stage") + " " + session.say(totals.state.stage) + since]
    parts.append(session.say("级别", "grade") + " " + (totals.state.grade?.name ?? "-"))
    if !totals.state.tags.isEmpty {
      parts.append(
        session.say("标签", "tags") + " "
          + totals.state.tags.elements.map { session.say($0) }.joined(separator: " "))
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

// MARK: - Records

extension CustomerCard {
  /// Newest first.
  func recordList(_ office: Office, as format: Format) -> String {
    let session = office.session
    var list = Listing(
      "records",
      [
        .init("record", "记录", "Record", right: true), .init("when", "时间", "When", least: 16),
        .init("by", "经办", "By"), .init("what", "内容", "What"),
      ])
    for record in records.reversed() {
      list.add([
        .int(Int(record.fact.id)), .string("\(record.fact.moment)"),
        .string(words.name(record.staff) ?? record.user), .string(told(record, session)),
      ])
    }
    return list.text(as: format, session, ifEmpty: Bilingual("还没有记录", "no records yet"))
  }

  private func told(_ record: Record, _ session: Session) -> String {
    var text = session.say(words.tell(record.fact.body, record.texts))
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

  var json: JSON {
    .object([
      ("version", .int(1)), ("customer", .string(number(customer.id))),
      ("name", .string(profile.name)), ("phones", .array(phones.map { .string($0) })),
      ("consultant", .optional(words.name(customer.owner))),
      ("source", .optional(customer.source?.name)), ("since", .string("\(customer.since)")),
      ("stage", .string(totals.state.stage.name)),
      ("stage_since", .optional(totals.since.map { "\($0)" })),
      ("grade", .optional(totals.state.grade?.name)),
      ("tags", .array(totals.state.tags.elements.map { .string($0.name) })),
      ("averse", .bool(totals.state.isAverse)),
      ("do_not_contact", .bool(totals.state.doNotContact)),
      ("hours", .optional(totals.state.hours.map { "\($0)" })),
      ("stages", stages?.json ?? .array([])),
      ("missing", .array((stages?.missing ?? []).map { .string($0.name) })),
      ("profile", .object(profileMembers)), ("contacts", .int(totals.contacts)),
      ("refusals", .int(totals.refusals)), ("unanswered", .int(totals.unanswered)),
      ("records", .array(records.reversed().map(recordJSON))),
    ])
  }

  private var profileMembers: [(String, JSON)] {
    ProfileField.allCases.filter { $0 != .name }.map { ($0.name, .optional(profile.text(of: $0))) }
  }

  private func recordJSON(_ record: Record) -> JSON {
    .object([
      ("record", .int(Int(record.fact.id))), ("day", .string("\(record.fact.day)")),
      ("time", .optional(record.fact.time.map { "\($0)" })),
      ("what", .string(words.tell(record.fact.body).en)), ("note", .optional(record.texts.note)),
      ("promise", .optional(record.texts.promise)),
      ("scores", .array((answers[record.fact.id] ?? []).map { $0.map { .int($0) } ?? .null })),
      ("by", .string(words.name(record.staff) ?? record.user)),
      ("recorded", .string("\(record.recorded)")), ("late", .bool(record.isLate)),
      ("void", .bool(record.voidedBy != nil)), ("void_reason", .optional(record.voidReason)),
    ])
  }
}
