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
  /// Lines to stand under what was recorded, the last of them how to take it back.
  static func describe(_ change: Change, at desk: Desk) throws -> String {
    undoHint(desk.session)
  }

  static func undoHint(_ session: Session) -> String {
    session.say("撤销: revisit undo", "take back: revisit undo") + "\n"
  }
}
