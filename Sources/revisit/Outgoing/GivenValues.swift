import Core
import Values

/// What `--set` gives: `wx-1.3.obtained=主体封顶` for one text, `hotline=0571-8888` for whichever needs
/// it.
struct GivenValues {
  /// What text the value is for: a template's id, or a rule's that sends one; nil: any.
  private struct Value {
    let of: String?
    let place: Placeholder
    let text: String
  }

  private var values: [Value] = []

  init() {}

  /// - Parameter policies: those whose templates and rules can be named.
  init(_ texts: [String], _ policies: [Policy]) throws(Failure) {
    for text in texts {
      guard let equals = text.firstIndex(where: { $0 == "=" || $0 == "＝" }) else {
        throw .usage(.missingValue("--set \(text)"))
      }
      let name = trimmed(String(text[..<equals]))
      let dot = name.lastIndex(of: ".")
      let place = try GivenValues.place(dot.map { String(name[name.index(after: $0)...]) } ?? name)
      let owner = dot.map { String(name[..<$0]) }
      if let owner { try GivenValues.check(owner, policies) }
      values.append(
        Value(
          of: owner, place: place,
          text: try readText(String(text[text.index(after: equals)...]), at: "--set \(name)")))
    }
  }

  private static func place(_ name: String) throws(Failure) -> Placeholder {
    if let place = Placeholder(rawValue: name) { return place }
    throw .value("--set", .unknownWord(name, among: Placeholder.allCases.map(\.rawValue)))
  }

  private static func check(_ owner: String, _ policies: [Policy]) throws(Failure) {
    let senders = policies.flatMap(\.rules).filter { !$0.message.names.isEmpty }.map(\.id)
    let known = policies.flatMap(\.templates).map(\.id) + senders
    guard known.contains(owner) else {
      throw .lookup(.noTemplate(owner, nearest: nearest(to: owner, among: known)))
    }
  }
}

/// A text for which values may be given.
struct TextToFill {
  let template: Template
  /// The rules that send it.
  let rules: [String]
  /// Whose case it is about; nil: it is about none.
  let ofCase: String?
  /// What the case itself says.
  let known: [Placeholder: String]
}

extension GivenValues {
  /// The values for that text. One that names no text does not go before what the case itself says.
  func values(for text: TextToFill) -> [Placeholder: String] {
    values(for: text.template.id, of: text.rules).filter { place, _ in
      text.known[place] == nil || isNamed(place, text)
    }
  }

  /// The values for that text; one that names it goes before one that names none.
  ///
  /// - Parameter rules: those that send it.
  func values(for template: String, of rules: [String]) -> [Placeholder: String] {
    var found: [Placeholder: String] = [:]
    for value in values where value.of == nil { found[value.place] = value.text }
    for value in values {
      if let owner = value.of, owner == template || rules.contains(owner) {
        found[value.place] = value.text
      }
    }
    return found
  }

  /// Refuses a value that names no text where it would be told in several, and any that would answer the
  /// cases of several customers: what one is told of a building must not answer another's complaint. What
  /// the office says of itself is the same in all.
  func check(against texts: [TextToFill]) throws(Failure) {
    for value in values where !value.place.isOfOffice {
      let filled = texts.filter { text in
        Placeholder.names(in: text.template.text).contains(value.place.rawValue)
          && (value.of.map(text.isNamed) ?? !isNamed(value.place, text))
      }
      let names = unrepeated(filled.map(\.template.id))
      guard value.of != nil || names.count < 2 else {
        throw .text(.severalTexts(value.place, templates: names))
      }
      let answered = filled.filter { value.of != nil || $0.known[value.place] == nil }
      let customers = unrepeated(answered.compactMap(\.ofCase))
      guard customers.count < 2 else {
        throw .text(.severalCases(value.place, customers: customers))
      }
    }
  }

  private func unrepeated(_ names: [String]) -> [String] {
    names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func isNamed(_ place: Placeholder, _ text: TextToFill) -> Bool {
    values.contains { $0.place == place && $0.of.map(text.isNamed) ?? false }
  }
}

extension TextToFill {
  /// Whether the name is its template's, or that of a rule that sends it.
  func isNamed(_ name: String) -> Bool { name == template.id || rules.contains(name) }
}

extension Placeholder {
  /// Whether it says something of the office, which is true in every text.
  fileprivate var isOfOffice: Bool {
    OfficeSetting.places.contains { $0.place == self } || self == .host
  }
}
