import Core
import Store

/// What a manager said to a record (审阅), for whoever made it.
struct Review: Sendable {
  /// The kind of the ledger's entry; its text is the record's number, a space, and what was said.
  static let kind = "审阅"
  /// So many days it stands on the list, unless it is closed in the ledger.
  private static let days = 7

  let entry: LedgerID
  let record: String
  let customer: CustomerID?
  let name: String
  let day: Day
  let note: String

  fileprivate init?(_ entry: LedgerEntry, name: String) {
    let words = entry.text.split(separator: " ", maxSplits: 1).map(String.init)
    guard entry.closing == nil, words.count == 2 else { return nil }
    (self.entry, customer, self.name, day) = (entry.id, entry.customer, name, entry.moment.day)
    (record, note) = (words[0], words[1])
  }

  fileprivate static func from(_ now: Moment) -> Day { now.day - days }
}

extension Office {
  /// What was said to that member's records in the last days, newest first.
  func reviews(of member: StaffID, at now: Moment) throws -> [Review] {
    try store.ledger(Review.kind, from: Review.from(now), to: now.day, asOf: now)
      .filter { $0.staff == member }.reversed().compactMap { entry in
        Review(entry, name: try entry.customer.flatMap { try store.customer($0)?.name } ?? "")
      }
  }
}

extension Listing.Section {
  static func reviews(_ reviews: [Review]) -> Listing.Section {
    var section = Listing.Section(
      "reviews", title: InspectionWords.reviews, reviews,
      [
        .init("day", "日期", "day", least: 10) { .day($0.day) },
        .init("record", "记录", "record", least: 4) { .text($0.record) },
        .init("customer", "客户", "customer", least: 7) {
          .optional($0.customer.map { number($0) })
        },
        .init("name", "姓名", "name", shown: .joined) { .text($0.name) },
        .init("note", "意见", "note", least: 4) { .text($0.note) },
        .init("entry", "台账号", "entry of the ledger", shown: .data) { .number(Int($0.entry)) },
      ])
    section.overflow = .below
    return section
  }
}
