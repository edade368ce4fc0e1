import Intake
import Testing

@testable import revisit

/// Terminals that do not read UTF-8.
@Suite struct CodePageTests {
  /// What a run writes to a terminal of that locale, and to stderr.
  private func shown(
    _ office: Office, _ locale: String, _ words: String...
  ) throws -> (out: [UInt8], err: String) {
    let terminal = try PseudoTerminal()
    let running = try office.start(
      words, environment: ["LC_ALL": locale, "NO_COLOR": "1"], output: terminal.name)
    #expect(try running.wait() == 0)
    return (terminal.all(), office.read("stderr") ?? "")
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
