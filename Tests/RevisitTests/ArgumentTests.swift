import Core
import Glibc
import Testing

@testable import revisit

@Suite struct TermReaderTests {
  @Test func readsChineseEnglishAndAliases() throws {
    #expect(try readTerm("认购", at: "EVENT") == EventKind.reservation)
    #expect(try readTerm("Reservation", at: "EVENT") == EventKind.reservation)
    #expect(try readTerm("ｖｉｐ", at: "--tag") == Tag.vip)
    #expect(try readTerm("未接", at: "--outcome") == Outcome.noAnswer)
  }

  @Test func namesTheNearest() {
    let failure = #expect(throws: Failure.self) {
      try readTerm("认构", at: "EVENT", as: EventKind.self)
    }
    #expect(
      failure?.complaints.map { $0.line(in: .zh) } == ["revisit: EVENT：不认识“认构”；是否“认购”？"])
    #expect(
      failure?.complaints.map { $0.line(in: .en) } == [
        "revisit: EVENT: \"认构\" is not known; did you mean \"reservation\"?"
      ])
  }

  @Test func listsTheWordsWhereNoneIsNear() {
    let failure = #expect(throws: Failure.self) { try readTerm("Z", at: "--grade", as: Grade.self) }
    #expect(
      failure?.complaints.map { $0.line(in: .zh) } == [
        "revisit: --grade：不认识“Z”；可写 A类 B类 C类 D类"
      ])
    #expect(failure?.exitCode == .usage)
  }
}

@Suite struct EdgeTests {
  @Test(
    arguments: [
      ([], [:], .zh), ([], ["LANG": "zh_CN.UTF-8"], .zh), ([], ["LANG": "en_US.UTF-8"], .en),
      ([], ["LANG": "C.UTF-8"], .zh), ([], ["LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"], .zh),
      ([], ["REVISIT_LANG": "en"], .en), (["due", "--lang", "en"], [:], .en),
      (["due", "--lang=zh"], ["REVISIT_LANG": "en"], .zh),
      (["due", "--", "--lang", "en"], [:], .zh),
      (["--lang"], [:], .zh), ([], ["REVISIT_LANG": "fr", "LANG": "en_GB"], .en),
    ] as [([String], [String: String], Language)])
  func language(_ arguments: [String], _ variables: [String: String], is expected: Language) {
    #expect(
      Language(arguments: arguments, environment: Environment(variables)) == expected)
  }

  @Test(
    arguments: [
      ("x.db", ["REVISIT_DB": "y.db"], "x.db"),
      (nil, ["REVISIT_DB": "y.db", "HOME": "/h"], "y.db"),
      (nil, ["XDG_DATA_HOME": "/d", "HOME": "/h"], "/d/revisit/revisit.db"),
      (nil, ["XDG_DATA_HOME": "d", "HOME": "/h"], "/h/.local/share/revisit/revisit.db"),
      (nil, ["REVISIT_DB": "", "HOME": "/h"], "/h/.local/share/revisit/revisit.db"),
    ] as [(String?, [String: String], String)])
  func database(_ option: String?, _ variables: [String: String], is expected: String) throws {
    #expect(try Environment(variables).databasePath(option: option) == expected)
  }

  @Test func databaseNeedsAPlace() {
    #expect(throws: Failure.usage(.noHome)) { try Environment([:]).databasePath(option: nil) }
    #expect(throws: Failure.usage(.emptyValue("--db"))) {
      try Environment([:]).databasePath(option: "")
    }
  }

  @Test func fullDeviceIsAFailure() throws {
    let descriptor = open("/dev/full", O_WRONLY)
    defer { close(descriptor) }
    #expect(throws: Output.Trouble.failed(errno: ENOSPC)) {
      try Output(descriptor: descriptor).write("x")
    }
  }

  @Test(arguments: [
    (
      "Unknown option '--nmae'",
      UsageFault.unknownOption("--nmae", of: "revisit x", nearest: "--name")
    ),
    (
      "Unknown option '--nmae'. Did you mean '--name'?",
      .unknownOption("--nmae", of: "revisit x", nearest: "--name")
    ),
    ("Unknown option '--zzz'", .unknownOption("--zzz", of: "revisit x", nearest: nil)),
    ("Unknown option '--lang'", .unknownOption("--lang", of: "revisit x", nearest: nil)),
    ("Missing expected argument '<客户>'", .missing("<客户>", example: "revisit x 王芳")),
    ("Missing expected argument '--by <方式>'", .missing("--by", example: "revisit x 王芳")),
    (
      "Missing expected argument '--on <DAY>'",
      .missing("--on", example: "revisit x 王芳 --on 今天")
    ),
    ("Missing value for '--on <DAY>'", .missingValue("--on")),
    ("Unexpected argument 'x'", .unexpected(["x"])),
    ("2 unexpected arguments: 'x', 'y'", .unexpected(["x", "y"])),
    ("The option '--all' does not take any value, but '3' was specified.", .flagWithValue("--all")),
    ("Something else", .other("Something else")),
  ])
  func complaint(_ text: String, is expected: UsageFault) {
    let usage = CommandUsage(
      typed: "revisit x", options: ["--name", "--on"],
      examples: ["revisit x 王芳", "revisit x 王芳 --on 今天"])
    #expect(UsageFault(complaint: text, usage) == expected)
  }
}
