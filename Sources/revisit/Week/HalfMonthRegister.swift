import Core
import Store
import Values

extension Office {
  private typealias Line = (
    customer: CustomerID, name: String, contact: Contact, record: Record, times: Int
  )

  /// The callback register (客户回访登记表) of those days: every contact, in order.
  ///
  /// - Parameters:
  ///   - members: what these said alone; nil: everybody.
  ///   - isReport: it goes to the manager (回访报告).
  func register(
    _ days: ClosedRange<Day>, of members: Set<StaffID>? = nil, isReport: Bool = false
  ) throws -> Listing {
    let words = try FactWords(store)
    var lines: [Line] = []
    try store.forEachHistory(in: .office, asOf: session.now, lost: true) { history in
      let contacts = Set(history.facts.filter { $0.isContact(in: days) }.map(\.id))
      guard !contacts.isEmpty else { return }
      let name = try store.customer(history.customer)?.name ?? ""
      for record in try store.records(of: history.customer) where contacts.contains(record.fact.id)
      {
        guard case .contact(let contact) = record.fact.body,
          members.map({ members in record.staff.map(members.contains) ?? false }) ?? true
        else { continue }
        lines.append((history.customer, name, contact, record, history.times(upTo: record.fact)))
      }
    }
    let title =
      isReport ? StatisticsWords.callbacks : Bilingual("回访登记表", "Callback register")
    return Listing(
      heading: [[title, DueMessages.dated(days)].joined(separator: "  ")],
      [
        Listing.Section(
          "register", lines.sorted { $0.record.fact.moment.isBefore($1.record.fact.moment) },
          ifEmpty: Bilingual("这段时间没有回访。", "No contacts in that time."),
          [
            .init("day", "日期", "Day") { .moment($0.record.fact.moment) },
            .init("customer", "客户", "Customer") { .text(number($0.customer)) },
            .init("name", "姓名", "Name") { .text($0.name) },
            .init("consultant", "回访人", "By") { .text(words.name($0.record.staff) ?? "") },
            .init("channel", "方式", "Channel") { .term($0.contact.channel) },
            .init("outcome", "结果", "Outcome") { .term($0.contact.outcome) },
            .init("intention", "意向", "Int.") { .optional($0.contact.intention?.name) },
            .init("times", "次数", "Times", right: true) { .number($0.times) },
            .init("note", "内容", "Note") { .optional($0.record.texts.note) },
            .init("feedback", "反馈", "Feedback") { .optional($0.record.texts.details[.feedback]) },
            .init("follow_up", "跟进", "Follow-up") {
              .optional($0.record.texts.details[.followUp])
            },
            .init("satisfaction", "满意度", "Satisf.", right: true) {
              .optional($0.record.texts.satisfaction)
            },
            .init("signed", "签名", "Signed") { .optional($0.record.texts.details[.signature]) },
          ])
      ])
  }
}

extension History {
  /// The contacts of the customer that count, that one and those before it (次数).
  fileprivate func times(upTo fact: Fact) -> Int {
    facts.prefix { $0.id == fact.id || Fact.inOrder($0, fact) }.count { other in
      if case .contact(let contact) = other.body { contact.outcome.counts } else { false }
    }
  }
}

extension Fact {
  fileprivate func isContact(in days: ClosedRange<Day>) -> Bool {
    if case .contact = body { days.contains(day) } else { false }
  }
}
