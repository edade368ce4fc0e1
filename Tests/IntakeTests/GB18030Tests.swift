import Glibc
import Testing

@testable import Intake

/// The system's own converter, which the program does without.
private final class SystemConverter {
  private let handle: iconv_t

  /// Nil where the system has no such converter: its modules are files of libc6.
  init?(from: String, to: String) {
    guard let handle = iconv_open(to, from), Int(bitPattern: handle) != -1 else { return nil }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  /// Nil where it refuses the bytes or wants more of them.
  func convert(_ bytes: [UInt8]) -> [UInt8]? {
    var (input, output) = (bytes.map { CChar(bitPattern: $0) }, [CChar](repeating: 0, count: 8))
    let made: Int? = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (from, to) = (input.baseAddress, output.baseAddress)
        var (left, room) = (input.count, output.count)
        iconv(handle, nil, nil, nil, nil)
        return iconv(handle, &from, &left, &to, &room) == -1 ? nil : output.count - room
      }
    }
    return made.map { output.prefix($0).map { UInt8(bitPattern: $0) } }
  }
}

private func converter(from: String, to: String) throws -> SystemConverter {
  try #require(
    SystemConverter(from: from, to: to),
    "this system's iconv has no GB18030 (/usr/lib/…/gconv of libc6): nothing to compare with")
}

private let transcoder = Transcoder(.gb18030)

/// What the bytes are in UTF-8; nil where they are no whole code.
private func read(_ bytes: [UInt8]) -> [UInt8]? {
  var output = [UInt8](repeating: 0, count: Transcoder.room(for: bytes.count))
  let result = bytes.withUnsafeBufferPointer { input in
    output.withUnsafeMutableBufferPointer { transcoder?.convert(input, into: $0) }
  }
  guard let result, result.used == bytes.count, !result.isDefect else { return nil }
  return Array(output.prefix(result.made))
}

struct GB18030Tests {
  @Test func `Codes of one and two bytes are read as iconv reads them`() throws {
    let system = try converter(from: "GB18030", to: "UTF-8")
    for first in UInt8.min...UInt8.max {
      #expect(read([first]) == system.convert([first]))
      for second in UInt8.min...UInt8.max where first >= 0x80 {
        let (ours, theirs) = (read([first, second]), system.convert([first, second]))
        if ours != theirs { Issue.record("\(first), \(second): \(ours ?? []), \(theirs ?? [])") }
      }
    }
  }

  /// All 1.6 million of them; a quarter of a million each.
  @Test(arguments: [0x81...0x8F, 0x90...0xAF, 0xB0...0xCF, 0xD0...0xEF, 0xF0...0xFE])
  func `Codes of four bytes are read as iconv reads them`(leads: ClosedRange<UInt8>) throws {
    let system = try converter(from: "GB18030", to: "UTF-8")
    var different = 0
    for first in leads {
      for second in UInt8(0x30)...0x39 {
        for third in UInt8(0x81)...0xFE {
          for fourth in UInt8(0x30)...0x39 {
            let code = [first, second, third, fourth]
            if read(code) != system.convert(code) { different += 1 }
          }
        }
      }
    }
    #expect(different == 0)
  }

  @Test func `A byte that no code of four has is refused as by iconv`() throws {
    let system = try converter(from: "GB18030", to: "UTF-8")
    for byte in UInt8.min...UInt8.max {
      for place in 0..<4 {
        var code: [UInt8] = [0x90, 0x30, 0x81, 0x30]
        code[place] = byte
        #expect(read(code) == system.convert(code))
        #expect(read(Array(code.prefix(3))) == system.convert(Array(code.prefix(3))))
      }
    }
  }

  @Test(arguments: 0..<17) func `Every character is written as iconv writes it`(
    plane: UInt32
  ) throws {
    let system = try converter(from: "UTF-8", to: "GB18030")
    let writer = GB18030Writer()
    var different = 0
    for point in plane << 16..<(plane + 1) << 16 {
      guard let scalar = Unicode.Scalar(point) else { continue }
      if writer.bytes(scalar) != system.convert(Array(String(scalar).utf8)) { different += 1 }
    }
    #expect(different == 0)
  }

  @Test func `Text is written and read again`() {
    let text = "王芳，13800000001：𠮷田 ℃ €\n"
    #expect(read(GB18030Writer().bytes(text)) == Array(text.utf8))
    #expect(GB18030Writer().bytes("\u{E78D}") == [UInt8(ascii: "?")])
  }

  /// At every place where a piece of the decoder may end.
  @Test func `Codes cut at the end of a piece come whole with the next`() throws {
    let line = "王𠮷ᠠé,a\n"
    for shift in 0..<14 {
      let text = String(repeating: "x", count: shift) + String(repeating: line, count: 30_000)
      var decoder = try Decoder(.bytes(GB18030Writer().bytes(text)), as: .gb18030)
      var made: [UInt8] = []
      while try decoder.next({ made += $0 }) {}
      #expect(made == Array(text.utf8))
    }
  }

  @Test(arguments: [false, true]) func `UTF-16 refuses halves of characters`(isBig: Bool) {
    func read(_ units: [UInt16]) -> Transcoder.Result {
      let bytes = units.flatMap { unit in
        let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        return isBig ? pair : pair.reversed()
      }
      var output = [UInt8](repeating: 0, count: 32)
      return bytes.withUnsafeBufferPointer { input in
        output.withUnsafeMutableBufferPointer {
          Transcoder.utf16(isBigEndian: isBig).convert(input, into: $0)
        }
      }
    }
    #expect(read([0x738B, 0xD842, 0xDFB7]).made == 7)
    for units: [UInt16] in [[0x41, 0xDFB7], [0x41, 0xD842, 0x41], [0x41, 0xD842, 0xD842]] {
      let result = read(units)
      #expect(result.isDefect && result.used == 2 && result.made == 1)
    }
    #expect(!read([0xD842]).isDefect && read([0xD842]).used == 0)
  }
}
