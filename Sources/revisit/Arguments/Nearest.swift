import Core

/// The candidate that `word` was most likely meant to be, or nil where none is near.
///
/// The first candidate that begins with a `word` of three characters or more, or the only one that
/// begins with a shorter one; else the one with the fewest edits: one for each three characters,
/// at least one and at most three. Of two or three at one distance the first wins; more say nothing.
func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(word.lowercased())
  guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
  let limit = min(3, max(1, wanted.count / 3))
  var best: (candidate: String, distance: Int)?
  var ties = 0
  var begun: [String] = []
  for candidate in candidates {
    let letters = Array(candidate.lowercased())
    if letters.starts(with: wanted) { begun.append(candidate) }
    let distance = editDistance(wanted, letters)
    // Two characters of which one differs are two different words, unless they share one.
    guard distance <= limit, distance < max(wanted.count, letters.count) else { continue }
    if let best, distance >= best.distance {
      if distance == best.distance { ties += 1 }
      continue
    }
    (best, ties) = ((candidate, distance), 0)
  }
  if let first = begun.first, wanted.count >= 3 || begun.count == 1 { return first }
  // 周八 is as near to each day of the week.
  return ties > 2 ? nil : best?.candidate
}
