package import Core

extension Store {
  /// What that member of staff repairs, and where.
  package func skills(of staff: StaffID) throws -> Skills {
    Skills(
      area: try office(key: areaKey(staff)) ?? "", trades: try office(key: tradesKey(staff)) ?? "")
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
