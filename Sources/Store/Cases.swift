package import Core
import SQLite

/// A case (事项) of a customer as it was entered. What became of it are facts.
package struct CaseRecord: Hashable, Sendable {
  /// The number by which the office knows it, K00001. A merge of customers leaves it.
  package let number: Int64
  package let customer: CustomerID
  /// Its number among the customer's own, which its steps bear.
  package let own: Int32
  package let kind: CaseKind
  package let urgency: Urgency
  /// How it came in, where that is known.
  package let channel: Channel?
  /// What it is about, in a word or two; may be empty.
  package let about: String
  /// The department that it was brought to; may be empty.
  package let department: String
}

/// A case with its steps, in the order of facts.
package struct CaseFolder: Sendable {
  package struct Step: Hashable, Sendable {
    package let fact: FactID
    package let moment: Moment
    package let step: CaseStep
    /// The one who did it; of an assignment or an escalation, the one whom it was given to.
    package let staff: StaffID?
  }

  package let record: CaseRecord
  package let steps: [Step]
  /// Cases about the same thing.
  package let links: [Int64]

  /// The last of registered, handled and closed.
  package var state: CaseStepKind {
    steps.last { [.opened, .handled, .closed].contains($0.step.step) }?.step.step ?? .opened
  }

  package var isOpen: Bool { state != .closed }

  /// Brought to several departments: to be handled first (重点办理).
  package var isPriority: Bool { !links.isEmpty }

  /// When it was entered.
  package var opened: Moment? { steps.first?.moment }

  /// The day of the reply that was promised last, until the case is answered.
  package var promised: Day? {
    let last = steps.last {
      [.promised, .replied, .handled, .closed].contains($0.step.step)
    }
    return last?.step.step == .promised ? last?.step.to : nil
  }

  /// Those who are charged with it.
  package var handlers: CaseHandlers {
    CaseHandlers(
      steps.compactMap { step in
        guard let staff = step.staff, [.assigned, .escalated].contains(step.step.step) else {
          return nil
        }
        return .init(on: step.moment.day, staff, isEscalation: step.step.step == .escalated)
      })
  }
}

extension Store {
  /// The cases with the steps they had taken by `asOf`, in the order in which they were entered.
  ///
  /// - Parameters:
  ///   - customer: only that customer's.
  ///   - number: only the case with that number.
  package func cases(
    of customer: CustomerID? = nil, number: Int64? = nil, asOf: Moment? = nil
  ) throws -> [CaseFolder] {
    try reading { connection in
      let reader = try FactReader(connection, offset: 9)
      var rows: [(CaseRecord, CaseFolder.Step)] = []
      let statement = try connection.prepare(
        text: """
          SELECT coalesce(k.origin, k.id), k.customer, k.number, k.kind, k.urgency, k.channel,
            k.about, k.department, f.staff, \(FactReader.columns)
          FROM customer_case k CROSS JOIN fact f ON f.customer = k.customer AND f.kind = ?3
            AND f.reference = k.number AND \(stands("f"))
          WHERE \(stands("k")) AND (?1 IS NULL OR k.customer = ?1)
            AND (?2 IS NULL OR k.id = ?2 OR k.origin = ?2)
          ORDER BY f.day, f.minute, f.id
          """)
      try statement.bind(1, customer)
      try statement.bind(2, number)
      try statement.bind(3, FactKind.step.rawValue)
      while let row = try statement.step() {
        guard let fact = reader.fact(row), fact.isVisible(at: asOf), let record = CaseRecord(row),
          case .step(let step) = fact.body
        else { continue }
        let staff = row.optionalInt64(8)
        rows.append(
          (record, .init(fact: fact.id, moment: fact.moment, step: step, staff: staff)))
      }
      return Store.files(rows, links: try links())
    }
  }

