import Core

enum TemplateKey: String, CaseIterable, Hashable, Sendable {
  case id, clause, kind, says, text
  case needsApproval = "needs_approval"
  case consult
}

enum FrameKey: String, CaseIterable, Hashable, Sendable {
  case clause, head, tail
}

enum SurveyKey: String, CaseIterable, Hashable, Sendable {
  case id, says, questions, scale, open, channel

  /// Keys that nothing but a survey has.
  static let own: [SurveyKey] = [.questions, .scale, .open]
}

extension Reader {
  mutating func template(_ item: Item) -> Template? {
    let fields: Fields<TemplateKey> = fields(item.entries)
    guard let tree = fields[.text] else {
      report(.key(.missing("text", of: item.id)), at: item.place)
      return nil
    }
    guard let text = text(tree, key: "text") else { return nil }
    checkPlaceholders(text, at: tree.place)
    let kind: TemplateKind? = fields[.kind].flatMap { term($0, key: "kind") }
    return Template(
      id: item.id, clause: fields[.clause].flatMap { self.text($0, key: "clause") } ?? "",
      kind: kind ?? .message, says: fields[.says].flatMap { self.text($0, key: "says") } ?? "",
      text: text,
      needsApproval: fields[.needsApproval].flatMap { flag($0, key: "needs_approval") } ?? false,
      consult: fields[.consult].flatMap { self.text($0, key: "consult") } ?? "")
  }

  /// A placeholder that nobody fills would reach a customer's phone.
  mutating func checkPlaceholders(_ text: String, at place: Place) {
    for name in Placeholder.names(in: text) where Placeholder(rawValue: name) == nil {
      let meant = nearest(to: name, among: Placeholder.allCases.map(\.rawValue))
      report(.reference(.unknownPlaceholder(name, nearest: meant)), at: place)
    }
  }

  mutating func frame(_ tree: Tree) -> Frame? {
    guard let entries = map(tree, key: "frame") else { return nil }
    let fields: Fields<FrameKey> = fields(entries)
    let heads = fields[.head].map { texts($0, key: "head") } ?? []
    let tail = fields[.tail].flatMap { text($0, key: "tail") } ?? ""
    for head in heads { checkPlaceholders(head.text, at: head.place) }
    checkPlaceholders(tail, at: tree.place)
    return Frame(
      clause: fields[.clause].flatMap { text($0, key: "clause") } ?? "",
      heads: heads.map(\.text), tail: tail, addOn: addOn)
  }

  mutating func survey(_ item: Item) -> Questionnaire? {
    let fields: Fields<SurveyKey> = fields(item.entries)
    guard let list = fields[.questions] else {
      report(.key(.missing("questions", of: item.id)), at: item.place)
      return nil
    }
    return Questionnaire(
      id: item.id, says: fields[.says].flatMap { text($0, key: "says") } ?? "",
      questions: texts(list, key: "questions").map(\.text),
      scale: fields[.scale].flatMap { number($0, key: "scale", in: 2...100) } ?? 5,
      open: fields[.open].map { texts($0, key: "open").map(\.text) } ?? [],
      channel: fields[.channel].flatMap { term($0, key: "channel") })
  }

  /// A policy may say how many questions a survey has at most.
  mutating func checkSurveys(_ policy: Policy) {
    let limits = policy.parameters.filter { $0.name == "survey_questions" }
    for limit in limits {
      guard let most = limit.value.flatMap({ Int($0) }) else { continue }
      for survey in policy.surveys where survey.questions.count + survey.open.count > most {
        let item = documents.flatMap { $0[.surveys] }.first { $0.id == survey.id }
        guard let place = item?.place else { continue }
        warn(
          .longSurvey(
            survey.id, questions: survey.questions.count + survey.open.count, most: most,
            clause: limit.clause),
          at: place)
      }
    }
  }

  /// The id of a template, also where another took its place; empty where none is named.
  mutating func template(named tree: Tree, key: String) -> String {
    text(tree, key: key).map { document.current($0) } ?? ""
  }

  /// A template's name, or a map of them by kind of milestone or festival.
  mutating func message(_ tree: Tree) -> MessageChoice {
    guard let entries = tree.entries else {
      return MessageChoice(template(named: tree, key: "message"))
    }
    var choice = MessageChoice()
    for entry in entries {
      let name = template(named: entry.value, key: entry.key)
      if entry.key == MessageChoice.other || entry.key == "other" {
        choice.usual = name
      } else if let kind = MilestoneKind(entry.key) {
        choice.byMilestone[kind] = name
      } else if let festival = Festival(entry.key) {
        choice.byFestival[festival] = name
      } else {
        reportOccasion(entry)
      }
    }
    return choice
  }

  private mutating func reportOccasion(_ entry: Entry) {
    let known =
      MilestoneKind.allCases.map(\.chinese) + Festival.allCases.map(\.chinese)
      + [MessageChoice.other]
    let problem = ValueProblem.unknownTerm(
      key: "message", text: entry.key, nearest: likely(entry.key, among: known), known: known)
    report(.value(problem), at: entry.place)
  }

  /// What rules name must be there: templates.
  mutating func checkNames(_ policy: Policy, _ items: [Item]) {
    let known = policy.templates.map(\.id)
    for item in items {
      let trees = [RuleKey.message, .script].compactMap { item.entries[$0.rawValue] }
      for tree in trees.flatMap({ $0.entries?.map(\.value) ?? [$0] }) {
        guard let name = tree.text, !documents.contains(where: { known.contains($0.current(name)) })
        else { continue }
        let meant = nearest(to: name, among: known)
        report(.reference(.unknownTemplate(name, nearest: meant)), at: tree.place)
      }
    }
  }
}
