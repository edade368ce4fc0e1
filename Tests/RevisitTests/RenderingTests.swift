import Testing
import Values

@testable import revisit

@Suite struct WidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("王芳", 4), ("𠮷野家", 6), ("ＡＢ", 4), ("ｱ", 1), ("é", 1), ("e\u{301}", 1),
    ("한국", 4), ("，。", 4), ("😀", 2), ("👨‍👩‍👧", 2), ("🇨🇳", 2), ("❤️", 2), ("\u{200B}", 0), ("·", 1),
    ("\u{20000}\u{30000}", 4), ("㎡", 2),
  ])
  func width(_ text: String, is expected: Int) {
    #expect(Width.of(text) == expected)
  }

  @Test(arguments: [
    ("王小明", 6, "王小明"), ("王小明", 5, "王.."), ("王小明", 4, "王.."), ("abcdef", 4, "ab.."),
    ("王小明", 2, ".."), ("王小明", 1, "."), ("王小明", 0, ""),
  ])
  func truncation(_ text: String, to width: Int, is expected: String) {
    #expect(Width.truncate(text, width) == expected)
  }

  @Test func fillsToTheWidth() {
    #expect(Width.fit("王芳", 6) == "王芳  ")
    #expect(Width.fit("王芳", 6, right: true) == "  王芳")
    #expect(Width.fit("王小明", 5) == "王.. ")
  }

  @Test(arguments: [
    ("三日内再次电话回访", 10, ["三日内再次", "电话回访"]),
    ("call back within three days", 12, ["call back", "within three", "days"]),
    ("", 10, [""]), ("𠮷𠮷𠮷", 3, ["𠮷", "𠮷", "𠮷"]), ("王芳", 1, ["王", "芳"]),
  ])
  func wrapping(_ text: String, at width: Int, is expected: [String]) {
    #expect(Width.wrap(text, width) == expected)
  }
}

@Suite struct PlainTextTests {
  /// Every scalar that is taken for plain is one by the exact way too, alone and beside others.
  @Test func isPlainByTheExactWayToo() {
    let scalars = (0x20...0xFFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
    let plain = scalars.filter { Width.ofPlain(String($0)) != nil }
    #expect(plain.count > 20_000)
    for scalar in plain {
      let character = Character(scalar)
      #expect(Width.ofPlain(String(character)) == Width.of(character))
      #expect(!isHidden(scalar))
      #expect("王\(character)a\(character)\(character)".count == 5)
    }
  }

  @Test(arguments: ["王\u{301}a", "a\u{200D}", "e\u{301}", "王\t", "·", "😀", "\u{3000}", "\u{7F}"])
  func isNotPlain(_ text: String) {
    #expect(Width.ofPlain(text) == nil)
  }

  @Test(arguments: 2...40) func wrapsAlikeByBothWays(_ width: Int) {
    let text = "第三条 1，第三条 2；谈：道贺，解疑，重申卖点；上次：2025-06-04 微信已发送 looooooooooooooong"
    // Asks for the plain form of a character, which changes nothing but the way.
    let mark: Unicode.Scalar = "\u{FE0E}"
    let unusual = text.replacing("卖", with: "卖\(mark)")
    #expect(Width.ofPlain(unusual) == nil)
    let plain = Width.wrap(text, width)
    let lines = Width.wrap(unusual, width).map { line in
      String(String.UnicodeScalarView(line.unicodeScalars.filter { $0 != mark }))
    }
    #expect(lines == plain)
    #expect(plain.allSatisfy { Width.of($0) <= width })
  }
}

@Suite struct VisibleTests {
  @Test(arguments: [
    ("王芳", "王芳"), ("a\u{1B}[31mb", "a\\u{1B}[31mb"), ("一\n二\t三\r", "一\\n二\\t三\\r"),
    ("\u{202E}abc", "\\u{202E}abc"), ("\u{9B}", "\\u{9B}"), ("\u{200B}", "\\u{200B}"),
    ("👨‍👩‍👧", "👨‍👩‍👧"), ("\u{2028}", "\\u{2028}"), ("\u{0}", "\\u{0}"),
  ])
  func shows(_ text: String, as expected: String) {
    #expect(visible(text) == expected)
  }
}

@Suite struct TableTests {
  var table: Table {
    var table = Table([
      .init("客户"), .init("天", right: true, least: 2), .init("事由"),
    ])
    table.add(["C000001 王芳", "3", "三日内再次电话回访"])
    table.add(["C000002 𠮷田", "12", "每周联系"])
    return table
  }

