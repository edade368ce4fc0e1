import Core
import Intake
import Testing

private let text = "姓名,手机号\n王芳,13800000001\n"
private let gb18030: [UInt8] =
  [0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xCA, 0xD6, 0xBB, 0xFA, 0xBA, 0xC5, 0x0A, 0xCD, 0xF5, 0xB7, 0xBC]
  + Array(",13800000001\n".utf8)

private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
  let units = [0xFEFF] + Array(text.utf16)
  return units.flatMap { unit in
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    return bigEndian ? [high, low] : [low, high]
  }
}

@Suite struct EncodingTests {
  @Test(arguments: [
    (Array(text.utf8), TextEncoding.utf8),
    ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8BOM),
    (gb18030, .gb18030),
    (utf16(text, bigEndian: false), .utf16LE),
    (utf16(text, bigEndian: true), .utf16BE),
    (utf16(text.replacing(",", with: "\t"), bigEndian: false), .utf16LE),
  ]) func isFound(bytes: [UInt8], encoding: TextEncoding) throws {
    let outcome = try read(.bytes(bytes))
    #expect(outcome.opening?.encoding == encoding)
    #expect(outcome.rows.map(\.profile.name) == ["王芳"])
    #expect(outcome.rows.map(\.profile.phones) == [["13800000001"]])
    #expect(try read(.bytes(bytes), encoding: encoding).rows == outcome.rows)
  }

  @Test func charactersBeyondTheBasicPlane() throws {
    let wide = "姓名,手机号\n𠮷田,13800000001\n"
    #expect(try read(wide).rows.map(\.profile.name) == ["𠮷田"])
    let units = utf16(wide, bigEndian: false)
    #expect(try read(.bytes(units)).rows.map(\.profile.name) == ["𠮷田"])
    let bytes = gb18030.prefix(12) + [0x95, 0x34, 0xB2, 0x35, 0xCC, 0xEF] + gb18030.dropFirst(16)
    #expect(try read(.bytes(Array(bytes))).rows.map(\.profile.name) == ["𠮷田"])
  }

  @Test func textThatIsCutAnywhereIsReadWhole() throws {
    // Longer than a piece of the decoder, at every alignment of three-byte characters.
    let name = String(repeating: "王", count: 40)
    for shift in 0..<3 {
      let pad = String(repeating: "x", count: shift)
      let rows = (0..<6000).map { "\(name),\(13_800_000_000 + $0)" }.joined(separator: "\n")
      let outcome = try read("姓名,手机号,\(pad)n\n" + rows.replacing("\n", with: ",\n") + ",")
      #expect(outcome.rows.count == 6000)
      #expect(outcome.rows.allSatisfy { $0.profile.name == name })
    }
  }

  @Test(arguments: [
    ("nothing", [UInt8](), IntakeFailure.empty),
    ("a mark alone", [0xEF, 0xBB, 0xBF], .empty),
    ("a zip archive", [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], .spreadsheet),
    ("an old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], .spreadsheet),
    ("zero bytes", Array("姓名,手机号\n王\u{0}芳,1\n".utf8), .nul(line: 2)),
    (
      "UTF-8 with one bad byte", Array(text.utf8) + [0xFF, 0x0A],
      .badBytes(.utf8, offset: 36, line: 3)
    ),
    ("UTF-8 cut off", Array((text + "李").utf8.dropLast()), .badBytes(.utf8, offset: 36, line: 3)),
    ("GB18030 with a bad byte", gb18030 + [0xFF, 0x0A], .badBytes(.gb18030, offset: 29, line: 3)),
    ("GB18030 cut off", gb18030 + [0xCD], .badBytes(.gb18030, offset: 29, line: 3)),
    (
      "UTF-16 cut off", utf16(text, bigEndian: false) + [0x41],
      .badBytes(.utf16LE, offset: 46, line: 3)
    ),
  ]) func refuses(name: String, bytes: [UInt8], expected: IntakeFailure) {
    #expect(failure(bytes) == expected)
  }

  @Test(
    arguments: [
      ("C0 80", [0xC0, 0x80]), ("E0 80 80", [0xE0, 0x80, 0x80]), ("ED A0 80", [0xED, 0xA0, 0x80]),
      ("F4 90 80 80", [0xF4, 0x90, 0x80, 0x80]), ("F0 80 80 80", [0xF0, 0x80, 0x80, 0x80]),
      ("80", [0x80]), ("E4 BB", [0xE4, 0xBB, 0x41]),
    ] as [(String, [UInt8])]) func strictUTF8(name: String, bytes: [UInt8])
  {
    #expect(
      failure(Array(text.utf8) + bytes, encoding: .utf8)
        == .badBytes(.utf8, offset: 36, line: 3))
  }

  @Test(arguments: [
    ("utf-8", TextEncoding.utf8), ("UTF8", .utf8), ("GBK", .gb18030), ("gb2312", .gb18030),
    ("GB 18030", .gb18030), ("utf-16", .utf16LE), ("UTF_16BE", .utf16BE),
  ]) func namesAreRead(name: String, encoding: TextEncoding) {
    #expect(TextEncoding(name: name) == encoding)
    #expect(TextEncoding(name: encoding.rawValue) == encoding)
  }

  @Test func otherNamesAreNot() { #expect(TextEncoding(name: "latin1") == nil) }

  @Test func onlyRegularFilesAreOpened() {
    #expect(throws: IntakeFailure.missing) { try ByteSource.withFile(fixture("none.csv")) { _ in } }
    #expect(throws: IntakeFailure.notAFile) { try ByteSource.withFile(fixture("import")) { _ in } }
    #expect(throws: IntakeFailure.notAFile) { try ByteSource.withFile("/dev/null") { _ in } }
  }
}
