/// What a template's text is for.
package enum TemplateKind: UInt8, ClosedTerm {
  case message = 1, script, letter

  package var word: Word {
    switch self {
    case .message: Word("message", "短信")
    case .script: Word("script", "话术")
    case .letter: Word("letter", "信函")
    }
  }
}

/// A text with placeholders in braces (模板): `{name}{title}您好`.
package struct Template: Hashable, Sendable {
  /// The id that rules refer to.
  package var id: String
  /// The clause it serves.
  package var clause: String
  /// Whether it is sent, or said.
  package var kind: TemplateKind
  /// What it is for, in short.
  package var says: String
  /// The text with its braces.
  package var text: String
  /// It must be approved before it is sent.
  package var needsApproval: Bool
  /// The person whose opinion is asked for before it is sent; empty: nobody.
  package var consult: String

  package init(
    id: String, clause: String = "", kind: TemplateKind = .message, says: String = "",
    text: String = "", needsApproval: Bool = false, consult: String = ""
  ) {
    self.id = id
    self.clause = clause
    self.kind = kind
    self.says = says
    self.text = text
    self.needsApproval = needsApproval
    self.consult = consult
  }
}

/// Which template a rule sends: one for every occasion, or one for each kind of milestone and each
/// festival.
package struct MessageChoice: Hashable, Sendable {
  /// Where nothing is said of the occasion; empty: no message.
  package var usual: String
  /// The template for each kind of milestone that has its own.
  package var byMilestone: [MilestoneKind: String]
  /// The template for each festival that has its own.
  package var byFestival: [Festival: String]

  package init(
    _ usual: String = "", byMilestone: [MilestoneKind: String] = [:],
    byFestival: [Festival: String] = [:]
  ) {
    self.usual = usual
    self.byMilestone = byMilestone
    self.byFestival = byFestival
  }

  /// The templates that it names, each once.
  package var names: Set<String> {
    Set([usual] + byMilestone.values + byFestival.values).subtracting([""])
  }
}

/// How a policy wants its messages to begin and end (短信规范).
package struct Frame: Hashable, Sendable {
  /// The clause that asks for it.
  package var clause: String
  /// One of these stands at the beginning, after the placeholders are filled; empty: anything.
  package var heads: [String]
  /// Stands at the end; empty: anything.
  package var tail: String
  /// The add-on it came with; nil: the policy's own.
  package var addOn: Int?

  /// What texts begin and end with.
  package init(clause: String = "", heads: [String] = [], tail: String = "", addOn: Int? = nil) {
    self.clause = clause
    self.heads = heads
    self.tail = tail
    self.addOn = addOn
  }
}

/// Questions that are asked in a contact and scored (满意度调查).
package struct Questionnaire: Hashable, Sendable {
  /// The id that rules refer to.
  package var id: String
  /// What it is for, in short.
  package var says: String
  /// What is asked, in order.
  package var questions: [String]
  /// The best score; 1 is the worst.
  package var scale: Int
  /// Questions that are answered in words, which stand in the contact's note (问答题).
  package var open: [String]
  /// By what it is to be taken; nil: by any.
  package var channel: Channel?

  package init(
    id: String, says: String = "", questions: [String] = [], scale: Int = 5, open: [String] = [],
    channel: Channel? = nil
  ) {
    self.id = id
    self.says = says
    self.questions = questions
    self.scale = scale
    self.open = open
    self.channel = channel
  }
}

/// What stands in braces in a template (占位符), filled for one customer when a text is made.
package enum Placeholder: String, CaseIterable, Hashable, Sendable {
  case project, name, title, layout, area, date, event, host, reason, obtained, hotline
  case csPhone = "cs_phone"
  case propertyPhone = "property_phone"
  case reservePhone = "reserve_phone"
  case consultant, company, minutes, specialist

  /// The names in braces of a text, each once, in order. An opening brace without its closing one
  /// is text.
  package static func names(in text: String) -> [String] {
    var names: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"),
      let close = rest[open...].firstIndex(of: "}")
    {
      let name = String(rest[rest.index(after: open)..<close])
      if !names.contains(name) { names.append(name) }
      rest = rest[rest.index(after: close)...]
    }
    return names
  }
}
