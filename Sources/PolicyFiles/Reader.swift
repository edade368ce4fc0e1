import Core
import Values

/// Turns a `Document` into a `Policy`, telling every problem on the way. Reading goes on after a
/// problem with what can still be checked; the policy is then thrown away.
struct Reader {
  var problems: [Diagnostic] = []
  /// What may be meant so, but deserves a word.
  var warnings: [Diagnostic] = []
  /// The policy's own document, then those of its add-ons.
  private(set) var documents: [Document]
  /// The one that is being read; audiences, parameters and festivals are its own.
  private(set) var part = 0
  /// Index of each rule by its id.
  private(set) var ruleIndex: [String: Int] = [:]
  var audiences: [String: Audience] = [:]
  var festivals: TermSet<Festival> = []
  /// The words that the policy and its add-ons declare.
  private(set) var vocabulary = Vocabulary()
  /// Those that have their numbers already, these among them.
  var numbered: Vocabulary
  /// What `milestones: all` means.
  var nodes: TermSet<MilestoneKind> { MilestoneKind.nodes.union(vocabulary.milestones) }
  /// The id of the rule that is being read.
  var reading = ""

  private let filling: Filling

  init(_ document: Document, _ filling: Filling) {
    self.filling = filling
    numbered = filling.vocabulary
    documents = [document.withoutAddOns()] + document.addOns
    let rules = documents.flatMap(\.rules)
    for (index, item) in rules.enumerated() { ruleIndex[item.id] = index }
  }

  var document: Document { documents[part] }

  mutating func report(_ problem: Problem, at place: Place) {
    problems.append(Diagnostic(problem, at: place))
  }

  mutating func warn(_ remark: Remark, at place: Place) {
    warnings.append(Diagnostic(.remark(remark), at: place))
  }

  /// What was probably meant. Sought for the first problems only, so that checking stays quick.
  func nearest(to text: String, among candidates: @autoclosure () -> [String]) -> String? {
    problems.count < 100 ? Values.nearest(to: text, among: candidates(), everFarther: true) : nil
  }

  /// The policy; valid only if `problems` is empty afterwards. `name` is used where the file
  /// gives none.
  mutating func policy(named name: String) -> Policy {
    var policy = Policy(name: name)
    var rules: [Rule?] = []
    vocabulary = declaredWords()
    policy.vocabulary = vocabulary
    policy.festivalDays = festivalDays()
    for part in documents.indices {
      self.part = part
      policy.parameters += substituteParameters()
      let settings = document.settings
      festivals = settings["festivals"].map { terms($0, key: "festivals") } ?? []
      audiences = [:]
      for entry in document.audiences { audiences[entry.key] = audience(entry.value) }
      if part > 0 { policy.addOns.append(AddOn(name: "")) }
      for key in Policy.fileKeys { key.description.read(&self, settings, &policy) }
      rules += document.rules.map { rule($0) }
      readItems(into: &policy)
    }
    policy.parameters += ownNumbers(besides: policy.parameters)
    narrowTexts(&rules)
    policy.rules = rules.compactMap { $0 }
    let items = documents.flatMap(\.rules)
    checkIDs()
    checkEntries()
    checkCycles(rules, items)
    checkSense(SenseContext(policy: policy, rules: rules))
    checkWindows(policy)
    checkSurveys(policy)
    return policy
  }

  private mutating func readItems(into policy: inout Policy) {
    policy.segments += document[.segments].map { segment($0) }
    policy.clauses += document[.clauses].map { clause($0) }
    policy.duties += document[.duties].map { duty($0) }
    policy.templates += document[.templates].map { template($0) }
    policy.surveys += document[.surveys].map { survey($0) }
  }

  /// The add-on that is being read; nil: the policy itself.
  var addOn: Int? { part == 0 ? nil : part - 1 }

  mutating func replace(_ document: Document) { documents[part] = document }

  /// What was given for a parameter beside the file.
  func given(_ name: String) -> String? { filling.values[name] }

  var takesSuggestions: Bool { filling.takesSuggestions }

  /// Policies side by side share the hours that all of them allow.
  private mutating func checkWindows(_ policy: Policy) {
    let parts = [(policy.name, policy.callHours)] + policy.addOns.map { ($0.name, $0.callHours) }
    let limited = parts.filter { !$0.1.isAny }
    let common = limited.reduce(CallHours?.some(CallHours())) { $0?.shared(with: $1.1) }
    let places = documents.compactMap { $0.settings["call_windows"]?.place }
    guard common == nil, let place = places.first else { return }
    warn(.windowsNeverMeet(limited.map(\.0)), at: place)
  }

  /// An id of two policies that stand side by side.
  private mutating func checkIDs() {
    for list in [ItemList.rules, .templates, .surveys] {
      var taken: Set<String> = []
      for document in documents {
        let items = list.rivals.flatMap { document[$0] }
        for item in items where taken.contains(item.id) {
          report(.key(.duplicateID(item.id, firstLine: nil)), at: item.place)
        }
        taken.formUnion(items.map(\.id))
      }
    }
  }

  /// Which duty an entry of the ledger settles must be known by its name alone.
  private mutating func checkEntries() {
    var owners: [String: String] = [:]
    for item in documents.flatMap({ $0[.duties] }) {
      let ledger = item.entries["settled_by"]?.entries?["ledger"]
      guard let ledger, let kind = ledger.text else { continue }
      if let owner = owners[kind] {
        report(.key(.sharedEntry(kind, with: owner)), at: ledger.place)
      } else {
        owners[kind] = item.id
      }
    }
  }

  /// Nothing, or a blank such as ____.
  static func isBlank(_ text: String) -> Bool { text.allSatisfy { $0 == "_" || $0 == " " } }

  // MARK: Cycles

  /// Tells each cycle of rules that wait for one another once.
  private mutating func checkCycles(_ rules: [Rule?], _ all: [Item]) {
    var search = CycleSearch(needs: rules.map { $0?.schedule.needs ?? [] })
    for start in rules.indices {
      guard let cycle = search.cycle(from: start) else { continue }
      let items = cycle.map { all[$0] }
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
