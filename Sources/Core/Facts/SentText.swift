/// A text from the outbox as a contact of its own kind (短信): it is about its occasion and settles that
/// alone.
package struct SentText: Hashable, Sendable {
  /// The message's number, counted from 1 through the whole office.
  package let message: Int64
  let occasion: TextOccasion

  /// - Parameter occasion: what the message was sent for; see `Engine.occasion`.
  package init(_ message: Int64, occasion: String) {
    self.message = message
    self.occasion = TextOccasion(occasion)
  }
}

/// What a text is about, as rules are compared with it: a milestone, whatever the text says of it; a
/// series, whichever of its slots the text was drafted for; else the very occasion.
///
/// Eight bytes made of the words (FNV-1a), so that millions of contacts are copied without counting
/// references; of the few occasions of one customer no two are expected to be alike.
struct TextOccasion: Hashable, Sendable {
  private let number: UInt64

  init(_ occasion: String) {
    let parts = occasion.split(separator: ":", omittingEmptySubsequences: false)
    let kept: [Substring] =
      switch parts[0] {
      case "milestone": Array(parts.prefix(2))
      case "slot": [parts[0]] + parts.dropFirst(2)
      default: parts
      }
    number = kept.joined(separator: ":").utf8.reduce(0xcbf2_9ce4_8422_2325) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
  }
}
