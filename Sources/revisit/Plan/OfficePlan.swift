import Core
import Store

/// What the coming days ask of each consultant, against what can be done (排班).
struct OfficePlan {
  /// So many calls does somebody make on a day where nobody says (ours).
  static let usualCapacity = 30

  struct Share {
    let name: String
    /// What those days ask for, and where it would be levelled.
    let calls: [DueCall]
    let levelled: LevelledLoad
    /// By day: how many calls can be made.
    let rooms: [Day: Int]

    func due(on day: Day) -> Int { calls.count { $0.day == day } }
  }

  let days: ClosedRange<Day>
  let shares: [Share]
  /// The names of customers that the plan tells of.
  let names: [CustomerID: String]

  private var all: [Day] { days.each }
}

extension Office {
  /// - Parameters:
  ///   - member: whose days; nil: everybody's.
  ///   - capacity: so many calls does somebody make on a day.
  ///   - isNamed: those that are put on another day, or on none, are told by name.
  func plan(
    _ days: ClosedRange<Day>, of member: Staff?, capacity: Int, isNamed: Bool
  ) throws -> OfficePlan {
    let engine = try engine(for: member)
    let calls = try dueCalls(days, member, engine)
    let shares = try self.shares(calls, over: days, of: member, capacity: capacity, engine.calendar)
    let told = isNamed ? shares.flatMap(\.told) : []
    let names = try Set(told).reduce(into: [CustomerID: String]()) {
      $0[$1] = try store.customer($1)?.name ?? ""
    }
    return OfficePlan(days: days, shares: shares, names: names)
  }

  /// What those calls come to for each consultant, and for nobody.
  func shares(
    _ calls: [StaffID?: [DueCall]], over days: ClosedRange<Day>, of member: Staff? = nil,
    capacity: Int, _ calendar: WorkCalendar
  ) throws -> [OfficePlan.Share] {
    let daysOff = DaysOff(try store.officeDays().leaves)
    func share(_ id: StaffID?, _ name: String) -> OfficePlan.Share {
      func room(_ day: Day) -> Int {
        guard let id, calendar.closures.closure(holding: day) == nil, !daysOff.contains(day, of: id)
        else { return 0 }
        return capacity
      }
      let own = calls[id] ?? []
      return OfficePlan.Share(
        name: name, calls: own, levelled: LevelledLoad(own, over: days, room: room),
        rooms: Dictionary(uniqueKeysWithValues: days.each.map { ($0, room($0)) }))
    }
    let shown = try store.staff().filter { one in
      let isAsked = member.map { $0.id == one.id } ?? (one.role == .consultant && one.left == nil)
      return isAsked || member == nil && calls[one.id] != nil
    }
    let nobody = calls[nil] == nil ? [] : [share(nil, session.say(DueMessages.nobody))]
    return shown.map { share($0.id, $0.name) } + nobody
  }

  private func dueCalls(
    _ days: ClosedRange<Day>, _ member: Staff?, _ engine: Engine
  ) throws -> [StaffID?: [DueCall]] {
    let now = session.now
    if let member {
      let pass = EnginePass(engine, at: now, days: days)
      var found: [StaffID?: [DueCall]] = [:]
      try store.forEachHistory(in: .book(member.id), asOf: now) { history in
        found[member.id, default: []] += pass.findings(of: history).dueCalls(
          through: days.upperBound)
      }
      return found
    }
    let shares = try pass(days, at: now, [StaffID?: [DueCall]]()) { share, findings, _ in
      let calls = findings.dueCalls(through: days.upperBound)
      if !calls.isEmpty { share[findings.state.owner, default: []] += calls }
    }
    return shares.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
  }
}

extension OfficePlan.Share {
  /// Those who are put on another day than their own, or on none.
  fileprivate var told: [CustomerID] {
    levelled.placed.filter { $0.day != $0.call.day }.map(\.call.customer)
      + levelled.left.map(\.customer)
  }
}

extension OfficePlan {
  /// Each day's load against what can be done, then each consultant's.
  var listing: Listing { Listing(heading: [PlanWords.title(days)], [load, ofEach]) }

