import ArgumentParser
import Core
import PolicyFiles
import Store
import Values

struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "回访制度  The callback policy.",
    subcommands: [
      ListPolicies.self, ShowPolicy.self, CheckPolicy.self, DiffPolicies.self, AdoptPolicy.self,
      PlanPolicy.self, RehearsePolicy.self, TestPolicy.self, CoveragePolicy.self,
      HelpPolicy.self,
      ExplainProblem.self,
    ])
}

struct ListPolicies: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "list", "施行过的和内置的制度  Policies adopted and built in.",
    examples: "revisit policy list", "revisit policy list --format csv")

  @OptionGroup var common: CommonOptions
  @OptionGroup var format: FormatOption

  func run() throws {
    let session = try Session(common)
    let format = try format.read()
    let adopted =
      try session.hasDatabase
      ? session.inOffice(readOnly: true) { try $0.store.reigns() } : []
    let current = adopted.last { $0.from <= session.today }?.id
    var lines = adopted.map {
      Line($0.policy.name, $0.from, $0.id == current, $0.policy.title)
    }
    for name in PolicyFile.embeddedNames where !adopted.contains(where: { $0.policy.name == name })
    {
      let loaded = PolicyFile.load(named: name, Filling(takesSuggestions: true))
      lines.append(Line(name, nil, false, try? loaded?.get().policy.title))
    }
    try session.answer(listing(lines), "制度", "Policies", as: format)
  }

  private typealias Line = (policy: String, from: Day?, isInForce: Bool, title: String?)

  private func listing(_ lines: [Line]) -> Listing.Section {
    Listing.Section(
      "policies", lines,
      [
        .init("policy", "制度", "Policy") { .text($0.policy) },
        .init("from", "施行自", "From") { .optional($0.from) },
        .init("in_force", "现行", "In force") { .yes($0.isInForce, Bilingual("是", "yes")) },
        .init("title", "名称", "Title") { .optional($0.title) },
      ])
  }
}

struct CheckPolicy: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "check", "检查制度文件  Check a policy file.",
    examples: "revisit policy check 制度.yaml", "revisit policy check qnc special-days")

  @OptionGroup var common: CommonOptions
  @OptionGroup var filling: FillingOption
  @Argument("制度文件，几份合用就都写  The file, or several side by side.", "文件") var files: [String]

  func run() throws {
    let session = try Session(common)
    do {
      let loaded = try loadPolicies(files, try filling.read())
      let coverage = ClassWords(ClassCoverage(loaded.policy), loaded.policy.vocabulary)
      let told = [PolicyWords.checked(files, loaded.policy)] + coverage.lines
      try session.answer(told.map { visible(session.say($0)) + "\n" }.joined())
      for remark in loaded.remarks { session.warn(remark.told.wrong) }
    } catch Failure.policy(let diagnostics) where Terminal.showsProblems {
      // A person sees the lines that are meant; a log keeps one line a problem.
      let lines = diagnostics.flatMap { PolicyMessages.lines($0, session.language) }
      try? Output.problems.write(lines.joined(separator: "\n") + "\n")
      throw Failure.several([], code: .policy)
    }
  }
}

struct AdoptPolicy: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "adopt", "自某日起施行一份制度  Let a policy reign from a day.",
    examples: "revisit policy adopt yufu --from +7天",
    "revisit policy adopt qnc special-days --from +7天")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @OptionGroup var filling: FillingOption
  @Argument("内置名或文件，合用的都写  Built in or files, side by side.", "制度") var policies: [String]
  @Option("自哪天起  From when.", "DAY") var from: String
  @OptionGroup var past: RewritePastOption

  func run(in office: Office) throws {
    try office.require(.adoptPolicy)
    let session = office.session
    let day = try session.day(from, at: "--from", lean: .present)
    let filling = try filling.read()
    let loaded = try office.load(policies, filling)
    let weeks = try office.weeksChanged(byAdopting: loaded.policy, from: day)
    try office.checkPast(weeks, at: "--from", isMeant: past.rewritePast)
    let name = visible(loaded.policy.name)
    let headline = session.say(
      "制度 \(name) 自 \(session.say(day))起施行\n", "policy \(name) reigns from \(session.say(day))\n"
    )
    try office.write("policy adopt", headline: headline) {
      try $0.adopt(loaded.policy, source: loaded.source, from: day)
    }
    let staff = try office.store.staff().map(\.name)
    for name in Set(loaded.policy.traitAudiences.flatMap(\.consultants)).sorted()
    where !staff.contains(name) { session.warn(PolicyWords.notOfStaff(name)) }
    for remark in loaded.remarks { session.warn(remark.told.wrong) }
    try session.answerRecorded(session.sayOurs(of: loaded.policy) + Aftermath.undoHint(session))
  }
}

extension Session {
  /// Which values of a policy that was adopted are not its own, and how to set them.
  func sayOurs(of policy: Policy) -> String {
    PolicyWords.ours(of: policy).map { visible(say($0)) + "\n" } ?? ""
  }
}

struct ExplainProblem: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "explain", "解释一个错误码，如 P104  Explain a code of check.",
    examples: "revisit policy explain P104", "revisit policy explain P104 --lang en")

  @OptionGroup var common: CommonOptions
  @Argument("错误码  The code.", "CODE") var code: String

  func run() throws {
    let session = try Session(common)
    guard
      let entry = PolicyMessages.explanation(halfWidth(code), session.language)
    else {
      let codes = PolicyMessages.codes
      let near = nearest(to: code.uppercased(), among: codes).map { Bilingual($0, $0) }
      throw Failure.value(
        "CODE", .unknownWord(code, nearest: near, choices: codes.map { Bilingual($0, $0) }))
    }
    let example = entry.example.split(separator: "\n").map { "    \($0)\n" }.joined()
    try session.answer("\(entry.code)  \(entry.title)\n\n\(entry.why)\n\n\(example)")
  }
}
