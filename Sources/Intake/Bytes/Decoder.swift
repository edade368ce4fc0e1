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
  private let converter: iconv_t?

  /// Fails with `.converterUnavailable` where the system cannot convert from `encoding`.
  init(_ source: ByteSource, as encoding: TextEncoding) throws {
    // Whatever throws comes first: a value with a deinit cannot be left half made.
    let mark = encoding.mark
    let isMarked = try source.head(mark.count) == mark
    let handle = try Decoder.open(encoding)
    self.source = source
    self.encoding = encoding
    offset = isMarked ? mark.count : 0
    // GB18030 grows by half at most, UTF-16 too.
    output = handle == nil ? [] : [UInt8](repeating: 0, count: Decoder.chunkSize * 2)
    converter = handle
  }

  private static func open(_ encoding: TextEncoding) throws -> iconv_t? {
    guard let name = encoding.iconvName else { return nil }
    guard let handle = iconv_open("UTF-8", name), Int(bitPattern: handle) != -1 else {
      throw IntakeFailure.converterUnavailable(encoding)
    }
    // In a static binary a converter may open and then not convert: make it prove itself.
    guard proves(handle, encoding) else {
      iconv_close(handle)
      throw IntakeFailure.converterUnavailable(encoding)
    }
    return handle
  }

  /// Whether it turns 中 into UTF-8.
  private static func proves(_ converter: iconv_t, _ encoding: TextEncoding) -> Bool {
    var given: [UInt8] =
      switch encoding {
      case .gb18030: [0xD6, 0xD0]
      case .utf16BE: [0x4E, 0x2D]
      case .utf16LE, .utf8, .utf8BOM: [0x2D, 0x4E]
      }
    var made = [UInt8](repeating: 0, count: 8)
    let result = convert(converter, &given, count: 2, &made)
    return made.prefix(result.made) == Array("中".utf8)[...]
  }

  deinit {
    if let converter { iconv_close(converter) }
  }

  /// Hands the next piece of text to `body`; false at the end.
  mutating func next(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws -> Bool {
    let count = try source.chunk(at: offset, into: &input)
    guard count > 0 else {
      if offset < source.size { throw IntakeFailure.unreadable(errno: EIO) }
      return false
    }
    guard let converter else {
      try passOn(count, body)
      return true
    }
    let (used, made, error) = Decoder.convert(converter, &input, count: count, &output)
    try output.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[..<made])
      _ = check.soundPrefix(of: text)
      try body(text)
    }
    offset += used
    // A character cut off at the end of a piece (EINVAL) comes whole with the next one.
    if error == EILSEQ || used == 0 { throw badBytes() }
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

  /// Converts the first `count` bytes of `input`: bytes used, bytes made, errno or 0.
  private static func convert(
    _ converter: iconv_t, _ input: inout [UInt8], count: Int, _ output: inout [UInt8]
  ) -> (used: Int, made: Int, error: Int32) {
    input.withUnsafeMutableBytes { source in
      output.withUnsafeMutableBytes { target in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (left, room) = (count, target.count)
        let result = iconv(converter, &from, &left, &to, &room)
        return (count - left, target.count - room, result == -1 ? errno : 0)
      }
    }
  }
}
