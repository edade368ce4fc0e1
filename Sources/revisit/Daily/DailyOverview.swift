import Core
import Store

/// What the morning's files would say in all, without writing one: the whole office is computed and
/// counted, customer by customer.
struct DailyOverview {
  private let office: Office
  private let now: Moment

  init(_ office: Office) {
    self.office = office
    now = office.session.now
  }

  /// - Parameter figure: what lies behind it is told.
  func page(explaining figure: ReportFigure? = nil) throws -> ManagerPage {
    let engine = try office.engine()
    let lists = try MorningLists(office, engine, at: now)
    var query = office.managersQuery(engine)
    query.figure = figure
    let nothing = MorningCount(lists, query, at: now)
    let shares = try office.pass(query.passDays(at: now), at: now, nothing) { count, findings, _ in
      count.add(findings, lists)
    }
    var whole = shares.reduce(into: nothing) { $0 += $1 }
    if engine.hasWaves { whole.spread(try office.wavePlans(whole.waves, engine, on: now.day)) }
    let duties = try office.duties(
      engine, from: now.day - Office.dutyMemory, at: now, for: .everyone)
    let overview = zip(lists.lists, whole.counts).compactMap { list, counts in
      list.member.flatMap { member in
        let hasDuties = duties?.list(at: now, for: .member(member)).isEmpty == false
        return list.isBook || counts.isListed || hasDuties ? (member.name, counts) : nil
      }
    }
    return try office.managerPage(
      lists, whole.others, whole.nobody, overview, query, whole.figures, duties, engine)
  }
}

/// What one thread has counted: the customers of each list by group, and the week.
private struct MorningCount: Sendable {
  /// By the places of the lists.
  private(set) var counts: [KindCounts<DueGroup>]
  private(set) var figures: MorningFigures
  private(set) var others = OthersCustomers()
  private(set) var nobody = NobodysCustomers()
  private(set) var waves = WaveBook()
  /// Lines that may have fallen to a later day, or a part of them.
  private var lines: [(place: Int, line: AgendaLine)] = []
  private var outlook: Outlook?
  private let now: Moment

  init(_ lists: MorningLists, _ query: ReportQuery, at now: Moment) {
    self.now = now
    counts = lists.lists.map { _ in KindCounts() }
    figures = MorningFigures(query, at: now)
  }

  mutating func add(_ findings: Findings, _ lists: MorningLists) {
    // All that one thread counts is of one pass.
    if outlook == nil { outlook = Outlook(of: findings.pass) }
    let given = lists.cases.known(findings.history.customer)
    figures.add(findings, given)
    others.add(findings, lists, at: now)
    nobody.add(findings, outlook, given)
    waves.add(findings)
    for place in lists.candidates(findings, given, at: now) {
      switch ListDecision(for: lists.lists[place].viewer).entry(findings, given) {
      case .line(let line) where findings.pass.engine.hasWaves: lines.append((place, line))
      case let entry: counts[place].add(entry, at: now)
      }
    }
  }

  /// Counts the lines that had to wait for everybody of their waves.
  mutating func spread(_ plans: WavePlans) {
    for (place, line) in lines { counts[place].add(plans.entry(line, ahead: 0), at: now) }
    lines = []
  }

  static func += (a: inout MorningCount, b: MorningCount) {
    for place in a.counts.indices { a.counts[place] += b.counts[place] }
    a.figures += b.figures
    a.others += b.others
    a.nobody += b.nobody
    a.waves += b.waves
    a.lines += b.lines
  }
}