  private static func files(
    _ rows: [(CaseRecord, CaseFolder.Step)], links: [Int64: [Int64]]
  ) -> [CaseFolder] {
    var order: [CaseRecord] = []
    var steps: [Int64: [CaseFolder.Step]] = [:]
    for (record, step) in rows {
      if steps[record.number] == nil { order.append(record) }
      steps[record.number, default: []].append(step)
    }
    return order.map { record in
      CaseFolder(
        record: record, steps: steps[record.number] ?? [], links: links[record.number] ?? [])
    }
  }

  private func links() throws -> [Int64: [Int64]] {
    let pairs = try connection.rows(
      text: "SELECT a, b FROM case_link WHERE \(stands("case_link")) ORDER BY a, b"
    ) { ($0.int64(0), $0.int64(1)) }
    return pairs.reduce(into: [:]) { links, pair in
      links[pair.0, default: []].append(pair.1)
      links[pair.1, default: []].append(pair.0)
    }
  }

  /// Those whom the customer's cases were given or escalated to by `asOf`.
  package func casesGiven(of customer: CustomerID, asOf: Moment? = nil) throws -> CasesGiven {
    // Asked for one customer after another: it reads the customer's facts alone.
    try reading { connection in
      let statement = try connection.prepare(
        text: """
          SELECT f.reference, f.value = ?4, f.day, f.minute, f.staff FROM fact f
          WHERE f.customer = ?1 AND f.kind = ?2 AND f.value IN (?3, ?4) AND f.staff NOTNULL
            AND \(stands("f"))
          ORDER BY f.day, f.minute, f.id
          """)
      try statement.bind(1, customer)
      try statement.bind(2, Int64(FactKind.step.rawValue))
      try statement.bind(3, Int64(CaseStepKind.assigned.rawValue))
      try statement.bind(4, Int64(CaseStepKind.escalated.rawValue))
      var charges: [Int32: [CaseHandlers.Charge]] = [:]
      while let row = try statement.step() {
        guard let day = Day(number: row.int(2)) else { continue }
        let moment = Moment(day, row.optionalInt(3).flatMap { TimeOfDay(minute: $0) })
        if asOf?.isSurelyBefore(moment) == true { continue }
        let number = Int32(truncatingIfNeeded: row.int64(0))
        charges[number, default: []].append(
          .init(on: day, row.int64(4), isEscalation: row.int(1) == 1))
      }
      return charges.mapValues { CaseHandlers($0) }
    }
  }

  /// Customers with whom those members of staff agreed a day, or whom they promised a reply by one. It
  /// looks at every fact, so it is for those who have few lists of their own.
  package func customersAgreed(with staff: [StaffID]) throws -> [CustomerID] {
    try reading {
      try $0.rows(
        text: """
          SELECT DISTINCT f.customer FROM fact f
          WHERE f.staff IN (\(staff.map { "\($0)" }.joined(separator: ", ")))
            AND f.until_day NOTNULL AND f.kind IN (?1, ?2) AND \(stands("f"))
          """, .integer(FactKind.contact.rawValue),
        .integer(FactKind.step.rawValue)
      ) { $0.int64(0) }
    }
  }

  /// Customers who have, or had, a case.
  package func customersWithCases() throws -> [CustomerID] {
    try reading {
      try $0.rows(
        text: "SELECT DISTINCT customer FROM customer_case k WHERE \(stands("k")) ORDER BY customer"
      ) { $0.int64(0) }
    }
  }

  /// Customers who have, or had, a case with which that member of staff was charged; nil: anybody.
  package func customersCharged(to staff: StaffID? = nil) throws -> [CustomerID] {
    try reading {
      try $0.rows(
        text: """
          SELECT DISTINCT k.customer
          FROM customer_case k CROSS JOIN fact f ON f.customer = k.customer AND \(stands("f"))
          WHERE \(stands("k")) AND (?1 IS NULL OR f.staff = ?1) AND f.kind = ?2
            AND f.value IN (?3, ?4)
          ORDER BY k.customer
          """, .int(staff), .integer(FactKind.step.rawValue),
        .int(CaseStepKind.assigned.rawValue), .int(CaseStepKind.escalated.rawValue)
      ) { $0.int64(0) }
    }
  }
}

