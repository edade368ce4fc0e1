import Testing

/// Feature rows on customers, grades, stages and segments, through the program.
@Suite("Customers and archive")
struct CustomerRows {
  @Test("F001 numbers in order, a phone once") func f001() throws {
    let office = try Office.open()
    let first = try office.at("2026-11-02", "add 王芳 --phone 13800000001 --source 来访")
    let second = try office.at("2026-11-02", "add 李娜 --phone 13800000002 --source 来电")
    #expect(first.out.contains("C000001") && second.out.contains("C000002"))
    let again = try office.attempt("2026-11-02", "add 王小芳 --phone 13800000001 --source 客资")
    #expect(again.code == 65 && again.out.isEmpty)
    #expect(again.err == "revisit: --phone：138****0001 已登记在 C000001 王芳；同一人就直接用该客户\n")
  }

  @Test("F001 edge: over the year's end, the same phone written otherwise")
  func f001YearEnd() throws {
    let office = try Office.open()
    try office.enter("--source 客资", on: "2026-12-31 23:59", as: "王芳", phone: 1)
    for phone in ["+8613800000001", "\"138 0000 0001\"", "１３８００００００１", "138-0000-0001"] {
      let again = try office.attempt("2027-01-01", "add 李娜 --phone \(phone) --source 来电")
      #expect(again.code == (phone.first == "１" ? 64 : 65), "\(phone)")
    }
    let next = try office.at("2027-01-01", "add 李娜 --phone 13800000002 --source 客资")
    #expect(next.out.contains("C000002"), "what was refused took no number")
    #expect(try office.due("2026-12-31").items.isEmpty, "客资 alone is no call and no visit")
  }

  @Test("F002 a grade ends what is open, not what was missed") func f002() throws {
    let office = try Office.open(from: "2026-10-01")
    try office.enter("--source 来访 --grade B", on: "2026-11-02", as: "王芳", phone: 1)
    for day in ["2026-11-02", "2026-11-03"] { try office.call("王芳", on: day) }
    try office.enter("--source 来访 --grade B --tag 重点", on: "2026-11-02", as: "陈静", phone: 2)
    for day in ["2026-11-02", "2026-11-04", "2026-11-07"] { try office.call("陈静", on: day) }
    try office.enter("--source 来访 --grade B", on: "2026-10-29", as: "赵强", phone: 3)
    for day in ["2026-10-29", "2026-11-01"] { try office.call("赵强", on: day) }

    try office.expect(["2026-11-10": ["qnc-2.1.3b due 2026-11-10..2026-11-10"]], of: "王芳")
    try office.expect(["2026-11-10": ["qnc-2.1.3a due 2026-11-10..2026-11-10"]], of: "陈静")
    let overdue = ["qnc-2.1.3b overdue 2026-11-08..2026-11-08 x1"]
    try office.expect(["2026-11-09": overdue, "2026-11-10": overdue], of: "赵强")
    for (name, rule) in [("王芳", "每周回访"), ("陈静", "重点三天"), ("赵强", "")] {
      let told = try office.at("2026-11-10", "edit \(name) --grade D --on 2026-11-10").out
      #expect(told.contains("不再要求：\(rule)") == !rule.isEmpty, "\(name)")
      let missed = "不能再补，记为漏：每周回访 2026-11-08"
      #expect(told.contains(missed) == rule.isEmpty, "\(name)")
    }
    #expect(try office.due("2026-11-10").items.isEmpty)
    #expect(try office.why("2026-11-10", rule: "qnc-2.1.3b").contains("不在适用范围"))
    #expect(try office.total("2026-W45", asOf: "2026-11-15") == "due 6: on time 5, missed 1")
    #expect(try office.total("2026-W46", asOf: "2026-11-15") == "due 0")
    #expect(try office.show("2026-11-09").grade == "B")
    #expect(try office.at("2026-11-10", "show 王芳").out.contains("2026-11-02 B、2026-11-10 D"))
  }

