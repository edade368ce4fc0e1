import Core
import Intake
import Testing
import Values

private let header = "姓名,手机号,来源,日期\n"

@Suite struct RowTests {
  @Test func headerOnlyHasNoRows() throws {
    let outcome = try read(header)
    #expect(outcome.summary?.rows == 0)
    #expect(outcome.opening?.header.columns == ["姓名", "手机号", "来源", "日期"])
  }

  @Test func structuralFaultsRefuseTheRowAlone() throws {
    let outcome = try read(
      header + "王芳,13800000001,来访\n" + "李四,13800000002,来访,2026-01-02,x\n" + ",,,\n" + "\n"
        + "\u{3000},, ,\n" + "5\"屏,13800000003,来访,2026-01-02\n" + "赵六,13800000004,来访,2026-01-02\n")
    #expect(
      outcome.refusals.flatMap(\.errors).map { "\($0.line) \($0.code.rawValue)" } == [
        "2 row_ragged", "3 row_ragged", "4 row_empty", "5 row_empty", "6 row_empty",
        "7 quote_in_cell",
      ])
    #expect(outcome.refusals.first?.errors.first?.detail == .count(3, expected: 4))
    #expect(outcome.refusals.filter(\.isEmptyRow).map(\.row) == [3, 4, 5])
    #expect(outcome.rows.map(\.profile.name) == ["赵六"])
    #expect(outcome.rows.map(\.row) == [7])
    let summary = outcome.summary
    #expect([summary?.rows, summary?.accepted, summary?.refused, summary?.empty] == [7, 1, 3, 3])
  }

  @Test func linesArePhysical() throws {
    let outcome = try read(
      "姓名,手机号,来源,日期,\"备\n注\"\n王芳,13800000001,来访,2026-01-02,\"a\nb\nc\"\n,1,来访,2026-01-02,\n")
    #expect(outcome.rows.map(\.line) == [3])
    #expect(outcome.refusals.map(\.line) == [6])
    #expect(outcome.refusals.map(\.row) == [2])
  }

  @Test func everyProblemOfARowIsNamed() throws {
    let outcome = try read(header + ",未留,路过,待定\n")
    #expect(
      outcome.codes == [
        "2 姓名 name_blank", "2 手机号 phone_invalid", "2 来源 enum_invalid", "2 日期 date_invalid",
      ])
  }

  @Test func aFailureEndsTheReading() throws {
    #expect(failure(header + "\"王芳,1,来访,2026-01-02\n") == .unclosedQuote(line: 2))
    #expect(failure(header + "王芳,\"1\"2,来访,2026-01-02\n") == .textAfterQuote(line: 2))
  }
}

@Suite struct RepeatTests {
  private static func row(_ name: String, _ phones: String) -> String {
    "\(name),\(phones),来访,2026-01-02\n"
  }

  @Test func theLaterRowIsRefused() throws {
    let outcome = try read(
      header + RepeatTests.row("王芳", "13800000001") + RepeatTests.row("王方", "138-0000-0001"))
    #expect(outcome.rows.map(\.profile.name) == ["王芳"])
    let problem = try #require(outcome.refusals.first?.errors.first)
    #expect(problem.code == .phoneRepeated)
    #expect(problem.detail == .earlierLine(2))
    #expect(problem.column == "手机号")
  }

  @Test func anyOfSeveralPhonesCounts() throws {
    let outcome = try read(
      header + RepeatTests.row("甲", "13800000001/010-56603127")
        + RepeatTests.row("乙", "13800000002/01056603127") + RepeatTests.row("丙", "13800000002"))
    // The second number of 乙 is somebody else's and side matter; the first one is 乙's own.
    #expect(outcome.rows.map(\.profile.name) == ["甲", "乙"])
    #expect(outcome.rows.last?.warnings.map(\.code) == [.phoneMultiple, .keptAsNote])
    #expect(outcome.refusals.flatMap(\.errors).map(\.detail) == [.earlierLine(3)])
  }

  @Test func whatTheCallerRefusesIsFree() throws {
    let text = header + RepeatTests.row("甲", "13800000001") + RepeatTests.row("乙", "13800000001")
    let outcome = try read(.bytes(Array(text.utf8))) { row in
      guard row.profile.name == "甲" else { return [] }
      return [
        Problem(line: row.line, code: .phoneTaken, value: "x", detail: .customer("C000001 王芳"))
      ]
    }
    #expect(outcome.rows.map(\.profile.name) == ["乙"])
    #expect(outcome.refusals.flatMap(\.errors).map(\.code) == [.phoneTaken])
    #expect(outcome.summary?.refused == 1)
  }
}

