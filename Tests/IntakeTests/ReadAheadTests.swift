import Core
import Intake
import Testing

@Suite struct ReadAhead {
  /// More than one chunk, so that a second thread reads it.
  private static let rows = 20_000

  private func table(bad: Int? = nil, tail: String = "") -> ByteSource {
    var text = "姓名,手机号,来源渠道,首次日期\n"
    for row in 1...Self.rows {
      let day = row == bad ? "昨天" : "2026-03-01"
      text += "王芳,\(13_800_000_000 + row),来访,\(day)\n"
    }
    return .bytes(Array((text + tail).utf8))
  }

  @Test func everyRowComesInItsOrder() throws {
    let outcome = try read(table(bad: 12_345))
    #expect(outcome.summary?.rows == Self.rows)
    #expect(outcome.refusals.map(\.row) == [12_345])
    #expect(outcome.refusals.first?.cells.last == "昨天")
    #expect(outcome.rows.map(\.row) == (1...Self.rows).filter { $0 != 12_345 })
  }

  @Test func whatEndsTheFileComesAfterTheRowsBefore() throws {
    var admitted = 0
    #expect(throws: IntakeFailure.unclosedQuote(line: Self.rows + 2)) {
      _ = try read(
        table(tail: "\"open"),
        admit: { _ in
          admitted += 1
          return []
        })
    }
    #expect(admitted == Self.rows)
  }

  @Test func whoeverStopsIsNotReadToFurther() throws {
    struct Stop: Error {}
    var admitted = 0
    let options = IntakeOptions(today: try day("2026-03-05"))
    #expect(throws: Stop.self) {
      _ = try Intake.read(table(), options: options) { _ in
        admitted += 1
        if admitted == 10 { throw Stop() }
        return .taken()
      } report: { _ in
      }
    }
    #expect(admitted == 10)
  }
}
