/// Turns bytes of another encoding into UTF-8.
enum Transcoder: Sendable {
  case gb18030(GB18030)
  case big5(Big5)
  case utf16(isBigEndian: Bool)

  /// Nil where the bytes are UTF-8 as they are.
  init?(_ encoding: TextEncoding) {
    switch encoding {
    case .utf8, .utf8BOM: return nil
    case .gb18030: self = .gb18030(GB18030())
    case .big5: self = .big5(Big5())
    case .utf16LE: self = .utf16(isBigEndian: false)
    case .utf16BE: self = .utf16(isBigEndian: true)
    }
  }

  /// Bytes of input used and of output made. It ends before the first code that stands for
  /// nothing (`isDefect`), or that is cut off at the end of the input.
  struct Result {
    var used = 0
    var made = 0
    var isDefect = false
  }

  /// The most bytes that `count` bytes can become.
  static func room(for count: Int) -> Int { count * 3 / 2 + 4 }

  /// - Parameter output: with room for all that the input can become.
  func convert(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> Result {
    switch self {
    case .gb18030(let table): Transcoder.convert(input, into: output) { table.code(input, at: $0) }
    case .big5(let table): Transcoder.convert(input, into: output) { table.code(input, at: $0) }
    case .utf16(let isBigEndian):
      Transcoder.convert(input, into: output) { utf16Code(input, at: $0, isBigEndian) }
    }
  }

  @inline(__always)
  private static func convert(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>,
    _ code: (Int) -> Code
  ) -> Result {
    var result = Result()
    while result.used < input.count {
      switch code(result.used) {
      case .character(let point, let length):
        result.used += length
        result.made += put(point, into: output, at: result.made)
      case .cut: return result
      case .unsound:
        result.isDefect = true
        return result
      }
    }
    return result
  }

  /// Writes a code point as UTF-8; the number of its bytes.
  @inline(__always)
  private static func put(
    _ point: UInt32, into output: UnsafeMutableBufferPointer<UInt8>, at index: Int
  ) -> Int {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | point >> shift & 0x3F) }
    switch point {
    case ..<0x80: output[index] = UInt8(point)
    case ..<0x800:
      output[index] = UInt8(0xC0 | point >> 6)
      output[index + 1] = tail(0)
      return 2
    case ..<0x10000:
      output[index] = UInt8(0xE0 | point >> 12)
      output[index + 1] = tail(6)
      output[index + 2] = tail(0)
      return 3
    default:
      output[index] = UInt8(0xF0 | point >> 18)
      output[index + 1] = tail(12)
      output[index + 2] = tail(6)
      output[index + 3] = tail(0)
      return 4
    }
    return 1
  }
}

/// What stands at a place of an encoded text.
enum Code: Equatable {
  /// A code point that is no surrogate, and the number of its bytes.
  case character(UInt32, length: Int)
  /// The text ends within a code.
  case cut
  case unsound
}

extension TextEncoding {
  /// The text that the bytes are in this encoding; nil where they are not sound.
  package func text(_ bytes: [UInt8]) -> String? {
    guard let transcoder = Transcoder(self) else { return String(validating: bytes, as: UTF8.self) }
    var output = [UInt8](repeating: 0, count: Transcoder.room(for: bytes.count))
    let result = bytes.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { transcoder.convert(input, into: $0) }
    }
    guard result.used == bytes.count else { return nil }
    return String(validating: output[..<result.made], as: UTF8.self)
  }
}

@inline(__always)
private func utf16Code(
  _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ isBigEndian: Bool
) -> Code {
  func unit(_ index: Int) -> UInt32? {
    guard index + 1 < bytes.count else { return nil }
    let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
    return isBigEndian ? first << 8 | second : second << 8 | first
  }
  guard let high = unit(index) else { return .cut }
  guard 0xD800...0xDFFF ~= high else { return .character(high, length: 2) }
  guard high < 0xDC00 else { return .unsound }
  guard let low = unit(index + 2) else { return .cut }
  guard 0xDC00...0xDFFF ~= low else { return .unsound }
  return .character(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), length: 4)
}
