import Core
import Intake

extension IntakeFailure {
  /// `FILE:LINE`, with a line of its own for each complaint about a header.
  func complaints(at path: String) -> [Complaint] {
    if case .header(let problems) = self { return problems.map { $0.complaint(at: path) } }
    let place = line.map { "\(path):\($0)" } ?? path
    return [Complaint(place, Bilingual(message(.zh), message(.en)))]
  }
}

extension IntakeProblem {
  /// `FILE:LINE: 列: …`.
  func complaint(at path: String) -> Complaint {
    let place = column.isEmpty ? "\(path):\(line)" : "\(path):\(line): \(column)"
    return Complaint(place, Bilingual(message(.zh), message(.en)))
  }
}

extension YearFileProblem {
  /// `FILE:LINE:COLUMN: …`.
  func complaint(at path: String) -> Complaint {
    Complaint("\(path):\(line):\(column)", message)
  }
}
