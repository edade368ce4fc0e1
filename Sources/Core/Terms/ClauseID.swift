/// The id of a rule or clause as facts and obligations hold it (条款编号): its text in 32 bytes of its
/// own, so that millions of them are copied without counting references.
///
/// A policy file is checked for ids of at most `ClauseID.longest` bytes.
package struct ClauseID: Hashable, Sendable {
  /// The most bytes of UTF-8 that an id can have.
  package static let longest = 32

  private let a, b, c, d: UInt64

  /// The id of that text; what goes beyond `longest` bytes is left out, whole characters at a time.
  package init(_ text: String) {
    var words: [UInt64] = [0, 0, 0, 0]
    var place = 0
    for character in text.unicodeScalars {
      let bytes = UTF8.encode(character) ?? UTF8.encodedReplacementCharacter
      guard place + bytes.count <= ClauseID.longest else { break }
      for byte in bytes {
        words[place / 8] |= UInt64(byte) << UInt64(place % 8 * 8)
        place += 1
      }
    }
    (a, b, c, d) = (words[0], words[1], words[2], words[3])
  }

  /// The id as a policy file writes it.
  package var text: String {
    let bytes = [a, b, c, d].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
    }
    return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }
}

extension ClauseID: ExpressibleByStringLiteral, CustomStringConvertible {
  package init(stringLiteral text: String) { self.init(text) }

  package var description: String { text }
}
