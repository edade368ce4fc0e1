import Core
import Testing

@testable import Intake

/// The codes of Big5 against what the system's converter makes of them.
@Suite struct Big5Tests {
  private func read(_ bytes: [UInt8]) -> String? { TextEncoding.big5.text(bytes) }

  @Test func characteristicCodesAreRead() {
    #expect(read([0xA4, 0x40, 0xC9, 0x40, 0x41]) == "一乂A")
    #expect(read([0xB3, 0xAF, 0xA7, 0xD3, 0xA9, 0xFA]) == "陳志明")
    #expect(read([0xF9, 0xD5]) == "龘" && read([0xA1, 0x40]) == "\u{3000}")
    for unsound: [UInt8] in [
      [0x80], [0xA4], [0xA4, 0x7F], [0xFA, 0x40], [0xA4, 0x20], [0xFF, 0xFF],
    ] {
      #expect(read(unsound) == nil, "\(unsound)")
    }
  }

  @Test func namesOfTheEncodingAreKnown() {
    for name in ["big5", "Big-5", "CP950"] { #expect(TextEncoding(name: name) == .big5) }
  }

  /// No two codes beside the doubled ones stand for one character, and every common character is there.
  @Test func theTableIsWhole() {
    var seen: [String.UnicodeScalarView.Element: Int] = [:]
    for lead in UInt8(0xA1)...0xF9 {
      for trail in Array(UInt8(0x40)...0x7E) + Array(UInt8(0xA1)...0xFE) {
        for scalar in read([lead, trail])?.unicodeScalars ?? "".unicodeScalars {
          seen[scalar, default: 0] += 1
        }
      }
    }
    #expect(seen.values.reduce(0, +) == 13752)
    #expect(seen.count { $0.value > 1 } <= 10, "\(seen.filter { $0.value > 1 })")
  }
}
