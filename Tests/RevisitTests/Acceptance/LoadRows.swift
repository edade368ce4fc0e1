import FoundationEssentials
import Testing

/// The coming days against what can be done.
@Suite("Load and capacity")
struct LoadRows {
  /// Eight of grade A who visited on one day: each is due by 2027-06-10, and may be called from 06-08 on.
  private func office() throws -> Office {
    let office = try Office(asOf: "2027-06-08 08:00")
    try office.at("2027-06-01", "init --policy qnc --from 2027-06-01")
    for name in ["程远", "卓越"] { try office.at("2027-06-01", "staff add \(name)") }
    for number in 1...8 {
      let name = "访客\(number)"
      try office.at(
        "2027-06-07 10:00",
        "add \(name) --phone 1382000300\(number) --source 来访 --grade A --consultant 程远")
      try office.at("2027-06-07 17:00", "log \(name) --by 电话 --note 近况")
    }
    return office
  }

  private func rows(_ office: Office, _ line: String, _ key: String) throws -> [[String: String]] {
    let text = try office.at("2027-06-08 08:00", line + " --format json").out
    guard case .object(let whole) = try JSONDecoder().decode(Value.self, from: Data(text.utf8)),
      case .array(let rows)? = whole[key]
    else { return [] }
    return rows.map {
      if case .object(let members) = $0 { members.mapValues(\.plain) } else { [:] }
    }
  }

  @Test("A day that asks for more than can be done is named, with whose it is")
  func load() throws {
    let office = try office()
    let days = try rows(office, "plan --days 14 --capacity 5", "load")
    #expect(days.count == 14 && days.first?["day"] == "2027-06-08")
    let full = days.first { $0["day"] == "2027-06-10" }
    #expect(full?["due"] == "8" && full?["over"] == "程远 8/5", "\(days)")
    #expect(full?["capacity"] == "10")
    // Who is off can do nothing.
    try office.at("2027-06-08 08:00", "calendar off 程远 --on 2027-06-09")
    let off = try rows(office, "plan --capacity 5", "load").first { $0["day"] == "2027-06-09" }
    #expect(off?["capacity"] == "5")
  }

  @Test("Levelled within the windows, never past a due day; what has no room is named")
  func spread() throws {
    let office = try office()
    let moved = try rows(office, "plan --spread --days 3 --capacity 3", "moved")
    #expect(moved.count == 5 && moved.allSatisfy { $0["due"] == "2027-06-10" }, "\(moved)")
    #expect(Set(moved.compactMap { $0["day"] }) == ["2027-06-08", "2027-06-09"])
    #expect(try rows(office, "plan --spread --days 3 --capacity 3", "left").isEmpty)
    let days = try rows(office, "plan --spread --days 3 --capacity 3", "days")
    #expect(days.map { $0["planned"] } == ["2", "3", "3"])
    #expect(try rows(office, "plan --spread --days 3 --capacity 2", "left").count == 2)
    #expect(try office.attempt("2027-06-08 08:00", "plan --days 0").code == 64)
  }

  @Test("A backlog is spread from today on, oldest first, and its due days stay")
  func backlog() throws {
    let office = try office()
    let text = try office.at(
      "2027-06-14 08:00", "plan --spread --days 3 --capacity 3 --format json"
    ).out
    guard case .object(let whole) = try JSONDecoder().decode(Value.self, from: Data(text.utf8)),
      case .array(let moved)? = whole["moved"]
    else { return }
    #expect(moved.count == 5)
    for case .object(let row) in moved {
      #expect(row["due"]?.plain == "2027-06-10" && row["overdue"]?.plain == "true")
    }
  }
}
