package import Core
import SQLite

/// What a customer answered in one contact (满意度调查).
package struct SurveyAnswers: Hashable, Sendable {
  package let customer: CustomerID
  package let fact: FactID
  package let day: Day
  package let survey: String
  /// The adoption whose text the questions stand in, which never changes.
  package let policy: Int64
  /// One for each question; nil where it was not answered with a number.
  package let scores: [Int?]
}

extension Store {
  /// The answers of contacts that stand, by customer and day.
  package func answers(
    of customer: CustomerID? = nil, in days: ClosedRange<Day> = Day.first...Day.last
  ) throws -> [SurveyAnswers] {
    try reading { connection in
      let rows = try connection.rows(
        text: """
          SELECT a.customer, a.day, a.fact, w.text, a.policy, a.score
          FROM answer a
          JOIN fact f ON f.customer = a.customer AND f.day = a.day AND f.id = a.fact
            AND \(stands("f"))
          JOIN word w ON w.id = a.survey
          WHERE (?1 IS NULL OR a.customer = ?1) AND a.day BETWEEN ?2 AND ?3
          ORDER BY a.customer, a.day, a.fact, a.question
          """, .int(customer), .int(days.lowerBound.number), .int(days.upperBound.number)
      ) { row in
        SurveyAnswers(
          customer: row.int64(0), fact: row.int64(2), day: Day(number: row.int(1)) ?? .first,
          survey: row.text(3), policy: row.int64(4), scores: [row.optionalInt(5)])
      }
      return rows.reduce(into: []) { all, row in
        if let last = all.last, last.fact == row.fact {
          all[all.count - 1] = last.adding(row.scores)
        } else {
          all.append(row)
        }
      }
    }
  }

  /// A policy that was adopted, in force or not.
  package func policy(_ id: Int64) throws -> Policy? {
    try reading {
      let form = try $0.first("SELECT form FROM policy WHERE id = ?", .integer(id)) { $0.bytes(0) }
      return try form.flatMap { try decoded($0).policy }
    }
  }
}

extension SurveyAnswers {
  fileprivate func adding(_ more: [Int?]) -> SurveyAnswers {
    SurveyAnswers(
      customer: customer, fact: fact, day: day, survey: survey, policy: policy,
      scores: scores + more)
  }
}

extension Transaction {
  /// Keeps the answers that a contact of this operation brought.
  package func addAnswers(
    _ scores: [Int?], to survey: String, of policy: Int64, _ contact: FactID,
    _ customer: CustomerID,
    on day: Day
  ) throws {
    for (index, score) in scores.enumerated() {
      try connection.run(
        """
        INSERT INTO answer (customer, day, fact, question, survey, policy, score)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """, .integer(customer), .int(day.number), .integer(contact), .int(index + 1),
        .integer(try word(survey)), .integer(policy), .int(score))
    }
  }

  /// The answers of a contact that a merge repeats.
  func copyAnswers(_ fact: Fact, of source: CustomerID, to copy: FactID, of target: CustomerID)
    throws
  {
    try connection.run(
      """
      INSERT INTO answer (customer, day, fact, question, survey, policy, score)
      SELECT ?, day, ?, question, survey, policy, score FROM answer
      WHERE customer = ? AND day = ? AND fact = ?
      """, .integer(target), .integer(copy), .integer(source), .int(fact.day.number),
      .integer(fact.id))
  }
}
