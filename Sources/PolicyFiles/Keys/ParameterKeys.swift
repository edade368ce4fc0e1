import Core

enum ParameterKey: String, CaseIterable {
  case clause, value, required, suggested, ours
}

extension Parameter {
  static let help = PolicyHelp.file(
    ["parameters", "value", "required", "suggested", "ours"],
    "留给本案场填的数：规则里写 $名；required 不填不能施行；suggested 只是建议；ours 是我们定的",
    "numbers left to the office: $name in a rule; required ones must be filled",
    [
      "parameters:", "  days: {clause: 三 2, value: 5, ours: true}", "rules:",
      "  - {id: r-1, after: 签约, due: $days}",
    ], ["2026-11-02 签约"], on: "2026-11-02", owed: ["r-1 2026-11-07"])

  /// What a stored one is read into.
  static let blank = Parameter(name: "", clause: "", value: nil)

  var keyValues: [KeyValue] {
    let pairs: [KeyValue?] = [
      clause.isEmpty ? nil : KeyValue("clause", clause), value.map { KeyValue("value", $0) },
      suggested.map { KeyValue("suggested", $0) }, isOurs ? KeyValue("ours", "true") : nil,
      value == nil ? KeyValue("required", "false") : nil,
    ]
    return pairs.compactMap { $0 }
  }
}

extension FormCoder {
  mutating func code(_ parameter: inout Parameter) {
    code(&parameter.name)
    code(&parameter.clause)
    code(&parameter.value, blank: "") { $0.code(&$1) }
    code(&parameter.suggested, blank: "") { $0.code(&$1) }
    code(&parameter.isOurs)
  }
}

extension Document {
  /// The names that its values read: `$name`, and `{name}` within a text.
  fileprivate var namesRead: Set<String> {
    var names: Set<String> = []
    let items = ItemList.allCases.flatMap { self[$0] }.flatMap(\.entries)
    for entry in settings + audiences + items { entry.value.collectNames(into: &names) }
    return names
  }
}

extension Tree {
  fileprivate func collectNames(into names: inout Set<String>) {
    switch content {
    case .unset: break
    case .text(let text):
      if text.hasPrefix("$") { names.insert(String(text.dropFirst())) }
      for part in text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1) {
        names.insert(String(part.prefix { $0 != "}" }))
      }
    case .list(let trees): for tree in trees { tree.collectNames(into: &names) }
    case .map(let entries): for entry in entries { entry.value.collectNames(into: &names) }
    }
  }
}

extension Reader {
  /// What stands for `$name`: nil where the parameter is optional and unset, so that the key is
  /// as if not written.
  private typealias Values = [String: Tree?]

  /// Puts the values of `parameters` in the place of every `$name`.
  mutating func substituteParameters() -> [Parameter] {
    var document = document
    var values = Values()
    let read = document.namesRead
    let parameters = document.parameters.map { entry in
      let (parameter, value) = parameter(entry, isRead: read.contains(entry.key))
      values[entry.key] = .some(value)
      return parameter
    }
    document.settings = substituted(document.settings, with: values)
    document.audiences = substituted(document.audiences, with: values)
    for list in ItemList.allCases {
      document.items[list] = document[list].map { item in
        var item = item
        item.entries = substituted(item.entries, with: values)
        return item
      }
    }
    replace(document)
    return parameters
  }

  /// The numbers of the program's own duties, as given or as they are where nobody sets them.
  ///
  /// - Parameter declared: those that the files set themselves.
  mutating func ownNumbers(besides declared: [Parameter]) -> [Parameter] {
    OwnNumber.allCases.filter { own in !declared.contains { $0.name == own.rawValue } }.map { own in
      let place = documents[0].settings.first?.place ?? Place(file: "", line: 1, column: 1)
      let given = given(own.rawValue).flatMap { text in
        number(Tree(.text(text), at: place), key: own.rawValue, in: own.range)
      }
      return Parameter(
        name: own.rawValue, clause: "", value: "\(given ?? own.usual)", isOurs: given == nil)
    }
  }

  /// A number of the program's own is checked here, for no key reads it.
  private mutating func plainNumber(_ name: String, _ value: Tree?) -> String? {
    guard let own = OwnNumber(rawValue: name), let value else { return value?.text }
    return number(value, key: name, in: own.range).map { "\($0)" }
  }

  /// One that nothing in the policy reads yet is not demanded.
  private mutating func parameter(_ entry: Entry, isRead: Bool) -> (Parameter, Tree?) {
    let fields: Fields<ParameterKey> = fields(map(entry.value, key: entry.key) ?? [])
    let clause = fields[.clause].flatMap { text($0, key: "clause") } ?? ""
    let isRequired = fields[.required].flatMap { flag($0, key: "required") } ?? true
    let isOurs = fields[.ours].flatMap { flag($0, key: "ours") } ?? false
    let written = fields[.value].flatMap { Reader.isBlank($0.text ?? "-") ? nil : $0 }
    let suggested = takesSuggestions ? fields[.suggested] : nil
    let given = given(entry.key).map { Tree(.text($0), at: entry.place) }
    let value = given ?? written ?? suggested
    let parameter = Parameter(
      name: entry.key, clause: clause, value: plainNumber(entry.key, value),
      suggested: fields[.suggested].flatMap { text($0, key: "suggested") },
      isOurs: isOurs && given == nil)
    guard value == nil, isRequired, isRead else { return (parameter, value) }
    if takesSuggestions { return (parameter, Tree(.unset, at: entry.place)) }
    report(
      .reference(
        .parameterUnset(entry.key, clause: clause, suggested: parameter.suggested)),
      at: entry.place)
    return (parameter, Tree(.unset, at: entry.place))
  }

  private mutating func substituted(_ entries: [Entry], with values: Values) -> [Entry] {
    entries.compactMap { entry in
      guard let value = substituted(entry.value, with: values) else { return nil }
      return Entry(key: entry.key, place: entry.place, value: value)
    }
  }

  private mutating func substituted(_ tree: Tree, with values: Values) -> Tree? {
    switch tree.content {
    case .unset: return tree
    case .text(let text):
      guard text.hasPrefix("$") else { return tree }
      return value(String(text.dropFirst()), at: tree.place, in: values)
    case .list(let trees):
      return Tree(.list(trees.compactMap { substituted($0, with: values) }), at: tree.place)
    case .map(let entries):
      return Tree(.map(substituted(entries, with: values)), at: tree.place)
    }
  }

  private mutating func value(_ name: String, at place: Place, in values: Values) -> Tree? {
    if let value = values[name] { return value.map { Tree($0.content, at: place) } }
    let meant = nearest(to: name, among: document.parameters.map(\.key))
    report(.reference(.unknownParameter(name, nearest: meant)), at: place)
    return Tree(.unset, at: place)
  }
}
