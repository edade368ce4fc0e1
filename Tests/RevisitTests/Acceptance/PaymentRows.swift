import Testing

/// A payment: a conversation settles the day's reminder, which comes again until the payment is a fact.
@Suite("A payment is asked for until it is a fact")
struct PaymentRows {
  private func office(_ setting: String = "") throws -> Office {
    let office = try Office.open(from: "2027-06-01")
    if !setting.isEmpty {
      try office.at(
        "2027-06-01", "policy adopt qnc --set \(setting) --from 2027-06-01 --rewrite-past")
    }
    try office.enter("--source 来访", on: "2027-06-02")
    try office.at("2027-06-10", "event 王芳 签约 --pay-by 2027-06-20")
    return office
  }

  @Test("called on its day, it comes again after seven days, counted from the call")
  func again() throws {
    let office = try office()
    let called = try office.at("2027-06-20", "log 王芳 --by 电话 --note 下周付").out
    #expect(called.contains("付款到期 按时"), "\(called)")
    #expect(try office.asks("2027-06-26", "payment").isEmpty)
    #expect(try office.asks("2027-06-27", "payment") == ["payment due 2027-06-27..2027-06-27"])
    try office.call(on: "2027-06-29")
    #expect(try office.asks("2027-07-05", "payment").isEmpty)
    #expect(try office.asks("2027-07-06", "payment") == ["payment due 2027-07-06..2027-07-06"])
    try office.at("2027-07-06", "event 王芳 全款到账")
    #expect(try office.asks("2027-07-06", "payment").isEmpty)
    #expect(try office.asks("2027-07-13", "payment").isEmpty)
  }

  @Test("nobody called: one line, from the first day, with how often")
  func missed() throws {
    let office = try office()
    #expect(
      try office.asks("2027-07-05", "payment") == ["payment overdue 2027-06-20..2027-06-20 x3"])
    let page = try office.at("2027-07-05", "due --consultant 李明", wide: true).out
    #expect(page.contains("付款到期 漏 3 次"), "\(page)")
    let paid = try office.at("2027-07-05", "event 王芳 全款到账").out
    #expect(paid.contains("已结：付款到期 迟"), "\(paid)")
    #expect(try office.asks("2027-07-06", "payment").isEmpty)
  }

  @Test("a text of that day settles nothing; a newer day takes its place; the interval can be set")
  func others() throws {
    let office = try office("payment_every=3")
    try office.call(on: "2027-06-20")
    #expect(try office.asks("2027-06-23", "payment") == ["payment due 2027-06-23..2027-06-23"])
    try office.at("2027-06-23", "event 王芳 签约 --pay-by 2027-07-01")
    #expect(try office.asks("2027-06-24", "payment").isEmpty)
    #expect(try office.asks("2027-07-01", "payment") == ["payment due 2027-07-01..2027-07-01"])
  }
}
