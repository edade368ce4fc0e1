import Testing

/// What a contact is taken with all the same, and the answer says so.
@Suite("Remarks on a contact")
struct ContactRemarkRows {
  @Test("Before the first record of the customer") func early() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-18")
    let told = try office.at("2026-11-18", "log 王芳 --by 电话 --note 近况 --on 2026-11-12")
    #expect(told.err.contains("2026-11-18 才有第一条记录") && told.err.contains("结不了什么"))
    #expect(!told.out.contains("已结"))
    let usual = try office.at("2026-11-18", "log 王芳 --by 电话 --note 近况")
    #expect(usual.err.isEmpty)
  }

  @Test("Several slots that stay missed are told with their number") func stack() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade C", on: "2026-11-18")
    let once = try office.at("2026-12-03", "log 王芳 --by 电话 --note 近况").out
    #expect(once.contains("不能再补，记为漏：C类每周 2026-11-25\n"), "\(once)")
    let told = try office.at("2027-01-02", "log 王芳 --by 电话 --note 近况").out
    #expect(told.contains("不能再补，记为漏：C类每周 2026-12-10 起 3 次\n"), "\(told)")
  }

  @Test("A day agreed with somebody who is out of reach is void", arguments: [true, false])
  func dead(isLost: Bool) throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-18")
    try office.at("2026-11-19", isLost ? "event 王芳 流失" : "edit 王芳 --do-not-contact")
    let told = try office.at("2026-11-20", "log 王芳 --by 电话 --note 近况 --next 2026-11-24")
    #expect(told.err.contains("约定 2026-11-24 不生效"))
    #expect(told.err.contains(isLost ? "已流失" : "免打扰；已照记"))
    #expect(try office.due("2026-11-24").items.isEmpty)
  }
}
