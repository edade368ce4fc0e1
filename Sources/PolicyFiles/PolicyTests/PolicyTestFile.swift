package import Core
import Values

/// A case (用例) that a policy's author keeps beside the policy: what is known of a customer, a
/// moment, and what must and must not be owed then.
package struct PolicyTest: Hashable, Sendable {
  package var name = ""
  /// Names or files, side by side.
  package var policies: [String] = []
  /// From which day the office adopted it; nil: the names say which policies are meant.
  package var adopted: Day?
  /// What is filled into their blanks.
  package var values: [String: String] = [:]
  package var source: Source?
  package var facts: [Fact] = []
  /// What was said of payment and layout.
  package var sayings: [Traits.Saying] = []
  /// The members of staff by name; the place of one is the number, from 1.
  package var members: [String] = []
  /// Their roles, where the case tells them.
  package var roles: [StaffID: Role] = [:]
  /// Those of them who have left.
  package var left: [StaffID: Staffing.Leaver] = [:]
  package var milestones: [Milestone] = []
  package var holidays: [CompanyDays] = []
  /// From when the policy reigns; nil: from the first fact on.
  package var from: Day?
  package var on = Moment(Day.first)
  package var owed: [ExpectedReason] = []
  package var not: [String] = []
  /// Nothing beside `owed` may be asked for.
  package var isExact = false
  package var place = Place(file: "", line: 1, column: 1)
}

/// `qnc-2.1.2 2026-11-05`: that rule, due then; without a day the rule alone.
package struct ExpectedReason: Hashable, Sendable {
  package let rule: String
  /// As `Moment` writes it; with `..` before it the day on which it opens.
  package let window: String?
}

/// The cases of a file.
package enum PolicyTestFile {
  /// Reads the cases, or tells everything that is wrong with the file.
  ///
  /// - Parameter vocabulary: the words that the policies of a case declare, side by side.
  package static func read(
    text: String, file: String,
    vocabulary: @escaping (PolicyTest) -> Vocabulary = { _ in Vocabulary() }
  ) -> Result<[PolicyTest], PolicyProblems> {
    let source = SourceText(text, file: file)
    var parser = TreeParser(source)
    let tree = parser.tree()
    var reader = PolicyTestReader(vocabulary: vocabulary)
    reader.problems = parser.problems
    let cases = tree.map { reader.cases($0) } ?? []
    guard reader.problems.isEmpty else {
      let told = reader.problems.map {
        Diagnostic($0.problem, at: $0.place, excerpt: source.excerpt($0.place.line))
      }
      return .failure(PolicyProblems(diagnostics: told))
    }
    return .success(cases)
  }
}

enum PolicyTestFileKey: String, CaseIterable, Hashable, Sendable {
  case cases
}

enum PolicyTestKey: String, CaseIterable, Hashable, Sendable {
  case name, policy, adopted, set, staff, source, facts, milestones, holidays, from, on, owed, not
}

struct PolicyTestReader {
  var problems: [Diagnostic] = []
  /// What the policies of the case that is being read declare.
  private(set) var vocabulary = Vocabulary()
  private let declared: (PolicyTest) -> Vocabulary

  init(vocabulary: @escaping (PolicyTest) -> Vocabulary) { declared = vocabulary }

  mutating func report(_ problem: Problem, at place: Place) {
    problems.append(Diagnostic(problem, at: place))
  }

  mutating func cases(_ tree: Tree) -> [PolicyTest] {
    let entries = known(tree, PolicyTestFileKey.self, of: "cases")
    guard let list = entries["cases"], case .list(let items) = list.content else {
      report(.key(.missing("cases", of: "file")), at: tree.place)
      return []
    }
    return items.map { read($0) }
  }

