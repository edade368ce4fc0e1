import Core
import PolicyFiles
import Store

// Whole numbers of customers who are not one's own: shown on request (`--reveal`), and never without a row
// that tells who has seen them.

extension Office {
  /// Whether customers of that owner are for the one who works. A consultant has own customers, and nobody's.
  func handles(ofOwner owner: StaffID?) -> Bool {
    rights != .role(.consultant) || owner == nil || owner == user.staff
  }

  /// Whether the list of that member shows whole numbers unasked: it is to be called from.
  func dialsList(of member: Staff?) -> Bool {
    member.map { rights == .all || $0.id == user.staff } ?? false
  }

  /// Whether `--reveal` shows the numbers of somebody else's customer.
  func reveals(ofOwner owner: StaffID?) -> Bool { owner != user.staff && handles(ofOwner: owner) }

  /// Records that whole numbers of those customers are about to be shown. A reader holds no lock and writes
  /// by a connection of its own; the hour is the clock's, whatever stands for now.
  func recordReveal(of customers: [CustomerID], by command: String) throws {
    guard !customers.isEmpty else { return }
    let now = try session.isReplayed && isForTraining() ? session.now : Clock.now()
    let writer = try Store.open(
      at: session.databasePath, readOnly: false, policies: PolicyForm.coding)
    _ = try writer.write(Operation(command: Store.reveal, user: user, recorded: now)) {
      transaction in
      for customer in customers {
        try transaction.addEntry(
          Store.revealEntry, at: now, staff: user.staff, customer: customer, text: command)
      }
    }
  }
}
