import Testing

/// Feature rows on the morning list, its hours and its openings, through the program.
@Suite("The morning list")
struct MorningRows {
  /// The line under the page's date: what the clock says of the call windows.
  private func windows(_ office: Office, _ asOf: String) throws -> String? {
    try office.at(asOf, "due --consultant 李明").lines.first { $0.hasPrefix("约电时段") }
  }

  @Test("F045 李明's list in order: overdue, two of today, one still open") func f045() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-19", as: "孙丽", phone: 1)
    try office.call("孙丽", on: "2026-11-19")
    try office.enter("--source 来访 --grade C", on: "2026-11-13", as: "李娜", phone: 2)
    try office.enter("--source 来访 --grade C", on: "2026-11-11", as: "王芳", phone: 3)
    try office.enter("--source 来访 --grade C", on: "2026-11-13", as: "陈静", phone: 4)
    try office.enter(
      "--source 来访 --grade C", on: "2026-11-13", as: "赵强", phone: 5, consultant: "周敏")
    let listed = try office.due("2026-11-20 08:30", "--consultant 李明")
    #expect(listed.names == ["王芳", "李娜", "陈静", "孙丽"])
    #expect(listed.items.map(\.status) == ["overdue", "due", "due", "due"])
    #expect(
      listed.items.map(\.due) == ["2026-11-18", "2026-11-20", "2026-11-20", "2026-11-22"])
    #expect(listed.items.map(\.daysOverdue) == [2, 0, 0, 0])

    try office.at("2026-11-20 08:30", "daily --out \(office.folder)")
    let rows = office.read("2026-11-20-李明.csv")?.split(whereSeparator: \.isNewline).dropFirst()
    let names = rows?.compactMap { $0.split(separator: ",").dropFirst().first.map(String.init) }
    #expect(names == ["王芳", "李娜", "陈静", "孙丽"])
    #expect(office.read("2026-11-20-周敏.csv")?.contains("赵强") == true)
  }

  @Test("F045 edge: from the year's last minute to the first, and to another consultant")
  func f045YearEnd() throws {
    let office = try Office.open()
    try office.enter("--source 来电 --grade A", on: "2026-12-31", as: "王芳", phone: 1)
    try office.enter("--source 来电 --grade C", on: "2026-12-31", as: "李娜", phone: 2)
    let last = try office.due("2026-12-31 23:59", "--consultant 李明")
    #expect(last.names == ["王芳", "李娜"] && last.items.map(\.daysOverdue) == [0, 0])
    try office.at("2027-01-01", "edit 李娜 --consultant 周敏 --on 2027-01-01")
    let first = try office.due("2027-01-01 00:00", "--consultant 李明")
    #expect(first.names == ["王芳"] && first.items.map(\.daysOverdue) == [1])
    #expect(first.rules() == ["qnc-1.1", "qnc-1.2", "qnc-4.1a"], "each customer once")
    #expect(try office.due("2027-01-01 00:00", "--consultant 周敏").names == ["李娜"])
    let week = try office.week("2026-W53", asOf: "2027-01-01 00:00")
    let misses = week.consultants.map { "\($0.consultant ?? "") \($0.missed)" }
    #expect(misses == ["李明 2", "周敏 0"], "a miss stays with the owner of its day")
  }

  @Test("F046 outside the call windows at 14:00") func f046() throws {
    let office = try Office.open()
    try office.enter("--source 来电 --grade C", on: "2026-11-21")
    #expect(
      try windows(office, "2026-11-21 14:00")
        == "约电时段 10:00-11:30、15:30-17:00；现在不在时段内，下一段 15:30 起")
  }

  @Test(
    "F046 edge: the minutes around each window, a Sunday, and the evening of a same-day duty",
    arguments: [
      ("2026-11-22 00:00", "；现在不在时段内，下一段 10:00 起", "今天"),
      ("2026-11-22 09:59", "；现在不在时段内，下一段 10:00 起", "今天"),
      ("2026-11-22 10:00", "；现在合适，到 11:30", "今天"),
      ("2026-11-22 11:30", "；现在合适，到 11:30", "今天"),
      ("2026-11-22 11:31", "；现在不在时段内，下一段 15:30 起", "今天"),
      ("2026-11-22 15:30", "；现在合适，到 17:00", "今天"),
      ("2026-11-22 17:00", "；现在合适，到 17:00", "今天"),
      ("2026-11-22 17:01", "；今天时段已过，当日必做的今晚打，其余明天 10:00 起", "今晚"),
      ("2026-11-22 23:59", "；今天时段已过，当日必做的今晚打，其余明天 10:00 起", "今晚"),
      ("2026-11-22", "", "今天"),
    ])
  func f046Minutes(now: String, state: String, deadline: String) throws {
    let office = try Office.open()
    try office.enter("--source 来电 --grade C --time 00:00", on: "2026-11-22 00:00")
    #expect(try windows(office, now) == "约电时段 10:00-11:30、15:30-17:00" + state)
    let line = try office.at(now, "due --consultant 李明").lines.first { $0.contains("王芳") }
    #expect(line?.contains(" \(deadline) ") == true, "\(line ?? "")")
  }

  @Test("F048 averse: the interval doubles, a call becomes a text; hours of the customer's own")
  func f048() throws {
    let office = try Office.open()
    try office.enter("--source 来电 --grade A --tag 重点", on: "2026-11-02")
    for day in ["2026-11-02", "2026-11-05"] { try office.call(on: day) }
    try office.at("2026-11-06", "edit 王芳 --averse --hours 19-20 --on 2026-11-06")
    try office.expect(["2026-11-12": [], "2026-11-19": ["qnc-1.3 due 2026-11-19..2026-11-19"]])
    #expect(try office.due("2026-11-19").items.first?.channel == "sms")
    let page = try office.at("2026-11-19 09:00", "due --consultant 李明").out
    let words = page.split { $0 == " " || $0.isNewline }.joined(separator: " ")
    #expect(words.contains("客户方便 19:00-20:00") && words.contains("反感来电"))
    #expect(try office.show("2026-11-19").hours == "19:00-20:00")
    try office.at("2026-11-19", "log 王芳 --by 短信")
    #expect(try office.due("2026-11-19").items.isEmpty)
    let festival = try office.due("2026-12-25")
    #expect(festival.rules() == ["qnc-1.3", "qnc-4.1a", "qnc-4.1b"])
    #expect(festival.items.first?.channel == "sms")
    try office.at("2026-12-25", "log 王芳 --by 短信")
    #expect(try office.due("2026-12-25").items.isEmpty)
  }

  @Test(
    "F048 edge: averse before, on and after the slot's day, and no longer; over the year's end",
    arguments: [
      (["2026-12-30 --averse"], "2026-12-31", [], "2027-01-07"),
      (["2026-12-31 --averse"], "2026-12-31", [], "2027-01-07"),
      (["2027-01-02 --averse"], "2026-12-31", ["qnc-1.3 due 2026-12-31..2026-12-31"], "2027-01-07"),
      (
        ["2026-12-25 --averse", "2027-01-02 --not-averse"], "2026-12-31", [], "2027-01-07"
      ),
      (
        ["2026-12-25 --averse", "2026-12-31 --not-averse"], "2026-12-31",
        ["qnc-1.3 due 2026-12-31..2026-12-31"], "2027-01-07"
      ),
    ])
  func f048Edges(edits: [String], slot: String, reasons: [String], next: String) throws {
    let office = try Office.open()
    try office.enter("--source 来电 --grade A", on: "2026-12-21")
    for day in ["2026-12-21", "2026-12-24"] { try office.call(on: day) }
    for edit in edits {
      let parts = edit.split(separator: " ").map(String.init)
      try office.at(parts[0], "edit 王芳 \(parts[1])")
    }
    try office.expect([slot: reasons])
    let later = try office.due(next).items.first?.reasons.first
    #expect(later?.rule == "qnc-1.3")
    #expect(later?.due == (reasons.isEmpty ? next : slot), "the grid kept its anchor")
  }

  @Test("F054 a milestone opens the call, else what the policy suggests") func f054() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade C", on: "2026-11-11")
    #expect(try opening(office, "2026-11-18") == "由头：天气、优惠")
    try office.at("2026-11-11", "milestone add 封顶 --on 2026-11-18")
    #expect(try opening(office, "2026-11-18") == "由头：封顶")
  }

  @Test("F054 edge: before, on and after a New Year's Day opening; none where the policy has none")
  func f054YearEnd() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade C", on: "2026-12-24")
    try office.at("2026-12-24", "milestone add 样板房开放 --on 2027-01-01 --title 样板间")
    // qnc-5.4 names festivals too.
    #expect(try opening(office, "2026-12-31") == "由头：01-01 样板间、01-01 元旦")
    #expect(try opening(office, "2027-01-01") == "由头：样板间、元旦")
    #expect(try opening(office, "2027-01-02") == "由头：天气、优惠")
    let blank = try Office.open(policy: "qnc-blank")
    try blank.enter("--source 来访 --grade C", on: "2026-12-24")
    #expect(try opening(blank, "2026-12-31") == nil)
  }

  @Test("F054 edge: a festival of the policy opens the call in the week before it, no other does")
  func f054Festival() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade C", on: "2027-02-01")
    // 02-06 is the Spring Festival, 02-20 the lantern festival; nobody is greeted on 02-14.
    #expect(try opening(office, "2027-02-08") == "由头：天气、优惠")
    #expect(try opening(office, "2027-02-13") == "由头：02-20 元宵")
    #expect(try opening(office, "2027-02-20") == "由头：元宵")
    #expect(try opening(office, "2027-02-21") == "由头：天气、优惠")
  }

  private func opening(_ office: Office, _ day: String) throws -> String? {
    let page = try office.at(day, "due --brief --consultant 李明").out
    return page.split { $0 == "；" || $0.isNewline }.map { $0.trimmed }
      .first { $0.hasPrefix("由头") }
  }
}

