import Core
import Store

/// An entry of the ledger as it is to be recorded.
struct EntryDraft {
  let kind: String
  let moment: Moment
  let staff: Staff?
  var customer: CustomerSummary?
  let count: Int
  let note: String?
}

extension Office {
  /// Records an entry, and tells what it settled, how much is still wanted, and what is next.
  func record(_ draft: EntryDraft, as command: String, title: String) throws {
    let gift = draft.kind == LedgerKinds.gift ? draft.customer : nil
    let before = try gift.flatMap { try store.history(of: $0.id) }
    var entry: LedgerID = 0
    let who = draft.staff?.name ?? user.name
    let headline = visible("\(title)  \(who)")
    let effect = try effect(of: draft.kind, by: draft.staff?.id) {
      try write(command, headline: headline + "\n") { transaction in
        entry = try transaction.addEntry(
          draft.kind, at: draft.moment, staff: draft.staff?.id, customer: draft.customer?.id,
          count: draft.count, text: draft.note ?? "")
        // That a customer was given something settles what asked for a gift.
        if let gift {
          try transaction.append(
            to: gift.id, on: draft.moment.day, at: draft.moment.time, .event(.gift),
            staff: draft.staff?.id, note: draft.note)
        }
      }
    }
    let lines = ([told(draft, entry)] + effect).map { visible($0) + "\n" }.joined()
    guard let gift else { return try session.answerRecorded(lines + Aftermath.undoHint(session)) }
    let change = Change(
      customer: gift.id, before: before, after: try store.history(of: gift.id))
    try session.answerRecorded(lines + (try Aftermath.describe(change, at: self)))
  }

  /// `台账 3  2026-12-31 (周四) 09:00  客户描摹 2: …`.
  private func told(_ draft: EntryDraft, _ entry: LedgerID) -> String {
    let count = draft.count > 1 ? " \(draft.count)" : ""
    let customer = draft.customer.map { " \(number($0.id)) \($0.name)" } ?? ""
    let note = draft.note.map { session.language.colon + $0 } ?? ""
    let head = session.say("台账 \(entry)", "entry \(entry)")
    return "\(head)  \(session.say(draft.moment))  \(draft.kind)\(count)\(customer)\(note)"
  }

  /// What the writing of an entry of that kind did to the duties that it counts for.
  func effect(
    of kind: String, by staff: StaffID?, _ write: () throws -> Void
  ) throws -> [String] {
    let before = try obligations(servedBy: kind, staff)
    try write()
    return effect(from: before, to: try obligations(servedBy: kind, staff))
  }

  /// Those that the entry can settle, from a year back to the next of each.
  private func obligations(servedBy kind: String, _ staff: StaffID?) throws -> [DutyObligation] {
    let now = session.now
    guard
      let office = try duties(
        try engine(), from: now.day - Office.dutyMemory, at: now, for: .everyone)
    else { return [] }
    let days = now.day - Office.dutyMemory...now.day + Office.dutyMemory
    return office.book.obligations(due: days, at: now, office.deeds) { subject in
      switch subject {
      case .office, .role: true
      case .staff(let id): id == staff
      }
    }.filter { $0.duty.evidence.deed == .entry(kind) }
  }

  private func effect(from before: [DutyObligation], to after: [DutyObligation]) -> [String] {
    let changed = after.filter { !before.contains($0) && $0.found > 0 }
    var lines = changed.compactMap(DutyMessages.settled)
    lines += changed.filter { $0.short > 0 && $0.status != .missed }.map(DutyMessages.short)
    let next = after.first { $0.isOpen || $0.status == .upcoming }
    if let next { lines.append(DutyMessages.next(next)) }
    return lines.map { session.say($0) }
  }
}
