import Core
import SQLite

extension Store {
  /// The customers that a text names: by number (C000001), else by phone, else by the tail of a
  /// phone (at least its last four digits, with or without 尾号), else by the whole name, else by
  /// the name's beginning. Several are candidates among which the caller must choose.
  ///
  /// A merged customer is found by number only.
  package func customers(matching text: String, limit: Int = 50) throws -> [CustomerSummary] {
    for search in [numbered, withPhone, withPhoneTail, named] as [Search] {
      let found = try search(text, limit)
      if !found.isEmpty { return found }
    }
    return try nameBegins(text, limit)
  }

  /// As `customers(matching:)`, but all whose name begins so, even if one is called just so.
  package func search(_ text: String, limit: Int = 50) throws -> [CustomerSummary] {
    for search in [numbered, withPhone, withPhoneTail] as [Search] {
      let found = try search(text, limit)
      if !found.isEmpty { return found }
    }
    return try nameBegins(text, limit)
  }

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
    let tail = text.hasPrefix("尾号") ? text.dropFirst(2) : text[...]
    guard tail.utf8.count >= 4, let form = PhoneForm(tail) else { return [] }
    let unit = (0..<tail.utf8.count).reduce(into: Int64(1)) { unit, _ in unit *= 10 }
    return try reading {
      try $0.rows(
        """
        SELECT DISTINCT c.id, c.name, c.source, c.since_day, c.owner, c.live, c.merged_into
        FROM phone p JOIN customer c ON c.id = p.customer
        WHERE p.number % 10000 * 100000000000000 + p.number / 10000 BETWEEN ?1 AND ?2
          AND p.voided_by IS NULL AND p.number % ?3 = ?4 AND p.number >= ?3
          AND c.voided_by IS NULL
        ORDER BY c.id LIMIT ?5
        """, .integer(form.tailRange.lowerBound), .integer(form.tailRange.upperBound),
        .integer(unit), .integer(form.number - unit), .int(limit), read: CustomerSummary.init)
    }
  }

  private func named(_ text: String, _ limit: Int) throws -> [CustomerSummary] {
    try reading {
      try $0.rows(
        """
        SELECT id, name, source, since_day, owner, live, merged_into FROM customer
        WHERE name = ? AND voided_by IS NULL AND merged_into IS NULL ORDER BY id LIMIT ?
        """, .text(text), .int(limit), read: CustomerSummary.init)
    }
  }

  private func nameBegins(_ text: String, _ limit: Int) throws -> [CustomerSummary] {
    guard !text.isEmpty else { return [] }
    return try reading {
      try $0.rows(
        """
        SELECT id, name, source, since_day, owner, live, merged_into FROM customer
        WHERE name >= ? AND name < ? AND voided_by IS NULL AND merged_into IS NULL
        ORDER BY name, id LIMIT ?
        """, .text(text), .text(text + "\u{10FFFF}"), .int(limit), read: CustomerSummary.init)
    }
  }

  /// `text` if it is one to eighteen ASCII digits.
  private func digits(_ text: Substring) -> String? {
    let isNumber = text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    return 1...18 ~= text.utf8.count && isNumber ? String(text) : nil
  }
}
