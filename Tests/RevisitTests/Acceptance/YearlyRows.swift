import Testing

/// Feature rows on birthdays, anniversaries and the hours of messages, through the program.
@Suite("Birthdays and hours")
struct YearlyRows {
  @Test(
    "F029 birthdays of leap days and lunar months",
    arguments: [
      ("1992-02-29", ["2027-02-28", "2028-02-29"], ["2027-03-01", "2028-02-28"]),
      ("农历八月十五", ["2026-09-25"], ["2026-09-24", "2026-10-24"]),
      ("农历腊月三十", ["2027-02-05"], ["2027-02-04", "2027-02-06"]),
      ("农历闰六月初十", ["2026-07-23"], ["2026-08-22"]),
    ])
  func f029(birthday: String, greeted: [String], not: [String]) throws {
    let office = try Office.under("special-days", from: "2025-11-01")
    try office.enter("--source 客资 --birthday \(birthday)", on: "2025-11-01")
    for day in greeted { try office.expect("sd-2.1a", [day: "due \(day)..\(day)"]) }
    for day in not { try office.expect("sd-2.1a", [day: nil]) }
  }

  @Test("F029 the first anniversary of moving in, and every one of signing") func f029Moving()
    throws
  {
    let office = try Office.under("special-days", from: "2025-11-01")
    try office.enter("--source 客资", on: "2025-11-01")
    try office.at("2025-11-20", "event 王芳 签约 --on 2025-11-20")
    try office.at("2025-11-22", "event 王芳 入住 --on 2025-11-22")
    try office.expect(
      "sd-2.1d", ["2026-11-22": "due 2026-11-22..2026-11-22", "2027-11-22": nil])
    for day in ["2026-11-20", "2027-11-20"] {
      try office.expect("sd-2.1c", [day: "due \(day)..\(day)"])
    }
  }

  @Test("F029 edge: a birthday corrected, and one that an import brings") func f029Edit() throws {
    let office = try Office.under("wenxin")
    try office.enter("--source 客资 --birthday 1990-11-19", on: "2026-11-01")
    try office.at("2026-11-01", "event 王芳 认购 --on 2026-11-01")
    try office.at("2026-11-02", "edit 王芳 --birthday 1990-11-26")
    try office.expect(
      "wx-1.1", ["2026-11-19": nil, "2026-11-26": "due 2026-11-26 10:00..2026-11-26 10:30"])
    try office.write(
      "姓名,电话,来源,置业顾问,首次日期,认购日期,生日\n李娜,13900000001,来访,李明,2026-11-03,2026-11-04,1988-11-25\n",
      to: "book.csv")
    try office.at("2026-11-05", "import \(office.path("book.csv"))")
    try office.expect("wx-2.3d", ["2026-11-25": "due 2026-11-25..2026-11-25"], of: "李娜")
    try office.at("2026-11-05", "undo")
    #expect(try office.due("2026-11-25").item("李娜") == nil)
  }

