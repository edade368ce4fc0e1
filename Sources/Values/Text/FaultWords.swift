package import Core

/// What is wrong with a value and what would be right, in both languages. The place (an option, a
/// cell, a line of a file) is for the caller to put in front.
package struct FaultWords: Hashable, Sendable {
  package let wrong: Bilingual
  package let right: Bilingual?

  package init(_ wrong: Bilingual, right: Bilingual? = nil) {
    self.wrong = wrong
    self.right = right
  }

  /// Both in one sentence.
  package var sentence: Bilingual {
    guard let right else { return wrong }
    return Bilingual(
      wrong.zh + Language.zh.semicolon + right.zh, wrong.en + Language.en.semicolon + right.en)
  }

  /// The value in quotes, and what is said of it.
  init(_ text: String, _ zh: String, _ en: String, right: Bilingual? = nil) {
    let shown = printable(text)
    self.init(Bilingual("“\(shown)”\(zh)", "\"\(shown)\" \(en)"), right: right)
  }
}
