import Glibc
import Testing

@testable import Intake

/// Takes as many bytes of the first as it can and puts what they are into the second; how many of
/// each.
private typealias Converting = (
  UnsafeMutableBufferPointer<UInt8>, UnsafeMutableBufferPointer<UInt8>
) -> (used: Int, made: Int)

/// What a converter makes of many codes, one behind the other, each `length` bytes long; `!` for
/// one that it refuses.
private func sweep(_ codes: [UInt8], of length: Int, _ convert: Converting) -> [UInt8] {
  var (codes, output) = (codes, [UInt8](repeating: 0, count: codes.count * 4))
  let made = codes.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      var (used, made) = (0, 0)
      while used < input.count {
        let step = convert(.init(rebasing: input[used...]), .init(rebasing: output[made...]))
        (used, made) = (used + step.used, made + step.made)
        guard used < input.count else { break }
        output[made] = UInt8(ascii: "!")
        (used, made) = (used + length, made + 1)
      }
      return made
    }
  }
  return Array(output.prefix(made))
}

/// The system's own converter, which the program does without. Where its files (of libc6) are not
/// there, the test fails and says so.
private func system(from: String, to: String) throws -> Converting {
  let handle = iconv_open(to, from)
  try #require(
    Int(bitPattern: handle) != -1,
    "this system's iconv has no GB18030 (/usr/lib/…/gconv of libc6): nothing to compare with")
  return { input, output in
    input.withMemoryRebound(to: CChar.self) { input in
      output.withMemoryRebound(to: CChar.self) { output in
        var (from, to) = (input.baseAddress, output.baseAddress)
        var (left, room) = (input.count, output.count)
        iconv(handle, nil, nil, nil, nil)
        iconv(handle, &from, &left, &to, &room)
        return (input.count - left, output.count - room)
      }
    }
  }
}

private func ours(_ encoding: TextEncoding = .gb18030) throws -> Converting {
  let transcoder = try #require(Transcoder(encoding))
  return { input, output in
    let result = transcoder.convert(.init(input), into: output)
    return (result.used, result.made)
  }
}

struct GB18030Tests {
  @Test func `Codes of one and two bytes are read as iconv reads them`() throws {
    let (ours, theirs) = (try ours(), try system(from: "GB18030", to: "UTF-8"))
    let bytes = Array(UInt8.min...UInt8.max)
    #expect(sweep(bytes.reversed(), of: 1, ours) == sweep(bytes.reversed(), of: 1, theirs))
    for lead in UInt8(0x80)...0xFF {
      let codes = bytes.flatMap { [lead, $0] }
      #expect(sweep(codes, of: 2, ours) == sweep(codes, of: 2, theirs), "lead byte \(lead)")
    }
  }

  @Test func `Codes of four bytes are read as iconv reads them`() throws {
    let (ours, theirs) = (try ours(), try system(from: "GB18030", to: "UTF-8"))
    for first in UInt8(0x81)...0xFE {
      var codes: [UInt8] = []
      for second in UInt8(0x30)...0x39 {
        for third in UInt8(0x81)...0xFE {
          for fourth in UInt8(0x30)...0x39 { codes += [first, second, third, fourth] }
        }
      }
      #expect(sweep(codes, of: 4, ours) == sweep(codes, of: 4, theirs), "first byte \(first)")
    }
  }

  @Test(arguments: 0..<4) func `A byte that no code of four has is refused as by iconv`(
    place: Int
  ) throws {
    let (ours, theirs) = (try ours(), try system(from: "GB18030", to: "UTF-8"))
    for byte in UInt8.min...UInt8.max {
      var code: [UInt8] = [0x90, 0x30, 0x81, 0x30]
      code[place] = byte
      #expect(sweep(code, of: 4, ours) == sweep(code, of: 4, theirs))
    }
  }

  /// What has no code is `?` to us and `!` to the sweep.
  @Test func `Every character is written as iconv writes it`() throws {
    let theirs = try system(from: "UTF-8", to: "GB18030")
    let writer = GB18030Writer()
    for block in UInt32(0)..<0x1100 {
      let scalars = (block << 8..<(block + 1) << 8).compactMap { Unicode.Scalar($0) }
      let text = String(String.UnicodeScalarView(scalars.filter { $0 != "?" && $0 != "!" }))
      let expected = sweep(Array(text.utf8), of: 3, theirs)
      let written = writer.bytes(text).map { $0 == UInt8(ascii: "?") ? UInt8(ascii: "!") : $0 }
      #expect(written == expected, "block \(block)")
    }
  }

  @Test func `What has no code is a question mark`() {
    #expect(GB18030Writer().bytes("\u{E78D}A") == Array("?A".utf8))
  }

  /// At every place where a piece of the decoder may end.
  @Test func `Codes cut at the end of a piece come whole with the next`() throws {
    let line = "王𠮷ᠠé,a\n"
    for shift in 0..<14 {
      let text = String(repeating: "x", count: shift) + String(repeating: line, count: 18_000)
      var decoder = try Decoder(.bytes(GB18030Writer().bytes(text)), as: .gb18030)
      var made: [UInt8] = []
      while try decoder.next({ made += $0 }) {}
      #expect(made == Array(text.utf8))
    }
  }

  @Test(arguments: [TextEncoding.utf16LE, .utf16BE])
  func `UTF-16 refuses halves of characters`(encoding: TextEncoding) throws {
    func read(_ units: [UInt16]) throws -> [UInt8] {
      let bytes = units.flatMap { unit in
        let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        return encoding == .utf16BE ? pair : pair.reversed()
      }
      return sweep(bytes, of: 2, try ours(encoding))
    }
    #expect(try read([0x738B, 0xD842, 0xDFB7]) == Array("王𠮷".utf8))
    #expect(try read([0x41, 0xDFB7]) == Array("A!".utf8))
    #expect(try read([0x41, 0xD842, 0x42]) == Array("A!B".utf8))
    #expect(try read([0xD842, 0xD842, 0xDFB7]) == Array("!𠮷".utf8))
    #expect(try read([0x41, 0xD842]) == Array("A!".utf8))
  }
}
