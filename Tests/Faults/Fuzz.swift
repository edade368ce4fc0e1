// What libFuzzer feeds the program with. `.ci/fuzz` builds it; REVISIT_FUZZ names the target.
//
// A target must come back from every input. Beside that it holds properties: a trap is the answer to
// a broken one.

import ArgumentParser
import Glibc

@testable import Core
@testable import Intake
@testable import PolicyFiles
@testable import Store
@testable import Values
@testable import revisit

enum FuzzTarget: String {
  case rows, dates, phones, policies, arguments, databases
  /// Must be found, or fuzzing sees nothing.
  case control

  static let chosen = getenv("REVISIT_FUZZ").flatMap { FuzzTarget(rawValue: String(cString: $0)) }

  func run(_ bytes: [UInt8]) {
    switch self {
    case .rows: fuzzRows(bytes)
    case .dates: fuzzDates(String(decoding: bytes, as: UTF8.self))
    case .phones: fuzzPhones(String(decoding: bytes, as: UTF8.self))
    case .policies: fuzzPolicies(String(decoding: bytes, as: UTF8.self))
    case .arguments: fuzzArguments(String(decoding: bytes, as: UTF8.self))
    case .databases: DamagedFile.fuzz(bytes)
    case .control: fuzzControl(bytes)
    }
  }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let target = FuzzTarget.chosen else { return -1 }
  target.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

private let today = Day(year: 2026, month: 11, day: 20) ?? .first

/// So many days from today.
private func day(_ offset: Int) -> Day { today.adding(offset) ?? today }

private func fuzzControl(_ bytes: [UInt8]) {
  guard bytes.count > 3, bytes[0] == 0x52, bytes[1] == 0x45, bytes[2] == 0x56 else { return }
  precondition(bytes[3] != 0x21, "the control")
}

// MARK: - Intake

private func fuzzRows(_ bytes: [UInt8]) {
  var rows = 0
  var file: RejectFile?
  let summary = try? Intake.read(
    .bytes(bytes), options: IntakeOptions(today: today),
    admit: { row in
      rows += 1
      precondition(!row.profile.name.isEmpty && row.profile.name.utf8.count <= 4096)
      precondition((row.firstDay ?? today) <= today)
      return .taken()
    },
    report: { event in
      switch event {
      case .opened(let opening): file = RejectFile(opening.header, language: .zh)
      case .refused(let refusal):
        for problem in refusal.errors { precondition(!problem.message(.zh).isEmpty) }
        precondition(file?.row(refusal).isEmpty == false)
      case .progress: break
      }
    })
  guard let summary else { return }
  precondition(summary.accepted == rows)
  precondition(summary.rows == summary.accepted + summary.refused + summary.empty)
}

private func fuzzPhones(_ text: String) {
  guard let phone = try? PhoneText(text) else { return }
  precondition(!phone.numbers.isEmpty)
  for number in phone.numbers {
    // What is stored is found again under itself.
    precondition((try? PhoneText(number))?.numbers == [number], "\(number) of \(text)")
    _ = masked(number)
  }
}

// MARK: - Dates

private func fuzzDates(_ text: String) {
  for lean in [DayReader.Lean.plan, .record, .present] {
    let reader = DayReader(today: today, lean: lean)
    if let day = try? reader.day(text) { precondition(Day(iso: "\(day)") == day) }
    _ = try? reader.moment(text)
  }
  let periods = PeriodReader(today: today)
  _ = try? periods.week(text)
  _ = try? periods.month(text)
  _ = try? periods.halfMonth(text)
  _ = try? periods.period(text)
  _ = try? readTime(text)
  _ = try? readHours(text)
  _ = try? WrittenDay(text)
  _ = ISOWeek(iso: text)
  if let day = Day(iso: text), let lunar = LunarDate(day) {
    precondition(lunar.monthAndDay.date(inLunarYear: lunar.year)?.solar == day)
  }
  if let lunar = LunarMonthDay(text) {
    for year in [1901, 1999, 2033, 2100] { _ = lunar.date(inLunarYear: year) }
  }
  for calendar in [nil, Values.BirthdayCalendar.lunar] {
    _ = try? BirthdayText(text, calendar: calendar, today: today, from: .file)
  }
  if let birthday = try? readBirthday(text, at: "--birthday", today: today) {
    for year in 2020...2034 { _ = birthday.occurrences(in: year) }
  }
}

// MARK: - Policies

private func fuzzPolicies(_ text: String) {
  switch PolicyFile.read(text: text, file: "fuzz.yaml") {
  case .failure(let problems):
    precondition(!problems.diagnostics.isEmpty)
    for diagnostic in problems.diagnostics {
      precondition(!PolicyMessages.lines(diagnostic, .zh).isEmpty)
    }
  case .success(let loaded):
    let form = PolicyForm.encode(loaded.policy)
    var words = loaded.policy.vocabulary
    precondition(PolicyForm.decode(form, &words) == .policy(loaded.policy))
    let history = History(
      customer: 1, source: .visit,
      facts: [
        Fact(id: 1, day: day(-30), .event(.visit)), Fact(id: 2, day: day(-30), .grade(.b)),
      ])
    let reign = Reign(id: 1, policy: loaded.policy, from: day(-60))
    _ = Engine(reigns: [reign], milestones: []).obligations(
      of: history, at: Moment(today), broadcastsFrom: day(-60), horizon: day(30))
  }
}

// MARK: - The command line

private func fuzzArguments(_ text: String) {
  let arguments = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  do {
    let command = try CommandTree.parse(arguments)
    if let write = command as? any ChangesOffice { _ = try? write.operation.claim(for: write) }
  } catch let failure as Failure {
    check(failure)
  } catch {
    check(
      .usage(
        UsageFault(
          complaint: Revisit.message(for: error), CommandTree.usage(arguments))))
  }
  for word in arguments {
    precondition(listed(word) == [word] || listed(word).allSatisfy { !$0.isEmpty })
    _ = pair(word)
    _ = try? readNumber(word, in: 1...99)
    _ = try? readName(word, at: "--op")
    _ = try? readText(word, at: "--note")
    _ = try? readAmount(word, .squareMetre, at: "--area")
    _ = try? readAmount(word, .yuan, at: "--budget")
    _ = try? readTerm(word, at: "--by") as Channel
    _ = try? readTerm(word, at: "--tag") as Tag
    precondition(visible(word).unicodeScalars.allSatisfy { $0.value >= 32 })
  }
}

/// Each complaint is one line.
private func check(_ failure: Failure) {
  for language in Language.allCases {
    let lines = failure.complaints.map { $0.line(in: language) }
    precondition(lines.allSatisfy { !$0.contains("\n") })
  }
}

// MARK: - Damaged files

/// A small office's file. An input is a command, a cut, then bytes to put at places.
private enum DamagedFile {
  static let path =
    (getenv("REVISIT_FUZZ_FOLDER").map { String(cString: $0) } ?? "/tmp") + "/\(getpid()).db"

