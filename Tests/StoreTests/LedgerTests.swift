import Core
import Store
import Testing

@Suite struct LedgerTests {
  @Test func whatIsEnteredIsRead() throws {
    let office = try Office()
    let wang = try office.add("王芳", owner: office.li)
    let now = try moment("2026-11-30")
    try office.write {
      try $0.addEntry(
        "礼品", at: try moment("2026-11-03 10:00"), staff: office.li, customer: wang, count: 2,
        text: "认购")
      try $0.addEntry("巡查", at: try moment("2026-11-04"), staff: nil)
    }
    let all = try office.store.ledger(from: .first, to: .last, asOf: now)
    #expect(all.map(\.kind) == ["礼品", "巡查"])
    #expect(all.map(\.count) == [2, 1] && all.map(\.customer) == [wang, nil])
    let given = try moment("2026-11-03 10:00")
    #expect(all[0].text == "认购" && all[0].moment == given)
    #expect(try office.store.ledger("巡查", from: .first, to: .last, asOf: now).count == 1)
    let early = try moment("2026-11-03 09:00")
    #expect(try office.store.ledger(from: .first, to: .last, asOf: early).isEmpty)
    #expect(try office.store.ledgerKinds() == ["巡查", "礼品"])
    #expect(
      try office.store.deeds(["礼品"], since: day("2026-11-01"))
        == [Deed(.entry("礼品"), try moment("2026-11-03 10:00"), by: office.li, count: 2)])
    #expect(try office.store.doctor() == [])
    try office.undo()
    #expect(try office.store.ledger(from: .first, to: .last, asOf: now).isEmpty)
  }

  @Test func anEntryIsClosedOnce() throws {
    let office = try Office()
    try office.write { try $0.addEntry("巡查问题", at: try moment("2026-11-03"), staff: office.li) }
    try office.write(by: "周敏") {
      try $0.closeEntry(1, at: try moment("2026-11-04"), staff: office.zhou, text: "好了")
    }
    let entry = try #require(
      try office.store.ledger(from: .first, to: .last, asOf: moment("2026-11-05")).first)
    #expect(entry.closing?.text == "好了" && entry.closing?.staff == office.zhou)
    let before = try office.store.ledger(from: .first, to: .last, asOf: moment("2026-11-03"))
    #expect(before.map(\.closing) == [nil])
    for id: LedgerID in [1, 2] {
      #expect(throws: StoreError.notClosable(id)) {
        try office.write { try $0.closeEntry(id, at: try moment("2026-11-05"), staff: nil) }
      }
    }
    #expect(throws: StoreError.noSuchEntry(9)) {
      try office.write { try $0.closeEntry(9, at: try moment("2026-11-05"), staff: nil) }
    }
    #expect(throws: StoreError.self) { try office.undo() }
    try office.undo(by: "周敏")
    try office.undo()
    #expect(try office.store.doctor() == [])
  }

  @Test func aGiftKeepsItsCustomerFromBeingUndone() throws {
    let office = try Office()
    let wang = try office.add("王芳", owner: office.li, by: "周敏")
    try office.write {
      try $0.addEntry("礼品", at: try moment("2026-11-03"), staff: nil, customer: wang)
    }
    #expect(throws: StoreError.self) { try office.undo(by: "周敏") }
    try office.undo()
    try office.undo(by: "周敏")
  }

  @Test func membersAreKnownSinceTheyWereEntered() throws {
    let office = try Office()
    let members = try office.store.dutyMembers()
    #expect(members.map(\.role) == [.consultant, .consultant])
    #expect(members.map(\.since) == [try day("2026-11-01"), try day("2026-11-01")])
  }
}