@Suite struct RejectFileTests {
  /// The reject file of `text`.
  private static func rejects(_ text: String) throws -> String {
    let outcome = try read(text)
    let header = try #require(outcome.opening?.header)
    let file = RejectFile(header, language: .zh)
    return file.head(header)
      + outcome.refusals.filter { !$0.isEmptyRow }.map { file.row($0) }.joined()
  }

  private static let full = "姓名,手机号,来源,日期,备注\n"

  @Test func namesTheProblems() throws {
    let rejects = try RejectFileTests.rejects(
      RejectFileTests.full + "王芳,1.38E+10,来访,2026-01-02,=1+1\n,,,,\n")
    #expect(
      rejects == "\u{FEFF}姓名,手机号,来源,日期,备注,导入问题\r\n"
        + "王芳,1.38E+10,来访,2026-01-02,'=1+1,"
        + "手机号：“1.38E+10”被表格软件丢了位数；把该列设为文本后重新录入\r\n")
  }

  @Test func correctedItIsImported() throws {
    let rejects = try RejectFileTests.rejects(
      RejectFileTests.full + "王芳,1.38E+10,来访,2026-01-02,=1+1\n")
    let corrected = rejects.replacing("王芳,1.38E+10", with: "王芳,13800000001")
    let outcome = try read(corrected)
    #expect(outcome.refusals == [])
    #expect(outcome.rows.map(\.profile.note) == ["=1+1"])
    #expect(outcome.opening?.header.warnings == [])
  }

  @Test(arguments: [
    "王芳,1.38E+10,来访,2026-01-02,\"a\n\"\"b\"\"\"\n", "王芳,+86 1,来访,待定,-5\n",
    "王芳,13800000001,来访\n", "王芳,13800000001,来访,2026-01-02,x,y,z\n",
  ]) func uncorrectedItIsRefusedAgain(row: String) throws {
    let first = try RejectFileTests.rejects(RejectFileTests.full + row)
    let second = try RejectFileTests.rejects(first)
    #expect(try read(first).rows == [])
    #expect(try RejectFileTests.rejects(second) == second)
  }

  /// Writing the row has quoted the cell, which is all that was wrong.
  @Test func aStrayQuoteIsMendedByWriting() throws {
    let first = try RejectFileTests.rejects(
      RejectFileTests.full + "5\"屏,13800000003,来访,2026-01-02,\n")
    #expect(try read(first).rows.map(\.profile.name) == ["5\"屏"])
  }
}

@Suite struct MessageTests {
  @Test(
    arguments: [
      (
        ProblemCode.phoneLostPrecision, "1.38E+10", .fault(.phone("1.38E+10", .spreadsheet)),
        "“1.38E+10”被表格软件丢了位数；把该列设为文本后重新录入"
      ),
      (.phoneRepeated, "13800000001", .earlierLine(7), "“13800000001”与第 7 行的号码相同；合并两行或改号码"),
      (
        .phoneInvalid, "151****9221", .fault(.phone("151****9221", .masked)),
        "“151****9221”被星号遮住；填完整号码"
      ),
      (.nameBlank, "", .fault(.name(.blank)), "姓名是空的"),
      (.rowRagged, "", .count(3, expected: 4), "3 格，表头有 4 格；补齐或去掉多出的逗号"),
      (.columnUnknown, "级別", .nearest("级别"), "“级別”未识别的列，不导入；是否“级别”？用 --map 列=field 指定"),
    ] as [(ProblemCode, String, Problem.Detail?, String)])
  func chinese(code: ProblemCode, value: String, detail: Problem.Detail?, message: String) {
    let problem = Problem(line: 2, column: "x", code: code, value: value, detail: detail)
    #expect(problem.message(.zh) == message)
  }

  @Test func everyCodeHasASentence() {
    for code in ProblemCode.allCases {
      let problem = Problem(line: 1, code: code)
      #expect(!problem.message(.zh).isEmpty && !problem.message(.en).isEmpty)
      #expect(problem.message(.en).utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test(
    arguments: [
      (IntakeFailure.missing, 66), (.notAFile, 66), (.unreadable(errno: 5), 74), (.empty, 65),
      (.spreadsheet, 65), (.badBytes(.gb18030, offset: 9, line: 2), 65),
      (.nul(line: 1), 65), (.unclosedQuote(line: 1), 65),
      (.header([Problem(line: 1, code: .columnMissing)]), 65),
      (.header([Problem(line: 1, code: .mapFieldUnknown)]), 64),
    ] as [(IntakeFailure, Int32)]) func exitCodes(failure: IntakeFailure, code: Int32)
  {
    #expect(failure.exitCode == code)
    #expect(!failure.message(.zh).isEmpty && !failure.message(.en).isEmpty)
  }
}
