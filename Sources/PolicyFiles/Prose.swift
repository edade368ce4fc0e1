package enum MessageLanguage: Sendable {
  case zh, en
}

/// A sentence in both languages.
struct Prose: Sendable {
  let zh: String
  let en: String

  init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }

  subscript(language: MessageLanguage) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}
