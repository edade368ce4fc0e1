import Core
import Intake
import PolicyFiles
import Values

/// Why a command did not do what it was asked: facts only. `Failure.complaints` turns them into words.
enum Failure: Error, Equatable, Sendable {
  /// The command line itself is wrong.
  case usage(UsageFault)
  /// The value of that option or argument is wrong.
  case value(String, ValueFault)
  /// As `value`, where only an option of this program can be so wrong.
  case option(String, OptionFault)
  /// A customer, a member of staff or a record that was named is not what was meant.
  case lookup(LookupFault)
  /// The values are right, but what they ask for cannot be recorded.
  case refusal(RefusalFault)
  /// A text to a customer cannot go out as it is.
  case text(TextFault)
  /// The database cannot be used.
  case database(path: String, DatabaseFault)
  /// A file other than the database cannot be used.
  case file(path: String, FileFault)
  /// A file to import cannot be read on.
  case intake(path: String, IntakeFailure)
  /// A row of such a file cannot be taken.
  case row(path: String, IntakeProblem)
  /// A file with a year's holidays is wrong in these places.
  case yearFile(path: String, [YearFileProblem])
  /// A policy file is wrong in these places.
  case policy([Diagnostic])
  /// The system around the program does not play along.
  case system(SystemFault)
  /// Several complaints of one input, all of them told.
  case several([Failure], code: ExitCode)
}

/// What the exit code says (sysexits.h).
enum ExitCode: Int32, Sendable {
  case ok = 0
  case usage = 64
  case data = 65
  case noInput = 66
  case unavailable = 69
  case bug = 70
  case cannotCreate = 73
  case io = 74
  case busy = 75
  case denied = 77
  case policy = 78
}

extension Failure {
  var exitCode: ExitCode {
    switch self {
    case .usage, .value, .option: .usage
    case .lookup(let fault): fault.exitCode
    case .refusal(let fault): fault.exitCode
    case .database(_, let fault): fault.exitCode
    case .file(_, let fault): fault.exitCode
    case .system(let fault): fault.exitCode
    case .intake(_, let fault): ExitCode(rawValue: fault.exitCode) ?? .data
    case .row, .yearFile, .text: .data
    case .policy: .policy
    case .several(_, let code): code
    }
  }
}

/// One line on stderr: where, what is wrong, and what would be right.
struct Complaint: Hashable, Sendable {
  /// An option, an argument, a file with its line, or nothing.
  var place: String?
  var wrong: Bilingual
  var right: Bilingual?

  init(_ place: String? = nil, _ wrong: Bilingual, right: Bilingual? = nil) {
    self.place = place
    self.wrong = wrong
    self.right = right
  }

  /// Columns of a part; a value that somebody pasted by mistake does not fill the screen.
  static let longest = 300

  /// `revisit: PLACE: what is wrong; what would be right`, without anything that could steer a
  /// terminal or break the line.
  func line(in language: Language) -> String {
    var text = "revisit: "
    if let place {
      text += Width.truncate(place, Complaint.longest)
      text += Complaint.isLine(place) ? ": " : language.colon
    }
    text += Width.truncate(wrong[language], Complaint.longest)
    if let right { text += language.semicolon + right[language] }
    return visible(text)
  }

  /// Whether a place ends in the number of a line, which editors read: `FILE:12`.
  private static func isLine(_ place: String) -> Bool {
    let digits = place.reversed().prefix { ("0"..."9").contains($0) }.count
    return digits > 0 && place.dropLast(digits).last == ":"
  }
}

extension Failure {
  var complaints: [Complaint] {
    switch self {
    case .usage(let fault): [fault.complaint]
    case .value(let place, let fault): [fault.complaint(at: place)]
    case .option(let place, let fault): [fault.complaint(at: place)]
    case .lookup(let fault): [fault.complaint]
    case .refusal(let fault): [fault.complaint]
    case .text(let fault): [fault.complaint]
    case .database(let path, let fault): [fault.complaint(at: path)]
    case .file(let path, let fault): [fault.complaint(at: path)]
    case .system(let fault): fault.complaints
    case .intake(let path, let fault): fault.complaints(at: path)
    case .row(let path, let problem): [problem.complaint(at: path)]
    case .yearFile(let path, let problems): problems.map { $0.complaint(at: path) }
    case .policy(let diagnostics): diagnostics.map(\.told)
    case .several(let failures, _): failures.flatMap(\.complaints)
    }
  }
}
