/// How a text breaks a policy's frame (短信规范).
package enum FrameProblem: Hashable, Sendable {
  case head(clause: String, wanted: [String])
  case tail(clause: String, wanted: String)
}

extension Frame {
  /// What is wrong with a finished text; a placeholder of the frame stands for any words.
  package func problems(in text: String) -> [FrameProblem] {
    let frame = PreparedFrame(self)
    var problems: [FrameProblem] = []
    if !frame.hasHead(text) { problems.append(.head(clause: clause, wanted: heads)) }
    if !frame.hasTail(text) { problems.append(.tail(clause: clause, wanted: tail)) }
    return problems
  }
}

/// A frame taken apart once for many texts.
struct PreparedFrame: Sendable {
  let heads: [[TextPiece]]
  let tail: [TextPiece]
  private let plainHeads: [[TextPiece]]
  private let plainTail: [TextPiece]

  init(_ frame: Frame) {
    heads = frame.heads.map(TextPiece.pieces)
    tail = TextPiece.pieces(of: frame.tail)
    plainHeads = frame.heads.map { TextPiece.pieces(of: plain($0)) }
    plainTail = TextPiece.pieces(of: plain(frame.tail))
  }

  func hasHead(_ text: String) -> Bool {
    if heads.isEmpty { return true }
    let text = plain(text)
    return plainHeads.contains { begins(text[...], with: $0[...]) }
  }

  func hasTail(_ text: String) -> Bool {
    if tail.isEmpty { return true }
    let text = plain(text)
    return text.indices.contains { begins(text[$0...], with: plainTail[...], toTheEnd: true) }
  }

  /// The first head with the customer's name that can be filled, else one without, else the first.
  func head(for values: [Placeholder: String]) -> [TextPiece]? {
    func isFilled(_ head: [TextPiece]) -> Bool {
      head.allSatisfy { $0.placeholder.map { values[$0] != nil } ?? true }
    }
    let named = heads.first { head in
      head.contains { $0.placeholder != nil } && isFilled(head)
    }
    return named ?? heads.first(where: isFilled) ?? heads.first
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
