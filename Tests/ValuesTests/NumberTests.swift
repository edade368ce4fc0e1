import Core
import Testing
import Values

@Suite struct AmountTests {
  @Test(
    arguments: [
      ("78", .squareMetre, 78...78, true), ("105-125", .squareMetre, 105...125, true),
      ("90~120平", .squareMetre, 90...120, false), ("125㎡", .squareMetre, 125...125, false),
      ("约118平方", .squareMetre, 118...118, false), ("118到138平", .squareMetre, 118...138, false),
      ("105—125平米", .squareMetre, 105...125, false), ("89.5", .squareMetre, 89...90, false),
      ("168~178 m²", .squareMetre, 168...178, false), ("９０～１２０", .squareMetre, 90...120, false),
      ("450万", .yuan, 4_500_000...4_500_000, true),
      ("450-480万", .yuan, 4_500_000...4_800_000, true),
      ("3700000", .yuan, 3_700_000...3_700_000, false),
      ("200万元", .yuan, 2_000_000...2_000_000, false),
      ("1,500,000", .yuan, 1_500_000...1_500_000, false),
      ("1，500，000元", .yuan, 1_500_000...1_500_000, false),
      ("320.0-350.0万元", .yuan, 3_200_000...3_500_000, false),
      ("300w", .yuan, 3_000_000...3_000_000, false),
      ("1.5亿", .yuan, 150_000_000...150_000_000, false),
      ("300", .yuan, 3_000_000...3_000_000, false),
      ("300万-350万", .yuan, 3_000_000...3_500_000, false),
      ("100万-150", .yuan, 1_000_000...1_500_000, false),
      ("100万-1500000", .yuan, 1_000_000...1_500_000, false),
      ("3000万-1.2亿", .yuan, 30_000_000...120_000_000, false),
      ("1500000-2000000", .yuan, 1_500_000...2_000_000, false),
    ] as [(String, Amount.Unit, ClosedRange<Int>, Bool)])
  func isRead(_ text: String, _ unit: Amount.Unit, _ range: ClosedRange<Int>, isPlain: Bool) throws
  {
    let amount = try Amount(text, unit)
    #expect(amount.range == range)
    #expect((amount.repair == nil) == isPlain)
  }

  @Test(
    arguments: [
      ("0", .squareMetre, .outside("0")), ("-5", .squareMetre, .unreadable("-5")),
      ("125-105", .squareMetre, .reversed("125-105")), ("大", .squareMetre, .unreadable("大")),
      ("1-2-3", .squareMetre, .unreadable("1-2-3")), ("100001", .squareMetre, .outside("100001")),
      ("1,5", .squareMetre, .unreadable("1,5")), ("1e3", .squareMetre, .unreadable("1e3")),
      ("面议", .yuan, .unreadable("面议")), ("万", .yuan, .unreadable("万")),
      ("999999999999亿", .yuan, .outside("999999999999亿")), ("0万", .yuan, .outside("0万")),
      ("1万-2亿-3亿", .yuan, .unreadable("1万-2亿-3亿")), ("2亿-1万", .yuan, .reversed("2亿-1万")),
    ] as [(String, Amount.Unit, AmountFault)])
  func isRefused(_ text: String, _ unit: Amount.Unit, _ fault: AmountFault) {
    #expect(throws: fault) { try Amount(text, unit) }
  }
}

@Suite struct WordTests {
  @Test(
    arguments: [
      ("deu", "due"), ("dua", "due"), ("log ", "log"), ("imprt", "import"),
      ("mileston", "milestone"), ("repo", "report"), ("xyzzy", nil), ("", nil), ("DUE", "due"),
    ] as [(String, String?)])
  func command(_ word: String, is expected: String?) {
    let commands = ["due", "log", "import", "milestone", "report", "undo", "why"]
    #expect(nearest(to: word, among: commands) == expected)
  }

  @Test func wordsWithNothingInCommonAreNotNear() {
    #expect(nearest(to: "张", among: ["王", "李"]) == nil)
    #expect(nearest(to: "人购", among: ["认购", "签约"]) == "认购")
    #expect(nearest(to: "周八", among: Weekday.allCases.map(\.chinese)) == nil)
    #expect(nearest(to: "xyz", among: ["opens", "due"], everFarther: true) != nil)
  }

  @Test(arguments: [("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3)])
  func distance(_ a: String, _ b: String, is expected: Int) {
    #expect(editDistance(Array(a), Array(b)) == expected)
  }

  @Test(arguments: [
    ("ｖｉｐ", "vip"), ("\u{3000}a b\u{A0}", "a b"), ("２０２６／３／５", "2026/3/5"), ("：，", ":,"),
    ("\u{200B}1\u{FEFF}", "1"), ("", ""),
  ])
  func folding(_ text: String, is expected: String) {
    #expect(halfWidth(text) == expected)
  }
}
