import Glibc
import Intake
import Testing

@testable import revisit

/// Terminals that do not read UTF-8.
@Suite struct CodePageTests {
  /// What a run writes to a terminal of that locale, and to stderr.
  private func shown(
    _ office: Office, _ locale: String, _ words: String...
  ) throws -> (out: [UInt8], err: String) {
    let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    defer { close(terminal) }
    // TIOCSPTLCK unlocks the other end, TIOCGPTN tells its number.
    var (locked, number) = (Int32(0), Int32(-1))
    try #require(ioctl(terminal, 0x4004_5431, &locked) == 0)
    try #require(ioctl(terminal, 0x8004_5430, &number) == 0)
    let name = "/dev/pts/\(number)"
    // Held open, so that what was written is not lost when the program ends.
    let held = open(name, O_RDWR | O_NOCTTY)
    let running = try office.start(
      words, environment: ["LC_ALL": locale, "NO_COLOR": "1"], output: name)
    #expect(try running.wait() == 0)
    close(held)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(terminal, &buffer, buffer.count)
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    return (bytes.filter { $0 != UInt8(ascii: "\r") }, office.read("stderr") ?? "")
  }

  @Test("A terminal is written to in the code page of its locale")
  func terminal() throws {
    let office = try Office.withWang()
    let plain = try #require(
      String(validating: try shown(office, "zh_CN.UTF-8", "show", "王芳").out, as: UTF8.self))
    #expect(plain.contains("王芳"))
    for locale in ["zh_CN.GBK", "zh_CN.GB18030"] {
      let (out, err) = try shown(office, locale, "show", "王芳")
      #expect(TextEncoding.gb18030.text(out) == plain && err.isEmpty, "\(locale)")
    }
    // What goes to a file is UTF-8 all the same.
    let file = try office.run("show", "王芳", environment: ["LC_ALL": "zh_CN.GBK"]).out
    #expect(try office.run("show", "王芳").out == file && file.contains("王芳"))
  }

  @Test("What the code page lacks becomes a question mark, with one remark")
  func lacking() throws {
    let office = try Office.open()
    try office.must(
      "add", "𠮷田㐂", "--phone", "13800000031", "--source", "来访", "--consultant", "李明")
    let (out, err) = try shown(office, "zh_CN.GBK", "find", "13800000031")
    #expect(TextEncoding.gb18030.text(out)?.contains(" ?田?") == true)
    #expect(err == "revisit: 终端的编码没有字符 U+20BB7，写作“?”\n")
    let all = try shown(office, "zh_CN.GB18030", "find", "13800000031")
    #expect(TextEncoding.gb18030.text(all.out)?.contains("𠮷田㐂") == true && all.err.isEmpty)
  }
}
