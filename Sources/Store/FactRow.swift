import Core
import SQLite

/// The case of `Fact.Body` that a row of `fact` is. It is stored: never renumber.
enum FactKind: Int64 {
  case event = 1, grade, tag, averse, doNotContact, hours, owner, contact, postponement, skip
  case birthday, step
}

/// The columns of `fact` that say what happened. Which kind of fact uses which is told in schema.sql.
struct FactColumns: Hashable {
  var kind: FactKind
  var value: Int64?
  var isOn: Bool?
  var channel: Channel?
  var outcome: Outcome?
  var untilDay: Day?
  var untilMinute: TimeOfDay?
  var reference: Int64?
  var caseKind: CaseKind?
  var urgency: Urgency?
  var birthYear: Int64?
  var birthMonth: Int64?
  var birthDay: Int64?

  /// Whether nothing is filled but what it is, its value and what it refers to.
  var isShort: Bool {
    channel == nil && outcome == nil && untilDay == nil && untilMinute == nil && caseKind == nil
      && urgency == nil && birthMonth == nil
  }

  private init(
    _ kind: FactKind, value: (some BinaryInteger)? = Int64?.none, isOn: Bool? = nil,
    until: Moment? = nil, reference: Int64? = nil
  ) {
    self.kind = kind
    self.value = value.map { Int64($0) }
    self.isOn = isOn
    untilDay = until?.day
    untilMinute = until?.time
    self.reference = reference
  }

  /// - Parameter word: the number of a rule's name.
  init(_ body: Fact.Body, word: (ClauseID) throws -> Int64) rethrows {
    switch body {
    case .event(let event): self.init(.event, value: event.rawValue)
    case .grade(let grade): self.init(.grade, value: grade?.rawValue)
    case .tag(let tag, let on): self.init(.tag, value: tag.rawValue, isOn: on)
    case .averse(let on): self.init(.averse, isOn: on)
    case .doNotContact(let on): self.init(.doNotContact, isOn: on)
    case .hours(let range):
      self.init(.hours, value: range?.from.minute)
      untilMinute = range?.to
    case .owner(let staff): self.init(.owner, reference: staff)
    case .contact(let contact): self.init(contact)
    case .postponement(let moment): self.init(.postponement, until: moment)
    case .skip(let rule): self.init(.skip, reference: try word(rule))
    case .birthday(let birthday): self.init(birthday)
    case .step(let step): self.init(step)
    }
  }

  private init(_ contact: Contact) {
    self.init(
      .contact, value: contact.intention?.rawValue, isOn: contact.promised, until: contact.next,
      reference: contact.text?.message ?? contact.about.map { Int64($0.number) })
    channel = contact.channel
    outcome = contact.outcome
    caseKind = contact.about?.kind
  }

  private init(_ fact: BirthdayFact) {
    let birthday = fact.birthday
    self.init(
      .birthday, value: birthday.map { BirthdayCalendar($0).rawValue },
      reference: fact.member == 0 ? nil : Int64(fact.member))
    birthYear = birthday?.year.map { Int64($0) }
    birthMonth = birthday.map { Int64($0.month) }
    birthDay = birthday.map { Int64($0.day) }
  }

  private init(_ step: CaseStep) {
    self.init(
      .step, value: step.step.rawValue, until: step.to.map { Moment($0) },
      reference: step.caseNumber == 0 ? nil : Int64(step.caseNumber))
    caseKind = step.kind
    urgency = step.urgency
  }
}

/// In which calendar a birthday stands. Stored: never renumber.
enum BirthdayCalendar: Int64 {
  case solar = 1, lunar, lunarLeapMonth

  init(_ birthday: Birthday) {
    self = birthday.isLeapMonth ? .lunarLeapMonth : birthday.isLunar ? .lunar : .solar
  }
}

// MARK: - Writing

/// A row of `fact` on its way.
struct FactRow {
  let day: Day
  let time: TimeOfDay?
  let staff: StaffID?
  let columns: FactColumns

  /// So many rows go into one statement at most: entering a customer costs mostly the number of
  /// statements and of bound values.
  static let most = 6

  /// The columns that an insertion fills beside those that its rows share.
  enum Width: Int {
    /// Those that every fact uses, and that most facts make do with.
    case short = 6
    /// All of them.
    case whole = 16
  }

  /// The narrowest that holds it.
  var width: Width { time == nil && columns.isShort ? .short : .whole }

  /// Inserts `count` rows of one customer, with numbers that follow one another. FAIL, because ABORT
  /// would keep a journal of each statement; the transaction ends with the error in any case.
  static func insertion(_ count: Int, _ width: Width) -> String {
    let names = columnNames.prefix(width.rawValue)
    let places = names.map { _ in "?" }.joined(separator: ", ")
    let rows = (0..<count).map { "(?1, ?2, ?3 + \($0), \(places))" }
    return """
      INSERT OR FAIL INTO fact (customer, op, id, \(names.joined(separator: ", ")))
      VALUES \(rows.joined(separator: ", "))
      """
  }

  private static let columnNames = [
    "day", "kind", "value", "is_on", "reference", "staff", "minute", "channel", "outcome",
    "until_day", "until_minute", "case_kind", "urgency", "birth_year", "birth_month", "birth_day",
  ]

  /// Binds what all rows of an insertion share: whose they are, and the number of the first.
  static func bind(
    to statement: Statement, _ customer: CustomerID, _ op: OpID, _ first: FactID
  ) throws(SQLiteError) {
    try statement.bind(1, customer)
    try statement.bind(2, op)
    try statement.bind(3, first)
  }

  /// Binds it as the `index`-th row of an insertion.
  func bind(to statement: Statement, at index: Int, _ width: Width) throws(SQLiteError) {
    var place = 3 + index * width.rawValue
    func bind(_ value: Int64?) throws(SQLiteError) {
      place += 1
      try statement.bind(place, value)
    }
    try bind(Int64(day.number))
    try bind(columns.kind.rawValue)
    try bind(columns.value)
    try bind(columns.isOn.map { $0 ? 1 : 0 })
    try bind(columns.reference)
    try bind(staff)
    guard width == .whole else { return }
    try bind(time.map { Int64($0.minute) })
    try bind(columns.channel.map { Int64($0.rawValue) })
    try bind(columns.outcome.map { Int64($0.rawValue) })
    try bind(columns.untilDay.map { Int64($0.number) })
    try bind(columns.untilMinute.map { Int64($0.minute) })
    try bind(columns.caseKind.map { Int64($0.rawValue) })
    try bind(columns.urgency.map { Int64($0.rawValue) })
    try bind(columns.birthYear)
    try bind(columns.birthMonth)
    try bind(columns.birthDay)
  }
}
