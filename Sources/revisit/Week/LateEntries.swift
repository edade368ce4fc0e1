import Core
import Store

extension Office {
  /// Contacts and events of those days that were entered later (日清日结).
  func lateEntries(_ days: ClosedRange<Day>) throws -> Listing {
    let words = try FactWords(store)
    let entries = try store.lateEntries(from: days.lowerBound, to: days.upperBound)
      .filter { $0.fact.body.isOfTheDay }
      .map { (entry: $0, name: try store.customer($0.customer)?.name ?? "") }
    let span = (days.lowerBound, days.upperBound)
    let title = Bilingual(
      "隔天补录  \(span.0) 至 \(span.1)", "Entered on a later day  \(span.0) to \(span.1)")
    return Listing(
      title: title,
      [
        Listing.Section(
          "late_entries", entries, ifEmpty: WeekMessages.noLateEntries,
          [
            .init("day", "日期", "day") { .moment($0.entry.fact.moment) },
            .init("recorded", "录入", "recorded") { .moment($0.entry.recorded) },
            .init("customer", "客户", "customer") { .text(number($0.entry.customer)) },
            .init("name", "姓名", "name") { .text($0.name) },
            .init("record", "记录", "record", right: true) { .number(Int($0.entry.fact.id)) },
            .init("what", "内容", "what") { .text(session.say(words.tell($0.entry.fact.body))) },
            .init("user", "录入人", "user") { .text($0.entry.user) },
          ])
      ])
  }
}

extension Fact.Body {
  /// Something that happened with the customer, rather than what is known of them.
  fileprivate var isOfTheDay: Bool {
    switch self {
    case .event, .contact, .step: true
    case .grade, .tag, .averse, .doNotContact, .hours, .owner, .postponement, .skip, .birthday:
      false
    }
  }
}
