import ArgumentParser
import Core
import Store
import Values

struct UndoCommand: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "undo", "撤销自己最近的一步  Take back your newest step.",
    examples: "revisit undo", "revisit undo --list")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Flag(help: "最近的步骤和谁做的  The newest steps, and whose they are.") var list = false

  /// So many steps are listed.
  private static let listed = 20

  func run(in office: Office) throws {
    let session = office.session
    if list { return try session.answer(try steps(office), "步骤", "Steps", as: .table) }
    guard let op = try office.store.undoable(by: office.user) else {
      throw Failure.refusal(.nothingToUndo(others: try newestOfOthers(office)))
    }
    do {
      try office.write("undo", headline: try told(op, office) + "\n") { try $0.undo(op.id) }
    } catch StoreError.undoBlocked(let other, let blocker) {
      throw Failure.refusal(.undoBlocked(try step(op, office), by: other.told, blocker.words))
    }
    guard let next = try office.store.undoable(by: office.user) else { return }
    try session.answerRecorded(
      session.say("再撤销将是：", "the next would be: ") + (try step(next, office)) + "\n")
  }

  /// The user who made the newest step that stands.
  private func newestOfOthers(_ office: Office) throws -> String? {
    try office.store.newestOps(UndoCommand.listed).first { $0.undoneBy == nil && $0.undoes == nil }?
      .user
  }

  private func steps(_ office: Office) throws -> Listing.Section {
    let steps = try office.store.newestOps(UndoCommand.listed).map { op in
      (op: op, customer: try whom(op, office))
    }
    return Listing.Section(
      "steps", steps, ifEmpty: Bilingual("还没有步骤", "no steps yet"),
      [
        .init("step", "步骤", "Step", right: true) { .number(Int($0.op.id)) },
        .init("recorded", "时间", "When", least: 16) { .moment($0.op.recorded) },
        .init("user", "谁", "Who") { .text($0.op.user) },
        .init("command", "做了什么", "What") { .text($0.op.command) },
        .init("customer", "客户", "Customer") { .text($0.customer) },
        .init("state", "状态", "State") { .told(.bool($0.op.undoneBy != nil), state($0.op)) },
      ])
  }

  private func state(_ op: OpSummary) -> Bilingual {
    if let undoes = op.undoes { return Bilingual("撤销了 \(undoes)", "took back \(undoes)") }
    return op.undoneBy == nil ? Bilingual("", "") : Bilingual("已撤销", "taken back")
  }

  private func told(_ op: OpSummary, _ office: Office) throws -> String {
    office.session.say("已撤销：", "taken back: ") + (try step(op, office))
  }

  /// `log 2026-11-05 10:20 C000001 王芳`.
  private func step(_ op: OpSummary, _ office: Office) throws -> String {
    let whom = try whom(op, office)
    return visible("\(op.command) \(op.recorded)" + (whom.isEmpty ? "" : " " + whom))
  }

  private func whom(_ op: OpSummary, _ office: Office) throws -> String {
    try op.customer.flatMap { try office.store.customer($0) }.map { "\(number($0.id)) \($0.name)" }
      ?? ""
  }
}

struct VoidCommand: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "void", "作废一条旧记录，写明原因  Void an older record, with a reason.",
    examples: "revisit void 2 --reason 记错人",
    "revisit void \"记录 3\" --reason 记错级别")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("记录编号，见 show  The record's number.", "记录") var fact: String
  @Option("原因  Why.", "TEXT") var reason: String
  @OptionGroup var past: RewritePastOption

  func run(in office: Office) throws {
    let session = office.session
    let reason = try readText(reason, at: "--reason")
    let plain = halfWidth(fact)
    let digits = plain.hasPrefix("记录") ? String(plain.dropFirst(2)) : plain
    let id = Int64(try readNumber(trimmed(digits), at: "记录", in: 1...1_000_000_000_000))
    guard let owner = try office.store.customer(ofFact: id),
      let customer = try office.store.customer(owner),
      let record = try office.store.records(of: owner).first(where: { $0.fact.id == id })
    else { throw Failure.lookup(.noFact(fact)) }
    let words = try FactWords(office.store)
    let weeks = try office.weeksChanged(byVoiding: record.fact, of: owner)
    try office.checkPast(weeks, at: "记录", isMeant: past.rewritePast)
    try office.change(customer, "void") { transaction in
      try transaction.void(id, reason: reason)
      let told = session.say(words.tell(record.fact.body, record.texts))
      let line = session.sayRecord(id, record.fact.moment, told)
      return [session.say("作废 \(line)（\(reason)）", "void: \(line) (\(reason))")]
    }
  }
}
