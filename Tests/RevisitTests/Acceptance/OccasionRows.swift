import Testing

/// Feature rows on festivals, milestones, segments and the explanation of a line.
@Suite("Occasions and explanations")
struct OccasionRows {
  /// A buyer since 2026-09-20, greeted on the day of the deal.
  private func buyer(_ tags: String, _ office: Office, as name: String, phone: Int) throws {
    try office.enter("--source 客资 \(tags)", on: "2026-09-19", as: name, phone: phone)
    try office.at("2026-09-20", "event \(name) 认购 --on 2026-09-20")
    try office.call(name, on: "2026-09-20")
  }

  @Test("F032 reminded on the fifth day at 16:00, unless signed") func f032() throws {
    let office = try Office.open(fixture: "reminder.yaml")
    for (phone, name) in ["王芳", "李娜"].enumerated() {
      try office.enter("--source 客资", on: "2026-11-02", as: name, phone: phone + 1)
      try office.at("2026-11-02", "event \(name) 认购 --on 2026-11-02")
      try office.call(name, on: "2026-11-02")
    }
    try office.at("2026-11-05", "event 王芳 签约 --on 2026-11-05")
    try office.expect(["2026-11-06 09:00": [], "2026-11-06": []])
    let reminder = ["wx-1.5 due 2026-11-06 16:00..2026-11-06 16:30"]
    try office.expect(
      [
        "2026-11-05": [], "2026-11-06 09:00": reminder, "2026-11-06 16:00": reminder,
        "2026-11-06": reminder, "2026-11-06 16:30": reminder, "2026-11-06 16:31": [],
      ], of: "李娜")
  }

  @Test("F032 edge: over the month's end, signed the day before, on the day, the day after")
  func f032MonthEnd() throws {
    let office = try Office.open(fixture: "reminder.yaml")
    let signings = ["2026-11-30", "2026-12-01", "2026-12-02"]
    for (phone, day) in signings.enumerated() {
      let name = "客户\(phone)"
      try office.enter("--source 客资", on: "2026-11-27", as: name, phone: phone + 1)
      try office.at("2026-11-27", "event \(name) 认购 --on 2026-11-27")
      try office.call(name, on: "2026-11-27")
      try office.at(day, "event \(name) 签约 --on \(day)")
    }
    let listed = try office.due("2026-12-01 09:00")
    #expect(listed.names == ["客户2"])
    #expect(listed.reasons("客户2") == ["wx-1.5 due 2026-12-01 16:00..2026-12-01 16:30"])
    #expect(try office.total("2026-W49", asOf: "2026-12-02") == "due 1: missed 1")
  }

