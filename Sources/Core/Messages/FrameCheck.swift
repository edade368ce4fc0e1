/// How a text breaks a policy's frame (短信规范).
package enum FrameProblem: Hashable, Sendable {
  case head(clause: String, wanted: [String])
  case tail(clause: String, wanted: String)
}

extension Frame {
  /// What is wrong with a finished text; a placeholder of the frame stands for any words.
  package func problems(in text: String) -> [FrameProblem] {
    var problems: [FrameProblem] = []
    if !hasHead(text) { problems.append(.head(clause: clause, wanted: heads)) }
    if !hasTail(text) { problems.append(.tail(clause: clause, wanted: tail)) }
    return problems
  }

  func hasHead(_ text: String) -> Bool {
    let text = plain(text)
    return heads.isEmpty
      || heads.contains { begins(text[...], with: TextPiece.pieces(of: plain($0))[...]) }
  }

  func hasTail(_ text: String) -> Bool {
    guard !tail.isEmpty else { return true }
    let text = plain(text)
    let pieces = TextPiece.pieces(of: plain(tail))[...]
    return text.indices.contains { begins(text[$0...], with: pieces, toTheEnd: true) }
  }
}

/// Longest run of words that may stand for a placeholder.
private let longestValue = 40

private func begins(
  _ text: Substring, with pieces: ArraySlice<TextPiece>, toTheEnd: Bool = false
) -> Bool {
  guard let first = pieces.first else { return !toTheEnd || text.isEmpty }
  let rest = pieces.dropFirst()
  switch first {
  case .text(let wanted):
    return text.hasPrefix(wanted)
      && begins(text.dropFirst(wanted.count), with: rest, toTheEnd: toTheEnd)
  case .placeholder(.title):
    return titles.contains { title in
      text.hasPrefix(title)
        && begins(text.dropFirst(title.count), with: rest, toTheEnd: toTheEnd)
    }
  case .placeholder:
    let length = text.prefix(longestValue).prefix { !",。!?;".contains($0) }.count
    return (0..<length).contains { extra in
      begins(text.dropFirst(extra + 1), with: rest, toTheEnd: toTheEnd)
    }
  }
}

private let titles = ["先生/女士", "先生", "女士", "小姐"]

/// Without spaces, and with the half-width form of what has one: : as :.
private func plain(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
    result.append(scalar.halfWidth)
  }
  return String(result)
}
