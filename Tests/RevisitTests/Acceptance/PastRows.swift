import Testing

/// What changes a week that is over says so first (rule 1); a day far ahead is asked about (rule 8).
@Suite("Weeks that are over, days far ahead")
struct PastRows {
  @Test("Voiding a record of a closed week names the week and wants --rewrite-past")
  func void() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-09")
    try office.call(on: "2026-11-09")
    let line = try office.at("2026-11-12", "show 王芳 --format json").out
    let call = try #require(
      line.firstMatch(of: /"record":(\d+),"when":"[^"]*","what":"phone reached"/)?.output.1)
    // Within its own week nothing is over.
    let early = try office.at("2026-11-12", "void \(call) --reason 记错人")
    #expect(early.err.isEmpty)
    try office.at("2026-11-12", "undo")
    let refused = try office.attempt("2026-11-17", "void \(call) --reason 记错人")
    #expect(refused.code == 65)
    #expect(
      refused.err
        == "revisit: 记录：已结的周报会随之改变：2026-W46；确实要改就加 --rewrite-past\n")
    #expect(try office.total("2026-W46", asOf: "2026-11-17") == "due 2: on time 1, missed 1")
    let told = try office.at("2026-11-17", "void \(call) --reason 记错人 --rewrite-past")
    #expect(told.err.contains("2026-W46"))
    #expect(try office.total("2026-W46", asOf: "2026-11-17") == "due 2: missed 2")
  }

  @Test("Voiding what no report tells of needs nothing")
  func silentVoid() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-09")
    try office.at("2026-11-10", "edit 王芳 --hours 19:00-20:00")
    let line = try office.at("2026-11-12", "show 王芳 --format json").out
    let hours = try #require(
      line.firstMatch(of: /"record":(\d+),"when":"[^"]*","what":"[^"]*19:00/)?.output.1)
    #expect(try office.attempt("2026-11-24", "void \(hours) --reason 记错").code == 0)
  }

  @Test(
    "Another consultant in an imported file is so from the day of the import: no closed week changes"
  )
  func importedOwner() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-09")
    try office.write("姓名,电话,来源,级别,置业顾问\n王芳,13800000001,来访,B,周敏\n", to: "台账.csv")
    let before = try office.at("2026-11-17", "report --week 2026-W46 --format json").out
    let line = "import \(office.path("台账.csv")) --update"
    let answer = try office.at("2026-11-17", line)
    #expect(answer.out.contains("周敏") && !answer.err.contains("rewrite-past"))
    #expect(try office.at("2026-11-17", "report --week 2026-W46 --format json").out == before)
    #expect(try office.at("2026-11-18", "due --consultant 周敏").out.contains("王芳"))
  }

  @Test("A reply promised for more than a year ahead wants --yes")
  func farPromise() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-09")
    try office.at("2026-11-10", "case add 王芳 投诉 --about 电梯")
    let line = "case step K00001 承诺 --to 2028-02-01"
    let refused = try office.attempt("2026-11-10", line)
    #expect(refused.code == 65 && refused.err.contains("--to") && refused.err.contains("--yes"))
    #expect(try office.attempt("2026-11-10", "case step K00001 承诺 --to 2027-11-10").code == 0)
    try office.at("2026-11-10", line + " --yes")
    #expect(try office.due("2028-02-01").rules().contains("reply"))
  }
}
