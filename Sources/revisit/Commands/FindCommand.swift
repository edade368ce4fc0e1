import ArgumentParser
import Core
import Store
import Values

struct FindCommand: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "find", "按编号 电话 姓名 类别查客户，谁没有安排  Find customers.",
    examples: "revisit find 王", "revisit find --unplanned --class 来访A")

  @OptionGroup var common: CommonOptions
  @Argument(
    help: ArgumentHelp(
      "姓名或其中的字，拼音 wf wangfang，电话，尾号1234、C000001  What to look for.", valueName: "查找"))
  var text: String?
  @Option(
    name: .customLong("class"), parsing: .unconditional,
    help: ArgumentHelp("类别：来电 来访A 认购 VIP，“来访B 重点”  Their class.", valueName: "类别"))
  var kind: String?
  @Flag(help: "无安排的，和为什么  Those without a plan, and why.") var unplanned = false
  @Flag(help: "显示完整电话  Show whole phones.") var reveal = false
  @Flag(help: "全部列出  All of them, however many.") var all = false
  @OptionGroup var format: FormatOption

  /// So many are listed unless all are asked for.
  private static let limit = 200

  func run(in office: Office) throws {
    let session = office.session
    let format = try format.read()
    let limit = all ? Int(Int32.max) - 1 : FindCommand.limit
    let found = try office.store.snapshot { try find(office, limit: limit + 1) }
    office.keep(found.prefix(limit).map { ListRow(customer: $0.customer.id) })
    try session.answer(try list(found.prefix(limit), office), "客户", "Customers", as: format)
    // Beside every form of the list, as it is long.
    if found.count > limit { session.warn(LookupMessages.onlyFirst(limit)) }
  }

  // MARK: Looking

  private struct Found {
    let customer: CustomerSummary
    let totals: ContactTotals
    let gaps: TermSet<PlanGap>
  }

  private func find(_ office: Office, limit: Int) throws -> [Found] {
    let filter = try kind.map { try readClass($0, office) }
    guard filter != nil || unplanned else {
      guard let text else { throw Failure.usage(.missing("查找", example: "revisit find 王芳")) }
      return try office.search(text, limit: limit).map { try found($0, [], office) }
    }
    let engine = try office.engine()
    let now = office.session.now
    let pass = EnginePass(engine, at: now, days: now.day...now.day)
    let outlook = unplanned ? Outlook(of: pass) : nil
    let viewer = try office.ownViewer(engine)
    var all: [Found] = []
    func look(_ history: History) throws {
      guard all.count < limit else { return }
      let findings = pass.findings(of: history)
      if let filter, !filter.admits(CustomerClass(findings.state)) { return }
      var gaps: TermSet<PlanGap> = []
      if unplanned {
        guard viewer.sees(.consultant(findings.state.owner)) else { return }
        let given = try OfficeCases.onDemand.given(findings, at: now, office)
        gaps = outlook?.gaps(findings, given) ?? []
        if gaps.isEmpty { return }
      }
      if let customer = try office.store.customer(history.customer) {
        all.append(try found(customer, gaps, office))
      }
    }
    if let text {
      for customer in try office.search(text, limit: Int(Int32.max)) {
        if let history = try office.store.history(of: customer.id, asOf: now) { try look(history) }
      }
    } else {
      try office.store.forEachHistory(in: viewer.scope, asOf: now, look)
    }
    return all
  }

  private func readClass(_ text: String, _ office: Office) throws -> ClassFilter {
    let words = try office.store.vocabulary()
    if let filter = ClassFilter(text, in: words) { return filter }
    let known =
      CustomerClass.Standing.allCases.map(\.chinese) + Grade.allCases.map(\.name) + ["未定级"]
      + Tag.known(to: words).map { $0.word(in: words).chinese }
    throw Failure.value(
      "--class", .unknownWord(text, nearest: nearest(to: text, among: known), among: known))
  }

  private func found(
    _ customer: CustomerSummary, _ gaps: TermSet<PlanGap>, _ office: Office
  ) throws -> Found {
    let history = try office.store.history(of: customer.id, asOf: office.session.now)
    return Found(
      customer: customer, totals: ContactTotals(history?.facts ?? [], source: customer.source),
      gaps: gaps)
  }

  // MARK: Telling

  private func list(
    _ found: some Sequence<Found>, _ office: Office
  ) throws -> Listing.Section {
    let words = try FactWords(office.store)
    let dead = try office.store.deadNumbers(asOf: office.session.now)
    let lines = try found.map { found in
      let phones = try office.store.phones(of: found.customer.id)
      let phone = dead.live(phones, of: found.customer.id).first ?? phones.first
      return (found: found, phone: phone.map { reveal ? $0 : masked($0) })
    }
    return Listing.Section(
      "customers", lines, ifEmpty: nobody,
      [
        .init("customer", "编号", "No.", least: 7) { .text(number($0.found.customer.id)) },
        .init("name", "姓名", "Name") { .text($0.found.customer.name) },
        .init("phone", "电话", "Phone", least: 11) { .optional($0.phone) },
        .init("class", "类别", "Class") {
          let kind = CustomerClass($0.found.totals.state)
          return .word(kind.name, kind.bilingual)
        },
        .init("tags", "标签", "Tags") {
          .list($0.found.totals.state.tags.elements.map { .word(words.word($0)) })
        },
        .init("stage", shown: .data) { .term($0.found.totals.state.stage) },
        .init("grade", shown: .data) { .optional($0.found.totals.state.grade?.name) },
        .init("consultant", "顾问", "Consultant") { .optional(words.name($0.found.customer.owner)) },
        .init("reasons", "为什么无安排", "Why without a plan") {
          .list($0.found.gaps.elements.map { .term($0) })
        },
      ])
  }

  private var nobody: Bilingual {
    if unplanned { return PlanMessages.everybodyIs }
    return LookupMessages.nobody(text ?? kind ?? "")
  }
}
