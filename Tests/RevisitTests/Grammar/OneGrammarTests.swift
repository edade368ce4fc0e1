import Core
import Intake
import Testing
import Values

@testable import revisit

/// The command line and an imported file read the same texts in the same way, with the same words for
/// what is wrong; but for what only one of them can mean.
@Suite struct OneGrammarTests {
  private static let seed: UInt64 = 20_261_105

  /// Texts that both doors get as they are: no argument holds a NUL, and an apostrophe before a formula
  /// or a line end in the wrong place belongs to the file.
  private static func texts(_ pool: [String], more: Int = 800) -> [String] {
    WrittenTexts.all(pool, more: more, seed: seed).filter { FormulaGuard.takeOff($0) == $0 }
  }

  private static func agree(_ text: String, _ typed: Reading, _ file: Reading) {
    switch (typed, file) {
    case (.fault, .fault):
      #expect(typed.wrong(at: .typed) == file.wrong(at: .file), "\(text.debugDescription)")
    // What a side matter of a file says is kept for the note, and refuses nobody.
    case (.fault(.amount), .blank), (.fault(.birthday), .blank): break
    default: #expect(typed == file, "\(text.debugDescription)")
    }
  }

  /// Whether only a spreadsheet can have written so: a serial number, a day with a time, or with gaps
  /// beside 年, 月 and 日.
  private static func isOfSpreadsheet(_ text: String) -> Bool {
    let plain = halfWidth(text)
    return plain.contains(":") || plain.contains("年") && plain.contains(" ")
      || isDigits(plain.prefix(5)) && (plain.utf8.count == 5 || plain.contains("."))
  }

  /// Whether the words tell a day from today, which no file can mean.
  private static func isToldFromToday(_ text: String) -> Bool {
    let plain = halfWidth(text)
    return plain.first.map { "下上本这+-".contains($0) } == true
      || plain.last.map { "号日底后前".contains($0) } == true
  }

  @Test func days() throws {
    for text in Self.texts(WrittenTexts.days) where !isBlank(text) {
      let file = try FileDoor.read(.delivery, text) { $0.delivery }
      for lean in [DayReader.Lean.plan, .record] {
        let typed = Self.day(text, lean, on: FileDoor.today)
        // What is the same day whenever it is read, a file can hold.
        let isFixed = typed == Self.day(text, lean, on: FileDoor.today + 401)
        switch (typed, file) {
        case (.value, _) where !isFixed: #expect(file.value == nil, "\(text.debugDescription)")
        case (.fault, _) where Self.isOfSpreadsheet(text): break
        case (.fault, .fault(.time(.noYear))): break
        case (.fault(.time(.noSuchDay)), .fault(.time(.unreadableDay))),
          (.fault(.time(.dayOutside)), .fault(.time(.unreadableDay))):
          #expect(Self.isToldFromToday(text), "\(text.debugDescription)")
        default: Self.agree(text, typed, file)
        }
      }
    }
  }

  private static func day(_ text: String, _ lean: DayReader.Lean, on today: Day) -> Reading {
    CommandLineDoor.read { () throws(Failure) in
      try day(text, DayReader(today: today, lean: lean))
    }
  }

  private static func day(_ text: String, _ reader: DayReader) throws(Failure) -> Day {
    do { return try reader.day(text) } catch { throw .value("--on", .time(error)) }
  }

  @Test func birthdays() throws {
    for text in Self.texts(WrittenTexts.birthdays) where !isBlank(text) {
      let file = try FileDoor.read(.birthday, text) { $0.profile.birthday }
      let typed = CommandLineDoor.read { () throws(Failure) in
        try readBirthday(text, at: "--birthday", today: FileDoor.today)
      }
      if typed.value == nil, Self.isOfSpreadsheet(text) { continue }
      Self.agree(text, typed, file)
    }
  }

  @Test func amounts() throws {
    for text in Self.texts(WrittenTexts.amounts) where !isBlank(text) {
      Self.agree(
        text,
        CommandLineDoor.read { () throws(Failure) in
          try readAmount(text, .squareMetre, at: "--area")
        },
        try FileDoor.read(.area, text) { $0.profile.area })
      Self.agree(
        text,
        CommandLineDoor.read { () throws(Failure) in try readAmount(text, .yuan, at: "--budget") },
        try FileDoor.read(.budget, text) { $0.profile.budget })
    }
  }

  @Test func phones() throws {
    for text in Self.texts(WrittenTexts.phones) where !isBlank(text) {
      let file = try FileDoor.read(.phone, text) { row in
        row.profile.phones.joined(separator: ",")
      }
      let typed = CommandLineDoor.read { () throws(Failure) in
        try readPhone(text, at: "--phone")
      }
      switch typed {
      case .fault(.phone(_, .several)):
        // An option takes one number; a cell may hold several.
        #expect(file.value != nil, "\(text.debugDescription)")
      default: Self.agree(text, typed, file)
      }
    }
  }

