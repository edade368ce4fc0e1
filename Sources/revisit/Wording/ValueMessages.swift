import Core
import Values

extension ValueFault {
  func complaint(at place: String) -> Complaint {
    let words = words(at: .typed)
    return Complaint(place, words.wrong, right: words.right)
  }
}

extension OptionFault {
  func complaint(at place: String) -> Complaint {
    switch self {
    case .unreadableValueMap(let text):
      Complaint(
        place,
        Bilingual("“\(text)”不是 列：值=词", "\"\(text)\" is not COLUMN:VALUE=WORD"),
        right: Bilingual(
          "例如 --map-value 获客渠道：自然到访=来访", "for example --map-value Channel:walk-in=visit"))
    case .unreadablePair(let text):
      Complaint(
        place, Bilingual("“\(text)”不是 列=字段", "\"\(text)\" is not COLUMN=FIELD"),
        right: Bilingual("例如 --map 联系人=name", "for example --map Contact=name"))
    case .unreadableSetting(let text):
      Complaint(
        place, Bilingual("“\(text)”不是 名=值", "\"\(text)\" is not NAME=VALUE"),
        right: Bilingual("例如 --set early_days=7", "for example --set early_days=7"))
    case .answers(let count, let questions):
      Complaint(
        place,
        Bilingual(
          "给了 \(count) 个分数，问卷有 \(questions.count) 题",
          "\(counted(count, "score")) for \(counted(questions.count, "question"))"),
        right: Bilingual(
          "依次写：\(questions.joined(separator: "、"))",
          "one for each of: \(questions.joined(separator: ", "))"))
    case .noWorkday:
      Complaint(
        place, Bilingual("七天都休息就没有工作日", "no day of the week would be worked"),
        right: Bilingual("至少留一天上班", "leave one"))
    }
  }
}
