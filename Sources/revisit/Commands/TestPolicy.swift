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
  @Argument("用例文件  The file with the cases.", "文件") var file: String

  func run() throws {
    let session = try Session(common)
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    let policies = CasePolicies(folder: folder, session)
    let cases = try readCases(policies)
    var failed = 0
    for policyCase in cases {
      let differences = try policies.differences(policyCase)
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
  private let session: Session
  private var adopted: (reigns: [Reign], calendar: WorkCalendar)?
  private var read: [[String]: [(values: [String: String], policy: Policy)]] = [:]

  init(folder: String, _ session: Session) {
    self.folder = folder
    self.session = session
  }

  func differences(_ policyCase: PolicyTest) throws -> [PolicyTestDifference] {
    guard let day = policyCase.adopted else {
      let calendar = WorkCalendar(years: YearFile.embedded(), company: policyCase.holidays)
      return policyCase.differences(try policy(of: policyCase), calendar)
    }
    // The company's days are the case's own.
    let office = try office()
    let reigns = office.reigns.filter { $0.from <= day }
    guard reigns.last?.from == day else { throw Failure.refusal(.noReign("\(day)")) }
    return policyCase.differences(
      under: reigns, office.calendar.with(company: policyCase.holidays))
  }

  private func policy(of policyCase: PolicyTest) throws -> Policy {
    let names = policyCase.policies.map(path)
    if let known = read[names]?.first(where: { $0.values == policyCase.values }) {
      return known.policy
    }
    let policy = try loadPolicies(names, Filling(policyCase.values)).policy
    read[names, default: []].append((policyCase.values, policy))
    return policy
  }

  private func office() throws -> (reigns: [Reign], calendar: WorkCalendar) {
    if let adopted { return adopted }
    let read = try session.inOffice(readOnly: true) {
      (try $0.store.reigns(), try $0.calendar().work)
    }
    adopted = read
    return read
  }

  /// Of a policy that cannot be read none; what is wrong with it is told when the case is run.
  func vocabulary(of policyCase: PolicyTest) -> Vocabulary {
    guard policyCase.adopted == nil else {
      let reigns = (try? office().reigns) ?? []
      return reigns.reduce(into: Vocabulary()) { $0.formUnion($1.policy.vocabulary) }
    }
    return (try? policy(of: policyCase).vocabulary) ?? Vocabulary()
  }

  /// A file is named from the folder of the cases.
  private func path(_ policy: String) -> String {
    PolicyFile.embeddedNames.contains(policy) || policy.hasPrefix("/") ? policy : folder + policy
  }
}
