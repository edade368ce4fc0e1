import Testing

/// Audiences by how the customer pays, by the layout wanted and by the consultant.
@Suite("Audiences by profile and consultant")
struct OwnAudienceRows {
  private func office() throws -> Office {
    let office = try Office.open(from: "2026-09-01")
    try office.write(
      """
      policy: 本案
      rules:
        - {id: x-1, says: 按揭资料, after: 来访, every: 7d, audience: {payment: [按揭, 公积金]}}
        - {id: x-2, says: 大户型, after: 来访, due: 5, audience: {layout: [四居, 五居]}}
        - {id: x-3, says: 周敏的客户, after: 来访, every: 5d, audience: {consultant: [周敏, 赵六]}}

      """, to: "own.yaml")
    let told = try office.at(
      "2026-09-01", "policy adopt \(office.path("own.yaml")) --from 2026-09-01")
    #expect(told.err.contains("“赵六”不在员工里") && !told.err.contains("周敏"))
    return office
  }

  @Test func whatWasSaidOfPaymentAndLayoutHoldsFromItsDay() throws {
    let office = try office()
    try office.enter("--source 来访 --payment 按揭贷款 --layout 四室两厅", on: "2026-09-07")
    try office.expect("x-1", ["2026-09-13": nil, "2026-09-14": "due 2026-09-14..2026-09-14"])
    try office.expect("x-2", ["2026-09-07": "due 2026-09-07..2026-09-12"])
    try office.call(on: "2026-09-14")
    try office.at("2026-09-16", "edit 王芳 --payment 一次性")
    try office.expect("x-1", ["2026-09-15": nil, "2026-09-21": nil])
    #expect(try office.why("2026-09-21", rule: "x-1").contains("不在适用范围"))
    try office.at("2026-09-24", "edit 王芳 --payment 公积金")
    try office.expect("x-1", ["2026-09-28": "due 2026-09-28..2026-09-28"])
    // What was known on a past day stays so.
    try office.expect("x-1", ["2026-09-21": nil])
  }

  @Test func aConsultantsCustomersAreThoseOfTheDay() throws {
    let office = try office()
    try office.enter("--source 来访", on: "2026-09-07", consultant: "周敏")
    try office.enter("--source 来访", on: "2026-09-07", as: "陈刚", phone: 2)
    try office.expect("x-3", ["2026-09-12": "due 2026-09-12..2026-09-12"])
    try office.expect("x-3", ["2026-09-12": nil], of: "陈刚")
    try office.call(on: "2026-09-12")
    try office.call("陈刚", on: "2026-09-12")
    try office.at("2026-09-14", "edit 王芳 --consultant 李明")
    try office.at("2026-09-14", "edit 陈刚 --consultant 周敏")
    try office.expect("x-3", ["2026-09-17": nil])
    try office.expect("x-3", ["2026-09-17": "due 2026-09-17..2026-09-17"], of: "陈刚")
  }

  @Test func aCaseHoldsThem() throws {
    let office = try office()
    try office.enter(
      "--source 来访 --payment 按揭 --layout 四居", on: "2026-09-07", consultant: "周敏")
    try office.at("2026-09-09", "edit 王芳 --consultant 李明 --payment 一次性")
    for day in ["2026-09-08", "2026-09-10", "2026-09-12", "2026-09-14"] {
      try office.write(try office.at(day, "why 王芳 --as-test").out, to: "case.yaml")
      #expect(
        try office.at(day, "policy test \(office.path("case.yaml"))").out
          .hasSuffix("1 个用例都对\n"))
    }
  }
}
