import Core

/// The words that every list may say.
enum ListingMessages {
  static let result = Bilingual("结果与下次", "result, next")
  static let total = Bilingual("合计", "total")
  static let version = Bilingual("这份 JSON 的版本，现在是 1", "version of this JSON, 1 now")
  static let rows = Bilingual("一条一个", "one for each")
  static let leftOut = Bilingual("没列出的还有多少条", "how many more there are")

  /// - Parameter command: what lists them all.
  static func more(_ count: Int, _ command: String) -> Bilingual {
    Bilingual("另有 \(count) 条：\(command)", "and \(count) more: \(command)")
  }
}
