import Testing

/// Feature rows on policies as a whole: differences, hours of several, channels, registers.
@Suite("Policies")
struct PolicyRows {
  @Test("F015 what differs between a policy and the one that extends it") func f015() throws {
    let office = try Office.open()
    let diff = try office.at("2026-11-01", "policy diff qnc qnc-blank").lines
    for rule in ["qnc-4.1a", "qnc-4.1b", "qnc-4.2"] { #expect(diff.contains("- 规则 \(rule)")) }
    #expect(diff.contains { $0.contains("qnc-2.2.3 -> qb-2.2.3") })
    #expect(diff.contains { $0.contains("call_windows: ") && $0.hasSuffix("-> -") })
    #expect(try office.at("2026-11-01", "policy diff qnc qnc").out == "没有不同\n")
  }

  @Test("F015 edge: an office's own variant, one key changed") func f015Own() throws {
    let office = try Office.open()
    try office.write(
      "extends: qnc\npolicy: 本案\nchange:\n  - {id: qnc-1.2, due: 2}\n", to: "own.yaml")
    let diff = try office.at("2026-11-01", "policy diff qnc \(office.path("own.yaml"))").lines
    #expect(diff.contains("~ 规则 qnc-1.2") && diff.contains("    due: 3 -> 2"))
    #expect(!diff.contains { $0.contains("qnc-1.3") })
  }

  @Test("F046 call windows of a policy, on a day that has none too") func f046() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-20")
    let page = try office.at("2026-11-21 14:00", "due --consultant 李明").out
    #expect(page.contains("约电时段 10:00-11:30、15:30-17:00；现在不在时段内，下一段 15:30 起"))
    #expect(try office.due("2026-11-21 14:00").items.first?.nextCall == "2026-11-21 15:30")
    let group = try Office.under("group-cs")
    let saturday = try group.at("2026-11-21 14:00", "due").out
    #expect(
      saturday.contains("约电时段 周一至周五 10:00-12:00、15:00-17:00；现在不在时段内，下一段 11-23（周一）10:00 起"))
    let english = try group.at("2026-11-21 14:00", "due --lang en").out
    #expect(
      english.contains(
        "call windows Mon-Fri 10:00-12:00, 15:00-17:00; not now, next 11-23 (Mon) from 10:00"))
  }

  @Test("F046 edge: reasons of two policies are called for in the hours that both allow")
  func f046Both() throws {
    let office = try Office.open()
    try office.write(
      """
      policy: 集团
      call_windows: {hours: ["10:00-12:00", "15:00-17:00"], days: [周一, 周二, 周三, 周四, 周五]}
      rules:
        - {id: g-1, says: 来访后回访, article: 一, after: 来访, due: 3, channel: 电话}

      """, to: "group.yaml")
    try office.at("2026-11-01", "policy adopt qnc \(office.path("group.yaml")) --from 2026-11-01")
    try office.enter("--source 来访 --grade A", on: "2026-11-20")
    try office.enter("--source 来电 --grade A", on: "2026-11-20", as: "李娜", phone: 2)
    let listed = try office.due("2026-11-21 14:00")
    let both = try #require(listed.item("王芳"))
    #expect(both.callHours == ["10:00-11:30", "15:30-17:00"])
    #expect(both.nextCall == "2026-11-23 10:00")
    let own = try #require(listed.item("李娜"))
    #expect(own.callHours == ["10:00-11:30", "15:30-17:00"])
    #expect(own.nextCall == "2026-11-21 15:30")
    #expect(try office.due("2026-11-23 10:30").item("王芳")?.nextCall == nil)
    let page = try office.at("2026-11-21 14:00", "due --consultant 李明", wide: true).out
    #expect(page.contains("集团 约电时段 周一至周五 10:00-12:00"))
    #expect(page.contains("约电时段 周一至周五 10:00-11:30、"))
  }

  @Test("F049 a weaker channel is recorded and settles nothing of a call") func f049() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-02")
    try office.call(on: "2026-11-02")
    let answer = try office.at("2026-11-04", "log 王芳 --by 微信 --note 近况")
    #expect((answer.out + answer.err).contains("注意：三日再访要求电话"))
    try office.expect("qnc-2.1.2", ["2026-11-04": "due 2026-11-03..2026-11-05"])
    let quarterly = try Office.under("closed-quarterly")
    try quarterly.enter("--source 客资", on: "2026-11-01")
    try quarterly.at("2026-11-02", "event 王芳 签约 --on 2026-11-02")
    try quarterly.expect("cq-5.1", ["2027-02-02": "due 2027-02-02..2027-02-02"])
    let brief = try quarterly.at("2027-02-02", "brief 王芳").out
    #expect(brief.contains("问卷 cq-7b 邮件问卷（邮件）：项目满意度、服务满意度，各 1-5 分；问答：意见和建议"))
    let mailed = try quarterly.at("2027-02-02", "log 王芳 --by 邮件 --note 要停车位 --answers 5,4")
    #expect(mailed.err.isEmpty && mailed.out.contains("平均 4.50"))
    try quarterly.expect("cq-5.1", ["2027-02-02": nil, "2027-05-02": "due 2027-05-02..2027-05-02"])
  }

  @Test("F049 edge: a questionnaire by another channel is kept and remarked on")
  func f049Questionnaire() throws {
    let office = try Office.under("closed-quarterly")
    try office.enter("--source 客资", on: "2026-11-01")
    try office.at("2026-11-02", "event 王芳 签约 --on 2026-11-02")
    let spoken = try office.at("2026-11-05", "log 王芳 --by 电话 \(recorded) --note 好 --answers 5,4")
    #expect(spoken.err.contains("问卷 cq-7b 应用邮件，这次用的是电话；已记下"))
    #expect(try office.at("2026-11-05", "show 王芳", wide: true).out.contains("5 4 (4.50)"))
  }

  @Test("F049 edge: a letter settles by its name alone, a visit settles a call") func f049Letter()
    throws
  {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-02")
    try office.at("2026-11-02", "log 王芳 --by 信函 --note 资料")
    try office.expect("qnc-2.1.1", ["2026-11-02": "due 2026-11-02..2026-11-02"])
    try office.at("2026-11-02", "log 王芳 --by 面谈 \(recorded) --note 再谈")
    try office.expect("qnc-2.1.1", ["2026-11-02": nil])
  }

  @Test("F104 the title certificate: a copy with a mortgage, the original without") func f104()
    throws
  {
    let office = try Office.under("post-sale-flow")
    for (phone, tag) in ["按揭", "一次性付款"].enumerated() {
      try office.enter("--source 客资 --tag \(tag)", on: "2026-11-01", as: tag, phone: phone + 1)
      try office.at("2026-11-02", "event \(tag) 产权证 --on 2026-11-02")
    }
    let window = "due 2026-11-02..2026-11-05"
    try office.expect("psf-3.3.5a", ["2026-11-02": window, "2026-11-05": window], of: "按揭")
    try office.expect("psf-3.3.5b", ["2026-11-02": window], of: "一次性付款")
    try office.expect("psf-3.3.5b", ["2026-11-02": nil], of: "按揭")
    try office.at("2026-11-03", "event 按揭 产权证签收 --on 2026-11-03")
    try office.expect("psf-3.3.5a", ["2026-11-03": nil], of: "按揭")
    try office.expect("psf-3.3.5b", ["2026-11-06": "overdue 2026-11-02..2026-11-05"], of: "一次性付款")
  }

  @Test("F104 edge: papers at the handing-over, and the mortgage weekly until it is granted")
  func f104Mortgage() throws {
    let office = try Office.under("post-sale-flow")
    try office.enter("--source 客资 --tag 按揭", on: "2026-11-01")
    try office.at("2026-11-02", "event 王芳 签约 --on 2026-11-02")
    try office.expect("psf-3.1.2", ["2026-11-02": "due 2026-11-02..2026-11-02"])
    try office.at("2026-11-02", "event 王芳 按揭资料 --on 2026-11-02")
    try office.expect("psf-3.1.2", ["2026-11-02": nil])
    for day in ["2026-11-09", "2026-11-16"] {
      try office.expect("psf-3.1.4", [day: "due \(day)..\(day)"])
      try office.call(on: day, by: "王经理")
    }
    try office.at("2026-11-20", "event 王芳 放款 --on 2026-11-20")
    try office.expect("psf-3.1.4", ["2026-11-23": nil])
    try office.at("2026-12-31", "event 王芳 交房 --on 2026-12-31")
    try office.expect("psf-3.3.1", ["2027-01-01": "overdue 2026-12-31..2026-12-31"])
  }

  @Test("F118 the half month's register of callbacks") func f118() throws {
    let office = try Office.under("owner-pm")
    try office.enter("--source 客资", on: "2026-11-01")
    for (day, note) in [
      ("2026-11-01", "满意"), ("2026-11-15", "门锁"), ("2026-11-16", "下半月"), ("2026-11-30", "月底"),
    ] { try office.at(day, "log 王芳 --by 电话 \(recorded) --note \(note)") }
    let first = try office.at("2026-12-01", "report --half 2026-11a").out
    #expect(first.contains("2026-11-01（周日）至 2026-11-15（周日）"))
    #expect(first.contains("满意") && first.contains("门锁") && !first.contains("下半月"))
    let second = try office.at("2026-12-01", "report --half 2026-11b --format csv").lines
    #expect(second.count == 3 && second[1].contains("下半月") && second[2].contains("月底"))
    #expect(try office.at("2026-11-15", "report --half --format csv").lines.count == 3)
  }

  @Test("F118 edge: the second half of a leap February, and a text that is no half month")
  func f118Leap() throws {
    let office = try Office.open()
    try office.enter("--source 客资", on: "2028-02-29")
    try office.call(on: "2028-02-29")
    #expect(try office.at("2028-03-01", "report --half 2028-02b --format csv").lines.count == 2)
    let refused = try office.attempt("2028-03-01", "report --half 2028-02c")
    #expect(refused.code == 64 && refused.err.contains("--half"))
  }
}

