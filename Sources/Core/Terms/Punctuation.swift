/// The marks of prose: full width in Chinese (GB/T 15834), half width with their spaces in English.
extension Language {
  package var colon: String { self == .zh ? "：" : ": " }
  package var semicolon: String { self == .zh ? "；" : "; " }
  package var comma: String { self == .zh ? "，" : ", " }
  /// Between the words of a list.
  package var listMark: String { self == .zh ? "、" : ", " }

  /// A remark in brackets, to stand directly behind a word; nothing of nothing.
  package func bracketed(_ remark: String) -> String {
    remark.isEmpty ? "" : self == .zh ? "（\(remark)）" : " (\(remark))"
  }
}
