import Core
import Store
import Values

/// What a gateway could not send, as its file says: a line has the text's number or the phone's, and a
/// reason behind a comma.
struct FailedTexts {
  let reasons: [MessageID: String]

  /// - Parameter messages: those that are reported on; a line that names none of them is wrong.
  init(inFile path: String, among messages: [Message]) throws(Failure) {
    let byID = Dictionary(messages.map { ("\($0.id)", [$0]) }, uniquingKeysWith: +)
    let byPhone = Dictionary(messages.map { ($0.draft.phone, [$0]) }, uniquingKeysWith: +)
    var reasons: [MessageID: String] = [:]
    for (index, line) in try lines(ofNamed: path).enumerated() {
      let cells = line.split(maxSplits: 1, omittingEmptySubsequences: false) { ",，".contains($0) }
      let name = trimmed(String(cells[0]).replacing("\u{FEFF}", with: ""))
      if name.isEmpty { continue }
      guard let meant = byID[name] ?? byPhone[Office.searched(name)] else {
        throw .lookup(.notInBatch(name, place: "\(path):\(index + 1)"))
      }
      for message in meant {
        reasons[message.id] = cells.count > 1 ? trimmed(String(cells[1])) : ""
      }
    }
    self.reasons = reasons
  }

  /// What the reason says of the number, where nobody can be reached under it.
  static func saysDeadNumber(_ reason: String) -> Outcome? {
    Outcome.allCases.first { $0.saysDeadNumber && reason.contains($0.chinese) }
  }
}

extension FailedTexts {
  /// The kind of its entries in the ledger.
  static let entryKind = "短信未达"
}
