import Core

/// Finds what was probably meant.
enum Nearest {
  /// The candidate with the fewest edits from `text`; the first of equals, nil if there is none.
  static func to(_ text: String, among candidates: [String]) -> String? {
    let wanted = Array(text.lowercased().prefix(64))
    return
      candidates.prefix(500)
      .map { ($0, editDistance(wanted, Array($0.lowercased().prefix(64)))) }
      .min { $0.1 < $1.1 }?.0
  }

  /// As `to`, but nil where more than half would have to be rewritten.
  static func likely(_ text: String, among candidates: [String]) -> String? {
    guard let best = to(text, among: candidates) else { return nil }
    let edits = editDistance(Array(text.lowercased().prefix(64)), Array(best.lowercased()))
    return edits * 2 <= max(text.count, best.count) ? best : nil
  }
}
