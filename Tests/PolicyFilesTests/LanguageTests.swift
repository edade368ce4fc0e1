import Core
import Testing

@testable import PolicyFiles

/// What values may look like, and how problems look on a terminal.
@Suite struct LanguageTests {
  private func schedule(_ keys: String) throws -> Schedule {
    let text = "rules:\n  - {id: a, \(keys)}\n"
    return try PolicyFile.read(text: text, file: "me.yaml").get().policy.rules[0].schedule
  }

  @Test(arguments: [
    ("3d", Cadence.days(3)), ("每3天", .days(3)), ("2w", .days(14)), ("每周", .days(7)),
    ("1m", .months(1)), ("3个月", .months(3)), ("季度", .months(3)), ("半年", .months(6)),
    ("1y", .years(1, leapDay: .feb28)), ("半月", .days(15)), ("half_months", .halfMonths),
    ("half_month_ends", .halfMonthEnds), ("月末", .monthEnds(1)),
    ("{half_month: calendar}", .halfMonthEnds), ("{month_ends: 3}", .monthEnds(3)),
    ("{years: 1, leap_day: mar1}", .years(1, leapDay: .mar1)),
    ("{weekdays: [周一, thursday], weeks: 2}", .weekdays([.monday, .thursday], weeks: 2)),
    ("{weekdays: 周四, weeks: 单周}", .isoWeeks(odd: true, [.thursday])),
  ])
  func intervals(_ text: String, _ cadence: Cadence) throws {
    #expect(
      try schedule("after: visit, every: \(text)") == .every(cadence, .event([.visit]), .lastDone))
  }

  @Test(arguments: ["3", "d", "0d", "-1d", "周", "1.5d", "3dd", "3661d", "121m", "no", "null", "~"])
  func unreadableIntervals(_ text: String) {
    let said = headlines("rules:\n  - {id: a, after: visit, every: \(text)}\n")
    #expect(said.count == 1)
    #expect(said.allSatisfy { $0.contains("P104") || $0.contains("P103") })
  }

  @Test func wordsAreChineseOrEnglish() throws {
    #expect(try schedule("after: 来电, due: 1") == schedule("after: call_in, due: 1"))
    #expect(
      try schedule("after: [认购, signing], due: 0")
        == .once(.event([.reservation, .signing]), opens: 0, due: 0))
    #expect(try schedule("after: deal, due: 0") == schedule("after: 成交, due: 0"))
  }

  @Test func valuesAreTextNeverYAMLNumbers() throws {
    let text = "policy: 007\ntitle: no\ncall_windows: {hours: 12:30-13:00}\n"
    let policy = try PolicyFile.read(text: text, file: "me.yaml").get().policy
    #expect(policy.name == "007" && policy.title == "no")
    #expect(policy.callHours.ranges.map(\.description) == ["12:30-13:00"])
  }

  @Test func aByteOrderMarkAndWindowsLinesAreFine() throws {
    let text = "\u{FEFF}policy: a\r\nrules:\r\n  - {id: a, after: visit, due: 1}\r\n"
    #expect(try PolicyFile.read(text: text, file: "me.yaml").get().policy.rules.count == 1)
    #expect(headlines("policy: a\r\npolcy: b\r\n").map { $0.prefix(11) } == ["me.yaml:2:1"])
  }

  @Test func allProblemsAreToldAtOnceAndInOrder() {
    let text = """
      polcy: a
      title: x
      title: y
      call_windows: {hours: [11-25, 12:00-10:00]}
      rules:
        - {id: a, after: visit, due: x, due: 2, chanel: 电话}
        - {id: a, every: 3周末}
        - {id: b, audience: nobody}
      """
    let codes = headlines(text).map {
      $0.split(separator: " ")[0] + " " + $0.split(separator: " ")[2].prefix(4)
    }
    #expect(
      codes == [
        "me.yaml:1:1: P201", "me.yaml:3:1: P202", "me.yaml:4:24: P106", "me.yaml:4:31: P107",
        "me.yaml:6:32: P113", "me.yaml:6:35: P202", "me.yaml:6:43: P201",
        "me.yaml:7:10: P208", "me.yaml:7:10: P203", "me.yaml:7:20: P104", "me.yaml:8:10: P204",
        "me.yaml:8:23: P303",
      ])
  }

  @Test func aProblemShowsItsLine() throws {
    let text = "rules:\n  - id: a\n    after: 来电\n    every: 3周末 # 三周\n"
    guard case .failure(let problems) = PolicyFile.read(text: text, file: "我的制度.yaml") else {
      Issue.record("it was read")
      return
    }
    #expect(
      problems.diagnostics.flatMap { PolicyMessages.lines($0, .zh) } == [
        "我的制度.yaml:4:12: 错误 P104：间隔“3周末”无法识别；可写 3d、3w、1m、半月；"
          + "详见 revisit policy explain P104",
        "    4 |     every: 3周末 # 三周",
        "      |            ^^^^^",
      ])
  }

  @Test func everyCodeIsExplainedInBothLanguages() throws {
    for code in PolicyMessages.codes {
      for language in [Language.zh, .en] {
        let explanation = try #require(PolicyMessages.explanation(code.lowercased(), language))
        #expect(explanation.code == code)
        #expect(!explanation.title.isEmpty && !explanation.why.isEmpty)
        #expect(!explanation.example.isEmpty)
      }
    }
    #expect(PolicyMessages.explanation("P999", .zh) == nil)
  }

  /// Damaged files are refused or read, never a trap, and quickly.
  @Test func damagedFilesNeverTrap() throws {
    let text = Array(try #require(EmbeddedPolicies.text("site-fines")).unicodeScalars)
    let seed: UInt64 = 20_260_102
    var random = SplitMix(state: seed)
    let pieces = Array("[]{}:,-&*!|>'\"#%@`? \n\t\u{0}9来".unicodeScalars)
    for _ in 0..<400 {
      var damaged = text
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let index = Int.random(in: damaged.indices, using: &random)
        let piece = pieces[Int.random(in: pieces.indices, using: &random)]
        if Bool.random(using: &random) {
          damaged[index] = piece
        } else {
          damaged.insert(piece, at: index)
        }
      }
      let said = String(String.UnicodeScalarView(damaged))
      if case .failure(let problems) = PolicyFile.read(text: said, file: "x.yaml") {
        #expect(!problems.diagnostics.isEmpty, "seed \(seed)")
      }
    }
  }
}

/// A seeded generator, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
