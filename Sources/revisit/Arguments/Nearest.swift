/// The candidate that `word` was most likely meant to be, or nil where none is near.
///
/// The first candidate that begins with a `word` of three characters or more, or the only one that
/// begins with a shorter one; else the one with the fewest edits: one for each three characters,
/// at least one and at most three. Of several at one distance the first wins.
func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(word.lowercased())
  guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
  let limit = min(3, max(1, wanted.count / 3))
  var best: (candidate: String, distance: Int)?
  var begun: [String] = []
  for candidate in candidates {
    let letters = Array(candidate.lowercased())
    if letters.starts(with: wanted) { begun.append(candidate) }
    let distance = editDistance(wanted, letters)
    // Two characters of which one differs are two different words, unless they share one.
    guard distance <= limit, distance < max(wanted.count, letters.count) else { continue }
    if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
  }
  if let first = begun.first, wanted.count >= 3 || begun.count == 1 { return first }
  return best?.candidate
}

/// Insertions, deletions, replacements and swaps of neighbours that make `a` into `b`.
func editDistance(_ a: [Character], _ b: [Character]) -> Int {
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
