package import Core
import SQLite

/// A member of a customer's family (家属).
package struct Relative: Hashable, Sendable {
  /// Among the customer's, from 1; birthdays refer to it.
  package let number: Int32
  /// In the family's own word: 配偶, 女儿.
  package let relation: String
  /// Empty if nobody said.
  package let name: String
}

extension Store {
  /// In the order in which they were entered.
  package func relatives(of customer: CustomerID) throws -> [Relative] {
    try reading {
      try $0.rows(
        text: """
          SELECT number, relation, name FROM relative
          WHERE customer = ? AND \(stands("relative")) ORDER BY number
          """, .integer(customer)
      ) { row in
        Relative(
          number: Int32(truncatingIfNeeded: row.int(0)), relation: row.text(1), name: row.text(2))
      }
    }
  }

  /// The first number that no relative of the customer has or had; nil where all are taken.
  func nextRelative(of customer: CustomerID) throws -> Int32? {
    let last = try connection.first(
      "SELECT coalesce(max(number), 0) FROM relative WHERE customer = ?", .integer(customer)
    ) { $0.int(0) }
    let next = (last ?? 0) + 1
    return next <= Relative.most ? Int32(truncatingIfNeeded: next) : nil
  }
}

extension Relative {
  /// What a birthday's fact can count to.
  static let most = 511
}

extension Transaction {
  /// Enters a member of the family; the birthday is a fact of its own.
  package func addRelative(
    _ relation: String, name: String, to customer: CustomerID
  ) throws -> Int32 {
    try requireOpen(customer)
    guard let number = try store.nextRelative(of: customer) else {
      throw StoreError.familyFull(customer)
    }
    touch(customer)
    try connection.run(
      "INSERT INTO relative (customer, number, relation, name, op) VALUES (?, ?, ?, ?, ?)",
      .integer(customer), .int(number), .text(relation), .text(name), .integer(op))
    return number
  }

  /// Gives the target of a merge the source's family; what number each has there.
  func copyRelatives(from source: CustomerID, to target: CustomerID) throws -> [Int32: Int32] {
    var numbers: [Int32: Int32] = [:]
    for relative in try store.relatives(of: source) {
      numbers[relative.number] = try addRelative(
        relative.relation, name: relative.name, to: target)
    }
    return numbers
  }
}
