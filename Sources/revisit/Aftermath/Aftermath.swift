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
    try told(change, at: office) + undoHint(office.session)
  }

  /// The same without how to take it back.
  static func told(_ change: Change, at office: Office) throws -> String {
    let session = office.session
    var lines: [Bilingual] = []
    if let after = change.after {
      let engine = try office.engine()
      let before =
        change.before ?? History(customer: change.customer, source: after.source, facts: [])
      let effect = engine.effect(from: before, to: after, at: session.now)
      let lists = try office.lists(of: after, engine)
      lines += AftermathMessages.effect(effect, engine, lists)
      lines += AftermathMessages.unsettled(newContact(change), lists)
      // What has just been told as due now is told again as next only where it is late.
      let isTold = lists.next.map { next in
        next.isListed && next.obligation.status.isDue && effect.opened.contains(next.obligation)
      }
      if isTold != true {
        lines.append(AftermathMessages.next(lists.next, engine, at: session.now))
      }
      lines += AftermathMessages.nextOfOthers(lists, at: session.now)
    }
    return lines.map { visible(session.say($0)) + "\n" }.joined()
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

extension Office {
  /// Takes one step that concerns a customer and tells what it did.
  func change(
    _ customer: CustomerSummary, _ command: String, _ body: (Transaction) throws -> [String]
  ) throws {
    let before = try store.history(of: customer.id)
    var lines: [String] = []
    try write(command, headline: try heading(customer) + "\n") { lines = try body($0) }
    let after = try store.history(of: customer.id)
    let change = Change(customer: customer.id, before: before, after: after)
    let text =
      lines.map { visible($0) + "\n" }.joined() + (try Aftermath.describe(change, at: self))
    try session.answerRecorded(text)
  }
}