  @Test func alignsChinese() {
    #expect(
      table.text(on: Terminal()) == """
        客户          天  事由
        C000001 王芳   3  三日内再次电话回访
        C000002 𠮷田  12  每周联系

        """)
  }

  @Test(arguments: 24...120) func fitsTheTerminal(_ width: Int) {
    for line in table.text(on: Terminal(width: width)).split(separator: "\n") {
      #expect(Width.of(line) <= width)
    }
  }

  @Test func wrapsTheLastColumn() {
    var table = Table([.init("客户"), .init("事由")])
    table.add(["王芳", "三日内再次电话回访，每周联系一次"])
    #expect(
      table.text(on: Terminal(width: 25)) == """
        客户  事由
        王芳  三日内再次电话回
              访，每周联系一次

        """)
  }

  @Test func putsWhatIsTooLongBelowItsRow() {
    var table = Table([.init("客户"), .init("事由")], overflow: .below)
    table.add(["王芳", "三日内再次电话回访，每周联系一次"], details: ["第三条"])
    table.add(["李明", "每周联系一次"])
    #expect(
      table.text(on: Terminal(width: 25)) == """
        客户  事由
        王芳
            三日内再次电话回访，
            每周联系一次
            第三条
        李明  每周联系一次

        """)
  }

  @Test func coloursOnlyWhereThereIsColour() {
    var table = Table([.init("A")])
    table.add(["x"], .alarm)
    #expect(table.text(on: Terminal()) == "A\nx\n")
    #expect(
      table.text(on: Terminal(hasColour: true)) == "\u{1B}[2mA\u{1B}[0m\n\u{1B}[31mx\u{1B}[0m\n")
  }

  @Test func showsWhatWouldSteerATerminal() {
    var table = Table([.init("A")])
    table.add(["\u{1B}]0;x\u{7}"])
    #expect(table.text(on: Terminal()) == "A\n\\u{1B}]0;x\\u{7}\n")
  }

  @Test(
    arguments: [
      (120, "40", 120), (nil, "40", 40), (nil, nil, 80), (nil, "x", 80), (5, nil, 20),
      (nil, "-3", 20),
    ] as [(Int?, String?, Int)])
  func terminalWidth(_ window: Int?, _ columns: String?, is expected: Int) {
    #expect(Terminal.width(window: window, columns: columns) == expected)
  }
}

@Suite struct InterchangeTests {
  @Test func jsonKeepsOrderAndEscapes() {
    let value = JSON.object([
      ("version", .int(1)), ("name", .string("王\"芳\\\n\u{1B}\u{202E}\u{E0001}𠮷")),
      ("rate", .double(1)), ("part", .double(0.5)), ("none", .null), ("yes", .bool(true)),
      ("items", .array([.int(-1), .array([]), .object([])])), ("nan", .double(.nan)),
    ])
    #expect(
      value.text == #"{"version":1,"name":"王\"芳\\\n\u001b\u202e\udb40\udc01𠮷","rate":1.0,"#
        + #""part":0.5,"none":null,"yes":true,"items":[-1,[],{}],"nan":null}"#)
  }

  @Test(arguments: [
    ("<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"),
    ("a & \"b\"\n", "a &amp; &quot;b&quot; "), ("\u{1B}", "\\u{1B}"),
  ])
  func html(_ text: String, is expected: String) {
    #expect(escapedHTML(text) == expected)
  }
}
