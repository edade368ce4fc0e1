import ArgumentParser
import Core
import PolicyFiles
import Store

struct CheckMessage: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "check", "一段话合不合短信规范  Whether a text begins and ends as it should.",
    examples: "revisit message check \"尊敬的贵宾，祝您中秋快乐。\" --policy yufu",
    "revisit message check 祝您中秋快乐。 --policy wenxin")

  @OptionGroup var common: CommonOptions
  @Argument("短信全文  The text.", "TEXT") var text: String
  @Option("按哪份制度，默认现行的  By which policy.", "制度") var policy: String?

  func run() throws {
    let session = try Session(common)
    let text = try readText(text, at: "TEXT")
    let policy = try self.policy(session)
    let unfilled = Placeholder.names(in: text)
    var failures = unfilled.map { Failure.text(.openPlaceholder($0)) }
    let frame = policy.frames.first { $0.addOn == nil } ?? policy.frames.first
    failures += (frame?.problems(in: text) ?? []).map { Failure.text(.badFrame($0)) }
    guard failures.isEmpty else { throw Failure.several(failures, code: .data) }
    let words = OutgoingMessages.sound(text.count, clause: frame?.clause, policy.name)
    try session.answer(visible(session.say(words)) + "\n")
  }

  private func policy(_ session: Session) throws -> Policy {
    if let policy { return try loadPolicies([policy], Filling(takesSuggestions: true)).policy }
    return try session.inOffice(readOnly: true) { office in
      guard let policy = try office.reign(on: session.today)?.policy else {
        throw Failure.refusal(.noReign("\(session.today)"))
      }
      return policy
    }
  }
}

struct ApproveMessages: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "approve", "批准短信  Approve texts.",
    examples: "revisit message approve --all", "revisit message approve 1")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("编号，见 list  Their numbers.", "短信") var messages: [String] = []
  @Flag(help: "全部待批的  All that wait for it.") var all = false

  func run(in office: Office) throws {
    try office.require(.approveTexts)
    let session = office.session
    try refuseConflicts(("--all", all), (messages.first ?? "", !messages.isEmpty))
    if !all, messages.isEmpty { throw ApproveMessages.lacks("<短信>") }
    let chosen =
      all
      ? try office.store.waitingMessages(until: .last)
      : try messages.map { try office.message($0) }
    let waiting = chosen.filter { !$0.isReady }
    guard !waiting.isEmpty else {
      return try session.answer(session.say("没有待批的短信\n", "nothing waits for approval\n"))
    }
    let own = try waiting.filter { try office.isOwnStep($0.op) }
    let open = waiting.filter { !own.contains($0) }
    let ownDraft = DeniedFault.ownDraft(own.map { "\($0.id)" }.joined(separator: " "))
    if open.isEmpty || !all && !own.isEmpty { throw Failure.denied(ownDraft) }
    let numbers = open.map { "\($0.id)" }.joined(separator: " ")
    let headline = session.say(
      "批准 \(open.count) 条：\(numbers)\n", "approved \(open.count): \(numbers)\n")
    try office.write("message approve", headline: headline) { transaction in
      for id in Set(open.map(\.id)).sorted() { try transaction.take(.approved, for: id) }
    }
    try session.answerRecorded(Aftermath.undoHint(session))
    if !own.isEmpty { session.warn(ownDraft.complaint) }
  }
}
