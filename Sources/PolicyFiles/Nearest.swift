/// Finds what was probably meant.
enum Nearest {
  /// The candidate with the fewest edits from `text`; the first of equals, nil if there is none.
  static func to(_ text: String, among candidates: [String]) -> String? {
    let wanted = Array(text.lowercased().prefix(64))
    return
      candidates.prefix(500)
      .map { ($0, distance(wanted, Array($0.lowercased().prefix(64)))) }
      .min { $0.1 < $1.1 }?.0
  }

  /// As `to`, but nil where more than half would have to be rewritten.
  static func likely(_ text: String, among candidates: [String]) -> String? {
    guard let best = to(text, among: candidates) else { return nil }
    let edits = distance(Array(text.lowercased().prefix(64)), Array(best.lowercased()))
    return edits * 2 <= max(text.count, best.count) ? best : nil
  }

  /// Insertions, deletions, replacements and swaps of neighbours between the two.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
