import ArgumentParser
import Core
import PolicyFiles
import Store

struct ShowPolicy: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "show", "逐条显示制度，默认现行的  Tell a policy clause by clause.",
    examples: "revisit policy show", "revisit policy show yufu")

  @OptionGroup var common: CommonOptions
  @Argument("内置名或文件  Built in, or a file.", "制度") var policy: String?
  @Flag(help: "原文  The text as it was adopted.") var source = false

  func run() throws {
    let session = try Session(common)
    if let policy {
      let loaded = try loadPolicy(policy, Filling(takesSuggestions: true))
      return try session.answer(source ? loaded.source : text(of: loaded.policy, session))
    }
    try session.inOffice(readOnly: true) { office in
      guard let reign = try office.reign(on: session.today) else {
        throw Failure.refusal(.noReign("\(session.today)"))
      }
      if source {
        let adopted = try office.store.policySources().first { $0.id == reign.id }
        return try session.answer(adopted?.source ?? "")
      }
      try session.answer(
        session.say("施行自 \(reign.from)\n", "in force from \(reign.from)\n")
          + (PolicyWords.nameless(reign.policy, from: session.today).map { session.say($0) + "\n" }
            ?? "") + text(of: reign.policy, session))
    }
  }

  private func text(of policy: Policy, _ session: Session) -> String {
    let naming = Naming(policy)
    var lines = ["\(policy.name)  \(policy.title)"]
    let ours = Set(policy.ours.map { "$\($0.name)" })
    let mark = session.say(PolicyWords.ours)
    let pairs = policy.keyValues.filter { $0.key != "title" }.map { pair in
      ours.contains(pair.key)
        ? KeyValue(pair.key, shown: pair.text.map { $0 + mark }, file: nil) : pair
    }
    lines += shown(pairs, session)
    if !ours.isEmpty { lines.append("  " + session.say(PolicyWords.howToSet(policy.name))) }
    for rule in policy.rules {
      lines += ["", rule.id] + shown(rule.keyValues(naming: naming), session)
    }
    for segment in policy.segments {
      lines += ["", segment.id] + shown(segment.keyValues(naming: naming), session)
    }
    for duty in policy.duties {
      lines += ["", duty.id] + shown(duty.keyValues(naming: naming), session)
    }
    for template in policy.templates {
      lines += ["", template.id] + shown(template.keyValues(naming: naming), session)
    }
    for survey in policy.surveys {
      lines += ["", survey.id] + shown(survey.keyValues(naming: naming), session)
    }
    for clause in policy.clauses {
      lines += ["", clause.id] + shown(clause.keyValues(naming: naming), session)
    }
    return lines.map { visible($0) + "\n" }.joined()
  }

  private func shown(_ pairs: [KeyValue], _ session: Session) -> [String] {
    pairs.flatMap { pair -> [String] in
      guard let text = pair.text else { return [] }
      let head = "  \(pair.key): "
      let room = max(20, session.terminal.width - Width.of(head))
      let blank = String(repeating: " ", count: Width.of(head))
      return Width.wrap(text, room).enumerated().map { ($0 == 0 ? head : blank) + $1 }
    }
  }
}

struct DiffPolicies: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "diff", "两份制度有何不同  What differs between two policies.",
    examples: "revisit policy diff qnc yufu", "revisit policy diff qnc 制度.yaml")

  @OptionGroup var common: CommonOptions
  @Argument("内置名或文件  Built in, or a file.", "甲") var old: String
  @Argument("内置名或文件  Built in, or a file.", "乙") var new: String
  @OptionGroup var format: PageOption

  func run() throws {
    let session = try Session(common)
    let format = try format.read()
    let before = try loadPolicy(old, Filling(takesSuggestions: true)).policy
    // A word that both declare is one word.
    let filling = Filling(takesSuggestions: true, vocabulary: before.vocabulary)
    let difference = PolicyFile.diff(before, try loadPolicy(new, filling).policy)
    guard format == .table else { return try session.answer(difference.data, as: format) }
    guard !difference.isEmpty else {
      return try session.answer(session.say("没有不同\n", "no difference\n"))
    }
    var lines = changes(difference.settings)
    lines += section(difference.rules, session.say("规则", "rule"))
    lines += section(difference.segments, session.say("特殊客户", "segment"))
    lines += section(difference.clauses, session.say("条款", "clause"))
    try session.answer(lines.map { visible($0) + "\n" }.joined())
  }

  private func section(_ section: PolicyDifference.Section, _ title: String) -> [String] {
    let renamed = section.renamed.map { "= \(title) \($0.old) -> \($0.new)" }
    let changed = section.changed.flatMap { item in
      let name = item.old == item.new ? item.new : "\(item.old) -> \(item.new)"
      return ["~ \(title) \(name)"] + changes(item.fields).map { "  " + $0 }
    }
    return section.removed.map { "- \(title) \($0)" } + section.added.map { "+ \(title) \($0)" }
      + changed + renamed
  }

  private func changes(_ fields: [PolicyDifference.FieldChange]) -> [String] {
    fields.map { "  \($0.key): \($0.old ?? "-") -> \($0.new ?? "-")" }
  }
}