  /// Of all together: what each day asks for and what can be done.
  var totals: [(day: Day, due: Int, room: Int)] {
    all.map { day in
      (
        day, shares.reduce(0) { $0 + $1.due(on: day) },
        shares.reduce(0) { $0 + ($1.rooms[day] ?? 0) }
      )
    }
  }

  var load: Listing.Section {
    typealias Line = (day: Day, due: Int, room: Int, over: [String])
    let lines = totals.map { day, due, room -> Line in
      let over = shares.filter { $0.due(on: day) > $0.rooms[day] ?? 0 }
      return (day, due, room, over.map { "\($0.name) \($0.due(on: day))/\($0.rooms[day] ?? 0)" })
    }
    return Listing.Section(
      "load", title: PlanWords.load, lines,
      [
        .init("day", "日期", "day", least: 10) { .day($0.day) },
        .init("weekday", "星期", "weekday", least: 4) { .term($0.day.weekday) },
        .init("due", "要联系", "due", right: true, least: 3) { .number($0.due) },
        .init("capacity", "能联系", "capacity", right: true, least: 3) { .number($0.room) },
        .init("over", "排不下", "too much for", least: 4) { .list($0.over.map { .text($0) }) },
      ])
  }

  private var ofEach: Listing.Section {
    Listing.Section(
      "consultants", title: PlanWords.ofEach, shares,
      [
        .init("consultant", "顾问", "consultant", least: 4) { .text($0.name) },
        .init("due", "要联系", "due", right: true, least: 3) { .number($0.calls.count) },
        .init("overdue", "其中逾期", "overdue", right: true, least: 3) {
          .number($0.calls.count(where: \.isOverdue))
        },
        .init("capacity", "能联系", "capacity", right: true, least: 3) {
          .number($0.rooms.values.reduce(0, +))
        },
        .init("left", "排不下", "too many", right: true, least: 3) {
          .number($0.levelled.left.count)
        },
      ])
  }

  /// How it would be levelled: each day's number, who is called on another day, and what cannot be done.
  var levelled: Listing {
    typealias Moved = (call: DueCall, day: Day?, name: String)
    let moved = shares.flatMap { share in
      share.levelled.placed.filter { $0.day != $0.call.day }.map {
        Moved($0.call, $0.day, share.name)
      }
    }
    let left = shares.flatMap { share in share.levelled.left.map { Moved($0, nil, share.name) } }
    func columns(_ hasDay: Bool) -> [Listing.Field<Moved>] {
      [
        .init("customer", "编号", "No.", least: 7) { .text(number($0.call.customer)) },
        .init("name", "姓名", "name", least: 4) { .text(names[$0.call.customer] ?? "") },
        .init("consultant", "顾问", "consultant", least: 4) { .text($0.name) },
        .init("due", "应做日", "due", least: 10) { .day($0.call.due) },
        .init("overdue", "逾期", "overdue", least: 4) { .yes($0.call.isOverdue, PlanWords.overdue) },
      ] + (hasDay ? [.init("day", "排到", "planned", least: 10) { .optional($0.day) }] : [])
    }
    let days = all.map { day in
      (
        day: day, due: shares.reduce(0) { $0 + $1.due(on: day) },
        planned: shares.reduce(0) { $0 + $1.levelled.placed.count { $0.day == day } }
      )
    }
    return Listing(
      heading: [PlanWords.title(self.days)],
      [
        Listing.Section(
          "days", title: PlanWords.levelled, days,
          [
            .init("day", "日期", "day", least: 10) { .day($0.day) },
            .init("weekday", "星期", "weekday", least: 4) { .term($0.day.weekday) },
            .init("due", "原来", "due", right: true, least: 3) { .number($0.due) },
            .init("planned", "匀开后", "planned", right: true, least: 3) { .number($0.planned) },
          ]),
        Listing.Section(
          "moved", title: PlanWords.moved(moved.count), moved, ifEmpty: PlanWords.nothingMoved,
          columns(true)),
        Listing.Section("left", title: PlanWords.left(left.count), left, columns(false)),
      ])
  }
}

extension ClosedRange<Day> {
  /// Every day of it.
  fileprivate var each: [Day] {
    (lowerBound.number...upperBound.number).compactMap { Day(number: Int($0)) }
  }
}