  @Test("F039 one line for a festival, every clause cited, one call for all") func f039() throws {
    let office = try Office.open(from: "2026-09-01")
    try buyer("--tag 重点", office, as: "王芳", phone: 1)
    try buyer("", office, as: "李娜", phone: 2)
    let listed = try office.due("2026-10-01")
    #expect(listed.items.count == 2)
    #expect(listed.rules() == ["qnc-3.4", "qnc-4.1a", "qnc-4.1b"])
    #expect(listed.item("王芳")?.channel == "phone")
    #expect(listed.rules("李娜") == ["qnc-3.4", "qnc-4.1a"])
    #expect(listed.item("李娜")?.channel == "sms")
    let page = try office.at("2026-10-01", "due --brief --consultant 李明").out
    for article in ["第三条 4", "第四条 1"] { #expect(page.contains(article)) }
    try office.call("王芳", on: "2026-10-01")
    try office.at("2026-10-01", "log 李娜 --by 短信")
    #expect(try office.due("2026-10-01").items.isEmpty)
    #expect(try office.total("2026-W40", asOf: "2026-10-04") == "due 3: on time 3")
  }

  @Test("F039 edge: a text leaves the key customer's call; the day after, a greeting is missed")
  func f039NewYear() throws {
    let office = try Office.open(from: "2026-09-01")
    try office.enter("--source 客资 --tag 重点", on: "2026-12-27")
    try office.at("2026-12-27", "event 王芳 签约 --on 2026-12-27")
    try office.call(on: "2026-12-27")
    try office.expect(["2026-12-31": []])
    try office.at("2027-01-01", "log 王芳 --by 短信")
    #expect(try office.due("2027-01-01").rules() == ["qnc-4.1b"])
    #expect(try office.due("2027-01-02").items.isEmpty)
    #expect(try office.total("2026-W53", asOf: "2027-01-02") == "due 2: on time 1, missed 1")
  }

  @Test("F040 leader-referred: suppressed by its clause, told before an opening") func f040() throws
  {
    let office = try Office.open(from: "2026-09-01")
    try office.enter("--source 来访 --grade A --tag 重点 --tag 领导介绍", on: "2026-11-02")
    try office.at("2026-11-02", "milestone add 开盘 --on 2026-11-28")
    try office.expect(["2026-11-02": [], "2026-11-05": [], "2026-11-08": [], "2026-11-24": []])
    let why = try office.why("2026-11-05")
    for rule in ["qnc-2.1.1", "qnc-2.1.2", "qnc-2.1.3a"] {
      let line = why.split(separator: "\n").first { $0.contains(rule) }
      #expect(line?.contains("由 qnc-2.2.1b 排除") == true, "\(rule)")
    }
    let english = try office.at("2026-11-05", "why 王芳 --lang en").out
    #expect(english.contains("suppressed by qnc-2.2.1b"))
    let notice = ["qnc-2.2.1a due 2026-11-25..2026-11-27"]
    try office.expect(["2026-11-25": notice, "2026-11-27": notice, "2026-11-28": []])
    let festival = try office.due("2027-10-01")
    #expect(festival.rules() == ["qnc-2.2.1c"] && festival.items.first?.channel == "sms")
  }

  @Test("F040 a VIP gets festivals alone, as one greeting") func f040VIP() throws {
    let office = try Office.open(from: "2026-09-01")
    try office.enter("--source 来访 --grade A --tag VIP", on: "2026-09-20")
    try office.at("2026-09-20", "milestone add 开盘 --on 2026-09-28")
    try office.expect(["2026-09-20": [], "2026-09-23": [], "2026-09-28": []])
    let festival = try office.due("2026-10-01")
    #expect(festival.rules() == ["qnc-2.2.2b", "qnc-4.1a"])
    #expect(festival.items.count == 1 && festival.items.first?.channel == "sms")
  }

  @Test(
    "qnc-2.2.2a a VIP is called after the company's event, by its plan, without a contact made up")
  func vipPlan() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A --tag VIP", on: "2026-12-01")
    try office.enter("--source 来访 --grade A --tag VIP,领导介绍", on: "2026-12-01", as: "陈刚", phone: 2)
    try office.at("2026-12-01", "milestone add 活动 --title 答谢宴 --on 2026-12-12 --until 2026-12-13")
    let window = "2026-12-14..2026-12-16"
    try office.expect(
      "qnc-2.2.2a1",
      ["2026-12-13": nil, "2026-12-14": "due \(window)", "2026-12-16": "due \(window)"])
    try office.expect("qnc-2.2.2a1", ["2026-12-14": nil], of: "陈刚")
    try office.call(on: "2026-12-15 10:00")
    try office.expect("qnc-2.2.2a1", ["2026-12-16": nil])
    try office.at("2026-12-20", "policy adopt qnc --set vip_days=7 --from 2026-12-20")
    try office.at("2026-12-20", "milestone add SP活动 --on 2026-12-21")
    try office.expect("qnc-2.2.2a1", ["2026-12-28": "due 2026-12-22..2026-12-28"])
  }

