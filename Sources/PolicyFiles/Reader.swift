import Core

/// Turns a `Document` into a `Policy`, telling every problem on the way. Reading goes on after a
/// problem with what can still be checked; the policy is then thrown away.
struct Reader {
  var problems: [Diagnostic] = []
  private(set) var document: Document
  /// Index of each rule by its id.
  private(set) var ruleIndex: [String: Int] = [:]
  var audiences: [String: Audience] = [:]
  var festivals: TermSet<Festival> = []

  init(_ document: Document) {
    self.document = document
    for (index, item) in document.rules.enumerated() { ruleIndex[item.id] = index }
  }

  mutating func report(_ problem: Problem, at place: Place) {
    problems.append(Diagnostic(problem, at: place))
  }

  /// The policy; valid only if `problems` is empty afterwards. `name` is used where the file
  /// gives none.
  mutating func policy(named name: String) -> Policy {
    let parameters = substituteParameters()
    let settings = Fields<FileKey>(known: document.settings)
    if let listed = settings[.festivals] { festivals = terms(listed, key: "festivals") }
    for entry in document.audiences {
      audiences[entry.key] = audience(entry.value)
    }
    var policy = Policy(name: settings[.policy].flatMap { text($0, key: "policy") } ?? name)
    policy.title = settings[.title].flatMap { text($0, key: "title") } ?? ""
    policy.source = settings[.source].flatMap { text($0, key: "source") } ?? ""
    policy.openings = settings[.openings].map { texts($0, key: "openings").map(\.text) } ?? []
    policy.parameters = parameters
    read(settings, into: &policy)
    let rules = document.rules.map { rule($0) }
    policy.rules = rules.compactMap { $0 }
    policy.segments = document.segments.compactMap { segment($0) }
    policy.clauses = document.clauses.compactMap { clause($0) }
    checkCycles(rules)
    return policy
  }

  // MARK: Parameters

  /// Puts the values of `parameters` in the place of every `$name`.
  private mutating func substituteParameters() -> [Parameter] {
    var values: [String: Tree?] = [:]
    let parameters = document.parameters.compactMap { entry -> Parameter? in
      guard let (parameter, value) = parameter(entry) else { return nil }
      values[entry.key] = .some(value)
      return parameter
    }
    document.settings = substituted(document.settings, with: values)
    document.audiences = substituted(document.audiences, with: values)
    for list in ItemList.allCases {
      for index in document[list].indices {
        let entries = document[list][index].entries
        document[list][index].entries = substituted(entries, with: values)
      }
    }
    return parameters
  }

  private mutating func parameter(_ entry: Entry) -> (Parameter, Tree?)? {
    guard let entries = entry.value.entries else {
      let isUnset = entry.value.text.map(Reader.isBlank) ?? false
      guard !isUnset else {
        report(.reference(.parameterUnset(entry.key, clause: "")), at: entry.place)
        return nil
      }
      return (Parameter(name: entry.key, clause: "", value: entry.value.text), entry.value)
    }
    let fields: Fields<ParameterKey> = fields(entries)
    let clause = fields[.clause].flatMap { text($0, key: "clause") } ?? ""
    let isRequired = fields[.required].flatMap { flag($0, key: "required") } ?? true
    let value = fields[.value].flatMap { Reader.isBlank($0.text ?? "-") ? nil : $0 }
    if value == nil, isRequired {
      report(.reference(.parameterUnset(entry.key, clause: clause)), at: entry.place)
    }
    return (Parameter(name: entry.key, clause: clause, value: value?.text), value)
  }

  private mutating func substituted(
    _ entries: [Entry], with values: [String: Tree?]
  ) -> [Entry] {
    entries.compactMap { entry in
      guard let value = substituted(entry.value, with: values) else { return nil }
      return Entry(key: entry.key, place: entry.place, value: value)
    }
  }

  /// Nil where the parameter has no value: the key is then as if not written.
  private mutating func substituted(_ tree: Tree, with values: [String: Tree?]) -> Tree? {
    switch tree.content {
    case .text(let text):
      guard text.hasPrefix("$") else { return tree }
      let name = String(text.dropFirst())
      if let value = values[name] { return value.map { Tree($0.content, at: tree.place) } }
      let declared = document.parameters.map(\.key)
      if !declared.contains(name) {
        let nearest = Nearest.to(name, among: declared)
        report(.reference(.unknownParameter(name, nearest: nearest)), at: tree.place)
      }
      return nil
    case .list(let trees):
      return Tree(.list(trees.compactMap { substituted($0, with: values) }), at: tree.place)
    case .map(let entries):
      return Tree(.map(substituted(entries, with: values)), at: tree.place)
    }
  }

  /// Nothing, or a blank such as ____.
  static func isBlank(_ text: String) -> Bool { text.allSatisfy { $0 == "_" || $0 == " " } }

  // MARK: Cycles

  /// Tells one cycle of rules that wait for one another, where there is one.
  private mutating func checkCycles(_ rules: [Rule?]) {
    var done: Set<Int> = []
    for start in rules.indices {
      var path: [Int] = []
      if let cycle = Reader.cycle(from: start, in: rules, path: &path, done: &done) {
        let ids = cycle.map { document.rules[$0].id }
        report(.reference(.cycle(ids)), at: document.rules[cycle[0]].place)
      }
    }
  }

  private static func cycle(
    from index: Int, in rules: [Rule?], path: inout [Int], done: inout Set<Int>
  ) -> [Int]? {
    if let start = path.firstIndex(of: index) { return path[start...] + [index] }
    guard !done.contains(index), let rule = rules[index] else { return nil }
    path.append(index)
    for need in rule.schedule.needs where rules.indices.contains(need) {
      if let found = cycle(from: need, in: rules, path: &path, done: &done) {
        done.formUnion(path)
        return found
      }
    }
    path.removeLast()
    done.insert(index)
    return nil
  }
}