extension Substring {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }

  @Test("Whom somebody on leave would call, the manager's page names") func onLeave() throws {
    let office = try Office.open(from: "2027-03-01")
    for (index, name) in ["何苗", "林晓", "许诺"].enumerated() {
      let consultant = index == 2 ? "周敏" : "李明"
      try office.enter(
        "--source 来访 --grade A", on: "2027-03-08", as: name, phone: index + 1,
        consultant: consultant)
    }
    try office.call("林晓", on: "2027-03-08")
    try office.at("2027-03-08", "calendar off 李明 --on 2027-03-09 --to 2027-03-12 --reason 年假")
    func page(_ day: String) throws -> String {
      try office.at("\(day) 06:30", "daily --out \(office.folder)")
      return try #require(office.read("\(day)-经理.txt"))
    }
    let away = try page("2027-03-09")
    #expect(away.contains("李明（休假）     1     0"), "\(away)")
    let (before, list) = try #require(away.split("李明 休假到 2027-03-12（周五），今天该联系的\n"))
    #expect(list.contains("C000001 何苗") && list.contains("138****0001"), "\(list)")
    #expect(!before.contains("何苗") && !before.contains("许诺"))
    #expect(try page("2027-03-11").contains("C000002 林晓 来访A  今天"), "due while he is away")
    let dry = try office.at("2027-03-09 06:30", "daily --dry-run").out
    #expect(dry.contains("李明（休假）"))
    #expect(try !page("2027-03-13").contains("休假"))
  }
}

extension String {
  /// What stands before and behind the first such part.
  fileprivate func split(_ part: String) -> (String, String)? {
    firstRange(of: part).map { (String(self[..<$0.lowerBound]), String(self[$0.upperBound...])) }
  }
}
