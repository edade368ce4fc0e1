import ArgumentParser
import Core
import Store
import Values

struct TransferCommand: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "transfer", "客户交接：离职，或休假时临时交给同事  Hand a consultant's customers over.",
    examples: "revisit transfer --from 李明 --to 陈静 --witness 王经理",
    "revisit transfer --temporary --from 李明 --to 陈静 --until +7天")

  @OptionGroup var common: CommonOptions
  @OptionGroup var operation: OperationOption
  @Option(
    parsing: .unconditional, help: ArgumentHelp("谁交出  Whose customers.", valueName: "姓名"),
    completion: .staff)
  var from: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("交给谁，可几位，如 李明、陈静  To whom; several share them.", valueName: "姓名"),
    completion: .staff)
  var to: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("监交人：经理或管理员  The witness, a manager.", valueName: "姓名"), completion: .staff)
  var witness: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("自哪天起，默认今天  From when.", valueName: "DAY"))
  var on: String?
  @Flag(help: "临时交接，到期自动交还  For a time; they go back by themselves.")
  var temporary = false
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("临时交接的最后一天  The last day of it.", valueName: "DAY"))
  var until: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("交接单写到这个目录  The folder for the sheets.", valueName: "目录"))
  var out: String?
  @OptionGroup var past: RewritePastOption

  func run(in office: Office) throws {
    try office.require(.transfer)
    let session = office.session
    var plan = try plan(office)
    try office.fill(&plan)
    guard !plan.items.isEmpty else {
      throw Failure.refusal(.nothingToTransfer(plan.from.name))
    }
    try checkPast(plan, office)
    if let out { try FileAccess.ofProcess().checkWriting(out + "/.") }
    let drafts = try plan.last == nil ? office.successorTexts(plan) : DraftPlan()
    let note = session.say(note(plan))
    let headline = plan.sheet().text(as: .table, session) + "\n"
    try office.write("transfer", headline: headline) { transaction in
      try transaction.carryOut(plan, at: session.now, by: office.user.staff, note: note)
      for (draft, _) in drafts.drafts { try transaction.draft(draft) }
    }
    try tell(plan, drafts, session)
  }

  private func plan(_ office: Office) throws -> TransferPlan {
    let session = office.session
    guard temporary == (until != nil) else {
      throw Failure.usage(
        temporary ? .needs("--temporary", "--until") : .needs("--until", "--temporary"))
    }
    let from = try office.staff(from, at: "--from")
    var successors: [Staff] = []
    for name in listed(to) {
      let member = try office.colleague(name, at: "--to")
      guard member.id != from.id else {
        throw Failure.refusal(.takesOwn(member.name, place: "--to"))
      }
      if !successors.contains(member) { successors.append(member) }
    }
    let day = try on.map { try session.day($0, at: "--on", lean: .plan) } ?? session.today
    let last = try until.map { try session.day($0, at: "--until", lean: .plan) }
    if let last, last < max(day, session.today) {
      throw Failure.value(
        "--until", .time(.past("\(last)", earliest: "\(max(day, session.today))")))
    }
    guard witness != nil || temporary else { throw TransferCommand.lacks("--witness") }
    let witness = try witness.map { try office.colleague($0, at: "--witness") }
    if let witness {
      let isPart = witness.id == from.id || successors.contains { $0.id == witness.id }
      guard !isPart, try office.leads(witness) else {
        throw Failure.refusal(.noWitness(witness.name))
      }
    }
    return TransferPlan(from: from, to: successors, witness: witness, day: day, last: last)
  }

  private func checkPast(_ plan: TransferPlan, _ office: Office) throws {
    guard plan.day < office.session.today.monday else { return }
    let engine = try office.engine()
    let weeks = try plan.items.flatMap { item in
      try office.weeksChanged(byGiving: item.customer.id, to: item.to.id, since: plan.day, engine)
    }
    let each = Set(weeks).sorted { $0.lowerBound < $1.lowerBound }
    try office.checkPast(each, at: "--on", isMeant: past.rewritePast)
  }

  private func note(_ plan: TransferPlan) -> Bilingual {
    let what = TransferMessages.note(from: plan.from.name, isTemporary: plan.last != nil)
    guard let witness = plan.witness else { return what }
    return [what, TransferMessages.witness(witness.name)].joined(separator: "  ")
  }

  private func tell(_ plan: TransferPlan, _ drafts: DraftPlan, _ session: Session) throws {
    if let out { try writeSheets(plan, to: out, session) }
    for customer in drafts.unreachable {
      session.warn(OutgoingMessages.noPhone("\(number(customer.id)) \(customer.name)"))
    }
    drafts.failures.flatMap(\.complaints).forEach(session.warn)
    var text = ""
    if plan.last == nil {
      let waiting = drafts.drafts.count { $0.draft.needsApproval }
      text = session.say(TransferMessages.drafted(drafts.drafts.count, toApprove: waiting)) + "\n"
    }
    try session.answerRecorded(text + Aftermath.undoHint(session))
  }

  /// A sheet for each successor, to read and to print.
  private func writeSheets(_ plan: TransferPlan, to path: String, _ session: Session) throws {
    let folder = try Folder(path: path, sparing: session.databasePath)
    for member in plan.to {
      let sheet = plan.sheet(for: member)
      let name = session.say("交接-", "handover-") + visible(member.name.replacing("/", with: "_"))
      try folder.write(sheet.page(session.language, on: Terminal(width: 100)), to: name + ".txt")
      try folder.write(sheet.html(session.language), to: name + ".html")
    }
  }
}
