import Core
import Store
import Values

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