  @Test func namesAndTexts() throws {
    for text in Self.texts(WrittenTexts.names, more: 800) {
      Self.agree(
        text, CommandLineDoor.read { () throws(Failure) in try readName(text, at: "姓名") },
        try FileDoor.read(.name, text) { $0.profile.name })
      Self.agree(
        text, CommandLineDoor.read { () throws(Failure) in try readLine(text, at: "--layout") },
        try FileDoor.read(.layout, text) { $0.profile.layout })
      Self.agree(
        text,
        CommandLineDoor.read { () throws(Failure) in
          try readText(text, at: "--note", limit: TextLimit.note)
        }, try FileDoor.read(.note, text) { $0.profile.note })
    }
  }

  @Test func terms() throws {
    for text in Self.texts(WrittenTexts.words, more: 500) where !isBlank(text) {
      Self.agree(
        text,
        CommandLineDoor.read { () throws(Failure) in
          try readTerm(text, at: "--source", as: Source.self).name
        }, try FileDoor.read(.source, text) { $0.source?.name })
      Self.agree(
        text,
        CommandLineDoor.read { () throws(Failure) in
          try readTerm(text, at: "--grade", as: Grade.self).name
        }, try FileDoor.read(.grade, text) { $0.grade?.name })
      Self.agree(
        text,
        CommandLineDoor.read { () throws(Failure) in
          try readTerm(text, at: "--sex", as: Sex.self).name
        }, try FileDoor.read(.sex, text) { $0.profile.sex?.name })
    }
  }

  /// Hours come in by no column; nothing that is no hour may pass or trap.
  @Test func hoursNeverTrap() {
    let pool = ["16:00", "16点", "16点半", "下午4点", "晚上8点半", "中午12点", "下午四点", "19-20", "9:00-11:30"]
    for text in Self.texts(pool, more: 3000) {
      if let time = try? readTime(text) { #expect(0...1440 ~= time.minute) }
      if let range = try? readHours(text) { #expect(range.from < range.to) }
      _ = try? DayReader(today: FileDoor.today, lean: .plan).moment("明天" + text)
    }
  }
}

/// The same through the program: `edit` and a trial `import` of the same value.
@Suite struct OneGrammarAtTheProgramTests {
  private struct Field {
    let option: String
    let column: String
    let texts: [String]
  }

  @Test func editAcceptsWhatImportAccepts() throws {
    let office = try Office.open(asOf: "2026-11-05 09:00")
    try office.must(
      "add", "王芳", "--phone", "13800000001", "--source", "来访", "--consultant", "李明")
    let fields = [
      Field(option: "--birthday", column: "生日", texts: WrittenTexts.birthdays.dropLast(1)),
      Field(option: "--budget", column: "预算", texts: WrittenTexts.amounts.dropLast(1)),
      Field(option: "--layout", column: "意向户型", texts: ["三室", "三\u{202E}室", "三\n室", " 三室"]),
      Field(option: "--sex", column: "性别", texts: ["男", "女士", "Ｆ", "男的"]),
    ]
    for field in fields {
      for text in field.texts where text != "37302" { try Self.compare(office, field, text) }
    }
  }

  private static func compare(_ office: Office, _ field: Field, _ text: String) throws {
    let cells = [("姓名", "张三"), ("手机号", "13900000001"), ("来源", "来访"), ("日期", "2026-11-02")]
    let writer = CSVWriter(neutralisesFormulas: false)
    let rows = [cells.map(\.0) + [field.column], cells.map(\.1) + [text]].map(writer.row)
    try office.write(rows.joined(), to: "a.csv")
    let file = try office.run("import", office.path("a.csv"), "--dry-run")
    let typed = try office.run("edit", "王芳", field.option, text)
    if ["--budget", "--birthday"].contains(field.option), typed.code != 0 {
      // A side matter: a file keeps it for the note.
      #expect(file.code == 0 && file.out.contains("原样记在备注"), "\(text.debugDescription)")
      return
    }
    #expect((typed.code == 0) == (file.code == 0), "\(field.option) \(text.debugDescription)")
    #expect([0, 64].contains(typed.code) && [0, 65].contains(file.code))
    guard typed.code != 0, let place = typed.err.range(of: field.option) else { return }
    let sentence = typed.err[place.upperBound...].drop { ":： ".contains($0) }
    let wrong = sentence.prefix { !";；\n".contains($0) }
    #expect(!wrong.isEmpty && file.err.contains(wrong), "\(typed.err) \(file.err)")
  }
}

extension StringProtocol {
  /// The first place of `part`.
  fileprivate func range(of part: String) -> Range<Index>? {
    indices.lazy.compactMap { start in
      self[start...].hasPrefix(part)
        ? start..<self.index(start, offsetBy: part.count) : nil
    }.first
  }
}