  @Test("F030 the family's birthdays, by name") func f030() throws {
    let office = try Office.under("maint-spec")
    try office.enter("--source 客资", on: "2026-11-01")
    try office.at("2026-11-02", "event 王芳 签约 --on 2026-11-02")
    let added = try office.at(
      "2026-11-03", "family add 王芳 --relation 配偶 --name 陈平 --born 1991-11-20"
    ).out
    #expect(added.contains("家属 1  配偶  陈平  生日 1991-11-20"))
    let listed = try office.due("2026-11-20")
    let reason = try #require(listed.reason("ms-2.9a"))
    #expect(reason.text == "ms-2.9a due 2026-11-20..2026-11-20")
    #expect(reason.relative == "配偶 陈平" && listed.items.first?.channel == "phone")
    #expect(try office.at("2026-11-20", "due --consultant 李明").out.contains("生日：配偶 陈平"))
    #expect(
      try office.why("2026-11-20", rule: "ms-2.9a").contains("配偶 陈平 生日 2026-11-20 + 0 日"))
    try office.call(on: "2026-11-20")
    #expect(try office.due("2026-11-20").items.isEmpty)
  }

  @Test("F030 edge: customer and two relatives on one lunar day; taken back; merged")
  func f030Several() throws {
    let office = try Office.under("maint-spec")
    try office.enter("--source 客资 --birthday 农历十月十二", on: "2026-11-01")
    try office.at("2026-11-02", "event 王芳 签约 --on 2026-11-02")
    try office.at("2026-11-03", "family add 王芳 --relation 女儿 --born 农历十月十二")
    try office.at("2026-11-03", "family add 王芳 --relation 父亲 --born 农历十月十二")
    let day = "2026-11-20"
    #expect(try office.due(day).rules().filter { $0 == "ms-2.9a" }.count == 3)
    try office.at("2026-11-03", "undo")
    #expect(try office.due(day).rules().filter { $0 == "ms-2.9a" }.count == 2)
    #expect(try office.at("2026-11-04", "family list 王芳 --format csv").lines.count == 2)
    try office.enter("--source 客资", on: "2026-11-04", as: "王芬", phone: 2)
    try office.at("2026-11-04", "family add 王芬 --relation 儿子 --born 2015-11-20")
    try office.at("2026-11-05", "merge 王芬 --into 王芳")
    let merged = try office.due(day)
    #expect(merged.rules().filter { $0 == "ms-2.9a" }.count == 3)
    #expect(
      Set(merged.item("王芳")?.reasons.compactMap(\.relative) ?? []) == ["女儿", "儿子"])
    #expect(try office.attempt("2026-11-05", "doctor").code == 0)
  }

  @Test("F031 ordinal days with their hours") func f031() throws {
    let office = try Office.under("wenxin")
    try office.enter("--source 客资", on: "2026-11-01")
    try office.at("2026-11-02", "event 王芳 认购 --on 2026-11-02")
    try office.expect(
      "wx-1.2",
      [
        "2026-11-02": nil, "2026-11-03 09:59": "due 2026-11-03 10:00..2026-11-03 10:30",
        "2026-11-03 10:30": "due 2026-11-03 10:00..2026-11-03 10:30", "2026-11-03 10:31": nil,
      ])
    try office.expect(
      "wx-1.5",
      ["2026-11-05": nil, "2026-11-06 16:00": "due 2026-11-06 16:00..2026-11-06 20:00"])
    try office.at("2026-11-10", "event 王芳 全款到账 --on 2026-11-10")
    // Nobody has said that the home is finished.
    try office.expect("wx-1.9b", ["2026-11-11 10:00": "due 2026-11-11 10:00..2026-11-11 12:00"])
    try office.enter("--source 客资", on: "2026-11-06", as: "李娜", phone: 2)
    try office.at("2026-11-06", "event 李娜 认购 --on 2026-11-06")
    try office.expect(
      "wx-1.2",
      ["2026-11-07": nil, "2026-11-09 10:00": "due 2026-11-09 10:00..2026-11-09 10:30"],
      of: "李娜")
    try office.enter("--source 客资", on: "2026-11-01", as: "赵强", phone: 3)
    try office.at("2026-11-02", "event 赵强 入住 --on 2026-11-02")
    try office.expect(
      "wx-1.11b",
      ["2026-11-07": nil, "2026-11-08 10:00": "due 2026-11-08 10:00..2026-11-08 20:00"],
      of: "赵强")
  }

  @Test("F031 edge: before a make-up workday and over the national holiday") func f031Holiday()
    throws
  {
    let office = try Office.under("wenxin", from: "2026-09-01")
    for (phone, day) in ["2026-09-30", "2026-10-09"].enumerated() {
      let name = "客户\(phone)"
      try office.enter("--source 客资", on: day, as: name, phone: phone + 1)
      try office.at(day, "event \(name) 认购 --on \(day)")
    }
    // 2026-10-01 to 10-07 are off, and Saturday 10-10 is worked for it.
    try office.expect(
      "wx-1.2", ["2026-10-08 10:00": "due 2026-10-08 10:00..2026-10-08 10:30"], of: "客户0")
    try office.expect(
      "wx-1.2", ["2026-10-10 10:00": "due 2026-10-10 10:00..2026-10-10 10:30"], of: "客户1")
  }

  @Test("F036 the working day before a birthday") func f036() throws {
    let office = try Office.under("wenxin", from: "2026-09-01")
    for (phone, birthday) in ["1990-11-23", "1988-10-12"].enumerated() {
      let name = "客户\(phone)"
      try office.enter(
        "--source 客资 --birthday \(birthday)", on: "2026-09-01", as: name, phone: phone + 1)
      try office.at("2026-09-01", "event \(name) 认购 --on 2026-09-01")
    }
    try office.expect(
      "wx-2.3c", ["2026-11-20": "due 2026-11-20..2026-11-20", "2026-11-22": nil], of: "客户0")
    try office.expect(
      "wx-2.3c", ["2026-10-10": "due 2026-10-10..2026-10-10", "2026-10-09": nil], of: "客户1")
  }

  @Test("F036 edge: an unpublished year is said to be so, and goes by the week")
  func f036Unpublished()
    throws
  {
    let office = try Office.under("wenxin")
    try office.enter("--source 客资 --birthday 1990-01-04", on: "2026-11-01")
    try office.at("2026-11-01", "event 王芳 认购 --on 2026-11-01")
    try office.expect("wx-2.3c", ["2027-01-01": "due 2027-01-01..2027-01-01"])
    #expect(
      try office.why("2027-01-01", rule: "wx-2.3c").contains("2027 年的放假安排还没有"))
    #expect(
      !(try office.why("2026-11-20", rule: "wx-2.3c").contains("2026 年的放假安排还没有")))
    try office.write("date,kind,name\n2027-01-01,holiday,元旦\n", to: "2027.csv")
    try office.at("2026-12-01", "calendar import \(office.path("2027.csv"))")
    try office.expect(
      "wx-2.3c", ["2026-12-31": "due 2026-12-31..2026-12-31", "2027-01-01": nil])
    #expect(
      !(try office.why("2026-12-31", rule: "wx-2.3c").contains("放假安排还没有")))
  }
}
