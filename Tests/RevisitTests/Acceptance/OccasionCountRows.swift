import Testing

/// What a report counts once, and its rate (rule 10).
@Suite("One occasion is one")
struct OccasionCountRows {
  @Test("A VIP buyer whom nobody greeted: one miss that cites every clause") func vip() throws {
    let office = try Office.open(from: "2026-09-01")
    try office.enter("--source 来访 --grade A --tag VIP", on: "2026-09-01")
    try office.at("2026-09-02", "event 王芳 签约")
    let asked = try office.due("2026-10-01").rules().filter {
      !["qnc-3.1", "qnc-3.2"].contains($0)
    }
    #expect(asked.count > 1, "several clauses ask for one greeting")
    let week = try office.week("2026-W40", asOf: "2026-10-05")
    let miss = week.misses.filter { $0.due == "2026-10-01" }
    #expect(miss.count == 1)
    #expect(Set(miss.first?.rules ?? []) == Set(asked))
    let page = try office.at("2026-10-05", "report --week 2026-W40").out
    #expect(page.contains("贵宾节日、节日问候、节日祝福"))
    // One text is on time for all of them.
    try office.at("2026-10-01", "log 王芳 --by 短信")
    #expect(try office.week("2026-W40", asOf: "2026-10-05").misses.isEmpty)
  }

  @Test("A leader-referred VIP who bought has article 3 alone", arguments: ["qnc", "yufu"])
  func leader(policy: String) throws {
    let office = try Office.open(policy: policy)
    try office.enter("--source 来访 --grade A --tag VIP --tag 领导介绍", on: "2026-11-16")
    #expect(try office.due("2026-12-25").rules().contains("\(policy)-2.2.2b"))
    try office.at("2026-11-17", "event 王芳 签约")
    let rules = try office.due("2026-12-25").rules()
    #expect(!rules.isEmpty && rules.allSatisfy { $0.hasPrefix("\(policy)-3.") })
  }

  @Test("Where nothing is past, no rate is told; else it is rounded half up") func rate() throws {
    let office = try Office.open()
    for index in 1...8 {
      try office.enter("--source 来访 --grade A", on: "2026-11-16", as: "客户\(index)", phone: index)
    }
    #expect(try office.week("2026-W47", asOf: "2026-11-16").total.rate == nil)
    #expect(try office.at("2026-11-16", "report --week 2026-W47").out.contains("–"))
    try office.call("客户1", on: "2026-11-16")
    // Eight were due on the day; one of them in time.
    let page = try office.at("2026-11-17", "report --week 2026-W47").out
    #expect(page.contains("13%"))
  }
}
