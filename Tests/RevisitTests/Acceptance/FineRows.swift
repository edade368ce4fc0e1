import FoundationEssentials
import Testing

/// Fines are drafted with their clause, and a manager decides.
@Suite("Fines")
struct FineRows {
  /// 佟安 has three first visitors of 2027-09-06, each due by 09-09; 龚经理 is the manager.
  private func office() throws -> Office {
    let office = try Office(asOf: "2027-09-30 09:00")
    try office.at("2027-09-01", "init --policy site-fines --from 2027-09-01")
    try office.at("2027-09-01", "staff add 龚经理 --role 经理")
    for name in ["佟安", "闵捷"] { try office.at("2027-09-01", "staff add \(name)") }
    for number in 1...3 {
      try office.at(
        "2027-09-06 10:00",
        "add 看房\(number) --phone 1385000600\(number) --source 来访 --consultant 佟安")
    }
    return office
  }

  private func fines(
    _ office: Office, _ asOf: String, _ options: String = ""
  ) throws -> [[String: String]] {
    let text = try office.at(asOf, "fine list --month 2027-09 \(options) --format json").out
    guard case .object(let whole) = try JSONDecoder().decode(Value.self, from: Data(text.utf8)),
      case .array(let rows)? = whole["fines"]
    else { return [] }
    return rows.map {
      if case .object(let members) = $0 { members.mapValues(\.plain) } else { [:] }
    }
  }

  @Test("F108: in time none, late 20, never 20 once; 60 is refused, 10 and 50 are taken")
  func amounts() throws {
    let office = try office()
    try office.at("2027-09-09 10:00", "log 看房1 --by 电话 --note 近况好 --intention B")
    try office.at("2027-09-10 10:00", "log 看房2 --by 电话 --note 近况好 --intention B")
    #expect(try fines(office, "2027-09-09 18:00").isEmpty)
    for day in ["2027-09-10 18:00", "2027-09-14 18:00"] {
      let found = try fines(office, day).filter { $0["rule"] == "sf-2.2" }
      #expect(found.map { $0["name"] } == ["看房2", "看房3"], "\(found)")
      #expect(found.allSatisfy { $0["amount"] == "20" && $0["state"] == "drafted" })
    }
    let add = "fine add --for 佟安 --note 记录不详 --amount"
    #expect(try office.attempt("2027-09-14 18:00", "\(add) 60").code == 64)
    try office.at("2027-09-14 18:00", "\(add) 10")
    try office.at("2027-09-14 18:00", "\(add) 50")
    #expect(try office.attempt("2027-09-14 18:00", "\(add) 10 --user 佟安").code == 77)
  }

  @Test("Leave and a dead number excuse; the manager decides, and who is fined may appeal")
  func decided() throws {
    let office = try office()
    try office.at("2027-09-07 10:00", "log 看房1 空号")
    let now = "2027-09-12 09:00"
    let first = try fines(office, now)
    #expect(first.first { $0["name"] == "看房1" }?["state"] == "exempt", "\(first)")
    let two = try #require(first.first { $0["name"] == "看房2" }?["number"])
    let three = try #require(first.first { $0["name"] == "看房3" }?["number"])
    try office.at(now, "fine confirm \(two) --month 2027-09 --user 龚经理")
    #expect(try office.attempt(now, "fine confirm \(three) --month 2027-09 --user 佟安").code == 77)
    #expect(try office.attempt(now, "fine waive \(three) --month 2027-09").code == 64)
    try office.at(now, "fine waive \(three) --month 2027-09 --reason 初犯")
    try office.at(now, "fine appeal \(two) --month 2027-09 --reason 已面谈 --user 佟安")
    let states = try fines(office, now, "--user 佟安")
    #expect(states.first { $0["name"] == "看房2" }?["state"] == "appealed")
    #expect(states.first { $0["name"] == "看房3" }?["state"] == "waived")
    #expect(states.first { $0["name"] == "看房3" }?["reason"] == "初犯")
    #expect(try fines(office, now, "--user 闵捷").isEmpty)
  }

  @Test("Who was on leave on the due day is exempt") func leave() throws {
    let office = try office()
    try office.at("2027-09-07 10:00", "calendar off 佟安 --on 2027-09-09")
    #expect(try fines(office, "2027-09-12 09:00").allSatisfy { $0["state"] == "exempt" })
  }
}
