/// One sentence in the two languages of the program. Every piece of prose is one of these, so that
/// a translation cannot be forgotten and stands beside its original.
struct Bilingual: Hashable, Sendable {
  let zh: String
  let en: String

  init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }

  subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}
