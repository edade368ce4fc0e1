import Values

/// Text whose bytes were once read in another encoding than they were written in.
enum Mojibake {
  /// What the name was, where that can be told, or an empty text where the name only looks wrong; nil where
  /// nothing is the matter.
  ///
  /// - Parameter isGB18030: the file is read as GB18030 because it is no UTF-8, which Big5 and Shift-JIS
  ///   are neither.
  static func suspicion(_ name: String, isGB18030: Bool) -> String? {
    let scalars = name.unicodeScalars
    guard let first = scalars.first, first.value >= 0x80 else { return nil }
    // UTF-8 of Chinese read as GBK begins with one of these bytes, which few surnames do.
    if let code = codes.code(of: first), 0xE4...0xE9 ~= code >> 8, let text = asUTF8(scalars) {
      return text
    }
    guard isGB18030 else { return nil }
    let han = scalars.filter(isHan)
    let isMixed =
      !han.isEmpty && scalars.contains { 0x370...0x52F ~= $0.value || 0x3040...0x30FF ~= $0.value }
    let isRare =
      han.count >= 2 && han.allSatisfy { codes.code(of: $0).map(isBeyondGB2312) ?? false }
    return isMixed || isRare ? "" : nil
  }

  /// Whether a text that was read as GB18030 holds what texts of that encoding hardly do: kana, Greek,
  /// Cyrillic, or a rare character.
  static func isForeign(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      0x370...0x52F ~= scalar.value || 0x3040...0x30FF ~= scalar.value
        || isHan(scalar) && (codes.code(of: scalar).map(isBeyondGB2312) ?? true)
    }
  }

  private static func asUTF8(_ scalars: String.UnicodeScalarView) -> String? {
    var bytes: [UInt8] = []
    for scalar in scalars {
      guard let code = codes.code(of: scalar) else { return nil }
      bytes += [UInt8(code >> 8), UInt8(code & 0xFF)]
    }
    guard let text = String(validating: bytes, as: UTF8.self), text.unicodeScalars.allSatisfy(isHan)
    else { return nil }
    return text
  }

  private static func isBeyondGB2312(_ code: UInt16) -> Bool {
    code >> 8 < 0xB0 || code >> 8 > 0xF7 || code & 0xFF < 0xA1
  }

  private static let codes = GBKCodes()
}

/// The code of two bytes that GBK has for a character.
private struct GBKCodes: Sendable {
  private var byScalar = [UInt16](repeating: 0, count: 0x10000)

  init() {
    let table = GB18030()
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE {
        let point = table.character(lead, trail)
        if point > 0, point < 0x10000 { byScalar[Int(point)] = UInt16(lead) << 8 | UInt16(trail) }
      }
    }
  }

  func code(of scalar: Unicode.Scalar) -> UInt16? {
    guard scalar.value < 0x10000 else { return nil }
    let code = byScalar[Int(scalar.value)]
    return code == 0 ? nil : code
  }
}
