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
    text(tree, key: key).flatMap { text in
      value(of: key, at: tree.place) { () throws(ValueFault) in try readNumber(text, in: range) }
    }
  }

  /// What the common grammar reads; what it refuses is told.
  mutating func value<Value>(
    of key: String, at place: Place, _ read: () throws(ValueFault) -> Value
  ) -> Value? {
    do { return try read() } catch {
      report(.value(.fault(key: key, error)), at: place)
      return nil
    }
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
    let vocabulary = vocabulary
    return value(of: key, at: place) { () throws(ValueFault) in try readTerm(text, in: vocabulary) }
  }

  /// Tells a word that is none of a small closed set, which is no vocabulary of the field.
  mutating func report(word: String, key: String, among known: [String], at place: Place) {
    report(.value(.fault(key: key, .unknownWord(word, among: known))), at: place)
  }

  mutating func term<T: Term>(_ tree: Tree, key: String) -> T? {
    text(tree, key: key).flatMap { term($0, key: key, at: tree.place) }
  }

  /// As problems name it.
  func name(_ term: some OpenTerm) -> String { term.word(in: vocabulary).chinese }

  /// A set of terms, written as one or as a list of YAML or of words; never empty.
  mutating func terms<T: Term>(_ tree: Tree, key: String) -> TermSet<T> {
    let vocabulary = vocabulary
    return TermSet(
      texts(tree, key: key).flatMap { item -> [T] in
        value(of: key, at: item.place) { () throws(ValueFault) in
          try readTerms(item.text, in: vocabulary)
        } ?? []
      })
  }

  /// As `terms`, where `all` stands for `every`.
  mutating func terms<T: Term>(_ tree: Tree, key: String, all: TermSet<T>) -> TermSet<T> {
    tree.text == "all" || tree.text == "全部" ? all : terms(tree, key: key)
  }

  /// `10:00-11:30`, also with an en dash or a tilde.
  mutating func hours(_ tree: Tree, key: String) -> TimeRange? {
    text(tree, key: key).flatMap { hours($0, key: key, at: tree.place) }
  }

  mutating func hours(_ text: String, key: String, at place: Place) -> TimeRange? {
    value(of: key, at: place) { () throws(ValueFault) in
      do throws(TimeFault) { return try readHours(text) } catch { throw .time(error) }
    }
  }
}
