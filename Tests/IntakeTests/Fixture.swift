import Core
import FoundationEssentials
import Glibc
import Intake
import Testing

/// A file of `Tests/Fixtures`.
func fixture(_ path: String) -> String {
  let here = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
  return "/\(here)/Fixtures/\(path)"
}

func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

/// Everything that one reading has said.
struct Outcome {
  var opening: IntakeOpening?
  var rows: [CustomerRow] = []
  var refusals: [Refusal] = []
  var summary: IntakeSummary?

  var codes: [String] {
    let problems = refusals.flatMap { $0.errors + $0.warnings } + rows.flatMap(\.warnings)
    return problems.map { "\($0.line) \($0.column) \($0.code.rawValue)" }
  }
}

func read(
  _ source: ByteSource, today: String = "2026-03-05", encoding: TextEncoding? = nil,
  columns: [ColumnOverride] = [], admit: (CustomerRow) -> [Problem] = { _ in [] }
) throws -> Outcome {
  var outcome = Outcome()
  let options = IntakeOptions(today: try day(today), encoding: encoding, columns: columns)
  let summary = try Intake.read(source, options: options) { row in
    let problems = admit(row)
    if problems.isEmpty { outcome.rows.append(row) }
    return problems.isEmpty ? .taken() : .refused(problems)
  } report: { event in
    switch event {
    case .opened(let opening): outcome.opening = opening
    case .refused(let refusal): outcome.refusals.append(refusal)
    case .progress: break
    }
  }
  outcome.summary = summary
  return outcome
}

func read(_ text: String, today: String = "2026-03-05") throws -> Outcome {
  try read(.bytes(Array(text.utf8)), today: today)
}

/// The failure that reading `bytes` ends with.
func failure(_ bytes: [UInt8], encoding: TextEncoding? = nil) -> IntakeFailure? {
  do {
    _ = try read(.bytes(bytes), encoding: encoding)
    return nil
  } catch {
    return error as? IntakeFailure
  }
}

func failure(_ text: String) -> IntakeFailure? { failure(Array(text.utf8)) }

/// All bytes of a source, read without the product's own means.
func contents(of source: ByteSource) throws -> [UInt8] {
  switch source {
  case .bytes(let bytes): return bytes
  case .file(let descriptor, let size):
    var bytes = [UInt8](repeating: 0, count: size)
    #expect(pread(descriptor, &bytes, size, 0) == size)
    return bytes
  }
}
