import Core
import Intake
import Store

/// One reading of the file inside a transaction. A class, because the two closures that the reader
/// calls share what has been counted so far.
final class ImportRun {
  let office: Office
  let transaction: Transaction
  let rejects: RejectTarget?
  private var staff: [String: StaffID] = [:]
  private var newStaff: [String] = []
  private var opening: IntakeOpening?
  private var unchanged = 0
  private var warnings: [IntakeProblem] = []
  private var errors: [IntakeProblem] = []
  private let showsProgress = Terminal.showsProblems

  init(office: Office, transaction: Transaction, rejects: RejectTarget?) {
    self.office = office
    self.transaction = transaction
    self.rejects = rejects
  }

  func read(
    _ source: ByteSource, _ options: IntakeOptions, into report: ImportReport
  ) throws -> ImportReport {
    staff = try Dictionary(uniqueKeysWithValues: office.store.staff().map { ($0.name, $0.id) })
    let summary = try Intake.read(
      source, options: options, admit: { try admit($0) }, report: { try note($0) })
    try rejects?.finish()
    var report = report
    report.encoding = summary.encoding
    report.rows = summary.rows
    report.unchanged = unchanged
    report.imported = summary.accepted - unchanged
    report.refused = summary.refused
    report.empty = summary.empty
    report.newStaff = newStaff
    report.errors = errors
    report.warnings = (opening?.header.warnings ?? []) + warnings
    return report
  }

  private func note(_ event: IntakeEvent) throws {
    switch event {
    case .opened(let opening):
      self.opening = opening
      rejects?.open(opening.header)
    case .refused(let refusal):
      errors += refusal.errors.filter { $0.code != .rowEmpty }
      if !refusal.isEmptyRow { try rejects?.add(refusal) }
    case .progress(let done, let size):
      guard showsProgress, size > 1 << 20 else { return }
      let end = done >= size ? "\n" : ""
      try? Output.problems.write("\r\(done * 100 / max(1, size))%\(end)")
    }
  }
}

// MARK: - Rows

extension ImportRun {
  /// Records a sound row, or says why it cannot be: a phone belongs to another customer.
  private func admit(_ row: CustomerRow) throws -> [IntakeProblem] {
    for phone in row.profile.phones where !transaction.isFirstLoad {
      guard let owner = try office.store.customer(phone: phone) else { continue }
      if try isKnown(row, as: owner) {
        unchanged += 1
        warnings += row.warnings
        return []
      }
      return [try taken(phone, by: owner, row)]
    }
    try record(row)
    warnings += row.warnings
    return []
  }

  private func taken(
    _ phone: String, by owner: CustomerID, _ row: CustomerRow
  ) throws -> IntakeProblem {
    let name = try office.store.customer(owner)?.name ?? ""
    let column = opening.flatMap { opening in
      opening.header.index[.phone].map { opening.header.columns[$0] }
    }
    return IntakeProblem(
      line: row.line, column: column ?? Field.phone.chinese, code: .phoneTaken, value: phone,
      detail: .customer("\(number(owner)) \(name)"))
  }

  private func record(_ row: CustomerRow) throws {
    let owner = try row.consultant.map { try consultant($0) }
    let days = [row.reservation, row.signing].compactMap { $0 } + row.events.map(\.day)
    let since = row.firstDay ?? days.min() ?? office.session.today
    _ = try transaction.addCustomer(
      row.profile, source: row.source, since: since, owner: owner,
      facts: ImportRun.facts(row, since: since))
  }

  /// The export is how an office begins: whoever it names works there.
  private func consultant(_ name: String) throws -> StaffID {
    if let id = staff[name] { return id }
    let id = try transaction.addStaff(name, role: .consultant)
    staff[name] = id
    newStaff.append(name)
    return id
  }

  static func facts(_ row: CustomerRow, since: Day) -> [(day: Day, body: Fact.Body)] {
    var facts: [(day: Day, body: Fact.Body)] = []
    if let event = row.source?.event, let day = row.firstDay { facts.append((day, .event(event))) }
    if let grade = row.grade { facts.append((since, .grade(grade))) }
    facts += row.tags.map { (since, .tag($0, true)) }
    if let birthday = row.profile.birthday {
      facts.append((since, .birthday(BirthdayFact(of: 0, birthday))))
    }
    let deals: [(Day?, EventKind)] = [
      (row.reservation, .reservation), (row.signing, .signing), (row.delivery, .delivery),
    ]
    return facts + deals.compactMap { day, kind in day.map { ($0, .event(kind)) } }
      + row.events.map { ($0.day, .event($0.kind)) }
  }

  /// Whether everything the row says has been recorded of that customer before, whatever was
  /// edited since. Such a row changes nothing.
  private func isKnown(_ row: CustomerRow, as customer: CustomerID) throws -> Bool {
    guard let known = try office.store.customer(customer), known.source == row.source,
      try row.profile.phones.allSatisfy({ try office.store.customer(phone: $0) == customer })
    else { return false }
    let said = try office.store.profileHistory(of: customer)
    let isSaid = ProfileField.allCases.allSatisfy { field in
      guard let text = row.profile.text(of: field) else { return true }
      return said.contains { $0.field == field && $0.text == text }
    }
    guard isSaid else { return false }
    let records = try office.store.records(of: customer)
    return ImportRun.facts(row, since: known.since).allSatisfy { day, body in
      records.contains { $0.fact.day == day && $0.fact.body == body }
    }
  }
}
