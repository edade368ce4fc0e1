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
    let waiting = try store.waitingMessages(until: day).filter { $0.draft.channel == .sms }
    guard !waiting.isEmpty else { return Outbox() }
    let pass = EnginePass(engine, at: now, days: now.day...day)
    let waves = try waves(in: .office, engine, ahead: day - now.day)
    let dead = try store.deadNumbers(asOf: now)
    var known: [CustomerID: OwedOccasions] = [:]
    var outbox = Outbox()
    for message in waiting {
      let id = message.draft.customer
      let summary = try store.customer(id)
      let who = "\(number(id)) \(summary?.name ?? "")"
      let owed = try known[id] ?? occasions(of: id, pass, waves)
      known[id] = owed
      guard let customer = summary, customer.mergedInto == nil,
        owed.all.contains(message.draft.occasion)
      else {
        if message.draft.day >= now.day { outbox.blocked.append((message, who, .notOwed)) }
        continue
      }
      guard owed.asked.contains(message.draft.occasion) else {
        outbox.blocked.append((message, who, .wave))
        continue
      }
      guard message.isReady else {
        outbox.blocked.append((message, who, .unapproved))
        continue
      }
      let phones = dead.live(try store.phones(of: id), of: id).filter { !isLandline($0) }
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

  /// What the customer may be sent a text for on the days of the pass.
  private func occasions(
    of customer: CustomerID, _ pass: EnginePass, _ waves: WavePlans?
  ) throws -> OwedOccasions {
    let nothing = OwedOccasions(all: [], asked: [])
    guard let history = try store.history(of: customer, asOf: session.now) else { return nothing }
    let findings = pass.findings(of: history)
    guard let state = findings.timeline.spans.last?.state, !state.isStopped else { return nothing }
    let corrections =
      pass.engine.milestones.flatMap(\.corrections)
      + [history.succession(by: session.today)].compactMap { $0 }
    func occasions(_ waves: WavePlans?) -> Set<String> {
      Set(findings.notices(on: pass.days, waves).map(\.occasion) + corrections)
    }
    let all = occasions(nil)
    return OwedOccasions(all: all, asked: waves == nil ? all : occasions(waves))
  }
}

/// What a customer is owed a text for.
private struct OwedOccasions {
  let all: Set<String>
  /// Without what fell to a later day of a wave.
  let asked: Set<String>
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
