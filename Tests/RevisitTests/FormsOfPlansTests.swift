import Testing

/// The four forms of what is no plain table on a page: a month, a plan, a rehearsal; and of a list
/// that is cut short.
@Suite("The four forms of plans, months and long lists")
struct FormsOfPlansTests {
  private static let asOf = "2026-11-20 09:00"

  private static func office() throws -> Office {
    let office = try Office.open()
    for index in 1...3 {
      try office.enter(
        "--source 来访 --grade A", on: "2026-11-0\(index + 1)", as: "客户\(index)", phone: index)
    }
    try office.at("2026-11-03 10:00", "log 客户1 --by 电话 --note 好")
    try office.at("2026-11-18", "milestone add 开盘 --on 2026-11-28 --title 二期")
    try office.at("2026-11-18", "calendar off 李明 --on 2026-11-25")
    return office
  }

  @Test func aMonth() throws {
    let forms = try FormsOfAReport(Self.office(), Self.asOf, "calendar show")
    let days = forms.rows("days")
    try forms.agree(try #require(forms.csv.first), days, "calendar show")
    #expect(forms.csv.count == 1 && days.count == 30)
    let page = try #require(forms.html.first).dropFirst()
    #expect(page.map { $0[0] } == days.map { String($0["day"]?.plain.dropFirst(5) ?? "") })
    #expect(page.map { $0[2] } == days.map { $0["load"]?.plain ?? "" })
    // The grid has the day and its load side by side; what has a name stands below it.
    let grid = forms.table.flatMap { $0 }
    for day in days {
      let load = day["load"]?.plain ?? "0"
      guard load != "0", !load.isEmpty else { continue }
      #expect(grid.contains { $0.split(separator: " ").contains { $0 == load } }, "\(load)")
    }
    for name in ["二期", "李明"] { #expect(grid.contains { $0.contains(name) }, "\(name)") }
    #expect(
      days[27]["milestones"]?.plain.contains("二期") == true || page[28].joined().contains("二期"))
    #expect(days[24]["off"]?.plain == "李明")
  }

  @Test func aRehearsal() throws {
    let forms = try FormsOfAReport(
      Self.office(), Self.asOf, "policy rehearse yufu --from 2026-11-02 --to 2026-11-19")
    let keys = ["policies", "consultants", "weeks"]
    #expect(forms.csv.count == keys.count && forms.html.count == keys.count)
    for (key, csv) in zip(keys, forms.csv) {
      #expect(!forms.rows(key).isEmpty)
      try forms.agree(csv, forms.rows(key), "\(key)")
    }
    // On a page the policies stand side by side.
    let counts = ["calls", "messages", "missed", "late", "fines", "crowded"]
    let sideBySide =
      [forms.rows("policies").map { $0["policy"]?.plain ?? "" }]
      + counts.map { key in forms.rows("policies").map { $0[key]?.plain ?? "" } }
    #expect(forms.html[0].map { Array($0.dropFirst()) } == sideBySide)
    #expect(
      forms.html[1].dropFirst()
        == forms.rows("consultants").map { row in
          ["consultant", "policy", "calls_a_week"].map { row[$0]?.plain ?? "" }
        }[...])
    #expect(
      forms.html[2].dropFirst().map(\.last) == forms.rows("weeks").map { $0["calls"]?.plain })
    Self.expectLines(of: forms)
  }

  @Test func aPlan() throws {
    let forms = try FormsOfAReport(
      Self.office(), Self.asOf, "policy plan 客户2 --policy yufu --to 2026-12-20")
    let calls = forms.rows("calls")
    #expect(forms.csv.count == 1 && !calls.isEmpty)
    try forms.agree(try #require(forms.csv.first), calls, "policy plan")
    // On a page a line a day, a column a policy.
    let page = try #require(forms.html.first)
    let policies = page[0].dropFirst()
    for call in calls {
      let (day, rule) = (call["due"]?.plain.prefix(10) ?? "", call["rule"]?.plain ?? "")
      let column = try #require(policies.firstIndex(of: call["policy"]?.plain ?? ""))
      #expect(page.contains { $0[0].hasPrefix(day) && $0[column].contains(rule) }, "\(call)")
    }
    #expect(page.count - 1 == Set(calls.compactMap { $0["due"]?.plain.prefix(10) }).count)
    Self.expectLines(of: forms)
  }

  /// Each row of a table of HTML is a line of the page.
  private static func expectLines(of forms: FormsOfAReport) {
    for row in forms.html.joined() {
      let cells = row.filter { !$0.isEmpty }
      #expect(cells.isEmpty || forms.table.contains(cells), "\(cells)")
    }
  }

  @Test func whatIsCutShortSaysSoAndAllIsEverything() throws {
    let office = try Office.open()
    try office.at(
      "2026-11-05",
      "import \(fixture("import/customers-2000.utf8.csv")) --skip-bad --reject \(office.path("bad.csv"))"
    )
    let line = "report --week 2026-W46"
    let (cut, all) = try (
      FormsOfAReport(office, Self.asOf, line), FormsOfAReport(office, Self.asOf, line + " --all")
    )
    let total = all.rows("misses").count
    #expect(total > 100 && cut.rows("misses").count == 40)
    for (forms, count) in [(cut, 40), (all, total)] {
      try forms.agree(forms.csv[forms.csv.count - 5], forms.rows("misses"), "misses")
      #expect(forms.html.contains { $0.count - 1 == count })
      #expect(forms.table.count { $0.count > 1 && $0[1] == "漏" } == count)
    }
    let rest = "另有 \(total - 40) 条：revisit report --week 2026-W46 --all"
    for format in ["table", "html"] {
      #expect(try office.at(Self.asOf, "\(line) --format \(format)").out.contains(rest))
      #expect(try !office.at(Self.asOf, "\(line) --all --format \(format)").out.contains("另有"))
    }
    // CSV has no place for a remark; JSON has a member.
    #expect(try office.at(Self.asOf, "\(line) --format csv").err == "revisit: \(rest)\n")
    #expect(try office.at(Self.asOf, "\(line) --all --format csv").err.isEmpty)
    for (options, count) in [("", total - 40), ("--all", 0)] {
      let json = try office.at(Self.asOf, "\(line) \(options) --format json").out
      #expect(json.contains("\"misses_left_out\":\(count)"))
    }
  }
}
