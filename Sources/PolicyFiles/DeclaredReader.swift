import Core
import Values

// The words that a policy declares: `events: [装修进场, 认筹]`, `tags: [团购]`,
// `own_milestones: [样板段开放]`, `own_festivals: {店庆: 10-18, 腊八: 农历12-08}`, `own_roles: [渠道]`.

extension Reader {
  /// The longest that a declared word may be, in characters.
  static let longestWord = 16

  /// Those of all parts together. One that cannot be declared is told and left out, so that each
  /// place where it is used is told as well.
  mutating func declaredWords() -> Vocabulary {
    let events: TermSet<EventKind> = declared(
      "events", reserved: ["deal", "成交", "entry", "入档"] + PolicyTestReader.states)
    let tags: TermSet<Tag> = declared("tags", reserved: [])
    let milestones: TermSet<MilestoneKind> = declared("own_milestones", reserved: [])
    let festivals: TermSet<Festival> = declared("own_festivals", reserved: [])
    let roles: TermSet<Role> = declared("own_roles", reserved: ["案场", "office"])
    var vocabulary = numbered.only(events)
    vocabulary.formUnion(numbered.only(roles))
    vocabulary.formUnion(numbered.only(tags))
    vocabulary.formUnion(numbered.only(milestones))
    vocabulary.formUnion(numbered.only(festivals))
    return vocabulary
  }

  /// The days of the declared festivals, of several files the first one's.
  mutating func festivalDays() -> [Festival: Birthday] {
    var days: [Festival: Birthday] = [:]
    for entry in documents.flatMap({ $0.settings["own_festivals"]?.entries ?? [] }) {
      guard let day = yearlyDay(entry), let festival = Festival(entry.key, in: vocabulary),
        festival.isDeclared, days[festival] == nil
      else { continue }
      days[festival] = day
    }
    return days
  }

  /// `10-18`, `农历12-08`, `腊月初八`.
  private mutating func yearlyDay(_ entry: Entry) -> Birthday? {
    guard let text = text(entry.value, key: entry.key) else { return nil }
    let read = try? BirthdayText(text, today: .last, from: .typed)
    if let day = read?.birthday, day.year == nil { return day }
    report(.value(.notYearly(key: entry.key, text: text)), at: entry.value.place)
    return nil
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
      document.settings[key].map { declaredNames($0, key: key) } ?? []
    }.filter { name, place in
      guard let other = first.updateValue(place, forKey: name) else { return true }
      if other.file == place.file {
        report(.value(.declaredTwice(name, firstLine: other.line)), at: place)
      }
      return false
    }
  }

  /// Those of a list, or the keys of a map.
  private mutating func declaredNames(_ tree: Tree, key: String) -> [(text: String, place: Place)] {
    guard key == "own_festivals" else { return texts(tree, key: key) }
    return (map(tree, key: key) ?? []).map { ($0.key, $0.place) }
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
