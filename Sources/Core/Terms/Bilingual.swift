/// The languages of the program's prose.
package enum Language: String, CaseIterable, Sendable {
  case zh, en
}

/// One sentence in both languages. Every piece of prose is one of these, so that a translation
/// cannot be forgotten and stands beside its original.
package struct Bilingual: Hashable, Sendable {
  /// The sentence in Chinese.
  package fileprivate(set) var zh: String
  /// The sentence in English.
  package fileprivate(set) var en: String

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

extension [Bilingual] {
  /// The sentences one after the other, in each language.
  package func joined(separator: String) -> Bilingual {
    joined(separator: Bilingual(separator, separator))
  }

  /// The sentences one after the other, with each language's own separator.
  package func joined(separator: Bilingual) -> Bilingual {
    guard let first else { return Bilingual("", "") }
    return dropFirst().reduce(into: first) { whole, part in
      whole.zh += separator.zh
      whole.zh += part.zh
      whole.en += separator.en
      whole.en += part.en
    }
  }
}