  static let sound: [UInt8] = {
    unlink(path)
    let customer = ["王芳", "--phone", "13800000001", "--source", "来访", "--consultant", "李明"]
    let steps = [
      ["init", "--office", "阳光花园", "--from", "2026-11-01"], ["staff", "add", "李明"],
      ["add"] + customer,
      ["log", "王芳", "--by", "电话", "--note", "初谈", "--next", "11-25", "--promise", "方案"],
    ]
    for step in steps { precondition(command(step) == .ok) }
    let file = open(path, O_RDONLY)
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
    return Array(bytes.prefix(max(0, count)))
  }()

  private static func command(_ words: [String]) -> revisit.ExitCode {
    Program.run(
      arguments: words + ["--db", path, "--as-of", "2026-11-20 10:00", "--user", "李明"],
      environment: Environment([:]))
  }

  private static let commands = [
    ["doctor"], ["due"], ["report", "--week"], ["show", "C000001"], ["why", "C000001"],
    ["find", "王"], ["policy", "list"], ["log", "C000001", "--by", "短信"], ["undo"],
  ]

  static func fuzz(_ bytes: [UInt8]) {
    var file = sound
    for start in stride(from: 2, to: bytes.count - 3, by: 4) {
      let place = Int(bytes[start]) << 16 | Int(bytes[start + 1]) << 8 | Int(bytes[start + 2])
      file[place % file.count] = bytes[start + 3]
    }
    if let cut = bytes.dropFirst().first, cut < 16 { file.removeLast(file.count * Int(cut) / 16) }
    write(file)
    let words = commands[Int(bytes.first ?? 0) % commands.count]
    precondition(command(words) != .bug, "\(words)")
  }

  private static func write(_ bytes: [UInt8]) {
    unlink(path + "-journal")
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    close(file)
  }
}
