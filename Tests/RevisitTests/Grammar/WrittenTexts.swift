/// Reproducible noise (SplitMix64).
struct Noise: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Texts as people write values, as they mistype them and as they would do harm.
enum WrittenTexts {
  static let days = [
    "2026-03-05", "2026/3/5", "2026.3.5", "2026年3月5日", "20260305", "２０２６－０３－０５", "26.3.5",
    "26年3月5日", "12/25/2025", "03/04/25", "3月5日", "3/5", "3-5", "25号", "今天", "明天", "大后天",
    "周三", "下周三", "下个周三", "下下周三", "周末", "月底", "下月5号", "+3天", "三天后", "一周后", "半个月后", "2026-02-29",
    "2026-13-01",
    "10000-01-01", "1899-12-31", "45972", "45972.5", "2026/3/5 12:19:00", "2026-03-05T09:30", "",
  ]
  static let phones = [
    "13800000001", "138 0000 0001", "+86-138-0000-0001", "008613800000001", "１３８０００００００１",
    "0571-88889999", "(028)84499517", "0571-88889999-801", "0571-88889999转801", "+852 9123 4567",
    "13800000001,13900000002", "1.38E+10", "151****9221", "1812364215", "12800000001", "88889999",
    "13800000001(老公)", "未留",
  ]
  static let amounts = [
    "78", "105-125", "90~120平", "89.5", "125㎡", "150万", "200万元", "1,500,000", "100-150万", "1.5亿",
    "300w", "3000万-1.2亿", "约118平方", "125-105", "1-2-3", "面议", "0", "99999999999999999999", "",
  ]
  static let birthdays = [
    "1990-05-01", "1990/5/1", "5-1", "5月1日", "85.3.5", "农历八月十五", "农历闰六月初一", "八月十五",
    "农历1990年闰五月初三", "1990年八月十五", "2001年六月三十", "2003年闰四月初八", "1990-02-30", "2月30日",
    "03/04/85", "2027-01-01", "37302", "明天", "",
  ]
  static let names = [
    "王芳", " 王芳\u{A0}", "王\u{200B}芳", "阿卜杜拉·买买提", "𠮷田", "王\u{202E}芳", "王\n芳",
    "王\u{1B}[31m芳", "", "\u{3000}", String(repeating: "王", count: 101), "👨‍👩‍👧", "Mary Ann",
  ]
  static let words = [
    "来访", "来电", "客资", "上门", "ｖｉｓｉｔ", " 来访\t", "A", "Ａ", "a", "A级", "B类", "男", "女士", "先生",
    "F", "重点", "VIP", "ｖｉｐ", "来放", "路过", "Z", "",
  ]

  static let channels = [
    "电话", "打电话", "短信", "微信", "邮件", "信函", "上门", "家访", "面谈", "当面", "在线", "Ｐｈｏｎｅ", "home visit",
    "电话、短信", "微信,邮件", "电画", "电报",
  ]

  private static let hostile = [
    "\u{1B}[2J", "\u{202E}", "\u{200F}", "\u{200B}", "\u{FEFF}", "\u{301}", "👩‍🚀", "\u{85}",
    "\u{2028}",
    "\u{E0041}", "９９９９９９９９９９９９９９９９９９９９", String(repeating: "9", count: 400), "٣", "²", "⅓", "〇",
    "｡",
    "\t", "\n", " ", "\u{3000}", "--", "'", "\"", "\u{10FFFF}", String(repeating: "年", count: 90),
  ]
  private static let pieces = Array("0123456789019./-: +年月日号点半农历闰初十廿一二三万亿平元E*,;～，。：０９上下周天后前底").map(
    String.init)

  /// The texts of a kind, and `count` more that were made of them.
  static func all(_ texts: [String], more count: Int, seed: UInt64) -> [String] {
    var noise = Noise(state: seed)
    return texts
      + (0..<count).map { _ in changed(texts.randomElement(using: &noise) ?? "", &noise) }
  }

  private static func changed(_ text: String, _ noise: inout Noise) -> String {
    var characters = text.map(String.init)
    for _ in 0..<Int.random(in: 1...3, using: &noise) {
      let place = Int.random(in: 0...characters.count, using: &noise)
      switch Int.random(in: 0..<8, using: &noise) {
      case 0, 1: if place < characters.count { characters.remove(at: place) }
      case 2: characters = characters.map(fullWidth)
      case 3: characters.insert(hostile.randomElement(using: &noise) ?? "", at: place)
      case 4: if place < characters.count { characters.swapAt(place, 0) }
      default: characters.insert(pieces.randomElement(using: &noise) ?? "", at: place)
      }
    }
    return characters.joined()
  }

  private static func fullWidth(_ character: String) -> String {
    guard let scalar = character.unicodeScalars.first, 0x21...0x7E ~= scalar.value,
      let wide = Unicode.Scalar(scalar.value + 0xFEE0)
    else { return character }
    return String(Character(wide))
  }
}
