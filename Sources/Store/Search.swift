package import Core
import SQLite

extension Store {
  /// The customers that a text names beyond doubt: by number (C000001), else by phone, else by the tail
  /// of a phone (at least its last four digits, with or without 尾号), else by the whole name.
  ///
  /// A merged customer is found by number only.
  package func customers(matching text: String, limit: Int = 1000) throws -> [CustomerSummary] {
    for search in [numbered, withPhone, withPhoneTail, named] as [Search] {
      let found = try search(text, limit)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Those found by number or phone, else all whose name begins so, even if one is called just so.
  package func search(_ text: String, limit: Int = 50) throws -> [CustomerSummary] {
    for search in [numbered, withPhone, withPhoneTail] as [Search] {
      let found = try search(text, limit)
      if !found.isEmpty { return found }
    }
    return try customers(nameBeginning: text, limit)
  }

  /// The customers of one consultant, without those merged or lost.
  package func customers(of owner: StaffID) throws -> [CustomerSummary] {
    try reading {
      try $0.rows(
        text: """
          SELECT \(summaryColumns) FROM customer c
          WHERE c.live = 1 AND \(stands("c")) AND c.id IN (
            SELECT id FROM customer WHERE owner = ?1 AND live = 1
            UNION SELECT customer FROM holder WHERE staff = ?1 AND voided_by IS NULL)
          ORDER BY c.id
          """, .integer(owner)
      ) { try seen(CustomerSummary($0)) }.filter { $0.owner == owner }
    }
  }

  /// Those of whom the text was written down: in what was said or promised, in the profile, or as the
  /// number of a contract.
  package func customers(noted text: String, limit: Int) throws -> [CustomerSummary] {
    try reading {
      try $0.rows(
        text: """
          SELECT \(summaryColumns) FROM customer c WHERE c.id IN (
            SELECT id FROM customer WHERE instr(\(Store.written), ?1) > 0
            UNION SELECT customer FROM profile
            WHERE field IN (7, 8, 10, 11) AND instr(value, ?1) > 0 AND \(stands("profile"))
            UNION SELECT f.customer FROM note n CROSS JOIN fact f
            WHERE (instr(n.said, ?1) > 0 OR instr(n.promised, ?1) > 0)
              AND f.id = n.fact AND f.customer BETWEEN
                (SELECT first_customer FROM op WHERE facts > 0 AND first_fact <= n.fact
                 ORDER BY first_fact DESC LIMIT 1)
                AND (SELECT last_customer FROM op WHERE facts > 0 AND first_fact <= n.fact
                 ORDER BY first_fact DESC LIMIT 1)
              AND \(stands("f")))
          AND \(stands("c")) AND \(known("c.merged_by")) IS NULL ORDER BY c.id LIMIT ?2
          """, .text(text), .int(limit)
      ) { try seen(CustomerSummary($0)) }
    }
  }

  /// The columns of a customer in which people write.
  private static let written = """
    coalesce(concerns, '') || char(10) || coalesce(objections, '') || char(10)
      || coalesce(note, '') || char(10) || coalesce(contract, '')
    """

  private typealias Search = (String, Int) throws -> [CustomerSummary]

  private func numbered(_ text: String, _ limit: Int) throws -> [CustomerSummary] {
    guard let first = text.utf8.first, [UInt8(ascii: "C"), UInt8(ascii: "c")].contains(first),
      let id = digits(text.dropFirst()).flatMap({ CustomerID($0) })
    else { return [] }
    return try customer(id).map { [$0] } ?? []
  }

  private func withPhone(_ text: String, _ limit: Int) throws -> [CustomerSummary] {
    guard let id = try customer(phone: text) else { return [] }
    return try customer(id).map { [$0] } ?? []
  }

  private func withPhoneTail(_ text: String, _ limit: Int) throws -> [CustomerSummary] {
    let number = text.hasPrefix("尾号") ? text.dropFirst(2) : text[...]
    guard let number = digits(number), number.utf8.count >= 4 else { return [] }
    return try reading {
      try $0.rows(
        text: """
          SELECT DISTINCT \(summaryColumns)
          FROM phone p JOIN customer c ON c.id = p.customer
          WHERE p.tail = ?1 AND p.number || '-' LIKE '%' || ?2 || '-%' AND \(stands("p")) AND \(stands("c"))
          ORDER BY c.id LIMIT ?3
          """, .text(String(number.suffix(4))), .text(number), .int(limit)
      ) { try seen(CustomerSummary($0)) }
    }
  }

  private func named(_ text: String, _ limit: Int) throws -> [CustomerSummary] {
    try reading {
      try $0.rows(
        text: """
          SELECT \(summaryColumns) FROM customer c
          WHERE c.name = ? AND \(stands("c")) AND \(known("c.merged_by")) IS NULL
          ORDER BY c.id LIMIT ?
          """, .text(text), .int(limit)
      ) { try seen(CustomerSummary($0)) }
    }
  }

  package func customers(nameBeginning text: String, _ limit: Int) throws -> [CustomerSummary] {
    guard !text.isEmpty else { return [] }
    return try reading {
      try $0.rows(
        text: """
          SELECT \(summaryColumns) FROM customer c
          WHERE c.name >= ? AND c.name < ? AND \(stands("c")) AND \(known("c.merged_by")) IS NULL
          ORDER BY c.name, c.id LIMIT ?
          """, .text(text), .text(text + "\u{10FFFF}"), .int(limit)
      ) { try seen(CustomerSummary($0)) }
    }
  }

  /// `text` if it is one to eighteen ASCII digits.
  private func digits(_ text: Substring) -> String? {
    let isNumber = text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    return 1...18 ~= text.utf8.count && isNumber ? String(text) : nil
  }
}
