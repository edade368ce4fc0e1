import Core

/// The morning list (应回访清单) of one consultant or of the whole office: values, no text.
struct DueList: Sendable {
  let asOf: Moment
  /// Whose list it is; nil: the whole office's.
  let consultant: String?
  let policy: Policy?
  let engine: Engine
  /// In the order in which to call.
  var items: [DueItem]
  /// Customers with something owed who are not listed, by why.
  var unlisted: [Unlisted: Int]
  /// Those of them who are not to be contacted, by number and name, where all were asked for.
  let silent: [String]
  /// What is near enough on the project's calendar to open a call with.
  let occasions: [Milestone]
  /// What whoever reads the list owes the office, beside calls.
  var duties: [DutyItem] = []
}

/// A customer on the list, with what a consultant needs to make the call.
struct DueItem: Sendable {
  let customer: CustomerID
  let name: String
  /// As it may be shown: whole on one's own list, masked elsewhere.
  let phones: [String]
  let consultant: String?
  let line: AgendaLine
  let lastContact: LastContact?
  /// What was promised for the days that stand among the reasons (`log --promise`).
  let promises: [String]
  /// Why it is not on the list proper (`--all`).
  var unlisted: Unlisted?
}

struct LastContact: Sendable {
  let day: Day
  let contact: Contact
  let note: String?
}

/// Where a customer's line stands on the page.
enum DueGroup: Int, CaseIterable, Sendable {
  case overdue, today, open, upcoming, unlisted
}

extension DueGroup {
  init(_ line: AgendaLine, at now: Moment) {
    switch line.strictest.standing {
    case .overdue: self = .overdue
    case .due: self = line.strictest.due.day <= now.day ? .today : .open
    case .upcoming: self = .upcoming
    case .held: self = .unlisted
    }
  }
}

extension DueItem {
  func group(at now: Moment) -> DueGroup {
    unlisted != nil ? .unlisted : DueGroup(line, at: now)
  }

  /// Whether a reason stands on the list of the moment.
  static func isListed(_ reason: Reason) -> Bool {
    reason.standing == .due || reason.standing == .overdue
  }
}

extension DueList {
  func rule(_ reason: Reason) -> Rule { engine.rule(reason.rule) }

  /// How many customers stand in each group; those held back among the unlisted.
  var counts: [DueGroup: Int] {
    var counts: [DueGroup: Int] = [.unlisted: unlisted.values.reduce(0, +)]
    for item in items where item.unlisted == nil { counts[item.group(at: asOf), default: 0] += 1 }
    return counts
  }

  /// The hours that suit a call to that customer: their own, or the policy's.
  private func windows(for item: DueItem) -> [TimeRange] {
    item.line.state.hours.map { [$0] } ?? policy?.callHours.ranges ?? []
  }

  /// Whether the last of those hours has passed today.
  func isOver(for item: DueItem) -> Bool {
    guard let time = asOf.time else { return false }
    if case .over = WindowState(windows(for: item), at: time) { return true }
    return false
  }
}

/// What the clock says of a day's call windows (约电时间).
enum WindowState: Hashable, Sendable {
  /// A day without a clock, or no windows at all.
  case none
  case within(until: TimeOfDay)
  case next(TimeOfDay)
  /// The last one of the day has passed.
  case over(tomorrow: TimeOfDay)

  init(_ windows: [TimeRange], at time: TimeOfDay?) {
    guard let time, let first = windows.map(\.from).min() else {
      self = .none
      return
    }
    if let now = windows.first(where: { $0.contains(time) }) {
      self = .within(until: now.to)
    } else if let next = windows.map(\.from).filter({ $0 > time }).min() {
      self = .next(next)
    } else {
      self = .over(tomorrow: first)
    }
  }
}
