import FoundationEssentials
import Testing

/// What is to be handed in and reached in a week.
@Suite("Forms and quotas") struct FormsAndQuotaRows {
  private func rows(_ office: Office, _ asOf: String, _ line: String) throws -> [[String: String]] {
    let text = try office.at(asOf, line + " --format json").out
    guard case .object(let whole) = try JSONDecoder().decode(Value.self, from: Data(text.utf8)),
      case .array(let rows)? = whole["forms"]
    else { return [] }
    return rows.map {
      if case .object(let members) = $0 { members.mapValues(\.plain) } else { [:] }
    }
  }

  @Test("F115: handed in on Sunday by 17:00 in time, at 17:30 late") func forms() throws {
    let settings = [
      "early_days=7", "midterm_days=3", "completion_days=7", "company=云栖装饰", "minutes=10",
    ].map { "--set \($0)" }.joined(separator: " ")
    for (time, status) in [("16:59", "done"), ("17:30", "late")] {
      let office = try Office(asOf: "2026-11-01")
      try office.at("2026-11-01", "init --policy home-reno \(settings) --from 2026-11-01")
      try office.at("2026-11-01", "staff add 安客服 --role 客服")
      try office.at("2026-11-22 \(time)", "done hr-4.1 --user 安客服")
      let found = try rows(office, "2026-11-23 09:00", "report forms --week 2026-W47")
        .filter { $0["duty"] == "hr-4.1" }
      #expect(found.map { $0["status"] } == [status], "\(found)")
      // It is a form, and no quota.
      #expect(try rows(office, "2026-11-23 09:00", "report quota 2026-W47").isEmpty)
    }
  }

  @Test("F058: nobody invited from Saturday to Friday is short by one") func quota() throws {
    let office = try Office.open(policy: "roster", from: "2026-11-01")
    try office.enter("--source 来访 --grade A", on: "2026-11-17 10:00", as: "王芳")
    let found = try rows(office, "2026-11-23 09:00", "report quota 2026-W47")
      .filter { $0["duty"] == "ro-3.6" }
    #expect(found.first { $0["staff"] == "李明" }?["short"] == "0", "\(found)")
    #expect(found.first { $0["staff"] == "周敏" }?["short"] == "1")
    #expect(found.first { $0["staff"] == "周敏" }?["status"] == "missed")
  }
}
