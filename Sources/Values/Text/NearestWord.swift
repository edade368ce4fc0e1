/// The candidate that `word` was most likely meant to be, or nil where none is near.
///
/// The first candidate that begins with a `word` of three characters or more, or the only one that
/// begins with a shorter one; else the one with the fewest edits, at most three and at most half of
/// the longer of both. Of two or three at one distance the first wins; more say nothing, as 周八 is
/// as near to each day of the week. Letter case makes no difference.
///
/// - Parameter everFarther: the closest is named however far it is, for a list of words that is short
///   and known to nobody by heart, such as the keys of a file.
package func nearest(
  to word: String, among candidates: some Sequence<String>, everFarther: Bool = false
) -> String? {
  let wanted = Array(word.lowercased().prefix(longest))
  guard !wanted.isEmpty else { return nil }
  var search = NearestSearch(wanted, everFarther: everFarther)
  for candidate in candidates { search.consider(candidate) }
  return search.found
}

/// No word is longer; what is would cost more than its nearest is worth.
private let longest = 64

private struct NearestSearch {
  private let wanted: [Character]
  private let everFarther: Bool
  private var best: (candidate: String, distance: Int, ties: Int)?
  private var begun: (first: String, count: Int)?

  init(_ wanted: [Character], everFarther: Bool) {
    self.wanted = wanted
    self.everFarther = everFarther
  }

  var found: String? {
    if let begun, wanted.count >= 3 || begun.count == 1 { return begun.first }
    guard let best else { return nil }
    return best.ties > 2 && !everFarther ? nil : best.candidate
  }

  mutating func consider(_ candidate: String) {
    let letters = Array(candidate.lowercased().prefix(longest))
    if letters.starts(with: wanted) { begun = (begun?.first ?? candidate, (begun?.count ?? 0) + 1) }
    let length = max(wanted.count, letters.count)
    let limit = everFarther ? length : min(3, length / 2)
    guard abs(wanted.count - letters.count) <= limit else { return }
    let distance = editDistance(wanted, letters)
    guard distance <= limit else { return }
    if let best, distance >= best.distance {
      if distance == best.distance { self.best?.ties += 1 }
      return
    }
    best = (candidate, distance, 0)
  }
}

/// Insertions, deletions, replacements and swaps of neighbours that make `a` into `b`.
package func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var before: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
      row.append(cost)
    }
    (before, last) = (last, row)
  }
  return last[b.count]
}
