import Core
import Store

/// A write as one customer sees it.
struct Change {
  let customer: CustomerID
  /// Everything known before; nil for a new customer.
  let before: History?
  let after: History?
}

/// What a write has done to what is owed to a customer.
enum Aftermath {
  /// Lines to stand under what was recorded: what it settled, ended and opened, what is next, and
  /// last how to take it back.
  static func describe(_ change: Change, at office: Office) throws -> String {
    let session = office.session
    var lines: [Bilingual] = []
    if let after = change.after {
      let engine = try office.engine()
      let before =
        change.before ?? History(customer: change.customer, source: after.source, facts: [])
      let effect = engine.effect(from: before, to: after, at: session.now)
      lines += AftermathMessages.effect(effect, engine)
      lines += AftermathMessages.unsettled(newContact(change), after, engine, at: session.now)
      // What has just been told as due now is told again as next only where it is late.
      if effect.next.map({ $0.status.isOverdue || !effect.opened.contains($0) }) ?? true {
        lines.append(AftermathMessages.next(effect.next, engine, at: session.now))
      }
    }
    return lines.map { visible(session.say($0)) + "\n" }.joined() + undoHint(session)
  }

  static func undoHint(_ session: Session) -> String {
    session.say("撤销：revisit undo", "take back: revisit undo") + "\n"
  }

  /// The contact that the write added, if it was one that counts.
  private static func newContact(_ change: Change) -> Contact? {
    let known = Set(change.before?.facts.map(\.id) ?? [])
    for fact in change.after?.facts ?? [] where !known.contains(fact.id) {
      if case .contact(let contact) = fact.body, contact.outcome.counts { return contact }
    }
    return nil
  }
}
