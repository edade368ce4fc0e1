import ArgumentParser
import Core
import Store
import Values

struct FindCommand: ReadsOffice, ListsCustomers {
  static let configuration = CommandConfiguration.command(
    "find", "按编号 电话 姓名 类别查客户，谁没有安排  Find customers.",
    examples: "revisit find 王", "revisit find --unplanned --class 来访A")

  @OptionGroup var common: CommonOptions
  @Argument("姓名或其中的字，拼音 wf wangfang，电话，尾号1234，C000001，合同编号，记录里的话  What to look for.", "查找")
  var text: String?
  @Option("这位顾问的客户  One consultant's customers.", "姓名", completion: .staff) var consultant: String?
  @Flag(help: "无安排的，和为什么  Those without a plan, and why.") var unplanned = false
  @Flag(help: "显示完整电话  Show whole phones.") var reveal = false
  @Flag(help: "全部列出  All of them, however many.") var all = false
  @Option(.grades) var grade: String?
  @Option(.stages) var stage: String?
  @Option(.tags) var tag: String?
  @Option(.customerClass) var kind: String?
  @Option(.layout) var layout: String?
  @Option(.budget) var budget: String?
  @Option(.silence) var noContactSince: String?
  @Option(.format) var format = "table"
  @Flag(help: fieldsHelp) var fields = false

  /// So many are listed unless all are asked for.
  private static let limit = 200

  func run(in office: Office) throws {
    let session = office.session
    let format = try readFormat()
    let limit = all ? Int(Int32.max) - 1 : FindCommand.limit
    let found = try office.store.snapshot { try find(office, limit: limit + 1) }
    if format != .fields {
      office.keep(found.prefix(limit).map { ListRow(customer: $0.customer.id) })
    }
    try session.answer(try section(found.prefix(limit), office), "客户", "Customers", as: format)
    // Beside every form of the list, as it is long.
    if found.count > limit { session.warn(LookupMessages.onlyFirst(limit)) }
  }

  // MARK: Looking

  private struct Found {
    let customer: CustomerSummary
    let totals: ContactTotals
    var gaps: TermSet<PlanGap> = []
  }

  private func find(_ office: Office, limit: Int) throws -> [Found] {
    let filter = try CustomerFilter(self, office)
    let owner = try consultant.map { try office.staff($0, at: "--consultant") }
    let isAnybody = filter.isEmpty && owner == nil && !unplanned
    if let text, isBlank(text) { throw Failure.usage(.emptyValue("查找")) }
    guard text != nil || !isAnybody else {
      throw Failure.usage(.missing("查找", example: "revisit find 王芳"))
    }
    let now = office.session.now
    let planning = try unplanned ? Planning(office) : nil
    var all: [Found] = []
    func look(_ customer: CustomerSummary?, _ history: History) throws {
      guard all.count < limit else { return }
      let totals = ContactTotals(history.facts, source: history.source)
      guard owner.map({ $0.id == totals.state.owner }) ?? true,
        try filter.admits(
          totals.state, history.facts, profile: { try office.store.profile(of: history.customer) })
      else { return }
      let gaps = try planning?.gaps(history) ?? []
      if unplanned, gaps.isEmpty { return }
      if let customer = try customer ?? office.store.customer(history.customer) {
        all.append(Found(customer: customer, totals: totals, gaps: gaps))
      }
    }
    if let text {
      for customer in try office.search(text, limit: isAnybody ? limit : Int(Int32.max)) {
        if let history = try office.store.history(of: customer.id, asOf: now) {
          try look(customer, history)
        }
      }
    } else {
      let scope = try owner.map { Scope.book($0.id) } ?? office.ownViewer(office.engine()).scope
      try office.store.forEachHistory(in: scope, asOf: now, lost: filter.wantsLost) {
        try look(nil, $0)
      }
    }
    return all
  }

  // MARK: Telling

  private func section(
    _ found: some Sequence<Found>, _ office: Office
  ) throws -> Listing.Section {
    let words = try FactWords(office.store)
    let dead = try office.store.deadNumbers(asOf: office.session.now)
    let lines = try found.map { found in
      let phones = try office.store.phones(of: found.customer.id)
      let phone = dead.live(phones, of: found.customer.id).first ?? phones.first
      let isShown = reveal && office.handles(ofOwner: found.customer.owner)
      return (found: found, phone: phone.map { isShown ? $0 : masked($0) })
    }
    if reveal {
      let others = found.map(\.customer).filter { office.reveals(ofOwner: $0.owner) }
      try office.recordReveal(of: others.map(\.id), by: "find")
    }
    return Listing.Section(
      "customers", lines.enumerated().map { (row: $0 + 1, found: $1.found, phone: $1.phone) },
      ifEmpty: nobody,
      [
        .init("row", "行", "Row", right: true, least: 3) { .number($0.row) },
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
        .init("stage", "阶段", "stage", shown: .data) { .term($0.found.totals.state.stage) },
        .init("grade", "级别", "grade", shown: .data) {
          .optional($0.found.totals.state.grade?.name)
        },
        .init("consultant", "顾问", "Consultant") { .optional(words.name($0.found.customer.owner)) },
        .init("reasons", "为什么无安排", "Why without a plan") {
          .list($0.found.gaps.elements.map { .term($0) })
        },
      ])
  }

  private var nobody: Bilingual {
    if unplanned { return PlanMessages.everybodyIs }
    if let text { return LookupMessages.nobody(text) }
    return LookupMessages.nobodyLikeThat
  }
}

/// Tells customers without a plan from others, for those whose list it is.
private struct Planning {
  private let office: Office
  private let pass: EnginePass
  private let outlook: Outlook?
  private let viewer: Viewer

  init(_ office: Office) throws {
    self.office = office
    let now = office.session.now
    let engine = try office.engine()
    pass = EnginePass(engine, at: now, days: now.day...now.day)
    outlook = Outlook(of: pass)
    viewer = try office.ownViewer(engine)
  }

  /// Why nothing is planned for the customer; empty where something is, or the customer is another's.
  func gaps(_ history: History) throws -> TermSet<PlanGap> {
    let findings = pass.findings(of: history)
    guard viewer.sees(.consultant(findings.state.owner)) else { return [] }
    let given = try OfficeCases.onDemand.given(findings, at: office.session.now, office)
    return outlook?.gaps(findings, given) ?? []
  }
}
