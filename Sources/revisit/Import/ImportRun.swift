import Core
import Intake
import Store
import Values

/// One reading of the file inside a transaction. A class, because the two closures that the reader
/// calls share what has been counted so far.
final class ImportRun {
  let office: Office
  let transaction: Transaction
  let rejects: RejectTarget?
  let choices: ImportChoices
  private var staff: KnownStaff
  private let words: FactWords
  /// Nil in an office without a policy.
  private let newCustomers: NewCustomers?
  private var counts = ImportCounts()
  private var opening: IntakeOpening?
  private var warnings: [IntakeProblem] = []
  private var errors: [IntakeProblem] = []
  private let showsProgress = Terminal.showsProblems

  init(
    office: Office, transaction: Transaction, rejects: RejectTarget?, choices: ImportChoices
  ) throws {
    self.office = office
    self.transaction = transaction
    self.rejects = rejects
    self.choices = choices
    staff = KnownStaff(try office.store.staff())
    words = try FactWords(office.store)
    let outlook = Outlook(
      of: EnginePass(
        try office.engine(), at: office.session.now,
        days: office.session.today...office.session.today + ComingWork.days))
    newCustomers = outlook.map(NewCustomers.init)
  }

  func read(
    _ source: ByteSource, _ options: IntakeOptions, into report: ImportReport
  ) throws -> ImportReport {
    let summary = try Intake.read(
      source, options: options, admit: { try admit($0) }, report: { try note($0) })
    try rejects?.finish()
    var report = report
    report.encoding = summary.encoding
    report.rows = summary.rows
    if let found = newCustomers?.counted() {
      counts.unplanned = found.unplanned
      report.coming = try named(found.coming)
    }
    report.counts = counts
    report.imported = summary.accepted - counts.unchanged - counts.updates.count
    report.refused = summary.refused
    report.empty = summary.empty
    report.newStaff = staff.added
    report.errors = errors
    report.warnings = (opening?.header.warnings ?? []) + warnings
    return report
  }

