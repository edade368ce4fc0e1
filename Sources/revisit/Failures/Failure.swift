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
  /// The one who works may not do it.
  case denied(DeniedFault)
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
  /// A line of the settings is wrong.
  case setting(String, SettingFault)
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
    case .denied: .denied
    case .refusal(let fault): fault.exitCode
    case .database(_, let fault): fault.exitCode
    case .file(_, let fault): fault.exitCode
    case .system(let fault): fault.exitCode
    case .intake(_, let fault): ExitCode(rawValue: fault.exitCode) ?? .data
    case .row, .yearFile, .text: .data
    case .policy, .setting: .policy
    case .several(_, let code): code
    }
  }
}
