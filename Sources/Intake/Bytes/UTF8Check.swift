/// Validates UTF-8 that arrives in pieces (RFC 3629: no overlong form, no surrogate, at most
/// U+10FFFF).
struct UTF8Check {
  /// Where the first unsound byte stands, and what came before it.
  struct Defect: Equatable {
    let offset: Int
    /// Physical line, from 1.
    let line: Int
    /// Sound characters beyond ASCII before it.
    let soundBefore: Int
  }

  private(set) var line = 1
  private(set) var wideCount = 0

  /// The length of the sound beginning of `bytes`. A sequence that is only cut off at the end is
  /// not a defect: the rest of it is expected at the beginning of the next piece.
  mutating func soundPrefix(of bytes: UnsafeBufferPointer<UInt8>) -> (length: Int, isDefect: Bool) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte == 0x0A { line += 1 }
        index += 1
        continue
      }
      switch UTF8Check.sequence(bytes, at: index) {
      case .sound(let length):
        index += length
        wideCount += 1
      case .cut: return (index, false)
      case .unsound: return (index, true)
      }
    }
    return (index, false)
  }

  private enum Sequence { case sound(Int), cut, unsound }

  private static func sequence(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Sequence {
    let lead = bytes[index]
    let (length, second): (Int, ClosedRange<UInt8>)
    switch lead {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return .unsound
    }
    for step in 1..<length {
      guard index + step < bytes.count else { return .cut }
      let byte = bytes[index + step]
      guard step == 1 ? second.contains(byte) : byte & 0xC0 == 0x80 else { return .unsound }
    }
    return .sound(length)
  }
}

extension UTF8Check {
  /// The first byte of `source` that is not UTF-8, or nil if all of it is.
  static func firstDefect(of source: ByteSource) throws -> Defect? {
    var check = UTF8Check()
    var buffer = [UInt8](repeating: 0, count: Decoder.chunkSize)
    var offset = 0
    while true {
      let count = try source.chunk(at: offset, into: &buffer)
      guard count > 0 else { return offset < source.size ? check.defect(at: offset) : nil }
      let sound = buffer.withUnsafeBufferPointer {
        check.soundPrefix(of: UnsafeBufferPointer(rebasing: $0[..<count]))
      }
      // A cut sequence that is all that is left cannot be completed.
      if sound.isDefect || sound.length == 0 { return check.defect(at: offset + sound.length) }
      offset += sound.length
    }
  }

  private func defect(at offset: Int) -> Defect {
    Defect(offset: offset, line: line, soundBefore: wideCount)
  }
}
