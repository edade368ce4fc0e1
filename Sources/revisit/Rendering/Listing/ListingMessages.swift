import Core

/// The words that every list may say.
enum ListingMessages {
  static let result = Bilingual("结果与下次", "result, next")
  static let total = Bilingual("合计", "total")

  /// - Parameter command: what lists them all.
  static func more(_ count: Int, _ command: String) -> Bilingual {
    Bilingual("另有 \(count) 条：\(command)", "and \(count) more: \(command)")
  }
}
