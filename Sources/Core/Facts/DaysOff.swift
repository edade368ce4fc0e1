/// Days that a member of staff is off (休假).
package struct Leave: Hashable, Sendable {
  /// The member who is away.
  package let staff: StaffID
  /// The first and the last day away.
  package let days: ClosedRange<Day>
  /// Why, in a word; empty if nobody said.
  package let name: String

  /// A leave of that member; `name` says why.
  package init(_ staff: StaffID, _ days: ClosedRange<Day>, name: String = "") {
    self.staff = staff
    self.days = days
    self.name = name
  }
}

/// The days off of all members of staff. The office's own days off are the `WorkCalendar`'s.
package struct DaysOff: Sendable {
  /// By staff, in order, not touching one another.
  private var spans: [StaffID: [ClosedRange<Day>]] = [:]

  /// Leaves may overlap and come in any order.
  package init(_ leaves: [Leave] = []) {
    if leaves.isEmpty { return }
    for leave in leaves { spans[leave.staff, default: []].append(leave.days) }
    spans = spans.mapValues { $0.joined() }
  }

  /// Whether nobody is ever away.
  package var isEmpty: Bool { spans.isEmpty }

  /// The days off of one member, in order; days that follow one another are one span.
  package func spans(of staff: StaffID) -> [ClosedRange<Day>] { spans[staff] ?? [] }

  /// Whether that member is away on that day.
  package func contains(_ day: Day, of staff: StaffID) -> Bool {
    guard let own = spans[staff] else { return false }
    var (low, high) = (0, own.count)
    while low < high {
      let middle = (low + high) / 2
      if own[middle].upperBound < day { low = middle + 1 } else { high = middle }
    }
    return low < own.count && own[low].contains(day)
  }

  /// Whether any member is away on that day.
  package func isAnybodyAway(on day: Day) -> Bool {
    spans.keys.contains { contains(day, of: $0) }
  }
}

// MARK: - Days that a member works

extension WorkCalendar {
  /// Whether the office and that member work; `staff` nil: the office alone is asked.
  package func isWorkday(_ day: Day, of staff: StaffID?, _ daysOff: DaysOff) -> Bool {
    isWorkday(day) && !(staff.map { daysOff.contains(day, of: $0) } ?? false)
  }

  /// The last such day strictly before `day`; nil where the calendar has none.
  package func workday(before day: Day, of staff: StaffID?, _ daysOff: DaysOff) -> Day? {
    var found = workday(before: day)
    while let candidate = found, !isWorkday(candidate, of: staff, daysOff) {
      found = workday(before: candidate)
    }
    return found
  }

  /// The first such day on or after `day`; nil where the calendar has none.
  package func workday(onOrAfter day: Day, of staff: StaffID?, _ daysOff: DaysOff) -> Day? {
    var found = workday(onOrAfter: day)
    while let candidate = found, !isWorkday(candidate, of: staff, daysOff) {
      found = workday(after: candidate)
    }
    return found
  }
}
