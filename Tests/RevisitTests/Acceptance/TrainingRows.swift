import Testing

/// "Now is now": only an office for training is written under another day than the clock's; and what is
/// over changes only when that is meant.
@Suite("Now, and what is over")
struct TrainingRows {
  /// As a person at the clock: nothing stands for now.
  private static let clock = ["REVISIT_AS_OF": ""]

  @Test func anOfficeMadeByTheClockRefusesAnotherDay() throws {
    let office = try Office()
    try office.must("init", "--policy", "qnc", environment: Self.clock)
    try office.must("staff", "add", "李明", environment: Self.clock)
    for environment in [Self.clock, ["REVISIT_AS_OF": "2026-03-05"]] {
      let answer = try office.run(
        ["staff", "add", "周敏"] + (environment == Self.clock ? ["--as-of", "2026-03-05"] : []),
        environment: environment)
      #expect(answer.code == 64 && answer.out == "")
      #expect(
        answer.err == "revisit: --as-of：不是演练案场，当作另一天只能查看（REVISIT_AS_OF 也一样）；"
          + "补记用 --on 和 --time；演练另建：revisit init --training\n")
    }
    // Reading takes it anywhere.
    #expect(try office.run("due", "--as-of", "2027-03-05").code == 0)
    #expect(try office.must("staff", "list", environment: Self.clock).lines.count == 2)
    #expect(try !office.must("due", environment: Self.clock).out.contains("演练"))
    #expect(try !office.must("report", "--week", environment: Self.clock).out.contains("演练"))
  }

  @Test(arguments: [["--training"], ["--as-of", "2026-03-02"]])
  func anOfficeForTrainingSaysSoAndRefusesNothing(options: [String]) throws {
    let office = try Office()
    let training = office.path("training.db")
    let made = try office.run(
      ["init", "--policy", "qnc", "--db", training] + options, environment: Self.clock)
    #expect(made.code == 0)
    let written = try office.run(
      ["staff", "add", "李明", "--db", training, "--as-of", "2026-03-05"],
      environment: Self.clock)
    #expect(written.code == 0)
    for line in [["due"], ["report", "--week"]] {
      let answer = try office.run(
        line + ["--db", training, "--as-of", "2026-03-05"], environment: Self.clock)
      #expect(answer.lines[0].hasSuffix("  演练"), "\(answer.out)")
    }
    let json = try office.run(
      ["due", "--db", training, "--as-of", "2026-03-05", "--format", "json"],
      environment: Self.clock)
    #expect(json.out.contains("\"training\":true"))
  }

  @Test func adoptingFromAPastDayNamesTheWeeksThatWouldChange() throws {
    let office = try Office.open(from: "2026-09-01")
    try office.enter("--source 来访 --grade C", on: "2026-09-07")
    try office.call(on: "2026-09-07")
    let line = "policy adopt yufu --from 2026-09-07"
    let answer = try office.attempt("2026-09-24", line)
    #expect(answer.code == 65 && answer.err.contains("已结的周报会随之改变：2026-W37"))
    #expect(answer.err.contains("--rewrite-past") && !answer.err.contains("W39"))
    #expect(try office.at("2026-09-24", "policy show").out.contains("qnc"))
    let told = try office.at("2026-09-24", line + " --rewrite-past")
    #expect(told.err.contains("已结的周报将随之改变：2026-W37"))
    #expect(try office.at("2026-09-24", "policy show").out.contains("yufu"))
  }

  @Test func whatChangesNoClosedWeekNeedsNoLeave() throws {
    let office = try Office.open(from: "2026-09-01")
    try office.enter("--source 来访 --grade C", on: "2026-09-21")
    // Nobody was known in the weeks that are over.
    try office.at("2026-09-24", "policy adopt yufu --from 2026-09-07")
    // The week that runs is not over.
    try office.at("2026-09-24", "edit 王芳 --consultant 周敏 --on 2026-09-22")
  }

  @Test func givingACustomerAwayInThePastNamesTheWeeks() throws {
    let office = try Office.open(from: "2026-09-01")
    try office.enter("--source 来访 --grade C", on: "2026-09-07")
    try office.call(on: "2026-09-08")
    let line = "edit 王芳 --consultant 周敏 --on 2026-09-08"
    let answer = try office.attempt("2026-09-16", line)
    #expect(answer.code == 65 && answer.err.contains("--on：已结的周报会随之改变：2026-W37"))
    try office.at("2026-09-16", line + " --rewrite-past")
    let week = try office.week("2026-W37", asOf: "2026-09-16")
    #expect(week.consultants.contains { $0.consultant == "周敏" && $0.contacts["phone"] == 1 })
    // From today on nothing that is over changes.
    try office.at("2026-09-16", "edit 王芳 --consultant 李明")
  }
}
