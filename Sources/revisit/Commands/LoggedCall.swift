import Core
import Store
import Values

/// A call that was recorded.
struct LoggedCall {
  let op: OpID
  let contact: Contact
  let change: Change
  /// What was recorded, what it settled and what is next, line by line.
  let told: String
}

/// A call that may be recorded: everything about it has been checked.
private struct CallRecording {
  let office: Office
  let customer: CustomerSummary
  let before: History?
  let entry: ContactEntry
  /// The grade and the tags that are given with it.
  let others: [Fact.Body]
  let matter: CaseSpokenOf?
  let survey: SurveyEntry?
  let dead: DeadEnd?

  func write(to transaction: Transaction) throws {
    let (contact, moment) = (entry.contact, entry.moment)
    let speaker = office.user.staff ?? customer.owner
    let fact = try transaction.append(
      to: customer.id, on: moment.day, at: moment.time, .contact(contact), staff: speaker,
      note: entry.texts.note, promise: entry.texts.promise, details: entry.texts.details)
    for body in others {
      // A grade settles that it was asked for, and not before it was.
      let hour = if case .grade = body { moment.time } else { TimeOfDay?.none }
      try transaction.append(to: customer.id, on: moment.day, at: hour, body, staff: speaker)
    }
    try survey?.write(to: transaction, fact, of: customer.id, on: moment.day)
    try dead?.write(to: transaction, at: moment, office)
  }

  func told(_ receipt: Receipt) throws -> LoggedCall {
    let session = office.session
    if let remark = survey?.remark(entry.contact) { session.warn(remark) }
    let words = try FactWords(office.store)
    let facts =
      [words.tell(.contact(entry.contact), entry.texts)] + others.map { words.tell($0) }
    let record = session.sayRecord(
      receipt.facts.lowerBound, entry.moment,
      facts.map(session.say).joined(separator: session.language.semicolon))
    let more = try [matter?.told, survey?.told, dead?.told(office)].compactMap { $0 }
    let lines = ([record] + more.map(session.say)).map { visible($0) + "\n" }.joined()
    let change = Change(
      customer: customer.id, before: before, after: try office.store.history(of: customer.id))
    return LoggedCall(
      op: receipt.op, contact: entry.contact, change: change,
      told: lines + (try Aftermath.told(change, at: office)))
  }
}

extension LogCommand {
  /// Records the call.
  ///
  /// - Parameter headline: stands above what is told.
  func log(_ named: NamedCustomer, headline: String, at office: Office) throws -> LoggedCall {
    let call = try recording(named, at: office)
    return try call.told(
      office.write(LogCommand.name, headline: headline) { try call.write(to: $0) })
  }

  private func recording(_ named: NamedCustomer, at office: Office) throws -> CallRecording {
    let customer = named.customer
    try office.requireOwn(customer)
    var line = try CallLine(words)
    try line.add(
      note: note, outcome: outcome, next: next, promise: promise, tag: tag, untag: untag)
    let before = try office.store.history(of: customer.id)
    // Made once: to make them takes as long as to record.
    var made: CustomerLists?
    func lists() throws -> CustomerLists? {
      made = try made ?? before.map { try office.lists(of: $0, office.engine()) }
      return made
    }
    var entry = try ContactEntry(self, line, office.session) { outcome in
      try channel(named, outcome, lists)
    }
    let matter = try office.caseSpokenOf(
      about ?? named.matter, entry.contact, at: entry.moment, with: customer, lists)
    entry.contact.about = matter?.matter
    let tags = try office.tagging(line.tags, line.untags)
    try office.refuseUnborne(tags, by: customer, on: entry.moment.day)
    ContactRemarks.all(entry.contact, at: entry.moment, of: customer, before)
      .forEach(office.session.warn)
    let survey = try SurveyEntry(
      answers: answers, survey: self.survey, customer.id, on: entry.moment, office)
    try entry.check(of: before, hasScores: survey != nil, office)
    return CallRecording(
      office: office, customer: customer, before: before, entry: entry,
      others: (entry.grade.map { [Fact.Body.grade($0)] } ?? []) + tags, matter: matter,
      survey: survey, dead: try DeadEnd(entry.contact, of: customer, calling: dialled, office))
  }

  /// By what means: where nobody said it, as the row or the list asks, if that can come to such an
  /// outcome; else by phone. Who did not answer was called.
  private func channel(
    _ named: NamedCustomer, _ outcome: Outcome?, _ lists: () throws -> CustomerLists?
  ) throws -> Channel {
    if let by { return try readTerm(by, at: "--by") }
    let asked = try named.channel ?? lists()?.places.own.listed?.channel ?? .phone
    guard let outcome else { return asked }
    let suits = outcome.fits(asked) && !(outcome.isAttempt && asked.isWritten)
    return suits || !outcome.fits(.phone) ? asked : .phone
  }
}

/// A contact that showed that nobody can be reached under a number.
private struct DeadEnd {
  let customer: CustomerSummary
  let reason: Outcome
  /// Nil: the customer has none in use.
  let number: String?

  /// Nil where the contact says nothing of the kind.
  init?(
    _ contact: Contact, of customer: CustomerSummary, calling name: String?, _ office: Office
  ) throws {
    guard contact.outcome.saysDeadNumber else {
      if name != nil { throw Failure.usage(.needs("--number", "--outcome 空号")) }
      return nil
    }
    self.customer = customer
    reason = contact.outcome
    number = try office.dialled(name, contact.channel, of: customer)
  }

  func write(to transaction: Transaction, at moment: Moment, _ office: Office) throws {
    guard let number else { return }
    try transaction.markDead(
      number, of: customer.id, because: reason.chinese, at: moment, staff: office.user.staff)
  }

  /// Once it was written.
  func told(_ office: Office) throws -> Bilingual {
    guard let number else { return NumberMessages.noneToMark }
    let next = try office.dialled(nil, .phone, of: customer)
    func shown(_ number: String) -> String { office.shown(number, of: customer) }
    return NumberMessages.marked(shown(number), next: next.map(shown))
  }
}
