/// The languages of the program's prose.
package enum Language: String, CaseIterable, Sendable {
  case zh, en
}

/// One sentence in both languages. Every piece of prose is one of these, so that a translation
/// cannot be forgotten and stands beside its original.
package struct Bilingual: Hashable, Sendable {
  /// The sentence in Chinese.
  package let zh: String
  /// The sentence in English.
  package let en: String

  /// One sentence in both languages.
  package init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }

  /// The sentence in that language.
  package subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}

extension Sequence<Bilingual> {
  /// The sentences one after the other, in each language.
  package func joined(separator: String) -> Bilingual {
    joined(separator: Bilingual(separator, separator))
  }

  /// The sentences one after the other, with each language's own separator.
  package func joined(separator: Bilingual) -> Bilingual {
    Bilingual(
      map(\.zh).joined(separator: separator.zh), map(\.en).joined(separator: separator.en))
  }
}
