import Core

/// The morning list in words, made once for every form that it is written in.
struct DueText: Sendable {
  /// What a page has of a line.
  enum Layout: Sendable {
    /// All that helps in the call, to be worked down on paper.
    case worksheet
    /// One line a customer with the number of its row; `brief`: and what the rules say below it;
    /// `narrow`: with the number to dial, and what was last, below it too.
    case rows(brief: Bool, narrow: Bool = false)

    /// Columns that the rows want, else they are narrow.
    static let wide = 60

    /// Whether the rules, and what was said last, are told of each customer.
    var tellsAll: Bool {
      if case .rows(brief: false, _) = self { false } else { true }
    }
  }

  let list: DueList
  let language: Language
  let layout: Layout
  /// Groups that have lines, in the order of the page.
  let groups: [(group: DueGroup, lines: [DueLine])]

  init(_ list: DueList, _ language: Language, _ layout: Layout = .worksheet) {
    self.list = list
    self.language = language
    self.layout = layout
    let opening = DueMessages.opening(list.engine, on: list.asOf.day)[language]
    var rules = RuleTexts(list.engine, language)
    var groups = DueGroup.allCases.map { (group: $0, lines: [DueLine]()) }
    for (index, item) in list.items.enumerated() {
      groups[item.group(at: list.asOf).rawValue].lines.append(
        DueLine(
          item, row: index + 1, list, &rules, opening: opening, tellsAll: layout.tellsAll, language)
      )
    }
    self.groups = groups.filter { !$0.lines.isEmpty }
  }
}

/// One customer's line in words.
struct DueLine: Sendable {
  /// Its number on the list, from 1.
  let row: Int
  let id: CustomerID
  let name: String
  /// The class with the tags.
  let kind: String
  let deadline: String
  /// The channels that do, the one that is asked for first; where all is told.
  let channels: String
  /// Those that are asked for.
  let channel: String
  /// The first number; others stand among the details.
  let phone: String
  /// When the last conversation was, and what came of it.
  let last: String
  /// Every reason by its rule.
  let reasons: String
  /// What is so of this customer alone.
  let own: String
  /// What the rules say, and what was said last; where all is told.
  let details: String
  /// The articles, and what helps in the call; where all is told.
  let all: String

  /// Number, name, and the customer's class with the tags.
  var customer: String { "\(number(id)) \(name) \(kind)" }

  /// - Parameters:
  ///   - opening: how to open a call on the day of the list; may be empty.
  ///   - tellsAll: a long list of lines alone is made in less than half the time without the rest.
  init(
    _ item: DueItem, row: Int, _ list: DueList, _ rules: inout RuleTexts, opening: String,
    tellsAll: Bool, _ language: Language
  ) {
    let line = item.line
    let texts = rules[line.reasons]
    let asked = line.channel
    self.row = row
    (id, name) = (item.customer, item.name)
    let vocabulary = list.engine.vocabulary
    kind = DueLine.kind(item, vocabulary, language)
    let isTonight = asked == .phone && list.isOver(for: item)
    deadline = DueMessages.deadline(line.strictest, at: list.asOf, tonight: isTonight)[language]
    let means = list.engine.channels(of: line)
    channel = DueMessages.channels((needed: means.needed, others: []))[language]
    let hasOthers = tellsAll && !means.others.isEmpty
    channels = hasOthers ? DueMessages.channels(means)[language] : channel
    phone =
      item.phones.first ?? (item.deadPhones.isEmpty ? "" : NumberMessages.title[language])
    last =
      item.lastContact.map {
        DueMessages.lastInShort($0.contact, on: $0.day, at: list.asOf, language)
      } ?? ""
    reasons =
      Phrase(
        line.reasons.enumerated().map { index, reason in
          DueMessages.reason(
            texts.names[index], reason, isStrictest: index == 0, at: list.asOf, language)
        }, language
      ).text
    let parts = DueParts(
      item, list, texts, opening: asked == .phone ? opening : "",
      channels: hasOthers ? DueMessages.means(channels)[language] : "", tellsAll: tellsAll,
      language)
    (own, details, all) = (parts.own, parts.details, parts.all)
  }

  private static func kind(
    _ item: DueItem, _ vocabulary: Vocabulary, _ language: Language
  ) -> String {
    let tags = item.line.state.tags.elements.map { $0.word(in: vocabulary).bilingual[language] }
    return ([CustomerClass(item.line.state).bilingual[language]] + tags).joined(separator: " ")
  }
}

/// What the rules of a line say of themselves. A list has many lines and few sets of rules: the text of
/// each set is made once.
struct RuleTexts {
  /// Of the rules of one line, in the order of its reasons.
  struct Text {
    fileprivate let rules: [RuleRef]
    let ids: [String]
    /// What they are called.
    let names: [String]
    let articles: [String]
    let margins: [Int]
    /// The articles as a line names them.
    let cited: String
    /// What to talk about, each topic once; may be empty.
    let topics: String

    fileprivate func isOf(_ reasons: [Reason]) -> Bool {
      rules.count == reasons.count && zip(rules, reasons).allSatisfy { $0 == $1.rule }
    }
  }

  private let engine: Engine
  private let language: Language
  private var known: [Text] = []

  init(_ engine: Engine, _ language: Language) {
    self.engine = engine
    self.language = language
  }

  subscript(reasons: [Reason]) -> Text {
    mutating get {
      if let found = known.first(where: { $0.isOf(reasons) }) { return found }
      let text = text(of: reasons)
      known.append(text)
      return text
    }
  }

  private func text(of reasons: [Reason]) -> Text {
    let rules = reasons.map { engine.rule($0.rule) }
    var topics: [String] = []
    for topic in rules.flatMap(\.topics) where !topics.contains(topic) { topics.append(topic) }
    return Text(
      rules: reasons.map(\.rule), ids: rules.map(\.id),
      names: rules.map { $0.calledOnList[language] }, articles: rules.map(\.article),
      margins: rules.map(\.margin),
      cited: rules.map(\.article).filter { !$0.isEmpty }.joined(separator: language.listMark),
      topics: topics.isEmpty ? "" : DueMessages.topics(topics)[language])
  }
}

extension DueGroup {
  /// What stands before a line of the group.
  var mark: String {
    switch self {
    case .overdue: "!"
    case .today: "*"
    case .open, .upcoming, .hidden: ""
    }
  }
}
