import Core
import Store
import Testing

/// Random operations of one user, each of which undo must take back exactly.
@Suite struct UndoProperties {
  /// What can be seen of an office.
  struct Seen: Equatable {
    var customers: [CustomerSummary] = []
    var facts: [[Fact]] = []
    var profiles: [Profile?] = []
    var books: [[CustomerID]] = []
  }

  struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }

  static func look(
    _ store: Store, _ staff: [StaffID], through last: CustomerID
  ) throws -> Seen {
    var seen = Seen()
    for id in stride(from: CustomerID(1), through: last, by: 1) {
      guard let customer = try store.customer(id) else { continue }
      seen.customers.append(customer)
      seen.facts.append(try store.history(of: id)?.facts ?? [])
      seen.profiles.append(try store.profile(of: id))
    }
    seen.books = try staff.map { try store.book(of: $0) }
    return seen
  }

  /// One operation of one to three steps. A step that the store refuses is left out.
  static func act(
    _ tx: Transaction, _ office: Office, _ dice: inout Dice, _ last: CustomerID
  ) throws {
    let day = try day("2026-11-02") + dice.roll(20)
    let owner = dice.roll(2) == 0 ? office.li : office.zhou
    let number = "1380000000\(dice.roll(8))"
    for _ in 0...dice.roll(3) {
      let customer = CustomerID(1 + dice.roll(max(1, Int(last))))
      do {
        switch dice.roll(9) {
        case 0, 1:
          let profile = Profile(name: "客\(dice.roll(9))", phones: [number])
          _ = try tx.addCustomer(profile, source: .visit, since: day, owner: owner)
        case 2: try tx.append(to: customer, on: day, .owner(owner))
        case 3: try tx.append(to: customer, on: day, .event(.lost))
        case 4: try tx.append(to: customer, on: day, .event(.visit), note: "来了")
        case 5: try tx.setProfile(.name, "名\(dice.roll(9))", of: customer, on: day)
        case 6: try tx.addPhone(number, to: customer)
        case 7: try tx.removePhone(number, from: customer)
        default: try tx.merge(customer, into: CustomerID(1 + dice.roll(max(1, Int(last)))))
        }
      } catch is StoreError {
        continue
      }
    }
    let facts = try office.store.counts().facts
    if dice.roll(4) == 0, facts > 1 {
      do {
        try tx.void(FactID(1 + dice.roll(facts)), reason: "填错")
      } catch is StoreError {
        return
      }
    }
  }

  @Test(arguments: [1, 20_261_101, 7_777_777] as [UInt64])
  func undoTakesBackExactlyWhatWasDone(seed: UInt64) throws {
    let office = try Office()
    var dice = Dice(state: seed)
    var last: CustomerID = 0
    var states: [Seen] = []
    func look() throws -> Seen {
      try Self.look(office.store, [office.li, office.zhou], through: last)
    }
    for _ in 0..<60 {
      states.append(try look())
      let receipt = try office.write { try Self.act($0, office, &dice, last) }
      last = max(last, receipt.customers.last ?? 0)
    }
    #expect(try office.store.doctor() == [], "seed \(seed)")
    while let state = states.popLast() {
      try office.undo()
      let seen = try look()
      #expect(seen == state, "seed \(seed), \(states.count) operations left")
      if seen != state { return }
    }
    #expect(try office.store.doctor() == [], "seed \(seed)")
  }
}
