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
    // Parts of it, from 0, that make no other occasion.
    let passedOver =
      occasion.hasPrefix("milestone:") ? 2..<Int.max : occasion.hasPrefix("slot:") ? 1..<2 : 0..<0
    var part = 0
    number = occasion.utf8.reduce(0xcbf2_9ce4_8422_2325) { hash, byte in
      if byte == UInt8(ascii: ":") { part += 1 }
      return passedOver.contains(part) ? hash : (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
  }
}
