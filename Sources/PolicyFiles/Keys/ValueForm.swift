import Core

/// A kind of value that many keys have: how it is read, written and stored.
struct ValueForm<Value>: Sendable {
  /// Nil where the value cannot be understood, which has been told then.
  let read: @Sendable (inout Reader, Tree, _ key: String) -> Value?
  /// Nil where a file would leave the key out.
  let write: @Sendable (Value, Naming) -> FileValue?
  let code: @Sendable (inout FormCoder, inout Value) -> Void
}

extension ValueForm {
  /// What a file would write of that property.
  func written<Owner>(
    _ property: Property<Owner, Value>, of owner: Owner, _ naming: Naming
  ) -> FileValue? {
    var owner = owner
    var value: Value?
    property(&owner) { value = $0 }
    return value.flatMap { write($0, naming) }
  }
}

extension ValueForm<String> {
  static var text: Self {
    Self(
      read: { $0.text($1, key: $2) }, write: { text, _ in text.isEmpty ? nil : .text(text) },
      code: { $0.code(&$1) })
  }

  /// What something is called, in at most so many characters.
  static func shortName(_ most: Int) -> Self {
    Self(
      read: { reader, tree, key in
        guard let name = reader.text(tree, key: key) else { return nil }
        guard name.count <= most, name.allSatisfy({ !$0.isNewline }) else {
          reader.report(.value(.longName(key: key, name, most: most)), at: tree.place)
          return nil
        }
        return name
      },
      write: { name, _ in name.isEmpty ? nil : .text(name) }, code: { $0.code(&$1) })
  }

  /// The id of a template, also where another took its place.
  static var template: Self {
    Self(
      read: { $0.template(named: $1, key: $2) }, write: { id, _ in id.isEmpty ? nil : .text(id) },
      code: { $0.code(&$1) })
  }
}

extension ValueForm<[String]> {
  /// One text or several.
  static var texts: Self {
    Self(
      read: { $0.texts($1, key: $2).map(\.text) },
      write: { texts, _ in texts.isEmpty ? nil : .list(texts) },
      code: { coder, texts in coder.code(&texts, blank: "") { $0.code(&$1) } })
  }
}

extension ValueForm<Bool> {
  static var flag: Self {
    Self(
      read: { $0.flag($1, key: $2) }, write: { flag, _ in flag ? .text("true") : nil },
      code: { $0.code(&$1) })
  }
}

extension ValueForm<Int> {
  /// - Parameter usual: what it is where nothing is written.
  static func number(_ range: ClosedRange<Int>, usual: Int = 0) -> Self {
    Self(
      read: { $0.number($1, key: $2, in: range) },
      write: { number, _ in number == usual ? nil : .text("\(number)") }, code: { $0.code(&$1) })
  }
}

extension ValueForm<Int?> {
  /// A number for which nothing stands by default.
  static func number(_ range: ClosedRange<Int>) -> Self {
    Self(
      read: { $0.number($1, key: $2, in: range) },
      write: { number, _ in number.map { .text("\($0)") } },
      code: { coder, number in coder.code(&number, blank: 0) { $0.code(&$1) } })
  }

  /// Another rule, by its id; its index.
  static var rule: Self {
    Self(
      read: { $0.reference($1, key: $2) },
      write: { index, naming in index.map { .text(naming.rule($0)) } },
      code: { coder, index in coder.code(&index, blank: 0) { $0.code(&$1) } })
  }
}

extension ValueForm<TimeRange?> {
  static var hours: Self {
    Self(
      read: { $0.hours($1, key: $2) }, write: { hours, _ in hours.map { .text("\($0)") } },
      code: { $0.code(&$1) })
  }
}

extension ValueForm<DayOffChoice> {
  static var dayOff: Self {
    Self(
      read: {
        $0.word($1, key: $2, among: ["leave": .leave, "before": .before, "after": .after])
      },
      write: { choice, _ in choice == .leave ? nil : .text(choice.rawValue) },
      code: { coder, choice in
        coder.choose(&choice, among: DayOffChoice.allCases) {
          DayOffChoice.allCases.firstIndex(of: $0) ?? 0
        }
      })
  }
}

// MARK: - Words of the field

extension ValueForm where Value: ClosedTerm {
  /// One word, which is always written.
  static var word: Self {
    Self(
      read: { $0.term($1, key: $2) }, write: { term, _ in .text(term.chinese) },
      code: { $0.code(&$1) })
  }
}

extension ValueForm {
  /// One word; nothing stands by default.
  ///
  /// - Parameter blank: what a stored one is read into.
  static func term<T: ClosedTerm>(blank: T) -> Self where Value == T? {
    Self(
      read: { $0.term($1, key: $2) }, write: { term, _ in term.map { .text($0.chinese) } },
      code: { coder, term in coder.code(&term, blank: blank) { $0.code(&$1) } })
  }

  /// As above, where policies may declare words.
  static func term<T: OpenTerm>(blank: T) -> Self where Value == T? {
    Self(
      read: { $0.term($1, key: $2) },
      write: { term, naming in term.map { .text($0.written(naming)) } },
      code: { coder, term in coder.code(&term, blank: blank) { $0.code(&$1) } })
  }

  /// One of several words, or several of them.
  static func terms<T: ClosedTerm>() -> Self where Value == TermSet<T> {
    Self(
      read: { $0.terms($1, key: $2) },
      write: { terms, _ in terms.isEmpty ? nil : .list(terms.names) },
      code: { $0.code(&$1) })
  }

  /// As above, where policies may declare words.
  static func terms<T: OpenTerm>() -> Self where Value == TermSet<T> {
    Self(
      read: { $0.terms($1, key: $2) },
      write: { terms, naming in terms.isEmpty ? nil : .list(terms.names(naming)) },
      code: { $0.code(&$1) })
  }
}

extension TermSet where Element: ClosedTerm {
  /// In Chinese.
  var names: [String] { elements.map(\.chinese) }
}

extension TermSet where Element: OpenTerm {
  /// In Chinese.
  func names(_ naming: Naming) -> [String] { elements.map { $0.written(naming) } }
}

extension OpenTerm {
  /// In Chinese.
  func written(_ naming: Naming) -> String { word(in: naming.vocabulary).chinese }
}