  private mutating func read(_ tree: Tree) -> PolicyTest {
    let entries = known(tree, PolicyTestKey.self, of: "cases")
    var value = PolicyTest()
    value.place = tree.place
    for key in ["policy", "facts", "on"] where entries[key] == nil {
      report(.key(.missing(key, of: "cases")), at: tree.place)
    }
    value.name = entries["name"]?.text ?? ""
    value.policies = texts(entries["policy"]).map(\.text)
    value.adopted = entries["adopted"].flatMap { moment($0)?.day }
    for entry in entries["set"]?.entries ?? [] { value.values[entry.key] = entry.value.text ?? "" }
    if let source = entries["source"], source.text != PolicyTestReader.nothing {
      do { value.source = try readTerm(source.text ?? "") } catch {
        report(error, key: "source", at: source.place)
      }
    }
    vocabulary = declared(value)
    readStaff(entries["staff"], into: &value)
    readFacts(entries["facts"], into: &value, tellsSource: entries["source"] == nil)
    value.milestones = texts(entries["milestones"]).enumerated().compactMap { index, item in
      milestone(item.text, number: Int64(index + 1), at: item.place)
    }
    value.holidays = texts(entries["holidays"]).compactMap { holiday($0.text, at: $0.place) }
    value.from = entries["from"].flatMap { moment($0)?.day }
    value.on = entries["on"].flatMap { moment($0) } ?? value.on
    value.owed = texts(entries["owed"]).map { item in
      let words = item.text.split(separator: " ", maxSplits: 1)
      return ExpectedReason(
        rule: words.first.map(String.init) ?? "",
        window: words.count > 1 ? String(words[1]) : nil)
    }
    let not = texts(entries["not"]).map(\.text)
    value.isExact = not.contains("all") || not.contains("其余")
    value.not = not.filter { $0 != "all" && $0 != "其余" }
    return value
  }

  /// `李明 置业顾问`.
  private mutating func readStaff(_ tree: Tree?, into value: inout PolicyTest) {
    for item in texts(tree) {
      let words = item.text.split(separator: " ").map(String.init)
      let last =
        words.count == 4 && words[2] == PolicyTestReader.left
        ? PolicyTestReader.day(words[3][...]) : nil
      guard words.count == 2 || last != nil, let role = Role(words[1], in: vocabulary) else {
        report(.unknownWord(item.text, nearest: nil, among: ["李明 置业顾问"]), at: item.place)
        continue
      }
      value.members.append(words[0])
      let id = StaffID(value.members.count)
      if let last { value.left[id] = .init(role, lastDay: last) } else { value.roles[id] = role }
    }
  }

  /// - Parameter tellsSource: the first event says where the customer came from.
  private mutating func readFacts(
    _ tree: Tree?, into value: inout PolicyTest, tellsSource: Bool
  ) {
    for item in texts(tree) {
      let id = FactID(value.facts.count + 1)
      if let saying = saying(item.text) {
        value.sayings.append(saying)
        continue
      }
      guard let (moment, body) = fact(item.text, at: item.place, &value.members)
      else { continue }
      if tellsSource, value.facts.isEmpty, case .event(let kind) = body {
        value.source = Source.allCases.first { $0.event == kind }
      }
      value.facts.append(Fact(id: id, day: moment.day, time: moment.time, body))
    }
  }

  // MARK: Values

  mutating func known<Key: RawRepresentable<String> & CaseIterable>(
    _ tree: Tree, _ keys: Key.Type, of owner: String
  ) -> [Entry] {
    guard let entries = tree.entries else {
      report(.value(.wrongShape(key: owner, wanted: .map, found: tree.shape)), at: tree.place)
      return []
    }
    let names = Key.allCases.map(\.rawValue)
    for entry in entries where !names.contains(entry.key) {
      report(
        .key(.unknown(entry.key, nearest: nearest(to: entry.key, among: names, everFarther: true))),
        at: entry.place)
    }
    return entries
  }

  /// The texts of a list, or one text.
  func texts(_ tree: Tree?) -> [(text: String, place: Place)] {
    guard let tree else { return [] }
    let trees = if case .list(let trees) = tree.content { trees } else { [tree] }
    return trees.compactMap { item in item.text.map { ($0, item.place) } }
  }

  mutating func report(_ fault: ValueFault, key: String = "cases", at place: Place) {
    report(.value(.fault(key: key, fault)), at: place)
  }

  private mutating func moment(_ tree: Tree) -> Moment? {
    let words = (tree.text ?? "").split(separator: " ")
    if let found = PolicyTestReader.moment(words[...]), found.rest.isEmpty { return found.moment }
    report(.time(.unreadableMoment(tree.text ?? "")), at: tree.place)
    return nil
  }

  /// A day with its year.
  static func day(_ text: Substring) -> Day? {
    (try? WrittenDay(String(text), from: .typed))?.day
  }

  /// A day, with a time behind it or without one, and what follows.
  static func moment(
    _ words: ArraySlice<Substring>
  ) -> (moment: Moment, rest: ArraySlice<Substring>)? {
    guard let first = words.first, let day = day(first) else { return nil }
    let rest = words.dropFirst()
    if let time = rest.first.flatMap({ try? readTime(String($0)) }) {
      return (Moment(day, time), rest.dropFirst())
    }
    return (Moment(day), rest)
  }
}
