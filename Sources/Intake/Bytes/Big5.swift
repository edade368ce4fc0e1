import CEmbed

/// The codes of Big5, in which traditional Chinese was written before UTF-8, from a table within the
/// program.
package struct Big5: Sendable {
  /// As `cembed_big5` tells.
  private let codes: [UInt16]

  package init() {
    let table = cembed_big5()
    codes = (0..<table.count / 2).map {
      UInt16(table.bytes[$0 * 2]) | UInt16(table.bytes[$0 * 2 + 1]) << 8
    }
  }

  /// What stands at `index` of the bytes.
  @inline(__always)
  func code(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Code {
    let lead = bytes[index]
    if lead < 0x80 { return .character(UInt32(lead), length: 1) }
    guard 0xA1...0xF9 ~= lead else { return .unsound }
    guard index + 1 < bytes.count else { return .cut }
    let point = character(lead, bytes[index + 1])
    return point == 0 ? .unsound : .character(point, length: 2)
  }

  /// 0 where the two bytes, of which the first is a lead byte, stand for nothing.
  @inline(__always)
  private func character(_ lead: UInt8, _ trail: UInt8) -> UInt32 {
    let column: UInt8
    switch trail {
    case 0x40...0x7E: column = trail - 0x40
    case 0xA1...0xFE: column = trail - 0xA1 + 63
    default: return 0
    }
    return UInt32(codes[Int(lead - 0xA1) * 157 + Int(column)])
  }
}
