/// The days on which the office is closed (公司放假).
///
/// The company's own holidays alone close it: neither a weekly rest day, nor a statutory holiday, nor the
/// leave of a member does.
package struct Closures: Hashable, Sendable {
  /// In order, not touching one another.
  package let spans: [ClosedRange<Day>]

  /// Of several entries that hold a day the last given counts.
  init(_ company: [CompanyDays]) {
    var open: [ClosedRange<Day>] = []
    for entry in company {
      open = open.flatMap { $0.without(entry.days) }
      if entry.isHoliday { open.append(entry.days) }
    }
    spans = open.joined()
  }

  /// Whether the office never closes.
  package var isEmpty: Bool { spans.isEmpty }

  /// The closure that holds `day`; nil: the office is open.
  package func closure(holding day: Day) -> ClosedRange<Day>? {
    spans.last { $0.lowerBound <= day }.flatMap { $0.contains(day) ? $0 : nil }
  }

  /// `day` itself if the office is open, else the first open day after it.
  package func opening(onOrAfter day: Day) -> Day {
    closure(holding: day).map { $0.upperBound + 1 } ?? day
  }

  /// The first day whose `opening(onOrAfter:)` is `day` or later, `day` being open.
  func first(opening day: Day) -> Day {
    day > .first ? closure(holding: day - 1)?.lowerBound ?? day : day
  }
}

extension ClosedRange<Day> {
  /// What lies before and what lies behind `other`.
  fileprivate func without(_ other: ClosedRange<Day>) -> [ClosedRange<Day>] {
    guard overlaps(other) else { return [self] }
    var parts: [ClosedRange<Day>] = []
    if lowerBound < other.lowerBound { parts.append(lowerBound...other.lowerBound - 1) }
    if other.upperBound < upperBound { parts.append(other.upperBound + 1...upperBound) }
    return parts
  }
}

extension [ClosedRange<Day>] {
  /// In order; days that follow one another are one span.
  func joined() -> [ClosedRange<Day>] {
    sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { joined, span in
      guard let last = joined.last, span.lowerBound - last.upperBound <= 1 else {
        return joined.append(span)
      }
      joined[joined.count - 1] = last.lowerBound...Swift.max(last.upperBound, span.upperBound)
    }
  }
}
