import Testing

/// What `policy check` proves, and which numbers of a policy are nobody's but the program's.
@Suite("What a policy covers, and whose numbers it has")
struct PolicyProofRows {
  private func check(_ text: String, _ office: Office) throws -> Office.Answer {
    try office.write(text, to: "p.yaml")
    return try office.attempt("2027-06-01", "policy check \(office.path("p.yaml"))")
  }

  @Test("The classes to whom nothing will ever be owed are named, those of one kind together")
  func classes() throws {
    let office = try Office.open()
    let told = try check(
      """
      policy: narrow
      rules:
        - {id: n-1, after: 来访, every: 7d, audience: {has: 来访, stage: 意向, grade: [A, B], not_tag: VIP}}
        - {id: n-2, after: 签约, due: 30}
        - {id: n-3, festivals: [中秋], expires: true}

      """, office)
    #expect(told.code == 0)
    // Four stages, three sources, five grades, with VIP and without.
    #expect(told.out.contains("客户类别（来源、级别、阶段、标签）120 种"))
    #expect(told.out.contains("意向（来电，来访未定级/C/D，客资）"))
    #expect(told.out.contains("已认购（全部）") && told.out.contains("已签约（") == false)
    #expect(told.out.contains("意向且VIP（来访A/B）"))
    let english = try office.at("2027-06-01", "policy check \(office.path("p.yaml")) --lang en").out
    #expect(
      english.contains("nothing is ever owed to: prospect (call in, visit ungraded/C/D, lead list)")
    )
  }

  @Test("A policy for everybody leaves nobody; what is asked on any day counts") func everybody()
    throws
  {
    let office = try Office.open()
    let all = try check(
      "policy: wide\nrules:\n  - {id: w-1, after: 入档, every: 1m}\n", office)
    #expect(all.out.contains("60 种，有要做的 60 种") && !all.out.contains("什么都不会要求"))
    let days = try check(
      """
      policy: days
      rules:
        - {id: d-1, birthday: 本人, audience: {stage: 已交房}}
        - {id: d-2, company_holiday: [国庆], due: -1, audience: {stage: 已签约}}
        - {id: d-3, milestones: [封顶], lead: 2, audience: {stage: 已认购}}
        - {id: d-4, festivals: [元旦], audience: {stage: 意向}}

      """, office)
    #expect(days.out.contains("60 种，有要做的 60 种"))
  }

  @Test(
    "qnc itself: callers and visitors of every grade, VIP and leaders' customers have something")
  func shipped() throws {
    let office = try Office.open()
    let told = try office.at("2027-06-01", "policy check qnc").out
    #expect(told.contains("意向（客资）"), "\(told)")
    #expect(!told.contains("已认购（"), "\(told)")
  }

  @Test("Rules that can never be owed, and keys that mean nothing beside others, are refused")
  func neverOwed() throws {
    let office = try Office.open()
    let lost = try check("rules:\n  - {id: r-1, after: 流失, due: 90}\n", office)
    #expect(lost.code == 78 && lost.err.contains("P126") && lost.err.contains("p.yaml:2:"))
    let chained = try check(
      "rules:\n  - {id: r-1, after: 退房, due: 9}\n  - {id: r-2, after: {rule: r-1}, every: 7d}\n",
      office)
    #expect(chained.code == 78 && chained.err.contains("r-1") && chained.err.contains("r-2"))
    let has = try check(
      "rules:\n  - {id: r-1, after: 来访, due: 9, audience: {has: 退房}}\n", office)
    #expect(has.code == 78 && has.err.contains("P127"))
    let gap = try check(
      "rules:\n  - {id: r-1, max_gap: 2m, settled_by: {event: 来访}}\n", office)
    #expect(gap.code == 78 && gap.err.contains("“settled_by”不能与 max_gap 同用"))
    for day in ["32", "0", "月底"] {
      let month = try check(
        "rules:\n  - {id: r-1, after: 来访, every: {month_days: \(day)}}\n", office)
      #expect(month.code == 78 && month.err.contains("month_days：“\(day)”"))
      #expect(!month.err.contains("weekdays"), "\(month.err)")
    }
  }

  @Test("adopt and show mark what is ours, and say how to set it; what was set is the office's")
  func ours() throws {
    let office = try Office.open(from: "2027-06-01")
    let told = try office.at("2027-06-01", "policy adopt city-after-sale --from 2027-06-02").out
    #expect(told.contains("我们定的，制度没有写数："))
    #expect(told.contains("reply_days=1 cas-7") && told.contains("--set 名=值"))
    let shown = try office.at("2027-06-02", "policy show").out
    #expect(shown.contains("$reply_days: 1（我们定的，制度没有写数）"))
    #expect(shown.contains("revisit policy adopt city-after-sale --set 名=值 --from 日期"))
    let set = try office.at(
      "2027-06-03", "policy adopt city-after-sale --set reply_days=2 --from 2027-06-04"
    ).out
    #expect(!set.contains("reply_days") && set.contains("solve_days=3"))
    #expect(try office.at("2027-06-04", "policy show").out.contains("$reply_days: 2\n"))
    let qnc = try office.at("2027-06-04", "policy show qnc").out
    #expect(qnc.contains("$aversion_factor: 2（我们定的"), "the clause says 适当 and no number")
    let own = try office.at("2027-06-04", "policy show special-days").lines
      .filter { $0.contains("我们定的") }.compactMap { $0.split(separator: ":").first }
    #expect(own == ["  $case_urgent", "  $case_due", "  $payment_every"])
  }

  @Test("A blank that nothing in the policy reads is not demanded; one that is read is")
  func blanks() throws {
    let office = try Office.open()
    let few = "early_days=5 --set midterm_days=2 --set completion_days=6 --set company=甲"
    let short = try office.attempt(
      "2027-06-01", "policy adopt home-reno --set \(few) --from 2027-06-02")
    #expect(short.code == 78 && short.err.contains("minutes"), "\(short.err)")
    let whole = try office.attempt(
      "2027-06-01", "policy adopt home-reno --set \(few) --set minutes=8 --from 2027-06-02")
    #expect(whole.code == 0 && whole.out.contains("early_margin=2"), "\(whole.err)")
  }
}
