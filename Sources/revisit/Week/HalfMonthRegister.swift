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
  /// The callback register (客户回访登记表) of those days: every contact, in order.
  func register(_ days: ClosedRange<Day>, as format: Format) throws -> String {
    let words = try FactWords(store)
    var rows: [(moment: Moment, cells: [JSON])] = []
    try store.forEachHistory(in: .office, asOf: session.now, lost: true) { history in
      let contacts = Set(history.facts.filter { $0.isContact(in: days) }.map(\.id))
      guard !contacts.isEmpty else { return }
      let name = try store.customer(history.customer)?.name ?? ""
      for record in try store.records(of: history.customer) where contacts.contains(record.fact.id)
      {
        guard case .contact(let contact) = record.fact.body else { continue }
        rows.append(
          (
            record.fact.moment,
            [
              .string("\(record.fact.moment)"), .string(number(history.customer)), .string(name),
              .string(words.name(record.staff) ?? ""), cell(contact.channel, format),
              cell(contact.outcome, format), .optional(contact.intention?.name),
              .optional(record.texts.note),
            ]
          ))
      }
    }
    var listing = Listing("register", HalfMonth.columns)
    for row in rows.sorted(by: { $0.moment.isBefore($1.moment) }) { listing.add(row.cells) }
    let title = session.say(
      "回访登记表  \(session.say(days))\n\n", "Callback register  \(session.say(days))\n\n")
    let text = listing.text(
      as: format, session, ifEmpty: Bilingual("这半个月没有回访。", "No contacts in this half month."))
    return format == .table ? title + text : text
  }

  private func cell(_ term: some Term, _ format: Format) -> JSON {
    .string(format == .table ? session.say(term) : term.name)
  }
}

extension HalfMonth {
  fileprivate static let columns: [Listing.Column] = [
    .init("day", "日期", "Day"), .init("customer", "客户", "Customer"), .init("name", "姓名", "Name"),
    .init("consultant", "回访人", "By"), .init("channel", "方式", "Channel"),
    .init("outcome", "结果", "Outcome"), .init("intention", "意向", "Int."),
    .init("note", "内容", "Note"),
  ]
}

extension Fact {
  fileprivate func isContact(in days: ClosedRange<Day>) -> Bool {
    if case .contact = body { days.contains(day) } else { false }
  }
}
