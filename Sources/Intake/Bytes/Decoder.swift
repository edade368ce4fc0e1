import Glibc

/// Turns a source into sound UTF-8, piece by piece.
struct Decoder: ~Copyable {
  static let chunkSize = 1 << 18

  let encoding: TextEncoding
  private let source: ByteSource
  /// Bytes of the source that have been turned into text.
  private(set) var offset: Int
  private var input = [UInt8](repeating: 0, count: Decoder.chunkSize)
  private var output: [UInt8]
  private var check = UTF8Check()
  private let transcoder: Transcoder?

  init(_ source: ByteSource, as encoding: TextEncoding) throws {
    self.source = source
    self.encoding = encoding
    let mark = encoding.mark
    offset = try source.head(mark.count) == mark ? mark.count : 0
    transcoder = Transcoder(encoding)
    let room = transcoder == nil ? 0 : Transcoder.room(for: Decoder.chunkSize)
    output = [UInt8](repeating: 0, count: room)
  }

  /// Gives the next piece of text to `body`; false at the end.
  mutating func next(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws -> Bool {
    let count = try source.chunk(at: offset, into: &input)
    guard count > 0 else {
      if offset < source.size { throw IntakeFailure.unreadable(errno: EIO) }
      return false
    }
    guard let transcoder else {
      try passOn(count, body)
      return true
    }
    let result = try input.withUnsafeBufferPointer { input in
      try output.withUnsafeMutableBufferPointer { output in
        let result = transcoder.convert(.init(rebasing: input[..<count]), into: output)
        let text = UnsafeBufferPointer(rebasing: output[..<result.made])
        _ = check.soundPrefix(of: text)
        try body(text)
        return result
      }
    }
    offset += result.used
    // A character cut off at the end of a piece comes whole with the next one.
    if result.isDefect || result.used == 0 { throw badBytes() }
    return true
  }

  private mutating func passOn(
    _ count: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    let sound = try input.withUnsafeBufferPointer { bytes in
      let sound = check.soundPrefix(of: UnsafeBufferPointer(rebasing: bytes[..<count]))
      try body(UnsafeBufferPointer(rebasing: bytes[..<sound.length]))
      return sound
    }
    offset += sound.length
    if sound.isDefect || sound.length == 0 { throw badBytes() }
  }

  private func badBytes() -> IntakeFailure {
    .badBytes(encoding, offset: offset, line: check.line)
  }
}
