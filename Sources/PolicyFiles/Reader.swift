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

  /// What was probably meant. Sought for the first problems only, so that checking stays quick.
  func nearest(to text: String, among candidates: @autoclosure () -> [String]) -> String? {
    problems.count < 100 ? Nearest.to(text, among: candidates()) : nil
  }

  func likely(_ text: String, among candidates: @autoclosure () -> [String]) -> String? {
    problems.count < 100 ? Nearest.likely(text, among: candidates()) : nil
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
    policy.segments = document[.segments].compactMap { segment($0) }
    policy.clauses = document[.clauses].compactMap { clause($0) }
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
      document.items[list] = document[list].map { item in
        var item = item
        item.entries = substituted(item.entries, with: values)
        return item
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
    let meant = nearest(to: name, among: document.parameters.map(\.key))
    report(.reference(.unknownParameter(name, nearest: meant)), at: place)
    return Tree(.unset, at: place)
  }

  /// Nothing, or a blank such as ____.
  static func isBlank(_ text: String) -> Bool { text.allSatisfy { $0 == "_" || $0 == " " } }

  // MARK: Cycles

  /// Tells each cycle of rules that wait for one another once.
  private mutating func checkCycles(_ rules: [Rule?]) {
    var search = CycleSearch(needs: rules.map { $0?.schedule.needs ?? [] })
    for start in rules.indices {
      guard let cycle = search.cycle(from: start) else { continue }
      let items = cycle.map { document.rules[$0] }
      report(.reference(.cycle(items.map(\.id))), at: items[0].place)
    }
  }
}

/// Finds cycles among rules that need others, visiting each rule once.
private struct CycleSearch {
  private enum State {
    case new, onPath, done
  }

  private let needs: [[Int]]
  private var states: [State]
  private var path: [Int] = []

  init(needs: [[Int]]) {
    self.needs = needs
    self.states = needs.map { _ in .new }
  }

  /// A cycle that can be reached from that rule, its first rule again at its end.
  mutating func cycle(from index: Int) -> [Int]? {
    switch states[index] {
    case .done: return nil
    case .onPath: return path.firstIndex(of: index).map { path[$0...] + [index] }
    case .new: break
    }
    states[index] = .onPath
    path.append(index)
    var result: [Int]?
    for need in needs[index] where result == nil && states.indices.contains(need) {
      result = cycle(from: need)
    }
    path.removeLast()
    states[index] = .done
    return result
  }
}
