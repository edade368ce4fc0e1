import Core

// The words that a policy declares: `events: [装修进场, 认筹]`, `tags: [团购]`.

extension Reader {
  /// The longest that a declared word may be, in characters.
  static let longestWord = 16

  /// Those of all parts together. One that cannot be declared is told and left out, so that each
  /// place where it is used is told as well.
  mutating func declaredWords() -> Vocabulary {
    let events: TermSet<EventKind> = declared(
      "events", reserved: ["deal", "成交", "entry", "入档"] + PolicyTestReader.states)
    let tags: TermSet<Tag> = declared("tags", reserved: [])
    var vocabulary = numbered.only(events)
    vocabulary.formUnion(numbered.only(tags))
    return vocabulary
  }

  private mutating func declared<T: OpenTerm>(_ key: String, reserved: [String]) -> TermSet<T> {
    let names = names(key).filter { isDeclarable($0.text, as: T.self, reserved, at: $0.place) }
    guard names.count <= T.room else {
      report(.value(.tooManyWords(key: key, most: T.room)), at: names[T.room].place)
      return []
    }
    var words: TermSet<T> = []
    for name in names {
      guard let term = numbered.declare(name.text) as T? else {
        report(.value(.tooManyWords(key: key, most: T.room)), at: name.place)
        break
      }
      words.insert(term)
    }
    return words
  }

  /// Each name where it stands first. Several files may declare one; a file declares it once.
  private mutating func names(_ key: String) -> [(text: String, place: Place)] {
    var first: [String: Place] = [:]
    return documents.flatMap { document in
      document.settings[key].map { texts($0, key: key) } ?? []
    }.filter { name, place in
      guard let other = first.updateValue(place, forKey: name) else { return true }
      if other.file == place.file {
        report(.value(.declaredTwice(name, firstLine: other.line)), at: place)
      }
      return false
    }
  }

  private mutating func isDeclarable<T: OpenTerm>(
    _ name: String, as type: T.Type, _ reserved: [String], at place: Place
  ) -> Bool {
    if let builtIn = T(name) {
      report(.value(.builtInWord(name, means: builtIn.word(in: vocabulary).chinese)), at: place)
    } else if (reserved + Reader.everywhere).contains(name.lowercased()) {
      report(.value(.builtInWord(name, means: name)), at: place)
    } else if name.count > Reader.longestWord || !name.allSatisfy(Reader.isPartOfWord)
      || name.allSatisfy(\.isNumber)
    {
      report(.value(.wordForm(name, longest: Reader.longestWord)), at: place)
    } else {
      return true
    }
    return false
  }

  /// What stands for no word or for every word of a list.
  private static let everywhere = ["none", "无", "all", "全部", "any", "不限"]

  /// A word stands between the spaces of a case and the commas of a list, and on a command line.
  private static func isPartOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
