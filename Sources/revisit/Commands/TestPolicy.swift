import ArgumentParser
import Core
import Intake
import PolicyFiles
import Store

struct TestPolicy: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "test", "按用例文件检验制度  Run the cases of a file.",
    examples: "revisit policy test 用例.yaml", "revisit policy test 用例.yaml --lang en")

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
