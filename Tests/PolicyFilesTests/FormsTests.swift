import Core
import PolicyFiles
import Testing

/// The forms of schedules and what goes with them, each read from its keys.
@Suite struct FormsTests {
  private func rule(_ keys: String, _ more: String = "") throws -> Rule {
    let text = CatalogueTests.rule(keys) + more
    return try #require(try PolicyFile.read(text: text, file: "me.yaml").get().policy.rules.first)
  }

  @Test(arguments: [
    ("3", Offset(days: 3)), ("-14d", Offset(days: -14)), ("2w", Offset(days: 14)),
    ("1m", Offset(months: 1)), ("1y", Offset(months: 12)), ("72h", Offset(hours: 72)),
    ("1m-3d", Offset(months: 1, days: -3)), ("1m+3d", Offset(months: 1, days: 3)),
    ("-1个月", Offset(months: -1)),
  ])
  func distances(_ text: String, _ offset: Offset) throws {
    #expect(
      try rule("milestones: 开盘\nopens: \(text)\ndue: 2y").schedule
        == .occasion(.milestones([.launch]), opens: offset, due: Offset(months: 24)))
  }

  @Test func windowsRoundADate() throws {
    #expect(
      try rule("after: 签约\ndue: 1m\naround: 3").schedule
        == .once(
          .event([.signing]), opens: Offset(months: 1, days: -3), due: Offset(months: 1, days: 3)))
  }

  @Test func cadencesByAge() throws {
    #expect(
      try rule("after: 竣工\nevery: 6m\nstarts: 1y\nends: 2y").schedule
        == .every(
          .months(6), .event([.worksFinished]), .lastDone,
          Stretch(starts: Offset(months: 12), ends: Offset(months: 24))))
  }

  @Test func theLongestGap() throws {
    #expect(try rule("max_gap: 3m").schedule == .every(.months(3), .entry, .lastDone))
  }

  @Test func triggers() throws {
    #expect(
      try rule("after: {all: [竣工, 全款到账, 保修手续]}\ndue: 7").schedule.trigger
        == .all([.worksFinished, .fullPayment, .warranty]))
    #expect(
      try rule("after: {case: 处理, of: 投诉, urgency: [紧急]}\ndue: 5\nuntil: 关闭").schedule.trigger
        == .step(CaseFilter(.handled, of: [.complaint], urgencies: [.urgent])))
    #expect(
      try rule("after: {case: 处理, of: 投诉}\ndue: 5\nuntil: 关闭").untilSteps == [.closed])
  }

  @Test func occasions() throws {
    #expect(
      try rule("birthday: [本人, 家属]\ndue: -1\nif_day_off: before").schedule
        == .occasion(.birthdays([.own, .family]), opens: -1, due: -1))
    #expect(
      try rule("company_holiday: 春节").schedule
        == .occasion(.companyHolidays([.springFestival]), opens: -1, due: -1))
    #expect(
      try rule("milestones: 活动\nlead: 3").schedule == .milestone([.activity], lead: 3))
  }

  @Test func seriesOfTheCalendar() throws {
    func series(_ every: String) throws -> Cadence? {
      guard case .every(let cadence, _, _, _) = try rule("after: 认购\nevery: \(every)").schedule
      else { return nil }
      return cadence
    }
    #expect(
      try series("{weekdays: 周四, weeks: odd, min_gap_days: 14}")
        == .isoWeeks(odd: true, [.thursday], minGap: 14))
    #expect(try series("{month_ends: [4, 10]}") == .monthDays([4, 10], day: 31))
    #expect(try series("{month_days: 1}") == .monthDays(.all, day: 1))
  }

  @Test func whatGoesWithARule() throws {
    let rule = try rule(
      """
      after: 来访
      due: 0
      settled_by: {event: 签约}
      by: 客服
      message: hello
      gift: true
      if_day_off: after
      """, "templates:\n  - {id: hello, text: \"{name}您好\"}\n")
    #expect(rule.settledBy == .event([.signing]) && rule.by == .service)
    #expect(rule.message == MessageChoice("hello") && rule.isWithGift && rule.dayOff == .after)
  }

  @Test func aMessageForEachOccasion() throws {
    let templates = "templates:\n  - {id: a, text: 您好}\n  - {id: b, text: 您好}\n"
    let rule = try rule("milestones: all\nmessage: {开盘: a, topping_out: b, 其他: a}", templates)
    #expect(
      rule.message == MessageChoice("a", byMilestone: [.launch: "a", .toppingOut: "b"]))
    #expect(
      rule.keyValues(naming: Naming(Policy(name: ""))).last?.text == "开盘: a, 封顶: b, 其他: a")
    let day = try self.rule("festivals: 春节\nmessage: {春节: b}", templates)
    #expect(day.message == MessageChoice(byFestival: [.springFestival: "b"]))
  }

  @Test func duties() throws {
    let text = """
      duties:
        - id: wx-7.1
          says: 描摹
          who: 置业顾问
          every: {month_ends: [3, 6, 9, 12]}
          settled_by: {ledger: 客户描摹, count: 3}
        - {id: hr-4.1, who: 客服, any: true, every: {weekdays: 周日}, at: 00:00-17:00, settled_by: {report: 回访单}}
        - {id: ro-3.6, who: 置业顾问, every: {weekdays: 周五}, period: {week: 周六}, settled_by: {event: 来访}}
        - {id: psf-3.2.1, who: 案场, milestones: 入伙, due: -1m, settled_by: {ledger: 入伙小组}}
      """
    let duties = try PolicyFile.read(text: text, file: "me.yaml").get().policy.duties
    #expect(duties.map(\.id) == ["wx-7.1", "hr-4.1", "ro-3.6", "psf-3.2.1"])
    #expect(duties[0].count == 3 && duties[0].holder == .role(.consultant, any: false))
    #expect(duties[1].until == TimeOfDay(hour: 17, minute: 0))
    #expect(duties[2].weekFrom == .saturday && duties[2].evidence == .event(.visit))
    #expect(duties[3].schedule == .milestone([.moveInPeriod], due: Offset(months: -1)))
  }

  // MARK: Side by side

  @Test func policiesStandSideBySide() throws {
    let text = "extends: qnc\nincludes: [wenxin, group-cs]\npolicy: all\n"
    let policy = try PolicyFile.read(text: text, file: "me.yaml").get().policy
    #expect(policy.addOns.map(\.name) == ["wenxin", "group-cs"])
    let own = policy.rules.filter { $0.addOn == nil }
    #expect(own.map(\.id) == (try embedded("qnc")).rules.map(\.id))
    let added = policy.rules.filter { $0.addOn == 0 }
    #expect(added.map(\.id) == (try embedded("wenxin")).rules.map(\.id))
    #expect(policy.addOns[1].callHours.weekdays.count == 5)
    #expect(
      policy.callHours.shared(with: policy.addOns[1].callHours)?.ranges.map(\.description)
        == ["10:00-11:30", "15:30-17:00"])
  }

  @Test func anAddOnIsChangedFromAbove() throws {
    let text = "includes: [segment]\nchange:\n  - {id: seg-4.1, due: 9}\noff: [seg-4.3]\n"
    let policy = try PolicyFile.read(text: text, file: "me.yaml").get().policy
    let first = try #require(policy.rules.first { $0.id == "seg-4.1" })
    #expect(first.schedule == .once(.event([.signing]), opens: 3, due: 9))
    #expect(!policy.rules.contains { $0.id == "seg-4.3" })
  }

  @Test func everyPolicyStandsBesideEveryOther() throws {
    for name in PolicyFile.embeddedNames where name != "qnc" {
      let text = "extends: qnc\nincludes: [\(name)]\n"
      let read = PolicyFile.read(text: text, file: "me.yaml", Filling(takesSuggestions: true))
      guard case .failure(let problems) = read else { continue }
      Issue.record("\(name): \(PolicyMessages.headline(problems.diagnostics[0], .zh))")
    }
  }
}