extension CaseRecord {
  /// Of a row that begins with its columns; nil where a number means nothing to this program.
  fileprivate init?(_ row: Row) {
    guard let kind = CaseKind(stored: row.int(3)), let urgency = Urgency(stored: row.int(4)) else {
      return nil
    }
    self.init(
      number: row.int64(0), customer: row.int64(1), own: Int32(truncatingIfNeeded: row.int64(2)),
      kind: kind, urgency: urgency,
      channel: row.optionalInt(5).flatMap { Channel(stored: $0) }, about: row.text(6),
      department: row.text(7))
  }
}

// MARK: - Writing

/// What a new case says of itself.
package struct CaseEntry: Hashable, Sendable {
  package var kind: CaseKind
  package var urgency: Urgency
  package var channel: Channel?
  package var about: String
  package var department: String

  package init(
    _ kind: CaseKind, urgency: Urgency = .normal, channel: Channel? = nil, about: String = "",
    department: String = ""
  ) {
    self.kind = kind
    self.urgency = urgency
    self.channel = channel
    self.about = about
    self.department = department
  }
}

extension Transaction {
  /// Enters a case with its first step; its number in the office.
  package func addCase(
    _ entry: CaseEntry, of customer: CustomerID, on moment: Moment, staff: StaffID? = nil,
    note: String? = nil
  ) throws -> (number: Int64, fact: FactID) {
    try requireOpen(customer)
    let own = try insertCase(entry, of: customer, origin: nil)
    let number = connection.lastInsertedRow
    let step = CaseStep(own, entry.kind, .opened, urgency: entry.urgency)
    let fact = try append(
      to: customer, on: moment.day, at: moment.time, .step(step), staff: staff, note: note)
    return (number, fact)
  }

  /// Its number among the customer's.
  private func insertCase(
    _ entry: CaseEntry, of customer: CustomerID, origin: Int64?
  ) throws -> Int32 {
    touch(customer)
    let own =
      try connection.first(
        "SELECT coalesce(max(number), 0) + 1 FROM customer_case WHERE customer = ?",
        .integer(customer)
      ) { $0.int64(0) } ?? 1
    try connection.run(
      """
      INSERT INTO customer_case
        (customer, number, kind, urgency, channel, about, department, origin, op)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, .integer(customer), .integer(own), .int(entry.kind.rawValue),
      .int(entry.urgency.rawValue), .int(entry.channel?.rawValue), .text(entry.about),
      .text(entry.department), .int(origin), .integer(op))
    return Int32(truncatingIfNeeded: own)
  }

  /// Notes that two cases are about the same thing. Nothing happens where that is known.
  package func link(_ a: Int64, _ b: Int64) throws {
    try connection.run(
      "INSERT INTO case_link (a, b, op) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      .integer(min(a, b)), .integer(max(a, b)), .integer(op))
  }

  /// Hands the cases of a merged customer on. They keep the numbers by which the office knows them;
  /// what they are called among the target's own is returned by what they were called before.
  func moveCases(from source: CustomerID, to target: CustomerID) throws -> [Int32: Int32] {
    let rows = try connection.rows(
      """
      SELECT coalesce(origin, id), customer, number, kind, urgency, channel, about, department
      FROM customer_case WHERE customer = ? AND voided_by IS NULL ORDER BY number
      """, .integer(source)
    ) { CaseRecord($0) }
    try connection.run(
      "UPDATE customer_case SET voided_by = ? WHERE customer = ? AND voided_by IS NULL",
      .integer(op), .integer(source))
    var numbers: [Int32: Int32] = [:]
    for case let record? in rows {
      let entry = CaseEntry(
        record.kind, urgency: record.urgency, channel: record.channel, about: record.about,
        department: record.department)
      numbers[record.own] = try insertCase(entry, of: target, origin: record.number)
    }
    return numbers
  }
}
