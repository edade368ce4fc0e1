import Core
import Values

/// The entries of a map by their known keys.
struct Fields<Key: RawRepresentable<String> & CaseIterable & Hashable> {
  private var values: [Key: Tree] = [:]

  /// Keeps the entries whose keys are known.
  init(known entries: [Entry]) {
    for entry in entries {
      if let key = Key(rawValue: entry.key) { values[key] = entry.value }
    }
  }

  subscript(key: Key) -> Tree? { values[key] }

  /// The keys that are there, in the order of their declaration.
  var keys: [Key] { Key.allCases.filter { values[$0] != nil } }
}

// MARK: - Values

extension Reader {
  /// The entries by key; those with an unknown key are reported.
  mutating func fields<Key: RawRepresentable<String> & CaseIterable & Hashable>(
    _ entries: [Entry]
  ) -> Fields<Key> {
    checkKnown(entries, among: Key.allCases.map(\.rawValue))
    return Fields(known: entries)
  }

  mutating func checkKnown(_ entries: [Entry], among known: [String]) {
    for entry in entries where !known.contains(entry.key) {
      let meant = nearest(to: entry.key, among: known)
      report(.key(.unknown(entry.key, nearest: meant)), at: entry.place)
    }
  }

  mutating func map(_ tree: Tree, key: String) -> [Entry]? {
    if let entries = tree.entries { return entries }
    if tree.content == .unset { return nil }
    report(.value(.wrongShape(key: key, wanted: .map, found: tree.shape)), at: tree.place)
    return nil
  }

  mutating func text(_ tree: Tree, key: String) -> String? {
    guard let text = tree.text else {
      if tree.content == .unset { return nil }
      report(.value(.wrongShape(key: key, wanted: .text, found: tree.shape)), at: tree.place)
      return nil
    }
    guard !Reader.isBlank(text) else {
      report(.value(.blank(key: key)), at: tree.place)
      return nil
    }
    return text
  }

  /// The texts of a list; a single text is a list of one.
  mutating func texts(_ tree: Tree, key: String) -> [(text: String, place: Place)] {
    if tree.shape == .map {
      report(.value(.wrongShape(key: key, wanted: .list, found: .map)), at: tree.place)
      return []
    }
    guard case .list(let trees) = tree.content else {
      return text(tree, key: key).map { [($0, tree.place)] } ?? []
    }
    if trees.isEmpty { report(.value(.emptySet(key: key)), at: tree.place) }
    return trees.compactMap { item in text(item, key: key).map { ($0, item.place) } }
  }

  /// A whole number in the range.
  mutating func number(_ tree: Tree, key: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(tree, key: key).map(halfWidth) else { return nil }
    let digits = text.drop { $0 == "-" }
    guard !digits.isEmpty, text.count - digits.count < 2,
      digits.allSatisfy({ $0.isASCII && $0.isNumber })
    else {
      report(.value(.notANumber(key: key, text: text)), at: tree.place)
      return nil
    }
    guard let number = Int(text), range.contains(number) else {
      report(.value(.outOfRange(key: key, text: text, range)), at: tree.place)
      return nil
    }
    return number
  }

  mutating func flag(_ tree: Tree, key: String) -> Bool? {
    guard let text = text(tree, key: key) else { return nil }
    switch text {
    case "true", "是": return true
    case "false", "否": return false
    default:
      report(.value(.notABoolean(key: key, text: text)), at: tree.place)
      return nil
    }
  }

  mutating func term<T: Term>(_ text: String, key: String, at place: Place) -> T? {
    if let term = T(halfWidth(text), in: vocabulary) { return term }
    let known = T.known(to: vocabulary)
    let words = known.map { $0.word(in: vocabulary) }
    let spellings = words.flatMap { [$0.name, $0.chinese] + $0.aliases }
    let problem = ValueProblem.unknownTerm(
      key: key, text: text, nearest: likely(text, among: spellings), known: words.map(\.chinese))
    report(.value(problem), at: place)
    return nil
  }

  mutating func term<T: Term>(_ tree: Tree, key: String) -> T? {
    text(tree, key: key).flatMap { term($0, key: key, at: tree.place) }
  }

  /// As problems name it.
  func name(_ term: some OpenTerm) -> String { term.word(in: vocabulary).chinese }

  /// A set of terms, written as one or as a list; never empty.
  mutating func terms<T: Term>(_ tree: Tree, key: String) -> TermSet<T> {
    TermSet(texts(tree, key: key).compactMap { term($0.text, key: key, at: $0.place) })
  }

  /// As `terms`, where `all` stands for `every`.
  mutating func terms<T: Term>(_ tree: Tree, key: String, all: TermSet<T>) -> TermSet<T> {
    tree.text == "all" || tree.text == "全部" ? all : terms(tree, key: key)
  }

  /// `10:00-11:30`, also with an en dash or a tilde.
  mutating func hours(_ tree: Tree, key: String) -> TimeRange? {
    text(tree, key: key).flatMap { hours($0, at: tree.place) }
  }

  mutating func hours(_ text: String, at place: Place) -> TimeRange? {
    do { return try readHours(text) } catch {
      let isReversed = if case .reversedHours = error { true } else { false }
      report(.value(isReversed ? .reversedHours(text) : .hours(text)), at: place)
      return nil
    }
  }
}
