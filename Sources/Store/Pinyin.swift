import CEmbed

/// How Chinese names are read, to find them by the letters of an input method: `wf`, `wangfang`, `wangf`.
package struct Pinyin {
  private let syllables: [[UInt8]]
  /// How a name that begins so is read, where that is not the usual reading of its characters.
  private let surnames: [String: [[UInt8]]]

  package init() {
    let lines = Pinyin.lines(cembed_pinyin_syllables())
    syllables = lines.map { Array($0.utf8) }
    var surnames: [String: [[UInt8]]] = [:]
    for line in Pinyin.lines(cembed_pinyin_surnames()) {
      let cells = line.split(separator: "\t")
      guard cells.count == 2 else { continue }
      surnames[String(cells[0])] = cells[1].split(separator: ",").map { Array($0.utf8) }
    }
    self.surnames = surnames
  }

  private static func lines(_ file: EmbeddedFile) -> [Substring] {
    let bytes = UnsafeBufferPointer(start: file.bytes, count: file.count)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }

  /// Whether the letters are how the name is read, or the beginning of that, each character by its whole
  /// reading or by its first letter. At least two letters, so that not half the office is found.
  ///
  /// - Parameter whole: they must read all of the name.
  package func reads(_ name: String, as letters: String, whole: Bool = false) -> Bool {
    let wanted = Array(letters.lowercased().utf8)
    guard wanted.count >= 2, wanted.allSatisfy({ 0x61...0x7A ~= $0 }) else { return false }
    return readings(of: name).contains { Pinyin.reads($0[...], wanted[...], whole: whole) }
  }

  /// What stands behind the surname; nil where nothing does.
  package func givenName(of name: String) -> Substring? {
    let length = surnames[String(name.prefix(2))] != nil && name.count > 2 ? 2 : 1
    let given = name.dropFirst(length)
    return given.isEmpty ? nil : given
  }

  /// The ways to read the name, a reading for each character.
  private func readings(of name: String) -> [[[UInt8]]] {
    let scalars = name.unicodeScalars.filter { $0 != "·" }.map { $0 }
    for length in [2, 1] where scalars.count >= length {
      let surname = String(String.UnicodeScalarView(scalars[..<length]))
      guard let readings = surnames[surname] else { continue }
      let rest = scalars[length...].map(usual)
      return readings.map { reading in
        (length == 2 ? apart(reading, scalars[1]) : [reading]) + rest
      }
    }
    return [scalars.map(usual)]
  }

  /// The reading of a surname of two characters, as that of each where the second is read as usual.
  private func apart(_ reading: [UInt8], _ second: Unicode.Scalar) -> [[UInt8]] {
    let last = usual(second)
    let head = reading.dropLast(last.count)
    return !last.isEmpty && !head.isEmpty && reading.suffix(last.count) == last[...]
      ? [Array(head), last] : [reading]
  }

  private func usual(_ scalar: Unicode.Scalar) -> [UInt8] {
    let table = cembed_pinyin_readings()
    let index = Int(scalar.value) - 0x4E00
    guard 0..<table.count / 2 ~= index else { return [] }
    let number = Int(table.bytes[index * 2]) | Int(table.bytes[index * 2 + 1]) << 8
    return number == 0 ? [] : syllables[number - 1]
  }

  private static func reads(
    _ name: ArraySlice<[UInt8]>, _ wanted: ArraySlice<UInt8>, whole: Bool
  ) -> Bool {
    if wanted.isEmpty { return !whole || name.isEmpty }
    guard let reading = name.first, let letter = reading.first, letter == wanted.first else {
      return false
    }
    if reads(name.dropFirst(), wanted.dropFirst(), whole: whole) { return true }
    let shared = zip(reading, wanted).prefix { $0 == $1 }.count
    return !whole && shared == wanted.count
      || shared == reading.count && reads(name.dropFirst(), wanted.dropFirst(shared), whole: whole)
  }
}
