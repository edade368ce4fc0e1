import Testing

/// Table, JSON, CSV and HTML say the same of every report and list.
@Suite("The four forms of a report")
struct ReportFormsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    /// The sections by their keys, in order. Each with the cells of its rows on a page: the keys whose
    /// values stand in it, or none where people read other words than programs.
    let sections: [(key: String, cells: [[String]])]

    init(_ line: String, _ sections: (key: String, cells: [[String]])...) {
      self.line = line
      self.sections = sections
    }

    var testDescription: String { line }
  }

  static let asOf = "2026-11-20 09:00"

  /// An office with something in every report.
  private static func office() throws -> Office {
    let office = try Office.open(policy: "wenxin", from: "2026-11-01")
    try office.at("2026-11-01", "staff add 孙客服 --role 客服 --login sun")
    for (index, name) in ["王芳", "李娜", "赵强", "钱<七>"].enumerated() {
      try office.enter(
        "--source 来访 --grade A", on: "2026-11-0\(index + 2)", as: name, phone: index + 1)
    }
    try office.at("2026-11-09", "add 周敏的 --phone 13800000009 --source 来电 --consultant 周敏")
    try office.at("2026-11-10 10:00", "log 王芳 --by 电话 --note \"=1+1，好\" --answers 5,4,5,4")
    try office.at("2026-11-12 10:00", "log 李娜 --by 微信 --intention B --note 近况 --on 2026-11-11")
    try office.at("2026-11-12", "event 王芳 签约 --no HT-88 --pay 按揭")
    try office.at("2026-11-13", "family add 王芳 --relation 配偶 --name 陈伟 --born 1990-05-01")
    try office.at("2026-11-16 11:00", "case add 王芳 投诉 --about 漏水 --by 电话")
    try office.at("2026-11-16 12:00", "case step K00001 派单 --to 孙客服")
    try office.at("2026-11-17 10:00", "case add 李娜 建议 --about 绿化")
    try office.at("2026-11-17 10:00", "case step K00002 处理 --note 已处理")
    try office.at("2026-11-17 11:00", "case add 赵强 报修 --about 门锁")
    try office.at("2026-11-17 10:00", "ledger add 巡查问题 --note 制冰机漏水 --for 孙客服")
    try office.at("2026-11-17 10:00", "ledger add 媒体 --note 报纸")
    try office.at("2026-11-18 10:00", "ledger close 1 --note 修好了 --user 王经理")
    try office.at("2026-11-18 10:00", "ledger add 媒体问题 --note 错字")
    try office.at("2026-11-18", "milestone add 开盘 --on 2026-11-28 --title 二期")
    try office.at("2026-11-18", "calendar off 李明 --on 2026-11-25")
    return office
  }

  /// A cell for each key.
  private static func each(_ keys: String...) -> [[String]] { keys.map { [$0] } }

  private static let counts: [[String]] =
    each("consultant", "due", "on_time", "late", "missed", "open", "held", "skipped") + [[]]
    + each("new_customers", "visits", "reservations", "signings")

  private static let reports: [Case] = [
    Case(
      "report --week 2026-W46", ("consultants", counts), ("figures", []), ("conversion", []),
      ("channels", []), ("misses", [["due"], [], ["customer", "name"], ["consultant"], [], []]),
      ("duties", [["due"], [], [], []]),
      ("problems", [["day"], ["entry"], ["staff"], []]), ("out_of_reach", []),
      ("cases", [["due"], [], ["case"], ["customer", "name"], ["holders"]])),
    Case(
      "report --week 2026-W47 --all", ("consultants", []), ("figures", []), ("conversion", []),
      ("channels", []), ("misses", []), ("duties", []),
      ("problems", []), ("out_of_reach", []), ("cases", [])),
    Case(
      "report --month 2026-11 --by source --explain missed", ("evidence", []), ("consultants", []),
      ("figures", []), ("conversion", []), ("channels", []), ("misses", []), ("duties", []),
      ("problems", []), ("out_of_reach", []), ("cases", [])),
    Case("report stats --by grade", ("statistics", [[], ["customers"], []])),
    Case("report missed --older 2", ("missed", [])),
    Case("report policy", ("rules", [])),
    Case("report coverage", ("coverage", [["consultant"], ["owed"], ["in_contact"], []])),
    Case("plan --days 3", ("load", []), ("consultants", [])),
    Case(
      "report --callback-rate",
      ("kinds", [[], ["required"], ["done"], ["missed"], ["open"], []]), ("marks", [])),
    Case(
      "report --survey", ("consultants", each("consultant", "customers", "asked", "left", "mean")),
      ("questions", each("survey", "question", "answers", "mean"))),
    Case(
      "report --loans", ("loans", each("customer", "name", "consultant", "contract", "signing"))),
    Case(
      "report --half 2026-11a",
      (
        "register",
        each("day", "customer", "name", "consultant") + [[], []]
          + each("intention", "times", "note", "feedback", "follow_up", "satisfaction", "signed")
      )),
    Case(
      "report --unlogged 2026-W46",
      ("late_entries", each("day", "recorded", "customer", "name", "record", "what", "user"))),
  ]

  private static let lists: [Case] = [
    Case(
      "ledger list", ("entries", each("entry", "day", "kind", "count", "staff", "customer"))),
    Case(
      "case list", ("cases", [["row"], ["case"], [], ["name"]])),
    Case("case show K00001", ("steps", [["record"], ["when"], [], ["to"]])),
    Case("show 王芳", ("records", each("record", "when") + [[], []])),
    Case("find 王芳", ("customers", each("row", "customer", "name", "phone") + [[]])),
    Case("family list 王芳", ("family", each("number", "relation", "name", "birthday"))),
    Case("staff list", ("staff", [["name"], [], ["login"]])),
    Case("milestone list", ("milestones", [["milestone"], ["day"], [], ["title"]])),
    Case("calendar list", ("entries", [["from"], ["to"], [], []])),
    Case("office show", ("settings", each("key", "name", "value"))),
    Case("message templates", ("templates", [["template"], [], ["clause"], ["says"], ["text"]])),
    Case("policy list", ("policies", [["policy"]])),
    Case("policy coverage wx", ("clauses", [["clause"], [], [], ["name"], ["note"]])),
  ]

  @Test func theFourSayTheSame() throws {
    let office = try Self.office()
    for one in Self.reports + Self.lists {
      let name = Comment(rawValue: one.line)
      let forms = try FormsOfAReport(office, Self.asOf, one.line)
      #expect(forms.csv.count == one.sections.count, name)
      for (section, csv) in zip(one.sections, forms.csv) {
        try forms.agree(csv, forms.rows(section.key), name)
      }
      let counts = agree(forms, one, name)
      #expect(counts.tables == forms.html.count, name)
      #expect(counts.rows > 0 || forms.total != nil, name)
    }
  }

  /// The pages: each row of a table of HTML is a line of the table of text, and has the values that
  /// programs read.
  private func agree(
    _ forms: FormsOfAReport, _ one: Case, _ name: Comment
  ) -> (tables: Int, rows: Int) {
    var tables = forms.html[...]
    var lines = forms.table[...]
    var count = 0
    for section in one.sections {
      let rows = forms.rows(section.key)
      let total = tables.first?.last?.first == "合计" ? forms.total : nil
      guard !rows.isEmpty || total != nil, let table = tables.popFirst() else { continue }
      for row in table {
        let cells = row.filter { !$0.isEmpty }
        let found = lines.firstIndex(of: cells)
        #expect(found != nil, "\(one.line): \(cells) is no line of the page")
        if let found { lines = lines[(found + 1)...] }
      }
      let shown = table.dropFirst().dropLast(total == nil ? 0 : 1)
      let times = shown.map { timesTold($0) }.reduce(0, +)
      #expect(times == rows.count, name)
      count += times
      // What is told once for several is compared by its first.
      guard times == shown.count else { continue }
      for (cells, row) in zip(shown, rows) { agree(cells, row, section.cells, name) }
    }
    return (forms.html.count - tables.count, count)
  }

  private func agree(
    _ cells: [String], _ row: [String: Value], _ keys: [[String]], _ name: Comment
  ) {
    var rest = cells.filter { !$0.isEmpty }[...]
    for keys in keys {
      let value = keys.compactMap { row[$0]?.plain }.filter { !$0.isEmpty }.joined(separator: " ")
      if !keys.isEmpty, value.isEmpty { continue }
      let cell = rest.popFirst()
      #expect(keys.isEmpty || cell == value, name)
    }
  }

  /// How many rows for programs a row of a page stands for: `没有记录 ×4`.
  private func timesTold(_ cells: [String]) -> Int {
    let words = cells.dropFirst().first?.split(separator: " ").last ?? ""
    return words.hasPrefix("×") ? Int(words.dropFirst()) ?? 1 : 1
  }
}
