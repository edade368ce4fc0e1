import ArgumentParser
import Core
import Store

struct DueCommand: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "due", "今天该联系谁  Whom to call today, and why.",
    examples: "revisit due", "revisit due --consultant 李明 --ahead 3")

  @OptionGroup var common: CommonOptions
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("只看这位顾问的客户  One consultant's customers.", valueName: "姓名"),
    completion: .staff)
  var consultant: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("这个岗位做的，如 客服 经理  What that role does.", valueName: "岗位"))
  var role: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("再看以后 N 天  Also the next N days.", valueName: "N"))
  var ahead: String?
  @Flag(
    name: [.customLong("before-holiday"), .customLong("pre-holiday")],
    help: "节前一周：假期里到期的客户  Those due within the coming holiday.")
  var beforeHoliday = false
  @Flag(help: "每位下面写条款、话题和由头  What to say, below each.") var brief = false
  @Flag(help: "未列出的也显示  Show those held back too.")
  var all = false
  @Flag(help: "显示完整电话  Show whole phone numbers.")
  var reveal = false
  @OptionGroup var list: ListOptions

  func run(in office: Office) throws {
    let session = office.session
    let ahead = try self.ahead.map { try readNumber($0, at: "--ahead", in: 0...366) } ?? 0
    let format = try list.readFormat()
    try refuseConflicts(("--role", role != nil), ("--consultant", consultant != nil))
    try refuseConflicts(
      ("--before-holiday", beforeHoliday), ("--ahead", self.ahead != nil))
    if try office.store.pinned({ try stream(ahead, format, office) }) { return }
    let list = try office.store.snapshot { try read(ahead, format, office) }
    if format == .fields { return try session.answer(list.data, as: format) }
    if reveal {
      let others = list.items.filter { office.reveals(ofOwner: $0.line.state.owner) }
      try office.recordReveal(of: others.map(\.customer), by: "due")
    }
    office.keep(list.rows)
    let text = text(list, format, session)
    try format == .table ? session.answerPage(text) : session.answer(text)
  }

  private func query(
    _ ahead: Int, _ format: Format, _ office: Office
  ) throws -> (query: DueQuery, engine: Engine, owner: Staff?, role: Role?) {
    let session = office.session
    let role: Role? = try role.map { try office.term($0, at: "--role") }
    let owner = role == nil ? try office.listOwner(named: consultant) : nil
    let engine = try office.engine(for: owner?.role == .consultant ? owner : nil)
    let viewer = try role.map(office.viewer(of:)) ?? owner.map { try office.viewer(of: $0, engine) }
    var query = DueQuery(
      viewer: viewer ?? .office, consultant: owner, role: role ?? owner?.workingRole(viewer),
      now: session.now, ahead: ahead, all: all, showsPhones: reveal || office.dialsList(of: owner),
      tellsMore: format.isPage, tellsNotes: brief)
    let filter = try CustomerFilter(list, office)
    if !filter.isEmpty { query.filter = filter }
    if viewer == nil, !all, format.isPage { query.most = Office.longestPage }
    if beforeHoliday {
      let holiday = try office.comingHoliday()
      query.holiday = holiday
      // What the closed office moves stands on the first open day.
      query.ahead = holiday.days.upperBound + 1 - session.today
    }
    return (query, engine, owner, role)
  }

  private func read(_ ahead: Int, _ format: Format, _ office: Office) throws -> DueList {
    let (query, engine, owner, role) = try query(ahead, format, office)
    var list = try office.dueList(query, engine)
    // A file of customers has no place for what is owed to the office.
    if format != .csv, query.filter == nil {
      list.duties = try office.dutiesOfList(engine, of: owner, role, ahead: ahead)
    }
    return list
  }

  /// Writes the whole office's list for programs while it is made; false where another list is meant.
  private func stream(_ ahead: Int, _ format: Format, _ office: Office) throws -> Bool {
    guard format == .json || format == .csv else { return false }
    let (query, engine, _, _) = try query(ahead, format, office)
    guard query.viewer == .office, !engine.hasWaves else { return false }
    let stream = try DueStream(query, engine, office)
    if reveal { try office.recordReveal(of: stream.order, by: "due") }
    let session = office.session
    if stream.isEmpty { office.keep([]) }
    guard format == .json else {
      try session.answer(stream.list.csv)
      try stream.forEachPortion { portion in
        if portion.firstRow == 1 { office.keep(portion.rows) }
        try session.answer(portion.csvRows)
      }
      return true
    }
    var list = stream.list
    if query.filter == nil { list.duties = try office.dutiesOfList(engine, of: nil, ahead: ahead) }
    let ends = list.jsonEnds
    var before = ends.before
    try stream.forEachPortion { portion in
      if portion.firstRow == 1 { office.keep(portion.rows) }
      try session.answer(before + portion.jsonItems)
      before = ","
    }
    try session.answer((before == "," ? "" : before) + ends.after + "\n")
    return true
  }

  private func text(_ list: DueList, _ format: Format, _ session: Session) -> String {
    switch format {
    case .table: page(list, session)
    case .html: DueText(list, session.language, .rows(brief: brief)).page.html(session.language)
    case .json, .fields: list.data.text(as: format, session)
    case .csv: list.csv
    }
  }

  private func page(_ list: DueList, _ session: Session) -> String {
    let isNarrow = session.terminal.width < DueText.Layout.wide
    let text = DueText(list, session.language, .rows(brief: brief, narrow: isNarrow))
    return text.page.page(session.language, on: session.terminal) + text.hint(on: session.terminal)
  }
}

extension Office {
  /// The one whose list is meant: the one named, or the user where a consultant asks, or somebody of
  /// whose role a rule asks something. A manager sees the whole office's.
  func listOwner(named name: String?) throws -> Staff? {
    if let name { return try staff(name, at: "--consultant") }
    guard let own = try speaker else { return nil }
    switch own.role {
    case .consultant: return own
    case .manager: return nil
    default: return try isAsked(own.role) ? own : nil
    }
  }

  private func isAsked(_ role: Role) throws -> Bool {
    try store.reigns().contains { $0.policy.allRules.contains { $0.doer == role } }
  }
}

extension Staff {
  /// The role whose work a list has beside the member's own customers; nil: none.
  func workingRole(_ viewer: Viewer?) -> Role? {
    if case .members(_, let doing) = viewer, !doing.isEmpty { role } else { nil }
  }
}
