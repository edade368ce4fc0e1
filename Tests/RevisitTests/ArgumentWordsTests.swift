import Core
import Testing

@testable import revisit

@Suite struct ArgumentWordsTests {
  /// 王芳 in GBK.
  private static let gbk: [UInt8] = [0xCD, 0xF5, 0xB7, 0xBC]

  private static func text(_ word: [UInt8], _ locale: String) throws -> [String] {
    try ArgumentWords.text([Array("show".utf8), word], environment: Environment(["LANG": locale]))
  }

  @Test(arguments: ["zh_CN.GBK", "zh_CN.gb2312", "zh_CN.GB18030", "zh_CN.GBK@x"])
  func theLocaleSaysHowToReadThem(_ locale: String) throws {
    #expect(try Self.text(Self.gbk, locale) == ["show", "王芳"])
    #expect(try Self.text(Array("王芳".utf8), locale) == ["show", "王芳"])
  }

  @Test(arguments: ["zh_CN.UTF-8", "C", "zh_CN", ""])
  func nothingIsGuessed(_ locale: String) {
    #expect(throws: Failure.usage(.notUTF8("\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", place: 2))) {
      try Self.text(Self.gbk, locale)
    }
  }

  /// 模 in GBK is ģ in UTF-8, which nobody writes where the locale is GBK.
  @Test func whatBothCodesCanReadIsOfTheLocale() throws {
    #expect(try Self.text([0xC4, 0xA3], "zh_CN.GBK") == ["show", "模"])
    #expect(try Self.text([0xC4, 0xA3], "zh_CN.UTF-8") == ["show", "ģ"])
    #expect(try Self.text(Array("阿里·买买提".utf8), "zh_CN.GBK") == ["show", "阿里·买买提"])
  }

  @Test func whatIsNoCodeOfTheLocaleIsRefused() {
    #expect(throws: Failure.self) { try Self.text([0xCD], "zh_CN.GBK") }
    #expect(throws: Failure.self) { try Self.text([0xFF, 0xFF], "zh_CN.GBK") }
  }
}
