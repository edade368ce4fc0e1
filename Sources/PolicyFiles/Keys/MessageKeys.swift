import Core

// The template that a rule sends: `message: greeting`, or `message: {开盘: launch, 其他: greeting}`.

extension ValueForm<MessageChoice> {
  static var message: Self {
    Self(
      read: { reader, tree, _ in reader.message(tree) }, write: { $0.value($1) },
      code: { coder, choice in
        coder.code(&choice.usual)
        coder.code(&choice.byMilestone, blank: .launch)
        coder.code(&choice.byFestival, blank: .newYear)
      })
  }
}

extension MessageChoice {
  /// The key of a map that stands for every other occasion.
  fileprivate static let other = "其他"

  /// `greeting`, or `开盘: launch, 封顶: topping_out`; nil where it names none.
  fileprivate func value(_ naming: Naming) -> FileValue? {
    let own = named(byMilestone, naming) + named(byFestival, naming)
    if own.isEmpty { return usual.isEmpty ? nil : .text(usual) }
    let all = own + (usual.isEmpty ? [] : [(MessageChoice.other, usual)])
    return .map(all.map { KeyValue($0.0, $0.1) })
  }

  /// In the order of the terms.
  private func named<T: OpenTerm>(_ choice: [T: String], _ naming: Naming) -> [(String, String)] {
    choice.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key.written(naming), $0.value) }
  }
}

extension Reader {
  /// The id of a template, also where another took its place; empty where none is named.
  mutating func template(named tree: Tree, key: String) -> String {
    guard let name = text(tree, key: key) else { return "" }
    let known = documents.flatMap { $0[.templates].map(\.id) }
    if !documents.contains(where: { known.contains($0.current(name)) }) {
      let meant = nearest(to: name, among: known)
      report(.reference(.unknownTemplate(name, nearest: meant)), at: tree.place)
    }
    return document.current(name)
  }

  /// A template's name, or a map of them by kind of milestone or festival.
  fileprivate mutating func message(_ tree: Tree) -> MessageChoice {
    guard let entries = tree.entries else {
      return MessageChoice(template(named: tree, key: "message"))
    }
    var choice = MessageChoice()
    for entry in entries {
      let name = template(named: entry.value, key: entry.key)
      if entry.key == MessageChoice.other || entry.key == "other" {
        choice.usual = name
      } else if let kind = MilestoneKind(entry.key, in: vocabulary) {
        choice.byMilestone[kind] = name
      } else if let festival = Festival(entry.key, in: vocabulary) {
        choice.byFestival[festival] = name
      } else {
        reportOccasion(entry)
      }
    }
    return choice
  }

  private mutating func reportOccasion(_ entry: Entry) {
    let known =
      MilestoneKind.known(to: vocabulary).map(name) + Festival.known(to: vocabulary).map(name)
      + [MessageChoice.other]
    report(word: entry.key, key: "message", among: known, at: entry.place)
  }
}

extension FormCoder {
  /// In the order of the terms, so that equal policies have equal bytes.
  fileprivate mutating func code<T: OpenTerm>(_ names: inout [T: String], blank: T) {
    var pairs = names.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, $0.value) }
    code(&pairs, blank: (blank, "")) { coder, pair in
      coder.code(&pair.0)
      coder.code(&pair.1)
    }
    names = pairs.isEmpty ? [:] : Dictionary(pairs) { first, _ in first }
  }
}
