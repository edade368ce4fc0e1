import Core
import Intake
import Store

/// What a row tells of a customer whom the office knows and that is not recorded yet.
struct LedgerNews {
  let customer: CustomerID
  /// Facts of the day of the import, and events of their own days.
  private var facts: [(day: Day?, body: Fact.Body)] = []
  private var fields: [(field: ProfileField, text: String)] = []
  private var phones: [String] = []
  private var contact: PastContact?
  /// What the row says, and what is recorded instead.
  private(set) var contradictions: [(said: String, recorded: String)] = []

  var isEmpty: Bool { facts.isEmpty && fields.isEmpty && phones.isEmpty && contact == nil }

  /// What has ever been recorded is no news, whatever was recorded since.
  init(
    of row: CustomerRow, _ consultant: StaffID?, about known: CustomerSummary, _ office: Office
  ) throws {
    customer = known.id
    let records = try office.store.records(of: known.id).filter { $0.voidedBy == nil }
    let words = try FactWords(office.store)
    if let source = row.source, let other = known.source, source != other {
      contradictions.append((source.chinese, other.chinese))
    }
    take(events: row, records, words)
    take(row, consultant, records)
    try take(row.profile, office)
    if let last = row.lastContact, !records.contains(where: { $0.isContact(on: last.day) }) {
      contact = last
    }
  }

  private mutating func take(events row: CustomerRow, _ records: [Record], _ words: FactWords) {
    let days = ImportRun.facts(row, since: .first).compactMap { day, body -> (Day, EventKind)? in
      if case .event(let kind) = body { (day, kind) } else { nil }
    }
    for (day, kind) in days {
      let known = records.filter { $0.fact.body == .event(kind) }.map(\.fact.day)
      if known.contains(day) { continue }
      if let other = known.first {
        let name = words.word(kind).chinese
        contradictions.append(("\(name) \(day)", "\(name) \(other)"))
      } else {
        facts.append((day, .event(kind)))
      }
    }
  }

  private mutating func take(
    _ row: CustomerRow, _ consultant: StaffID?, _ records: [Record]
  ) {
    var said: [Fact.Body] = row.tags.map { .tag($0, true) }
    if let grade = row.grade { said.append(.grade(grade)) }
    if let consultant { said.append(.owner(consultant)) }
    if let birthday = row.profile.birthday {
      said.append(.birthday(BirthdayFact(of: 0, birthday)))
    }
    for body in said where !records.contains(where: { $0.fact.body == body }) {
      facts.append((nil, body))
    }
  }

  private mutating func take(_ profile: Profile, _ office: Office) throws {
    let said = try office.store.profileHistory(of: customer)
    for field in ProfileField.allCases where field != .name {
      guard let text = profile.text(of: field),
        !said.contains(where: { $0.field == field && $0.text == text })
      else { continue }
      fields.append((field, text))
    }
    phones = try profile.phones.filter { try office.store.customer(phone: $0) == nil }
  }

  /// `级别 B、认购 2026-11-01、备注`.
  func told(_ words: FactWords, _ language: Language) -> String {
    var parts = facts.map { day, body in
      words.tell(body)[language] + (day.map { " \($0)" } ?? "")
    }
    let isTold = facts.contains { if case .birthday = $0.body { true } else { false } }
    parts += fields.filter { !isTold || $0.field != .birthday }.map { $0.field.bilingual[language] }
    parts += phones.map { Bilingual("电话 +\(masked($0))", "phone +\(masked($0))")[language] }
    if let contact {
      parts.append(Bilingual("跟进 \(contact.day)", "contact \(contact.day)")[language])
    }
    return parts.joined(separator: language == .zh ? "、" : ", ")
  }

  func record(in transaction: Transaction, on today: Day, by staff: StaffID?) throws {
    for (day, body) in facts {
      try transaction.append(to: customer, on: day ?? today, body, staff: staff)
    }
    for (field, text) in fields {
      try transaction.setProfile(field, text, of: customer, on: today)
    }
    for phone in phones { try transaction.addPhone(phone, to: customer) }
    if let contact { try transaction.append(contact, to: customer, by: staff) }
  }
}

extension PastContact {
  /// Somebody was reached, by what means the ledger does not say.
  var contact: Contact {
    Contact(channel: .phone, outcome: .reached, next: next.map { Moment($0) })
  }
}

extension Transaction {
  /// A contact that a ledger tells of: somebody was reached, by what means it does not say.
  func append(_ contact: PastContact, to customer: CustomerID, by staff: StaffID?) throws {
    try append(
      to: customer, on: contact.day, .contact(contact.contact), staff: staff, note: contact.note)
  }
}

extension Record {
  /// Whether it is a contact of that day that stands.
  func isContact(on day: Day) -> Bool {
    guard case .contact = fact.body else { return false }
    return fact.day == day && voidedBy == nil
  }
}
