import Core
import Intake
import PolicyFiles
import Values

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
  ///
  /// - Parameter place: where the whole of it stands, as a line of a file.
  func line(in language: Language, of file: String? = nil) -> String {
    var text = "revisit: " + (file.map { $0 + ": " } ?? "")
    if let place = place.map({ ArgumentNames.told($0, in: language) }) {
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
