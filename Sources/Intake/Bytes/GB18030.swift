import CEmbed

/// The codes of GB18030, which holds those of GBK and GB2312, from a table within the program: the
/// system's converter is a file of its own, which need not be where the program runs.
package struct GB18030: Sendable {
  /// Codes of four bytes whose numbers and code points follow one another.
  fileprivate struct Range: Sendable {
    /// Of the numbers that `number(_:_:_:_:)` gives.
    let first, last: UInt32
    let point: UInt32
  }

  /// As `cembed_gb18030_two_bytes` tells.
  private let twoBytes: [UInt16]
  /// In the order of their numbers.
  fileprivate let ranges: [Range]

  package init() {
    let table = cembed_gb18030_two_bytes()
    twoBytes = (0..<table.count / 2).map {
      UInt16(table.bytes[$0 * 2]) | UInt16(table.bytes[$0 * 2 + 1]) << 8
    }
    ranges = GB18030.ranges(cembed_gb18030_four_bytes())
  }

  /// The codes of two bytes that stand for characters beyond the BMP.
  fileprivate static let beyond: [(code: UInt16, point: UInt32)] = [
    (0xFE51, 0x20087), (0xFE52, 0x20089), (0xFE53, 0x200CC), (0xFE6C, 0x215D7), (0xFE76, 0x2298F),
    (0xFE91, 0x241FE),
  ]

  /// The number of 90308130, which stands for U+10000; those behind it follow.
  fileprivate static let supplementary: UInt32 = 189_000

  private static func ranges(_ file: EmbeddedFile) -> [Range] {
    let text = UnsafeBufferPointer(start: file.bytes, count: file.count)
    return text.split(separator: UInt8(ascii: "\n")).dropFirst().compactMap { line in
      let cells = line.split(separator: UInt8(ascii: "\t"))
        .map { String(decoding: $0, as: UTF8.self) }
      guard cells.count == 3, let first = UInt32(cells[0]), let last = UInt32(cells[1]),
        let point = UInt32(cells[2].dropFirst(2), radix: 16)
      else { return nil }
      return Range(first: first, last: last, point: point)
    }
  }
}

// MARK: - Reading

extension GB18030 {
  /// What stands at `index` of the bytes.
  @inline(__always)
  func code(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Code {
    let lead = bytes[index]
    if lead < 0x80 { return .character(UInt32(lead), length: 1) }
    guard 0x81...0xFE ~= lead else { return .unsound }
    guard index + 1 < bytes.count else { return .cut }
    let trail = bytes[index + 1]
    if trail >= 0x40 {
      let point = character(lead, trail)
      return point == 0 ? .unsound : .character(point, length: 2)
    }
    return fourBytes(bytes, at: index)
  }

  /// 0 where the two bytes, of which the first is a lead byte, stand for nothing.
  @inline(__always)
  func character(_ lead: UInt8, _ trail: UInt8) -> UInt32 {
    guard trail >= 0x40, trail != 0x7F, trail != 0xFF else { return 0 }
    let cell = Int(lead - 0x81) * 190 + Int(trail - 0x40) - (trail > 0x7F ? 1 : 0)
    let unit = twoBytes[cell]
    return unit != 0 ? UInt32(unit) : GB18030.beyond(UInt16(lead) << 8 | UInt16(trail))
  }

  private static func beyond(_ code: UInt16) -> UInt32 {
    beyond.first { $0.code == code }?.point ?? 0
  }

  private func fourBytes(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Code {
    var number: UInt32 = 0
    for step in 0..<4 {
      guard index + step < bytes.count else { return .cut }
      let (low, count): (UInt8, UInt32) = step.isMultiple(of: 2) ? (0x81, 126) : (0x30, 10)
      let digit = UInt32(bytes[index + step] &- low)
      guard digit < count else { return .unsound }
      number = number * count + digit
    }
    return point(ofNumber: number).map { .character($0, length: 4) } ?? .unsound
  }

  private func point(ofNumber number: UInt32) -> UInt32? {
    if number >= GB18030.supplementary {
      let point = 0x10000 + number - GB18030.supplementary
      return point <= 0x10FFFF ? point : nil
    }
    let index = ranges.firstIndex { number <= $0.last } ?? ranges.endIndex
    guard index < ranges.endIndex, ranges[index].first <= number else { return nil }
    return ranges[index].point + number - ranges[index].first
  }
}

// MARK: - Writing

/// Text as bytes of GB18030, for terminals and files that want them.
package struct GB18030Writer: Sendable {
  private let table = GB18030()
  /// The code of two bytes of each code point of the BMP; 0 where it has none.
  private let codes: [UInt16]

  package init() {
    var codes = [UInt16](repeating: 0, count: 0x10000)
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE {
        let point = Int(table.character(lead, trail))
        if point < codes.count { codes[point] = UInt16(lead) << 8 | UInt16(trail) }
      }
    }
    codes[0] = 0
    self.codes = codes
  }

  /// What has no code, some places of the private use area, becomes `?`.
  package func bytes(_ text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { bytes($0) ?? [UInt8(ascii: "?")] }
  }

  /// One, two or four bytes; nil where there is no code.
  package func bytes(_ scalar: Unicode.Scalar) -> [UInt8]? {
    let point = scalar.value
    if point < 0x80 { return [UInt8(point)] }
    if let code = twoBytes(point) { return [UInt8(code >> 8), UInt8(code & 0xFF)] }
    return number(point).map { number in
      [
        UInt8(0x81 + number / 12_600), UInt8(0x30 + number / 1260 % 10),
        UInt8(0x81 + number / 10 % 126), UInt8(0x30 + number % 10),
      ]
    }
  }

  private func twoBytes(_ point: UInt32) -> UInt16? {
    guard point < 0x10000 else { return GB18030.beyond.first { $0.point == point }?.code }
    return codes[Int(point)] == 0 ? nil : codes[Int(point)]
  }

  private func number(_ point: UInt32) -> UInt32? {
    if point >= 0x10000 { return GB18030.supplementary + point - 0x10000 }
    let range = table.ranges.first { $0.point <= point && point - $0.point <= $0.last - $0.first }
    return range.map { $0.first + point - $0.point }
  }
}
