import FoundationEssentials
import Testing

/// Records are looked over, and a manager says something to them.
@Suite("Inspection and review")
struct InspectionRows {
  /// 甘露 has six customers, 齐越 is her colleague, 鲁经理 the manager.
  private func office() throws -> Office {
    let office = try Office(asOf: "2027-07-20 09:00")
    try office.at("2027-07-01", "init --policy qnc --from 2027-07-01")
    try office.at("2027-07-01", "staff add 鲁经理 --role 经理")
    for name in ["甘露", "齐越"] { try office.at("2027-07-01", "staff add \(name)") }
    for number in 1...6 {
      try office.at(
        "2027-07-05 10:00",
        "add 住户\(number) --phone 1383000400\(number) --source 来访 --grade B --consultant 甘露")
    }
    return office
  }

  private func rows(_ office: Office, _ line: String, _ key: String) throws -> [[String: String]] {
    let text = try office.at("2027-07-20 09:00", line + " --format json").out
    guard case .object(let whole) = try JSONDecoder().decode(Value.self, from: Data(text.utf8)),
      case .array(let rows)? = whole[key]
    else { return [] }
    return rows.map {
      if case .object(let members) = $0 { members.mapValues(\.plain) } else { [:] }
    }
  }

  @Test("F068: the same seed draws the same records; the thin, the copied and the late are marked")
  func inspected() throws {
    let office = try office()
    try office.at("2027-07-06 10:10", "log 住户1 --by 电话 --note 好")
    try office.at("2027-07-06 10:30", "log 住户2 --by 电话 --note 想看南向三室")
    try office.at("2027-07-06 11:00", "log 住户3 --by 电话 --note 想看南向三室")
    try office.at("2027-07-06 13:00", "log 住户4 --by 电话 --note 嫌总价高了些")
    try office.at("2027-07-08 10:10", "log 住户5 --by 电话 --note 要等年底奖金 --on 2027-07-07")
    let all = try rows(office, "inspect 2027-07 --sample 100", "sample")
    func marks(_ name: String) -> String? { all.first { $0["name"] == name }?["marks"] }
    #expect(marks("住户1") == "thin" && marks("住户2") == "" && marks("住户3") == "copied", "\(all)")
    #expect(marks("住户4") == "outside" && marks("住户5") == "late")
    let drawn = try rows(office, "inspect 2027-07 --sample 2 --seed 7", "sample")
    #expect(drawn.count == 2)
    #expect(try rows(office, "inspect 2027-07 --sample 2 --seed 7", "sample") == drawn)
    let others = try (1...9).map {
      try rows(office, "inspect 2027-07 --sample 2 --seed \($0)", "sample")
    }
    #expect(others.contains { $0 != drawn })
    let whole = try rows(office, "inspect 2027-07", "consultants").first
    #expect(whole?["records"] == "5" && whole?["thin"] == "1" && whole?["late"] == "1")
  }

  @Test("Five conversations in ten minutes are a burst; four are none") func burst() throws {
    let office = try office()
    for number in 1...4 {
      try office.at("2027-07-06 10:1\(number)", "log 住户\(number) --by 电话 --note 谈到第\(number)套房")
    }
    #expect(try !rows(office, "inspect 2027-07", "sample").contains { $0["marks"] == "burst" })
    try office.at("2027-07-06 10:20", "log 住户5 --by 电话 --note 谈到第五套房子")
    #expect(
      try rows(office, "inspect 2027-07", "sample").allSatisfy { $0["marks"] == "burst" })
  }

  @Test("F067: what the manager says to a record stands on the consultant's next list")
  func reviewed() throws {
    let office = try office()
    try office.at("2027-07-06 10:10", "log 住户1 --by 电话 --note 想看南向三室 --user 甘露")
    let record = try #require(try rows(office, "inspect 2027-07", "sample").first?["record"])
    try office.at("2027-07-06 18:00", "review \(record) --note 补充抗性 --user 鲁经理")
    let list = try office.at("2027-07-07 09:00", "due --user 甘露").out
    #expect(list.contains("经理的审阅") && list.contains("补充抗性") && list.contains(record))
    #expect(try !office.at("2027-07-07 09:00", "due --user 齐越").out.contains("补充抗性"))
    #expect(try !office.at("2027-07-15 09:00", "due --user 甘露").out.contains("补充抗性"))
    #expect(try office.attempt("2027-07-07 09:00", "review 999 --note x").code == 66)
    #expect(
      try office.attempt("2027-07-07 09:00", "review \(record) --note 好 --user 甘露").code == 77)
    #expect(try office.attempt("2027-07-07 09:00", "review \(record)").code == 64)
  }
}
