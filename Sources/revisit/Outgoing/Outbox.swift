import Core
import Intake
import Store
import Values

/// What goes out, and what stays and why.
struct Outbox {
  struct Line {
    let message: Message
    let customer: CustomerSummary
    let phone: String
    let at: Moment
  }

  var lines: [Line] = []
  var blocked: [(message: Message, customer: String, why: Blockage)] = []
}

extension Office {
  /// The texts up to that day that have not gone out. Each is looked at again: what has been settled
  /// or stopped since it was drafted is not sent.
  func outbox(until day: Day, _ engine: Engine) throws -> Outbox {
    let now = session.now
    let pass = EnginePass(engine, at: now, days: now.day...day)
    var owed: [CustomerID: Set<String>] = [:]
    var outbox = Outbox()
    for message in try store.waitingMessages(until: day) where message.draft.channel == .sms {
      let id = message.draft.customer
      let summary = try store.customer(id)
      let who = "\(number(id)) \(summary?.name ?? "")"
      if owed[id] == nil { owed[id] = try occasions(of: id, pass, through: day, engine) }
      guard let customer = summary, customer.mergedInto == nil,
        owed[id]?.contains(message.draft.occasion) == true
      else {
        if message.draft.day >= now.day { outbox.blocked.append((message, who, .notOwed)) }
        continue
      }
      guard message.isReady else {
        outbox.blocked.append((message, who, .unapproved))
        continue
      }
      let phones = try store.phones(of: id).filter { !isLandline($0) }
      let phone = phones.contains(message.draft.phone) ? message.draft.phone : phones.first
      guard let phone else {
        outbox.blocked.append((message, who, .noPhone))
        continue
      }
      outbox.lines.append(
        Outbox.Line(
          message: message, customer: customer, phone: phone, at: message.sending(from: now)))
    }
    return outbox
  }

  /// What the customer may be sent a text for on those days.
  private func occasions(
    of customer: CustomerID, _ pass: EnginePass, through day: Day, _ engine: Engine
  ) throws -> Set<String> {
    guard let history = try store.history(of: customer, asOf: session.now) else { return [] }
    let findings = pass.findings(of: history)
    guard let state = findings.timeline.spans.last?.state, !state.isStopped else { return [] }
    let owed = findings.notices(on: session.today...day).map(\.occasion)
    return Set(owed + engine.milestones.flatMap(\.corrections))
  }
}

extension Milestone {
  /// What a correction is sent for; only the newest day is told.
  var corrections: [String] { former.isEmpty ? [] : [correction] }

  var correction: String { "milestone:\(id):moved:\(day)" }
}

extension Message {
  /// When it goes out: at its hour, or at once if that has passed.
  func sending(from now: Moment) -> Moment {
    let planned = Moment(draft.day, draft.time)
    guard planned.isSurelyBefore(now) else { return planned }
    return Moment(now.day, now.time ?? draft.time)
  }
}

extension Outbox.Line {
  /// `{"id":3,"number":"138…","text":"…","send_at":"2026-11-03T10:00"}`, for a gateway.
  var json: String {
    let time = at.time.map { "T\($0)" } ?? ""
    return JSON.object([
      ("id", .int(Int(message.id))), ("number", .string(phone)),
      ("text", .string(message.draft.text)), ("send_at", .string("\(at.day)\(time)")),
    ]).text
  }
}
