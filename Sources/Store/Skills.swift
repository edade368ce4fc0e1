package import Core
import SQLite

extension Store {
  /// What that member of staff repairs, and where.
  package func skills(of staff: StaffID) throws -> Skills {
    try reading { connection in
      func value(_ key: String) throws -> String {
        try connection.first(
          """
          SELECT value FROM office WHERE key = ? AND voided_by IS NULL ORDER BY op DESC LIMIT 1
          """, .text(key)
        ) { $0.text(0) } ?? ""
      }
      return Skills(area: try value(areaKey(staff)), trades: try value(tradesKey(staff)))
    }
  }
}

extension Transaction {
  package func setSkills(_ skills: Skills, of staff: StaffID) throws {
    try setOffice(key: areaKey(staff), skills.area)
    try setOffice(key: tradesKey(staff), skills.trades)
  }
}

private func areaKey(_ staff: StaffID) -> String { "staff.\(staff).area" }
private func tradesKey(_ staff: StaffID) -> String { "staff.\(staff).trades" }
