import Testing

/// Feature rows of the renovation policy: blanks, tiers by age, the last of several events.
@Suite("Works")
struct WorksRows {
  static let blanks = [
    "early_days=7", "midterm_days=3", "completion_days=7", "company=阳光装饰", "minutes=10",
  ]
  private static let filled = "home-reno " + blanks.map { "--set \($0)" }.joined(separator: " ")

  private func office() throws -> Office {
    let office = try Office.under(WorksRows.filled)
    try office.enter("--source 客资", on: "2026-11-01")
    return office
  }

  @Test("F016 a blank of the source stops check and adopt, and names its clause") func f016() throws
  {
    let office = try Office.open()
    let check = try office.attempt("2026-11-01", "policy check home-reno --lang en")
    #expect(check.code == 78 && check.err.contains("hr-1.1: early_days not set"))
    let adopt = try office.attempt(
      "2026-11-01", "policy adopt home-reno --set early_days=7 --from 2026-11-01")
    #expect(adopt.code == 78 && !adopt.err.contains("early_days"))
    #expect(adopt.err.contains("hr-1.2：参数 midterm_days 还没填"))
    let works = try self.office()
    try works.at("2026-11-02", "event 王芳 开工 --on 2026-11-02")
    let window = "2026-11-07..2026-11-11"
    try works.expect(
      "hr-1.1", ["2026-11-06": nil, "2026-11-07": "due \(window)", "2026-11-11": "due \(window)"])
    #expect(try works.due("2026-11-07").reason("hr-1.1")?.centre == "2026-11-09")
  }

  @Test(
    "F016 edge: every policy with a blank refuses until it is filled",
    arguments: [
      ("mktg-flex", "mf-3"), ("workorder-72h", "wo-5"), ("purchase-x", "px-3.1.2"),
      ("home-reno", "hr-1.3"),
    ])
  func f016Others(policy: String, clause: String) throws {
    let office = try Office.open()
    let answer = try office.attempt("2026-11-01", "policy adopt \(policy) --from 2026-11-01")
    #expect(answer.code == 78 && answer.err.contains("\(clause)：参数"))
    #expect(answer.err.contains("建议") || policy == "home-reno")
  }

  @Test("F026 quarterly in the first year, half-yearly in the second, then yearly") func f026()
    throws
  {
    let office = try self.office()
    try office.at("2026-11-02", "event 王芳 竣工 --on 2026-11-02")
    try office.at("2026-11-03", "event 王芳 现场照片")
    for (rule, day) in [
      ("hr-2.1", "2027-02-02"), ("hr-2.1", "2027-05-02"), ("hr-2.1", "2027-08-02"),
      ("hr-2.1", "2027-11-02"), ("hr-2.2", "2028-05-02"), ("hr-2.2", "2028-11-02"),
      ("hr-2.3", "2029-11-02"),
    ] {
      #expect(try office.due(day).reasons() == ["\(rule) due \(day)..\(day)"])
      try office.call(on: day + " 10:00", by: "王经理")
      #expect(try office.due(day).items.isEmpty)
    }
    try office.expect("hr-2.3", ["2030-11-02": "due 2030-11-02..2030-11-02"])
  }

  @Test("F026 edge: finished on 29 February; a late call in the first year moves the rest of it")
  func f026Leap() throws {
    let office = try self.office()
    try office.at("2028-02-29", "event 王芳 竣工 --on 2028-02-29")
    try office.expect("hr-2.1", ["2028-05-29": "due 2028-05-29..2028-05-29"])
    try office.call(on: "2028-06-10 10:00", by: "王经理")
    try office.expect(
      "hr-2.1", ["2028-08-29": nil, "2028-09-10": "due 2028-09-10..2028-09-10"])
    for call in ["2028-09-10 10:00", "2028-12-10 10:00"] {
      try office.call(on: call, by: "王经理")
    }
    // The next would be 2029-03-10, beyond the first year; the second counts from 2029-02-28.
    try office.expect("hr-2.1", ["2029-03-10": nil])
    try office.expect("hr-2.2", ["2029-08-28": "due 2029-08-28..2029-08-28"])
  }

  @Test("F028 the last of three events, and a finish that moved") func f028() throws {
    let office = try self.office()
    try office.at("2026-11-02", "event 王芳 竣工 --on 2026-11-02")
    try office.at("2026-11-04", "event 王芳 全款到账 --on 2026-11-04")
    try office.expect("hr-1.3", ["2026-11-05": nil, "2026-11-20": nil])
    try office.at("2026-11-06", "event 王芳 保修手续 --on 2026-11-06")
    let window = "2026-11-06..2026-11-13"
    try office.expect(
      "hr-1.3",
      ["2026-11-05": nil, "2026-11-06": "due \(window)", "2026-11-14": "overdue \(window)"])
    let moved = try self.office()
    try moved.at("2026-11-02", "event 王芳 竣工 --on 2026-11-02")
    try moved.at("2026-11-04", "event 王芳 全款到账 --on 2026-11-04")
    try moved.at("2026-11-06", "event 王芳 保修手续 --on 2026-11-06")
    try moved.at("2026-11-20", "event 王芳 竣工 --on 2026-11-20")
    try moved.expect(
      "hr-1.3",
      [
        "2026-11-13": "due \(window)", "2026-11-20": "due 2026-11-20..2026-11-27",
        "2026-11-27": "due 2026-11-20..2026-11-27",
      ])
  }

  @Test("F028 edge: two of them on one day, and a cancellation between") func f028Edge() throws {
    let office = try self.office()
    try office.at("2026-12-31", "event 王芳 竣工 --on 2026-12-31")
    try office.at("2027-01-01", "event 王芳 全款到账 --on 2027-01-01")
    try office.at("2027-01-01", "event 王芳 保修手续 --on 2027-01-01")
    try office.expect("hr-1.3", ["2027-01-01": "due 2027-01-01..2027-01-08"])
    let other = try self.office()
    try other.at("2026-11-02", "event 王芳 竣工 --on 2026-11-02")
    try other.at("2026-11-03", "event 王芳 退房 --on 2026-11-03")
    try other.at("2026-11-04", "event 王芳 全款到账 --on 2026-11-04")
    try other.at("2026-11-05", "event 王芳 保修手续 --on 2026-11-05")
    try other.expect("hr-1.3", ["2026-11-05": nil, "2026-11-12": nil])
  }
}
