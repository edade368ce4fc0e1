import ArgumentParser
import Core
import Store
import Values

/// A contact as it is to be recorded.
struct ContactEntry {
  var contact: Contact
  let texts: FactTexts
  let moment: Moment
  /// The grade that is given in the same step.
  let grade: Grade?

  /// - Parameter channel: by what means, where the outcome is known; nil there: not known yet.
  init(
    _ command: LogCommand, _ line: CallLine, _ session: Session,
    by channel: (Outcome?) throws -> Channel
  ) throws {
    let said: Outcome? = try line.outcome.map { try readTerm($0.text, at: $0.place) }
    let channel = try channel(said)
    // A day that was agreed tells of an answer: then a message was more than sent.
    let outcome = said ?? (line.next == nil ? channel.usualOutcome : .reached)
    guard outcome.fits(channel) else {
      throw Failure.refusal(.outcome(outcome.bilingual, by: channel.bilingual))
    }
    moment = try session.happened(on: command.on, at: command.time)
    let next = try line.next.map {
      try session.plan($0.text, at: $0.place, isSure: command.yes)
    }
    if let next, next.isSurelyBefore(moment) {
      let place = line.next?.place ?? "--next"
      throw Failure.value(place, .time(.past("\(next)", earliest: "\(moment)")))
    }
    if outcome == .sent, next != nil { throw Failure.refusal(.agreedByMessage) }
    if outcome == .rescheduled, next == nil {
      throw Failure.usage(.needs(session.say("--outcome 改期", "--outcome rescheduled"), "--next"))
    }
    grade = try command.grade.map { try readTerm($0, at: "--grade") }
    if let promise = line.promise, next == nil {
      throw Failure.usage(.needs(promise.place, promise.place == ":" ? "@" : "--next"))
    }
    contact = Contact(
      channel: channel, outcome: outcome, next: next, promised: line.promise != nil,
      intention: try command.intention.map { try readTerm($0, at: "--intention") })
    texts = FactTexts(
      note: try line.note.map { try readText($0, at: "--note") },
      promise: try line.promise.map { try readText($0.text, at: $0.place) },
      details: try command.details())
  }
}

extension LogCommand {
  /// What a policy may want recorded of a contact beside what was said.
  fileprivate func details() throws -> [RecordField: String] {
    var details: [RecordField: String] = [:]
    if let feedback { details[.feedback] = try readText(feedback, at: "--feedback") }
    if let followUp { details[.followUp] = try readText(followUp, at: "--follow-up") }
    if let satisfaction {
      details[.satisfaction] = String(try readNumber(satisfaction, at: "--satisfaction", in: 1...5))
    }
    if let signed { details[.signature] = try readName(signed, at: "--signed") }
    return details
  }
}

// MARK: - What must be recorded

extension ContactEntry {
  /// A field that is wanted, and the policy that wants it.
  private struct Want {
    let field: RecordField
    let policy: String
  }

  /// Of a call that reached somebody the content always, and what the policy in force wants of any
  /// call; the rest where the contact settles what that policy, or a part of it, asks for. Of a refusal
  /// the content, where it is wanted.
  ///
  /// - Parameter hasScores: whether the customer answered a survey.
  func check(of history: History?, hasScores: Bool, _ office: Office) throws {
    guard contact.outcome == .reached || contact.outcome == .refused else { return }
    let policy = try office.reign(on: moment.day)?.policy
    let name = policy?.name ?? "revisit"
    let own = (policy?.record ?? []).intersection([.note, .intention, .time]).elements
    var wants = own.map { Want(field: $0, policy: name) }
    if contact.outcome == .reached { wants.insert(Want(field: .note, policy: name), at: 0) }
    wants += try wantsOfSettled(history, office)
    if let lacking = wants.first(where: { isWanted($0.field) && !has($0.field, hasScores) }) {
      throw Failure.refusal(
        .recordLacks(
          option: lacking.field.option, lacking.field.bilingual, policy: lacking.policy))
    }
  }

  /// What the rules want that the contact will settle.
  private func wantsOfSettled(_ history: History?, _ office: Office) throws -> [Want] {
    guard let history else { return [] }
    let engine = try office.engine()
    var spoken = contact
    spoken.speaker = office.user.staff
    let fact = Fact(id: .max, day: moment.day, time: moment.time, .contact(spoken))
    let after = History(
      customer: history.customer, source: history.source, facts: history.facts + [fact])
    let settled = engine.effect(from: history, to: after, at: office.session.now).settled
    return settled.flatMap { obligation -> [Want] in
      guard let policy = engine.policy(of: obligation.rule) else { return [] }
      let (fields, name) = policy.record(for: engine.rule(obligation.rule))
      return fields.elements.map { Want(field: $0, policy: name) }
    }
  }

  /// Whether the field can be asked for: a refusal has nothing but its reason, and only who was visited
  /// at home signs.
  private func isWanted(_ field: RecordField) -> Bool {
    if contact.outcome == .refused { return field == .note }
    return field != .signature || contact.channel == .homeVisit
  }

  private func has(_ field: RecordField, _ hasScores: Bool) -> Bool {
    switch field {
    case .note: texts.note != nil
    case .intention: contact.intention != nil
    case .time: moment.time != nil
    case .satisfaction: texts.details[field] != nil || hasScores
    case .feedback, .followUp, .signature: texts.details[field] != nil
    }
  }
}

extension RecordField {
  /// The option that gives it.
  fileprivate var option: String {
    switch self {
    case .note: "--note"
    case .intention: "--intention"
    case .time: "--time"
    case .feedback: "--feedback"
    case .followUp: "--follow-up"
    case .satisfaction: "--satisfaction"
    case .signature: "--signed"
    }
  }
}

// MARK: - Channels and outcomes

extension Outcome {
  /// Whether a contact by that channel can come to this: a number is dead to calls and texts, and only
  /// a call meets a busy line.
  func fits(_ channel: Channel) -> Bool {
    switch self {
    case .reached, .noAnswer, .refused, .rescheduled: true
    case .sent: channel.isWritten
    case .busy, .switchedOff, .hungUp: channel == .phone
    case .vacant, .suspended, .wrongNumber: channel == .phone || channel == .sms
    }
  }
}

extension Channel {
  /// What is sent and not spoken.
  var isWritten: Bool {
    switch self {
    case .sms, .wechat, .email, .letter, .online: true
    case .phone, .homeVisit, .faceToFace: false
    }
  }

  var usualOutcome: Outcome { isWritten ? .sent : .reached }
}
