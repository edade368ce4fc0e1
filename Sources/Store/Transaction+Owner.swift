package import Core
import SQLite

extension Transaction {
  /// Gives a customer to another consultant from a day on, where `stay` is given for a time alone.
  ///
  /// - Parameters:
  ///   - former: whose customer it is until then.
  ///   - stay: the last day, and whose customer it is afterwards.
  ///   - staff: who did it.
  ///   - note: before whom, in a word.
  package func give(
    _ customer: CustomerID, of former: StaffID, to owner: StaffID, from day: Day,
    for stay: (last: Day, then: StaffID)? = nil, staff: StaffID?, note: String
  ) throws {
    let today = operation.recorded.day
    held.insert(customer)
    try append(to: customer, on: day, .owner(owner), staff: staff, note: note)
    if day > today { try insertHolder(former, of: customer, until: day - 1) }
    guard let stay else { return }
    try insertHolder(owner, of: customer, until: stay.last)
    let back = stay.last + 1
    _ = try insert(to: customer, on: back, at: nil, .owner(stay.then), staff, note, nil)
    noteState(back, nil, .owner(stay.then), customer)
  }

  private func insertHolder(_ member: StaffID, of customer: CustomerID, until day: Day) throws {
    try connection.run(
      "INSERT INTO holder (customer, until_day, staff, op) VALUES (?, ?, ?, ?)",
      .integer(customer), .int(day.number), .integer(member), .integer(op))
  }

  /// Whoever gets the customer from a day on keeps them: what was to change later, as after the holidays
  /// of a colleague, does not any more.
  func endHolding(of customer: CustomerID, from day: Day) throws {
    let isHeld = try connection.first(
      "SELECT 1 FROM holder WHERE customer = ? AND until_day >= ? AND voided_by IS NULL LIMIT 1",
      .integer(customer), .int(day.number)
    ) { _ in true }
    guard isHeld == true else { return }
    try connection.run(
      "UPDATE holder SET voided_by = ? WHERE customer = ? AND until_day >= ? AND voided_by IS NULL",
      .integer(op), .integer(customer), .int(day.number))
    try connection.run(
      """
      UPDATE fact SET voided_by = ?1
      WHERE customer = ?2 AND day > ?3 AND kind = 7 AND voided_by IS NULL AND op <> ?1
      """, .integer(op), .integer(customer), .int(day.number))
    touch(customer)
    stale.insert(customer)
  }
}
