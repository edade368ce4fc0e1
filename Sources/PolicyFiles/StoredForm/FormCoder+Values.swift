import Core

// Values of the field as bytes.

extension FormCoder {
  mutating func code<T: ClosedTerm>(_ terms: inout TermSet<T>) {
    var mask = terms.mask
    code(&mask)
    terms = TermSet(mask: mask)
  }

  mutating func code<T: ClosedTerm>(_ term: inout T) {
    var place = Int(term.rawValue) - 1
    code(&place)
    // Damaged bytes may hold any number.
    guard let found = T(stored: place &+ 1) else { return fail() }
    term = found
  }

  /// Declared words stand by name, for their numbers are not the form's: bit 0, which no term has,
  /// says that names follow.
  mutating func code<T: OpenTerm>(_ terms: inout TermSet<T>) {
    // Every command reads dozens of these, nearly all without names.
    var names = isReading ? [] : terms.declared.elements.map { $0.word(in: vocabulary).name }
    var mask = isReading ? 0 : terms.builtIn.mask | (names.isEmpty ? 0 : 1)
    code(&mask)
    terms = TermSet(mask: mask & ~1)
    guard mask & 1 == 1 else { return }
    code(&names, blank: "") { $0.code(&$1) }
    for name in names { if let term: T = declare(name) { terms.insert(term) } }
  }

  /// A built-in word by its place, a declared one by its name behind the place 0.
  mutating func code<T: OpenTerm>(_ term: inout T) {
    let offset = wasClosed(T.self) ? 1 : 0
    var number = term.isDeclared ? 0 : Int(term.rawValue) - offset
    code(&number)
    guard number == 0, offset == 0 else {
      // Damaged bytes may hold any number.
      let place = UInt8(exactly: number &+ offset)
      guard let builtIn = place.flatMap({ T.BuiltIn(rawValue: $0) }) else {
        return fail()
      }
      term = T(builtIn)
      return
    }
    var name = term.word(in: vocabulary).name
    code(&name)
    if let found: T = declare(name) { term = found }
  }

  /// Whether the form knew the built-in words of that kind alone, and kept them by their place from 0.
  private func wasClosed<T: OpenTerm>(_ kind: T.Type) -> Bool {
    version < 6 && (kind == Role.self || kind == Festival.self || kind == MilestoneKind.self)
  }

  private mutating func declare<T: OpenTerm>(_ name: String) -> T? {
    let term: T? = vocabulary.declare(name)
    if term == nil { fail() }
    return term
  }

  /// In the order of their names, so that equal policies have equal bytes.
  mutating func code(_ days: inout [Festival: Birthday]) {
    let words = vocabulary
    var pairs = days.map { ($0.key, Int($0.value.code)) }.sorted {
      $0.0.word(in: words).name < $1.0.word(in: words).name
    }
    code(&pairs, blank: (.newYear, 0)) { coder, pair in
      coder.code(&pair.0)
      coder.code(&pair.1)
    }
    days = pairs.reduce(into: [:]) { days, pair in
      days[pair.0] = Int32(exactly: pair.1).flatMap { Birthday(code: $0) }
    }
  }

  /// The words of one kind that a policy declares.
  mutating func codeWords<T: OpenTerm>(of declared: inout Vocabulary, _ kind: T.Type) {
    var terms = declared[kind]
    code(&terms)
    declared.formUnion(vocabulary.only(terms))
  }

  /// A list of stretches of the day. One that ends before it begins is a failure.
  mutating func code(_ ranges: inout [TimeRange]) {
    var minutes = ranges.flatMap { [Int($0.from.minute), Int($0.to.minute)] }
    code(&minutes, blank: 0) { $0.code(&$1) }
    let times = minutes.compactMap { TimeOfDay(minute: $0) }
    ranges = stride(from: 1, to: times.count, by: 2).compactMap {
      TimeRange(from: times[$0 - 1], to: times[$0])
    }
    if ranges.count * 2 != minutes.count { fail() }
  }

  mutating func code(_ range: inout TimeRange?) {
    var ranges = range.map { [$0] } ?? []
    code(&ranges)
    range = ranges.first
  }

  mutating func code(_ offset: inout Offset) {
    code(&offset.months)
    code(&offset.days)
    code(&offset.hours)
    since(6) { $0.code(&offset.workdays) }
  }
}

// MARK: - Values of a case

extension FormCoder {
  mutating func recoded(_ number: Int) -> Int {
    var number = number
    code(&number)
    return number
  }

  mutating func recoded<T: ClosedTerm>(_ terms: TermSet<T>) -> TermSet<T> {
    var terms = terms
    code(&terms)
    return terms
  }

  mutating func recoded<T: OpenTerm>(_ terms: TermSet<T>) -> TermSet<T> {
    var terms = terms
    code(&terms)
    return terms
  }
}
