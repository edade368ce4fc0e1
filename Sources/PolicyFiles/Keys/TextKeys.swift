import Core

// The keys of what is sent, said and asked: templates, the frame of texts, surveys.

extension Template {
  static let keys: [KeyDescription<Template>] = [
    KeyDescription(["id"], stored: [StoredPart(0) { $0.code(&$1.id) }]),
    KeyDescription("clause", { $1(&$0.clause) }, .text, stored: 1),
    KeyDescription(
      "kind", { $1(&$0.kind) }, .word, stored: 2,
      help: [
        PolicyHelp.file(
          ["templates", "kind", "text", "needs_approval", "consult"],
          "短信、话术、信函的文字；占位符如 {name}；needs_approval 要审批，consult 征求谁",
          "texts with placeholders; needs_approval: approved before it is sent",
          [
            "templates:",
            "  - {id: t-1, clause: 一 1, kind: message, says: 生日问候, text: \"{name}{title}，生日快乐！\", needs_approval: true, consult: 综合组}",
          ]
        ).shown(("2026-11-20", "message render t-1 王芳", "王芳女士，生日快乐！"))
      ]),
    KeyDescription("says", { $1(&$0.says) }, .text, stored: 3),
    KeyDescription("text", { $1(&$0.text) }, .filledIn, stored: 4),
    KeyDescription("needs_approval", { $1(&$0.needsApproval) }, .flag, stored: 5),
    KeyDescription("consult", { $1(&$0.consult) }, .text, stored: 6),
  ]

  static let form = StoredPart.all(keys)

  package func keyValues(naming: Naming) -> [KeyValue] {
    Template.keys.written(self, naming: naming)
  }
}

extension Frame {
  static let keys: [KeyDescription<Frame>] = [
    KeyDescription("clause", { $1(&$0.clause) }, .text, stored: 0),
    KeyDescription(
      ["head"],
      help: [
        PolicyHelp.file(
          ["frame", "head", "tail"], "短信的开头和结尾", "how each text begins and ends",
          [
            "frame: {clause: 二, head: [尊敬的贵宾], tail: \"【{project}】{consultant}\"}", "templates:",
            "  - {id: t-1, kind: message, says: 封顶, text: \"主体封顶了。\"}",
          ]
        ).shown(("2026-11-18", "message render t-1 王芳", "尊敬的贵宾，主体封顶了。【阳光花园】李明"))
      ],
      read: { reader, entries, frame in
        let heads = entries["head"].map { reader.texts($0, key: "head") } ?? []
        for head in heads { reader.checkPlaceholders(head.text, at: head.place) }
        frame.heads = heads.map(\.text)
      },
      write: { frame, _ in frame.heads.isEmpty ? [] : [KeyValue("head", .list(frame.heads))] },
      stored: [
        StoredPart(1) { coder, frame in coder.code(&frame.heads, blank: "") { $0.code(&$1) } }
      ]),
    KeyDescription("tail", { $1(&$0.tail) }, .filledIn, stored: 2),
  ]

  private static let addOnPart = StoredPart<Frame>(3) { coder, frame in
    coder.code(&frame.addOn, blank: 0) { $0.code(&$1) }
  }

  static let form = StoredPart.all(keys, and: [addOnPart])
}

extension Questionnaire {
  static let keys: [KeyDescription<Questionnaire>] = [
    KeyDescription(["id"], stored: [StoredPart(0) { $0.code(&$1.id) }]),
    KeyDescription("says", { $1(&$0.says) }, .text, stored: 1),
    KeyDescription(
      "questions", { $1(&$0.questions) }, .texts, stored: 2,
      help: [
        PolicyHelp.file(
          ["survey", "questions", "scale", "open"], "问卷：打分的题、几分制、问答题、用什么方式",
          "a survey: what is scored, the scale, what is answered in words, by what channel",
          [
            "survey:", "  - {id: q-1, says: 满意度, questions: [服务, 现场, 银行], scale: 5,",
            "     open: [意见和建议], channel: 邮件}",
          ]
        ).shown(
          (
            "2026-11-20", "log 王芳 --by 邮件 --note 停车难 --answers 5,4,5",
            "满意度：服务 5，现场 4，银行 5；平均 4.67"
          ))
      ]),
    KeyDescription("scale", { $1(&$0.scale) }, .number(2...100, usual: 5), stored: 3),
    KeyDescription("open", { $1(&$0.open) }, .texts, stored: 4, since: 5),
    KeyDescription("channel", { $1(&$0.channel) }, .term(blank: .phone), stored: 5, since: 5),
  ]

  static let form = StoredPart.all(keys)

  package func keyValues(naming: Naming) -> [KeyValue] {
    Questionnaire.keys.written(self, naming: naming)
  }

  /// Keys that nothing but a survey has.
  static let ownKeys = ["questions", "scale", "open"]
}

// MARK: - Reading

extension ValueForm<String> {
  /// A text with placeholders, which are filled in before it is sent.
  fileprivate static var filledIn: Self {
    Self(
      read: { reader, tree, key in
        let text = reader.text(tree, key: key)
        if let text { reader.checkPlaceholders(text, at: tree.place) }
        return text
      }, write: text.write, code: text.code)
  }
}

extension Reader {
  mutating func template(_ item: Item) -> Template {
    var template = Template(id: item.id)
    read(item.entries, by: Template.keys, into: &template)
    require("text", in: item)
    return template
  }

  mutating func frame(_ tree: Tree) -> Frame? {
    guard let entries = map(tree, key: "frame") else { return nil }
    var frame = Frame(addOn: addOn)
    read(entries, by: Frame.keys, into: &frame)
    return frame
  }

  mutating func survey(_ item: Item) -> Questionnaire {
    var survey = Questionnaire(id: item.id)
    read(item.entries, by: Questionnaire.keys, into: &survey)
    require("questions", in: item)
    return survey
  }

  /// A placeholder that nobody fills would reach a customer's phone.
  fileprivate mutating func checkPlaceholders(_ text: String, at place: Place) {
    for name in Placeholder.names(in: text) where Placeholder(rawValue: name) == nil {
      let meant = nearest(to: name, among: Placeholder.allCases.map(\.rawValue))
      report(.reference(.unknownPlaceholder(name, nearest: meant)), at: place)
    }
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
}
