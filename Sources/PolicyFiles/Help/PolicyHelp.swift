package import Core

/// What a key of the policy language means, with an example whose outcome is known.
package struct PolicyHelp: Hashable, Sendable {
  /// A command in an office under the example, and what stands in its answer.
  package struct Step: Hashable, Sendable {
    /// The day or the moment on which it is run.
    package let on: String
    package let command: String
    /// With one space where the answer has several.
    package let answer: String
  }

  /// The keys that it explains, the one it is known by first.
  package let keys: [String]
  package let says: Bilingual
  /// Lines of a policy file.
  package let example: String
  /// Lines of a case about it; empty where `steps` show what comes of it.
  package let facts: [String]
  package var milestones: [String] = []
  package var holidays: [String] = []
  package var on = ""
  package var owed: [String] = []
  /// In an office since 2026-11-01 with 李明 (置业顾问), 小陈 (客服) and 李明's customer 王芳 (女).
  package var steps: [Step] = []

  /// Every key, in the order in which a file is written.
  package static let all: [PolicyHelp] =
    [
      Policy.fileKeys.flatMap { $0.description.help() }, help(of: Segment.keys),
      help(of: Clause.keys),
      help(of: Audience.keys), help(of: Rule.keys), help(of: Duty.keys), help(of: Template.keys),
      help(of: Frame.keys), help(of: Questionnaire.keys),
    ].flatMap { $0 }

  private static func help<Owner>(of keys: [KeyDescription<Owner>]) -> [PolicyHelp] {
    keys.flatMap { $0.help() }
  }

  /// The entries that explain a key.
  package static func entries(_ key: String) -> [PolicyHelp] {
    all.filter { $0.keys.contains(key) }
  }

  package static var keys: [String] {
    all.flatMap(\.keys).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Every key that a policy file may have.
  package static let known: [String] =
    [
      Policy.fileKeys.map(\.name), names(of: Segment.keys), names(of: Clause.keys),
      names(of: Audience.keys), names(of: Rule.keys), names(of: Duty.keys),
      names(of: Template.keys), names(of: Frame.keys), names(of: Questionnaire.keys),
      names(of: TriggerKey.self), names(of: CadenceKey.self), names(of: ChannelKey.self),
      names(of: SettlementKey.self), names(of: WindowKey.self), names(of: CapKey.self),
      names(of: AversionKey.self), names(of: ParameterKey.self), names(of: EvidenceKey.self),
      names(of: PeriodKey.self), ["like"],
    ].flatMap { $0 }

  private static func names<Owner>(of keys: [KeyDescription<Owner>]) -> [String] {
    keys.flatMap(\.names)
  }

  /// The keys of a map that is a key's value.
  private static func names<Key: CaseIterable & RawRepresentable<String>>(
    of keys: Key.Type
  ) -> [String] {
    keys.allCases.map(\.rawValue)
  }

  /// A rule `r-1` with those lines.
  static func rule(
    _ keys: [String], _ zh: String, _ en: String, _ lines: [String], _ facts: [String] = [],
    on: String = "", owed: [String] = []
  ) -> PolicyHelp {
    let example = "rules:\n  - id: r-1\n" + lines.map { "    \($0)\n" }.joined()
    return PolicyHelp(
      keys: keys, says: Bilingual(zh, en), example: example, facts: facts, on: on, owed: owed)
  }

  static func file(
    _ keys: [String], _ zh: String, _ en: String, _ lines: [String], _ facts: [String] = [],
    on: String = "", owed: [String] = []
  ) -> PolicyHelp {
    PolicyHelp(
      keys: keys, says: Bilingual(zh, en), example: lines.map { $0 + "\n" }.joined(),
      facts: facts, on: on, owed: owed)
  }

  func with(milestones: [String] = [], holidays: [String] = []) -> PolicyHelp {
    var copy = self
    copy.milestones = milestones
    copy.holidays = holidays
    return copy
  }

  func shown(_ steps: (on: String, command: String, answer: String)...) -> PolicyHelp {
    var copy = self
    copy.steps = steps.map(Step.init)
    return copy
  }
}
