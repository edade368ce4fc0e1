import ArgumentParser
import Core
import Store
import Values

struct UndoCommand: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "undo", "撤销自己最近的一步  Take back your newest step.",
    examples: "revisit undo", "revisit undo --op 20261105-1")

  @OptionGroup var common: CommonOptions
  @OptionGroup var operation: OperationOption

  func run(in office: Office) throws {
    let session = office.session
    guard let op = try office.store.undoable(by: office.user) else {
      throw Failure.refusal(.nothingToUndo)
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

  private func told(_ op: OpSummary, _ office: Office) throws -> String {
    office.session.say("已撤销：", "taken back: ") + (try step(op, office))
  }

  /// `log 2026-11-05 10:20 C000001 王芳`.
  private func step(_ op: OpSummary, _ office: Office) throws -> String {
    let customer = try op.customer.flatMap { try office.store.customer($0) }
    let whom = customer.map { " \(number($0.id)) \($0.name)" } ?? ""
    return visible("\(op.command) \(op.recorded)\(whom)")
  }
}

struct VoidCommand: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "void", "作废一条旧记录，写明原因  Void an older record, with a reason.",
    examples: "revisit void 2 --reason 记错人",
    "revisit void \"记录 3\" --reason 记错级别")

  @OptionGroup var common: CommonOptions
  @OptionGroup var operation: OperationOption
  @Argument(help: ArgumentHelp("记录编号，见 show  The record's number.", valueName: "记录"))
  var fact: String
  @Option(
    parsing: .unconditional, help: ArgumentHelp("原因  Why.", valueName: "TEXT"))
  var reason: String
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