  private func named(_ coming: [ComingWork]) throws -> [(name: Bilingual, work: ComingWork)] {
    let engine = try office.engine()
    let names: [StaffID: String] = try office.store.staff().reduce(into: [:]) {
      $0[$1.id] = $1.name
    }
    return coming.map { (engine.name(of: $0.holder, names), $0) }.sorted { a, b in
      a.work.total == b.work.total ? a.name.zh < b.name.zh : a.work.total > b.work.total
    }
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
  /// Records a sound row, or says why it cannot be.
  private func admit(_ row: CustomerRow) throws -> Admission {
    if let name = row.consultant, let problem = doubt(name, row) { return .refused([problem]) }
    var row = row
    let others = try takeOutOthersNumbers(&row)
    for phone in row.profile.phones where !transaction.isFirstLoad {
      guard let owner = try owner(of: phone, named: row.profile.name) else { continue }
      let problems = try meet(row, phone, owner)
      return problems.isEmpty ? .taken(without: others) : .refused(problems)
    }
    try record(row)
    warnings += row.warnings
    return .taken(without: others)
  }

  /// Whose number it is. One switchboard has many customers; whether an extension was written or not, somebody
  /// of that name is the same.
  private func owner(of phone: String, named name: String) throws -> CustomerID? {
    if let owner = try office.store.customer(phone: phone) { return owner }
    guard isLandline(phone) else { return nil }
    let board = withoutExtension(phone)
    let others =
      board == phone
      ? try office.store.search(board)
      : try office.store.customer(phone: board).flatMap { try office.store.customer($0) }.map {
        [$0]
      } ?? []
    let name = foldedName(name)
    return others.first { foldedName($0.name) == name }?.id
  }

  /// A further number that is another customer's refuses nobody: it stands in the note.
  private func takeOutOthersNumbers(_ row: inout CustomerRow) throws -> [String] {
    guard !transaction.isFirstLoad, row.profile.phones.count > 1 else { return [] }
    var others: [String] = []
    for phone in row.profile.phones.dropFirst() {
      guard let owner = try office.store.customer(phone: phone),
        owner != (try office.store.customer(phone: row.profile.phones[0])),
        let other = try office.store.customer(owner)?.name,
        foldedName(other) != foldedName(row.profile.name)
      else { continue }
      row.keepAsNote(phone, in: title(.phone), of: "\(number(owner)) \(other)")
      others.append(phone)
    }
    return others
  }

  /// A row of a customer whom the office knows: nothing new, news, or somebody else.
  private func meet(
    _ row: CustomerRow, _ phone: String, _ owner: CustomerID
  ) throws -> [IntakeProblem] {
    if try isKnown(row, as: owner) {
      counts.unchanged += 1
      warnings += row.warnings
      return []
    }
    guard let known = try office.store.customer(owner),
      foldedName(known.name) == foldedName(row.profile.name),
      try row.profile.phones.allSatisfy({
        [nil, owner].contains(try office.store.customer(phone: $0))
      })
    else { return [try taken(phone, by: owner, row)] }
    let consultant = try row.consultant.map { try self.consultant($0) }
    let news = try LedgerNews(of: row, consultant, about: known, office)
    let whom = "\(number(owner)) \(known.name)"
    if !news.contradictions.isEmpty {
      return news.contradictions.map { said, recorded in
        IntakeProblem(
          line: row.line, code: .contradiction, value: said,
          detail: .customer(whom + Language.zh.bracketed(recorded)))
      }
    }
    guard !news.isEmpty else {
      counts.unchanged += 1
      return []
    }
    let told = whom + Language.zh.colon + news.told(words, office.session.language)
    guard choices.updates else {
      return [problem(.customerKnown, phone, row, about: told)]
    }
    try news.record(in: transaction, on: office.session.today, by: consultant ?? known.owner)
    counts.updates.append(told)
    warnings += row.warnings
    return []
  }

  private func taken(
    _ phone: String, by owner: CustomerID, _ row: CustomerRow
  ) throws -> IntakeProblem {
    let name = try office.store.customer(owner)?.name ?? ""
    return problem(.phoneTaken, phone, row, about: "\(number(owner)) \(name)")
  }

  private func problem(
    _ code: ProblemCode, _ phone: String, _ row: CustomerRow, about customer: String
  ) -> IntakeProblem {
    IntakeProblem(
      line: row.line, column: title(.phone), code: code, value: phone, detail: .customer(customer))
  }

  private func title(_ field: Field) -> String {
    opening?.header.title(of: field) ?? field.chinese
  }

  /// A consultant nobody knows whose name is nearly one that is known.
  private func doubt(_ name: String, _ row: CustomerRow) -> IntakeProblem? {
    guard !choices.takesNewStaff, let near = staff.nearest(to: name) else { return nil }
    return IntakeProblem(
      line: row.line, column: title(.consultant), code: .consultantNear, value: name,
      detail: .nearest(near))
  }

  private func record(_ row: CustomerRow) throws {
    let owner = try row.consultant.map { try consultant($0) }
    let days = [row.reservation, row.signing].compactMap { $0 } + row.events.map(\.day)
    let since =
      row.firstDay ?? days.min() ?? row.lastContact?.day ?? office.session.today
    let customer = try transaction.addCustomer(
      row.profile, source: row.source, since: since, owner: owner,
      facts: ImportRun.facts(row, since: since))
    if let contact = row.lastContact {
      try transaction.append(contact, to: customer, by: owner)
    }
    count(row, customer, since: since, owner)
  }

  /// Whether anything is planned for the new customer.
  private func count(_ row: CustomerRow, _ customer: CustomerID, since: Day, _ owner: StaffID?) {
    guard let newCustomers else { return }
    var bodies = ImportRun.facts(row, since: since)
    if let owner { bodies.append((since, .owner(owner))) }
    if let contact = row.lastContact { bodies.append((contact.day, .contact(contact.contact))) }
    let facts = bodies.enumerated().map { Fact(id: FactID($0 + 1), day: $1.day, $1.body) }
    newCustomers.add(History(customer: customer, source: row.source, facts: facts))
  }

  /// The export is how an office begins: whoever it names works there.
  private func consultant(_ name: String) throws -> StaffID {
    if let id = staff[name] { return id }
    let id = try transaction.addStaff(name, role: .consultant)
    staff.add(name, id)
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
    if let contact = row.lastContact, !records.contains(where: { $0.isContact(on: contact.day) }) {
      return false
    }
    if let name = row.consultant {
      guard let owner = staff[name], records.contains(where: { $0.fact.body == .owner(owner) })
      else { return false }
    }
    return ImportRun.facts(row, since: known.since).allSatisfy { day, body in
      records.contains { $0.fact.day == day && $0.fact.body == body }
    }
  }
}
