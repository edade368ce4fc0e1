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
  /// The id of the rule that is being read.
  var reading = ""

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

  /// What stands for `$name`: nil where the parameter is optional and unset, so that the key is
  /// as if not written.
  private typealias Values = [String: Tree?]

  /// Puts the values of `parameters` in the place of every `$name`.
  private mutating func substituteParameters() -> [Parameter] {
    var values = Values()
    let parameters = document.parameters.map { entry in
      let (parameter, value) = parameter(entry)
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

  private mutating func parameter(_ entry: Entry) -> (Parameter, Tree?) {
    let fields: Fields<ParameterKey> = fields(map(entry.value, key: entry.key) ?? [])
    let clause = fields[.clause].flatMap { text($0, key: "clause") } ?? ""
    let isRequired = fields[.required].flatMap { flag($0, key: "required") } ?? true
    let value = fields[.value].flatMap { Reader.isBlank($0.text ?? "-") ? nil : $0 }
    let parameter = Parameter(name: entry.key, clause: clause, value: value?.text)
    guard value == nil, isRequired else { return (parameter, value) }
    report(.reference(.parameterUnset(entry.key, clause: clause)), at: entry.place)
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
    let nearest = Nearest.to(name, among: document.parameters.map(\.key))
    report(.reference(.unknownParameter(name, nearest: nearest)), at: place)
    return Tree(.unset, at: place)
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
