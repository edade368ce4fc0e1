import ArgumentParser
import Core
import Store
import Values

/// A milestone slips: who has not been told is told by the new day, who was told gets a correction.
struct MilestoneMove: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "move", "节点改期  Put a milestone on another day.",
    examples: "revisit milestone move 1 --on +20天",
    "revisit milestone move 1 --on +20天 --until +22天")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("编号，见 milestone list  Its number.", "节点") var milestone: String
  @Option("新的日期  Its new day.", "DAY") var on: String
  @Option("新的末日  Its new last day.", "DAY") var until: String?

  func run(in office: Office) throws {
    let session = office.session
    let id = Int64(try readNumber(milestone, at: "节点", in: 1...1_000_000_000))
    let day = try session.day(on, at: "--on", lean: .plan)
    let last = try until.map { try session.day($0, at: "--until", lean: .plan) }
    if let last, last < day {
      throw Failure.value("--until", .time(.past("\(last)", earliest: "\(day)")))
    }
    let engine = try office.engine()
    guard let old = engine.milestones.first(where: { $0.id == id }) else {
      throw Failure.lookup(.noMilestone(milestone))
    }
    var new = old
    new.move(to: day, until: last, at: session.now)
    let told = try office.told(of: old, engine)
    let plan = try office.corrections(new, told, engine)
    try record(old, new, told: told.count, plan, office)
  }

  private func record(
    _ old: Milestone, _ new: Milestone, told: Int, _ plan: DraftPlan, _ office: Office
  ) throws {
    let session = office.session
    let words = try office.store.vocabulary()
    let name = session.say(WhyMessages.milestone(old, in: words))
    let headline = "\(name)  \(session.say(old.day)) → \(session.say(new.day))"
    let waiting = try office.store.waitingMessages(until: .last).filter {
      $0.draft.occasion.hasPrefix("milestone:\(old.id):")
        || $0.draft.occasion == "weather:\(old.day)"
    }
    var lines: [String] = []
    try office.write("milestone move", headline: visible(headline) + "\n") { transaction in
      try transaction.move(milestone: old.id, to: new.day, until: new.lastDay)
      for message in waiting { try transaction.drop(message.id) }
      for (draft, customer) in plan.drafts {
        let number = try transaction.draft(draft)
        lines.append(
          session.say("更正 短信 \(number)", "correction, message \(number)")
            + "  \(customer.name)  \(draft.text)")
      }
    }
    for complaint in plan.failures.flatMap(\.complaints) { session.warn(complaint.wrong) }
    for customer in plan.unreachable { session.warn(OutgoingMessages.noPhone(customer.name)) }
    lines.append(
      session.say(
        "已告知 \(told) 位，起草更正 \(plan.drafts.count) 条；其余按新日期通知",
        "\(told) told before, \(counted(plan.drafts.count, "correction")) drafted; the rest are told by the new day"
      ))
    let text = lines.map { visible($0) + "\n" }.joined()
    try session.answerRecorded(text + Aftermath.undoHint(session))
  }
}

extension Office {
  /// Customers with a contact that settled something owed for the milestone, or a text about it, and
  /// the day of which they were told last.
  fileprivate func told(
    of milestone: Milestone, _ engine: Engine
  ) throws -> [CustomerID: Day] {
    let now = session.now
    let first = min(now.day, milestone.day) + -120
    let pass = EnginePass(engine, at: now, days: first...max(now.day, milestone.lastDay))
    var told: [CustomerID: (on: Day, of: Day)] = [:]
    func note(_ customer: CustomerID, on day: Day, of announced: Day) {
      if told[customer].map({ $0.on <= day }) ?? true { told[customer] = (day, announced) }
    }
    try store.forEachHistory(in: .office, asOf: now) { history in
      let findings = pass.findings(of: history)
      guard findings.timeline.spans.last?.state.isStopped == false else { return }
      for obligation in findings.obligations where obligation.key.milestone == milestone.id {
        guard case .done(_, let day, _) = obligation.status else { continue }
        note(history.customer, on: day, of: obligation.anchor)
      }
    }
    let prefix = "milestone:\(milestone.id):"
    let texts = try store.messages(on: .first ... .last).filter {
      $0.draft.occasion.hasPrefix(prefix) && !$0.steps.isDisjoint(with: [.queued, .sent])
    }
    for text in texts {
      // A move drops what still waits: a text names the day that held when it was let out.
      let out = try store.steps(of: text.id).first { $0.step != .approved }?.op.recorded
      let known = out.map(milestone.day(knownAt:)) ?? milestone.day
      note(text.draft.customer, on: text.draft.day, of: known)
    }
    return told.mapValues(\.of)
  }

  /// A correction for each who was told of another day, to go out today.
  fileprivate func corrections(
    _ moved: Milestone, _ told: [CustomerID: Day], _ engine: Engine
  ) throws -> DraftPlan {
    let policy = engine.reign(on: session.today)?.policy
    let values = try MessageValues(self, policy)
    let template = policy?.templates.first { $0.id == "correction" } ?? DraftPlan.correction
    let name = moved.title.isEmpty ? moved.kind.word(in: engine.vocabulary).chinese : moved.title
    var plan = DraftPlan()
    for (id, known) in told.sorted(by: { $0.key < $1.key }) where known != moved.day {
      guard let customer = try store.customer(id), let profile = try store.profile(of: id)
      else { continue }
      let notice = Notice(
        occasion: moved.correction, template: template,
        frame: policy?.frames.first { $0.addOn == nil },
        channel: .sms, day: session.today,
        values: [.event: name, .reason: known.spoken, .date: moved.day.spoken])
      let filled = values.values(
        of: profile, owner: customer.owner, occasion: notice.values, isCustomersHome: false)
      _ = plan.add(notice, customer, profile, filled)
    }
    return plan
  }
}

extension DraftPlan {
  /// Our own words where the policy has no template `correction`.
  fileprivate static let correction = Template(
    id: "correction", says: "改期更正",
    text: "{project}{event}改期了：原来告诉您的是{reason}，现在改到{date}。给您添了不便，请您见谅，有事随时找我。")
}
