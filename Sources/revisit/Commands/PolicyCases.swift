import ArgumentParser
import Core
import Intake
import PolicyFiles
import Store

struct TestPolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "按用例文件检验制度  Run the cases of a file.")

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("用例文件  The file with the cases.", valueName: "文件"))
  var file: String

  func run() throws {
    let session = try Session(common)
    let policies = CasePolicies(folder: file.lastIndex(of: "/").map { String(file[...$0]) } ?? "")
    let cases = try readCases(policies)
    var failed = 0
    for policyCase in cases {
      let policy = try policies.policy(of: policyCase)
      let calendar = WorkCalendar(years: YearFile.embedded(), company: policyCase.holidays)
      let differences = policyCase.differences(policy, calendar)
      guard !differences.isEmpty else { continue }
      failed += 1
      let lines = differences.map { session.say(PolicyTestMessages.told($0)) }
      let head = "\(file):\(policyCase.place.line): \(policyCase.name)"
      try session.answer(([head] + lines.map { "  " + $0 }).map { visible($0) + "\n" }.joined())
    }
    guard failed == 0 else {
      throw Failure.refusal(.casesFail(file: file, failed: failed, of: cases.count))
    }
    try session.answer(
      session.say(
        "\(visible(file))：\(cases.count) 个用例都对\n",
        "\(visible(file)): \(counted(cases.count, "case holds", many: "cases hold"))\n")
    )
  }

  private func readCases(_ policies: CasePolicies) throws -> [PolicyTest] {
    let text: String?
    do { text = try PolicyFile.text(path: file) } catch {
      switch error {
      case .missing: throw Failure.file(path: file, .missing)
      case .notAFile: throw Failure.file(path: file, .notAFile)
      case .refused(let number): throw Failure.file(path: file, .unreadable(reason(number)))
      }
    }
    let result = PolicyTestFile.read(
      text: text ?? "", file: file, vocabulary: policies.vocabulary(of:))
    switch result {
    case .success(let cases): return cases
    case .failure(let problems): throw Failure.policy(problems.diagnostics)
    }
  }
}

/// The policies of a file of cases, each read once. A class, because reading the cases and running
/// them share what has been read.
private final class CasePolicies {
  private let folder: String
  private var read: [[String]: [(values: [String: String], policy: Policy)]] = [:]

  init(folder: String) { self.folder = folder }

  func policy(of policyCase: PolicyTest) throws -> Policy {
    let names = policyCase.policies.map(path)
    if let known = read[names]?.first(where: { $0.values == policyCase.values }) {
      return known.policy
    }
    let policy = try loadPolicies(names, Filling(policyCase.values)).policy
    read[names, default: []].append((policyCase.values, policy))
    return policy
  }

  /// Of a policy that cannot be read none; what is wrong with it is told when the case is run.
  func vocabulary(of policyCase: PolicyTest) -> Vocabulary {
    (try? policy(of: policyCase).vocabulary) ?? Vocabulary()
  }

  /// A file is named from the folder of the cases.
  private func path(_ policy: String) -> String {
    PolicyFile.embeddedNames.contains(policy) || policy.hasPrefix("/") ? policy : folder + policy
  }
}

/// The words of cases.
enum PolicyTestMessages {
  static func told(_ difference: PolicyTestDifference) -> Bilingual {
    switch difference {
    case .missing(let expected):
      let window = expected.window.map { " " + $0 } ?? ""
      return Bilingual(
        "应有 \(expected.rule)\(window)，没有", "\(expected.rule)\(window) should be owed, is not")
    case .otherWindow(let expected, let found):
      let (wanted, found) = (expected.window ?? "", found)
      return Bilingual(
        "\(expected.rule) 应为 \(wanted)，实为 \(found.joined(separator: "、"))",
        "\(expected.rule) should be \(wanted), is \(found.joined(separator: ", "))")
    case .unwanted(let rule, let window):
      return Bilingual("不应有 \(rule)，却有 \(window)", "\(rule) should not be owed, is \(window)")
    }
  }
}

// MARK: - A case from a customer

/// Writes what is known of a customer as a case, without names, phones and notes.
struct CaseText {
  let history: History
  let engine: Engine
  let now: Moment

  /// Nil where no policy reigns.
  var text: String? {
    guard let policy = engine.reign(on: now.day)?.policy else { return nil }
    let facts = history.facts.filter { !now.isSurelyBefore($0.moment) }
    var lines = ["cases:", "  - name: 客户在 \(now) 的情形"]
    lines.append("    policy: [\(policy.name.split(separator: "+").joined(separator: ", "))]")
    lines += parameters(policy)
    if let source = history.source { lines.append("    source: \(source.chinese)") }
    lines += list("facts", facts.compactMap(line))
    lines += list("milestones", milestones)
    lines += list("holidays", engine.calendar.company.filter(\.isHoliday).map(line))
    lines.append("    from: \(engine.reign(on: now.day)?.from.description ?? "")")
    lines.append("    on: \(now)")
    lines += list("owed", owed)
    lines.append("    not: all")
    return lines.joined(separator: "\n") + "\n"
  }

  private func parameters(_ policy: Policy) -> [String] {
    let given = policy.parameters.filter { !$0.isOurs && $0.value != nil }
    let pairs = given.map { "\($0.name): \"\($0.value ?? "")\"" }
    return pairs.isEmpty ? [] : ["    set: {\(pairs.joined(separator: ", "))}"]
  }

  private func list(_ key: String, _ items: [String]) -> [String] {
    items.isEmpty ? [] : ["    \(key):"] + items.map { "      - \"\($0)\"" }
  }

  /// Those that concern the customer: a case knows no buildings.
  private var milestones: [String] {
    engine.milestones.filter {
      engine.homes.concerns(history.customer, Building($0.building))
    }.map { milestone in
      let until = milestone.lastDay > milestone.day ? " 至 \(milestone.lastDay)" : ""
      return "\(milestone.day) \(milestone.kind.chinese)\(until)"
    }
  }

  private func line(_ days: CompanyDays) -> String {
    "\(days.days.lowerBound) 至 \(days.days.upperBound) 公司放假"
  }

  private var owed: [String] {
    guard case .line(let line) = engine.agenda(of: history, at: now) else { return [] }
    return line.reasons.filter(\.isListed)
      .map { "\(engine.rule($0.rule).id) \($0.opens)..\($0.due)" }
  }

  /// As the file of cases has it; nil for what no case needs.
  private func line(_ fact: Fact) -> String? {
    words(fact.body).map { "\(fact.moment) \($0)" }
  }

  private func words(_ body: Fact.Body) -> String? {
    switch body {
    case .event(let kind): kind.chinese
    case .grade(let grade): grade.map { "级别 \($0.name)" }
    case .tag(let tag, let on): "\(on ? "标签" : "去标签") \(tag.chinese)"
    case .averse(let on): on ? "反感" : "不再反感"
    case .doNotContact(let on): on ? "免打扰" : "可以联系"
    case .contact(let contact):
      "\(contact.channel.chinese) \(contact.outcome.chinese)"
        + (contact.next.map { " 约 \($0)" } ?? "")
    case .postponement(let moment): "延期 \(moment)"
    case .skip(let rule): "免做 \(rule)"
    case .birthday(let fact):
      fact.birthday.map { "\(fact.owner == .own ? "生日" : "家属生日") \($0)" }
    case .step(let step):
      "\(step.kind.chinese) \(step.step.chinese) \(step.urgency.chinese) #\(step.caseNumber)"
    case .hours, .owner: nil
    }
  }
}