/// Policies tried out, nothing written.
@Suite("Policies side by side")
struct PlanRows {
  @Test("F042 one customer under two policies") func f042() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade B", on: "2026-11-02")
    let before = try office.at("2026-11-02", "doctor").out
    let plan = try office.at(
      "2026-11-02", "policy plan 王芳 --policy yufu --to 2026-11-30 --format csv"
    ).lines
    let yufu = plan.filter { $0.hasPrefix("yufu,") }
    #expect(
      yufu.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        .map { "\($0[1]) \($0[3])..\($0[4]) \($0[5])" } == [
          "yufu-2.1.1a 2026-11-02 13:00..2026-11-02 sms",
          "yufu-2.1.1b 2026-11-03..2026-11-03 phone", "yufu-2.1.2 2026-11-04..2026-11-05 phone",
          "yufu-2.1.3b 2026-11-12..2026-11-12 phone", "yufu-2.1.3b 2026-11-19..2026-11-19 phone",
          "yufu-2.1.3b 2026-11-26..2026-11-26 phone",
        ])
    let own = plan.filter { $0.hasPrefix("qnc,") }
    #expect(own.count == 5 && own[0].contains("qnc-2.1.1"))
    let page = try office.at("2026-11-02", "policy plan 王芳 --policy yufu --to 2026-11-30").out
    #expect(page.contains("2026-11-05（周四）"))
    #expect(try office.at("2026-11-02", "doctor").out == before)
  }

  @Test("F042 edge: a day that has passed is refused; a stopped customer has no plan")
  func f042Edge() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade B", on: "2026-11-02")
    let refused = try office.attempt("2026-11-02", "policy plan 王芳 --policy yufu --to 2026-11-01")
    #expect(refused.code == 64 && refused.err.contains("--to：2026-11-01 太早"))
    try office.at("2026-11-03", "edit 王芳 --do-not-contact")
    let none = try office.at("2026-11-03", "policy plan 王芳 --policy yufu --to 2026-12-31").out
    #expect(none.contains("没有要做的"))
    let blank = try office.attempt(
      "2026-11-03", "policy plan 王芳 --policy mktg-flex --to 2026-12-31")
    #expect(blank.code == 78)
  }
}