  @Test("F040 edge: a notice over the year's end beside a greeting; a buyer has article 3 alone")
  func f040YearEnd() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A --tag 领导介绍", on: "2026-12-01")
    try office.at("2026-12-01", "milestone add 开盘 --on 2027-01-02")
    let notice = "qnc-2.2.1a due 2026-12-30..2027-01-01"
    try office.expect(["2026-12-29": [], "2026-12-30": [notice], "2027-01-02": []])
    #expect(try office.due("2027-01-01").rules() == ["qnc-2.2.1a", "qnc-2.2.1c"])
    try office.at("2026-12-30", "event 王芳 认购 --on 2026-12-30")
    try office.call(on: "2026-12-30")
    #expect(try office.due("2026-12-31").items.isEmpty)
    #expect(try office.due("2027-01-01").rules() == ["qnc-3.4"])
    #expect(try office.due("2027-01-02").rules() == ["qnc-3.3"])
  }

  @Test("F041 why: rule, article, statement, anchor and arithmetic") func f041() throws {
    let office = try Office.open()
    try office.enter("--source 来电 --grade A", on: "2026-11-02")
    let why = try office.why("2026-11-03", rule: "qnc-1.2")
    #expect(why.contains("qnc-1.2  三日邀约  第一条 2  优质来电客户（A、B 类）三日内再打一个电话"))
    #expect(why.contains("2026-11-02 来电（记录 "))
    #expect(why.contains("来电 2026-11-02 + 3 日 = 2026-11-05；自 2026-11-03 起可做"))
    #expect(!why.contains("qnc-1.1  第一条 1"), "one rule was asked for")
    let unknown = try office.attempt("2026-11-03", "why 王芳 --rule qnc-1.22")
    #expect(unknown.code == 66 && unknown.err.contains("qnc-1.2"))
  }

  @Test("F041 edge: the arithmetic over 29 February, of a week's chain, and on the day after")
  func f041LeapDay() throws {
    let office = try Office.open()
    try office.enter("--source 来电 --grade A", on: "2028-02-28")
    try office.call(on: "2028-02-28")
    #expect(
      try office.why("2028-03-02", rule: "qnc-1.2")
        .contains("来电 2028-02-28 + 3 日 = 2028-03-02"))
    #expect(try office.why("2028-03-03", rule: "qnc-1.2").contains("逾期 1 天"))
    try office.call(on: "2028-02-29")
    #expect(
      try office.why("2028-03-07", rule: "qnc-1.3")
        .contains("电话回访 2028-02-29 + 7 日 = 2028-03-07"))
    #expect(try office.why("2028-03-07", rule: "qnc-1.2").contains("按时完成"))
  }

  @Test("F044 the festivals of 2027, and a notice before the company's holiday") func f044() throws
  {
    let office = try Office.open(fixture: "holiday.yaml")
    try office.enter("--source 客资", on: "2026-12-01")
    let greeted = ["01-01", "02-06", "02-20", "05-01", "09-15", "10-01", "12-25"].map {
      "2027-" + $0
    }
    for day in greeted {
      try office.expect([day: ["qnc-4.1a due \(day)..\(day)"]])
      #expect(try office.due(day).items.first?.channel == "sms")
    }
    try office.expect(["2027-02-04": [], "2027-02-05": [], "2027-02-07": [], "2027-02-21": []])
    try office.at("2027-01-04", "milestone add 活动 --title 公司放假 --on 2027-02-05")
    try office.expect([
      "2027-02-03": [], "2027-02-04": ["wx-1.7a due 2027-02-04..2027-02-04"], "2027-02-05": [],
    ])
  }

  @Test("F044 edge: lunar festivals of other years, 2033 with its eleventh leap month among them")
  func f044Years() throws {
    let office = try Office.open()
    try office.enter("--source 客资", on: "2026-12-01")
    for day in [
      "2028-01-26", "2028-02-09", "2028-10-03", "2033-01-31", "2033-09-08", "2034-02-19",
      "2034-03-05",
    ] {
      try office.expect([day: ["qnc-4.1a due \(day)..\(day)"]])
    }
    try office.expect(["2028-02-29": [], "2033-10-07": [], "2034-01-20": []])
  }
}
