import Core
import Store

/// The morning list (应回访清单) of one consultant or of the whole office: values, no text.
struct DueList: Sendable {
  let asOf: Moment
  /// The consultant whose list it is; nil: the whole office's.
  let consultant: String?
  /// The role whose work it is, where that is not the consultants'.
  var role: Role?
  let policy: Policy?
  /// Whether the office is one for training.
  let isTraining: Bool
  let engine: Engine
  /// The number of the first row that it holds.
  var firstRow = 1
  /// In the order in which to call.
  var items: [DueItem]
  /// How many customers have a line in each group, those too for whom there was no room.
  let counts: KindCounts<DueGroup>
  /// The holiday that the list is made for.
  var holiday: ComingHoliday?
  /// How many more have a place on the list than the most urgent that it holds.
  var surplus = 0
  /// Customers with something owed who are not listed, by why.
  var hidden: KindCounts<HiddenBecause>
  /// The customers of whoever reads the list for whom nothing is planned.
  var unplanned = Unplanned()
  /// Those of them who are named.
  var unplannedItems: [UnplannedItem] = []
  /// Those of them who are not to be contacted, by number and name, where all were asked for.
  let silent: [String]
  /// How far those have come who are told of one thing day by day.
  var waves: [WaveShare] = []
  /// Those who can be reached under no number any more.
  var outOfReach: [OutOfReach] = []
  /// The customers asked for, where not all were.
  var filter: CustomerFilter?
  /// What whoever reads the list owes the office, beside calls.
  var duties: [DutyItem] = []
  /// What a manager said to the records of whoever's list it is.
  var reviews: [Review] = []
}

/// A customer on the list, with what a consultant needs to make the call.
struct DueItem: Sendable {
  let customer: CustomerID
  let name: String
  /// Those in use, as they may be shown: whole on one's own list, masked elsewhere.
  let phones: [String]
  /// Those under which nobody can be reached, as they may be shown.
  let deadPhones: [String]
  let consultant: String?
  var line: AgendaLine
  let lastContact: LastContact?
  /// What was promised for the days that stand among the reasons (`log --promise`).
  let promises: [String]
  /// The cases that the reasons are about.
  var cases: [DueCase] = []
  /// Those whose birthdays are among the reasons, by their numbers in the family.
  var relatives: [Int32: String] = [:]
  /// Why it is not on the list proper (`--all`).
  var hidden: HiddenBecause?
}

/// A case that a customer is to be called about, with the names of those who are charged with it.
struct DueCase: Sendable {
  let record: CaseRecord
  let handlers: [String]
}

struct LastContact: Sendable {
  let day: Day
  let contact: Contact
  let note: String?
}

extension DueList {
  /// How many customers the list has in each group, those who are not listed too.
  var overview: KindCounts<DueGroup> {
    var overview = counts
    if hidden.total > 0 { overview[.hidden] += hidden.total }
    return overview
  }
}

extension DueGroup {
  init(_ line: AgendaLine, at now: Moment) {
    switch line.strictest.status {
    case .overdue: self = .overdue
    case .due: self = line.strictest.asked.day <= now.day ? .today : .open
    case .upcoming: self = .upcoming
    case .held: self = .hidden
    }
  }
}

extension KindCounts<DueGroup> {
  /// Whether anybody is listed and not only hidden.
  var isListed: Bool { total > self[.hidden] }

  /// Counts what a list says of a customer.
  mutating func add(_ entry: AgendaEntry, at now: Moment) {
    switch entry {
    case .nothing: break
    case .line(let line): self[DueGroup(line, at: now)] += 1
    case .hidden: self[.hidden] += 1
    }
  }
}

extension DueList {
  /// What the rows are about, in their order.
  var rows: some Sequence<ListRow> { items.lazy.map(\.row) }
}

extension DueItem {
  /// What its row stands for: its case is that of the strictest reason, or the only one.
  var row: ListRow {
    let asked = line.reasons.filter(\.isListed).compactMap(\.key.caseNumber)
    let own = line.strictest.key.caseNumber ?? (Set(asked).count == 1 ? asked[0] : nil)
    return ListRow(
      customer: customer,
      matter: own.flatMap { own in
        cases.first { $0.record.own == own }?.record.number
      }, channel: line.channel)
  }

  func group(at now: Moment) -> DueGroup {
    hidden != nil ? .hidden : DueGroup(line, at: now)
  }
}

extension Engine {
  /// The channel that a line asks for, then the others that do for all its reasons; several that are
  /// needed together all stand in front.
  func channels(of line: AgendaLine) -> (needed: [Channel], others: [Channel]) {
    let isAsked = line.reasons.contains(where: \.isListed)
    let asking = line.reasons.filter { $0.isListed || !isAsked }
    let averse = line.state.isAverse
    guard let strongest = asking.first(where: { $0.channel == line.channel }) else {
      return ([line.channel], [])
    }
    let channels = rule(strongest.rule).channels
    let wanted = channels.wantedInOrder(averse: averse)
    if channels.allOf { return (wanted, []) }
    let others = wanted.filter { channel in
      channel != line.channel
        && asking.allSatisfy {
          rule($0.rule).channels.satisfying(averse: averse).contains(channel)
        }
    }
    return ([line.channel], others)
  }
}

extension DueList {
  func rule(_ reason: Reason) -> Rule { engine.rule(reason.rule) }

  /// The hours that suit a call to that customer: their own, or those of the policies that ask for
  /// it; nil where these have no hour in common.
  func callHours(for item: DueItem) -> CallHours? {
    if let own = item.line.state.hours { return CallHours(ranges: [own]) }
    return engine.callHours(of: item.line.reasons.filter { ($0.channel.strength ?? 0) > 1 })
  }

  /// Whether the last of those hours has passed today.
  func isOver(for item: DueItem) -> Bool {
    guard asOf.time != nil, case .over = callHours(for: item)?.window(at: asOf, engine.calendar)
    else {
      return false
    }
    return true
  }

  /// The hours of the policy and of each part beside it that has its own, with the part's name.
  var callHours: [(part: String?, hours: CallHours)] {
    guard let policy else { return [] }
    return ([(nil, policy.callHours)] + policy.addOns.map { ($0.name, $0.callHours) })
      .filter { !$0.1.isAny }
  }
}
