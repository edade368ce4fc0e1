import Core
import Intake
import Values

@testable import revisit

/// What comes of a text at one door: a value, nothing, or a fault.
enum Reading: Equatable {
  case value(String)
  case fault(ValueFault)
  /// Nothing can be seen of the text.
  case blank

  var value: String? { if case .value(let value) = self { value } else { nil } }

  /// What is wrong, in both languages and without advice.
  func wrong(at door: Door) -> Bilingual? {
    if case .fault(let fault) = self { fault.words(at: door).wrong } else { nil }
  }
}

/// The door of the command line, as `add` and `edit` read their options.
enum CommandLineDoor {
  static func read<Value: CustomStringConvertible>(
    _ read: () throws(Failure) -> Value
  ) -> Reading {
    do { return .value("\(try read())") } catch {
      switch error {
      case .value(_, .name(.blank)), .usage(.emptyValue): return .blank
      case .value(_, let fault): return .fault(fault)
      default: return .value("\(error)")
      }
    }
  }
}

/// The door of a file: one cell in an otherwise sound row.
enum FileDoor {
  static let today = Day(iso: "2026-03-05") ?? .first

  static func read<Value: CustomStringConvertible>(
    _ field: Field, _ text: String, _ value: (CustomerRow) -> Value?
  ) throws -> Reading {
    let base: [(Field, String)] = [
      (.name, "王芳"), (.phone, "13800000009"), (.source, "来访"), (.firstDay, "2026-01-02"),
    ]
    let cells = [(field, text)] + base.filter { $0.0 != field }
    let writer = CSVWriter(neutralisesFormulas: false)
    let file = writer.row(cells.map(\.0.chinese)) + writer.row(cells.map(\.1))
    var reading = Reading.blank
    let source = ByteSource.bytes(Array(file.utf8))
    _ = try Intake.read(source, options: IntakeOptions(today: today)) { row in
      if let value = value(row) { reading = .value("\(value)") }
      return .taken()
    } report: { event in
      guard case .refused(let refusal) = event, let problem = refusal.errors.first else { return }
      if case .fault(let fault) = problem.detail { reading = .fault(fault) }
    }
    return reading == .fault(.name(.blank)) ? .blank : reading
  }
}
