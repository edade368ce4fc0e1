import Core
import Store
import Values

/// A half month (半月): the 1st to the 15th (`2026-11a`), or the 16th to the month's end (`2026-11b`).
struct HalfMonth: Sendable {
  let days: ClosedRange<Day>

  /// The one that holds the day.
  init(of day: Day) {
    let middle = day.startOfMonth + 14
    days = day <= middle ? day.startOfMonth...middle : middle + 1...day.endOfMonth
  }

  /// `2026-11a`, `2026-11b`; nil for anything else.
  init?(_ text: String) {
    let parts = text.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, let half = parts[1].last, "ab".contains(half),
      parts[1].count == 3, let year = Int(parts[0]), let month = Int(parts[1].dropLast()),
      let day = Day(year: year, month: month, day: half == "a" ? 1 : 16)
    else { return nil }
    self.init(of: day)
  }
}

extension Session {
  /// The half month that `text` names, or that holds the day it names; this one without a text.
  func halfMonth(_ text: String?) throws(Failure) -> ClosedRange<Day> {
    guard let text else { return HalfMonth(of: today).days }
    if let half = HalfMonth(halfWidth(text)) { return half.days }
    return HalfMonth(of: try day(text, at: "--half")).days
  }
}

extension Office {
  private typealias Line = (customer: CustomerID, name: String, contact: Contact, record: Record)

  /// The callback register (客户回访登记表) of those days: every contact, in order.
  func register(_ days: ClosedRange<Day>) throws -> Listing {
    let words = try FactWords(store)
    var lines: [Line] = []
    try store.forEachHistory(in: .office, asOf: session.now, lost: true) { history in
      let contacts = Set(history.facts.filter { $0.isContact(in: days) }.map(\.id))
      guard !contacts.isEmpty else { return }
      let name = try store.customer(history.customer)?.name ?? ""
      for record in try store.records(of: history.customer) where contacts.contains(record.fact.id)
      {
        guard case .contact(let contact) = record.fact.body else { continue }
        lines.append((history.customer, name, contact, record))
      }
    }
    let title = Bilingual("回访登记表", "Callback register")
    return Listing(
      heading: [[title, DueMessages.dated(days)].joined(separator: "  ")],
      [
        Listing.Section(
          "register", lines.sorted { $0.record.fact.moment.isBefore($1.record.fact.moment) },
          ifEmpty: Bilingual("这半个月没有回访。", "No contacts in this half month."),
          [
            .init("day", "日期", "Day") { .moment($0.record.fact.moment) },
            .init("customer", "客户", "Customer") { .text(number($0.customer)) },
            .init("name", "姓名", "Name") { .text($0.name) },
            .init("consultant", "回访人", "By") { .text(words.name($0.record.staff) ?? "") },
            .init("channel", "方式", "Channel") { .term($0.contact.channel) },
            .init("outcome", "结果", "Outcome") { .term($0.contact.outcome) },
            .init("intention", "意向", "Int.") { .optional($0.contact.intention?.name) },
            .init("note", "内容", "Note") { .optional($0.record.texts.note) },
          ])
      ])
  }
}

extension Fact {
  fileprivate func isContact(in days: ClosedRange<Day>) -> Bool {
    if case .contact = body { days.contains(day) } else { false }
  }
}