  @Test("F002 edge: graded D on 29 February, and called the same day") func f002LeapDay() throws {
    let office = try Office.open(from: "2028-01-01")
    for (phone, name) in ["王芳", "陈静"].enumerated() {
      try office.enter("--source 来访 --grade B", on: "2028-02-20", as: name, phone: phone + 1)
      for day in ["2028-02-20", "2028-02-22"] { try office.call(name, on: day) }
      try office.at("2028-02-29", "edit \(name) --grade D --on 2028-02-29")
    }
    let answer = try office.at("2028-02-29", "log 王芳 --by 电话 --note 说再看看")
    #expect(answer.out.contains("已结：每周回访 按时"))
    #expect(try office.total("2028-W09", asOf: "2028-03-01") == "due 1: on time 1")
    #expect(try office.due("2028-03-01").items.isEmpty)
  }

  @Test("F003 the stage is that of the day") func f003() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-02")
    try office.at("2026-11-05", "event 王芳 认购 --on 2026-11-05")
    try office.at("2026-11-12", "event 王芳 签约 --on 2026-11-12")
    for (day, stage, since) in [
      ("2026-11-04", "prospect", "2026-11-02"), ("2026-11-05", "reserved", "2026-11-05"),
      ("2026-11-10", "reserved", "2026-11-05"), ("2026-11-11", "reserved", "2026-11-05"),
      ("2026-11-12", "signed", "2026-11-12"),
    ] {
      let shown = try office.show(day)
      #expect(shown.stage == stage && shown.stageSince == since, "\(day)")
    }
  }

  @Test("F003 edge: two steps on the month's last day, delivery on the year's, then a cancellation")
  func f003YearEnd() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-29")
    try office.at("2026-11-30", "event 王芳 签约 --on 2026-11-30")
    try office.at("2026-11-30", "event 王芳 认购 --on 2026-11-30")
    try office.at("2026-12-31", "event 王芳 交房 --on 2026-12-31")
    try office.at("2027-01-01", "event 王芳 退房 --on 2027-01-01")
    for (day, stage) in [
      ("2026-11-29", "prospect"), ("2026-11-30", "signed"), ("2026-12-30", "signed"),
      ("2026-12-31", "delivered"), ("2027-01-01", "prospect"),
    ] {
      #expect(try office.show(day).stage == stage, "\(day)")
    }
    let listed = try office.due("2026-12-31", "--all").item("王芳")
    #expect(listed?.stage == "delivered")
  }

  @Test("F004 a key customer every three days") func f004() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A --tag 重点", on: "2026-11-02")
    for day in ["2026-11-02", "2026-11-05"] { try office.call(on: day) }
    try office.expect([
      "2026-11-05": [], "2026-11-07": [],
      "2026-11-08": ["qnc-2.1.3a due 2026-11-08..2026-11-08"],
    ])
    #expect(try office.due("2026-11-08").item("王芳")?.channel == "phone")
  }

  @Test(
    "F004 each segment's next callback after 2.1.2",
    arguments: [
      ("", "qnc-2.1.3b", "2026-11-12"), ("--tag 有抗性", "qnc-2.1.3b", "2026-11-12"),
      ("--tag 大客户", "qnc-2.1.3b", "2026-11-12"),
      ("--tag 重点 --tag 有抗性", "qnc-2.1.3a", "2026-11-08"),
    ])
  func f004Segments(tags: String, rule: String, day: String) throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A \(tags)", on: "2026-11-02")
    for day in ["2026-11-02", "2026-11-05"] { try office.call(on: day) }
    try office.expect(["2026-11-07": [], day: ["\(rule) due \(day)..\(day)"]])
  }

  @Test("F004 edge: three days later is New Year's Day, whose greetings the same call settles")
  func f004YearEnd() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A --tag 重点", on: "2026-12-28")
    for day in ["2026-12-28", "2026-12-29"] { try office.call(on: day) }
    try office.expect(["2026-12-31": []])
    let listed = try office.due("2027-01-01")
    #expect(listed.names == ["王芳"] && listed.items.first?.channel == "phone")
    #expect(listed.rules() == ["qnc-2.1.3a", "qnc-4.1a", "qnc-4.1b"])
    try office.call(on: "2027-01-01")
    #expect(try office.total("2026-W53", asOf: "2027-01-03") == "due 5: on time 5")
    try office.expect(["2027-01-03": [], "2027-01-04": ["qnc-2.1.3a due 2027-01-04..2027-01-04"]])
  }
}
