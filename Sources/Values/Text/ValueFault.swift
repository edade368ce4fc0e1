package import Core

/// What is wrong with a value that somebody wrote, wherever it came in.
package enum ValueFault: Error, Hashable, Sendable {
  case time(TimeFault)
  /// Not a word of that vocabulary.
  case unknownWord(String, nearest: Bilingual?, choices: [Bilingual])
  /// Not a whole number from `least` to `most`.
  case notANumber(String, least: Int, most: Int)
  case name(NameFault)
  /// The text that was given for a telephone number, and what is wrong with it.
  case phone(String, PhoneFault)
  case birthday(BirthdayFault)
  case amount(AmountFault)
}

extension ValueFault {
  /// The word is none of those, which are the same in both languages; the nearest may be meant.
  package static func unknownWord(_ text: String, among words: [String]) -> ValueFault {
    unknownWord(text, nearest: Values.nearest(to: halfWidth(text), among: words), among: words)
  }

  package static func unknownWord(
    _ text: String, nearest: String?, among words: [String]
  ) -> ValueFault {
    .unknownWord(
      text, nearest: nearest.map { Bilingual($0, $0) }, choices: words.map { Bilingual($0, $0) })
  }

  /// The one sentence for it: what comes in by two doors is refused in the same words, but for advice
  /// that one of them cannot follow.
  package func words(at door: Door) -> FaultWords {
    switch self {
    case .time(let fault): fault.words(at: door)
    case .name(let fault): fault.words
    case .phone(let text, let fault): fault.words(text)
    case .birthday(let fault): fault.words(at: door)
    case .amount(let fault): fault.words
    case .unknownWord(let text, let nearest, let choices): unknownWord(text, nearest, choices)
    case .notANumber(let text, let least, let most):
      FaultWords(
        text, "不合要求", "does not fit",
        right: Bilingual(
          "应为 \(least) 到 \(most) 的整数", "a whole number from \(least) to \(most)"))
    }
  }

  private func unknownWord(
    _ text: String, _ nearest: Bilingual?, _ choices: [Bilingual]
  ) -> FaultWords {
    let shown = printable(text)
    let list = Bilingual(
      choices.map(\.zh).joined(separator: " "), choices.map(\.en).joined(separator: ", "))
    return FaultWords(
      Bilingual("不认识“\(shown)”", "\"\(shown)\" is not known"),
      right: nearest.map { Bilingual("是否“\($0.zh)”？", "did you mean \"\($0.en)\"?") }
        ?? Bilingual("可写 \(list.zh)", "one of \(list.en)"))
  }
}
