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

extension GivenValues {
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

  /// Refuses a value that names no text where it would be told in several: what one customer is told of
  /// a building must not answer another's complaint. What the office says of itself is the same in all.
  func check(against texts: [(template: Template, rules: [String])]) throws(Failure) {
    for value in values where value.of == nil && !value.place.isOfOffice {
      let filled = texts.filter { template, rules in
        Placeholder.names(in: template.text).contains(value.place.rawValue)
          && !isNamed(value.place, template.id, rules)
      }.map(\.template.id)
      let names = filled.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      guard names.count < 2 else {
        throw .text(.severalTexts(value.place, templates: names))
      }
    }
  }

  private func isNamed(_ place: Placeholder, _ template: String, _ rules: [String]) -> Bool {
    values.contains { value in
      value.place == place && value.of.map { $0 == template || rules.contains($0) } ?? false
    }
  }
}

extension Placeholder {
  /// Whether it says something of the office, which is true in every text.
  fileprivate var isOfOffice: Bool {
    OfficeSetting.places.contains { $0.place == self } || self == .host
  }
}
