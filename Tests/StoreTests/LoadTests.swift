import Core
import PolicyFiles
import SQLite
@testable import Store
import Testing

@Suite struct Loads {
  private func operation() throws -> Operation {
    Operation(command: "import", user: User("李明"), recorded: try moment("2026-11-02 09:00"))
  }

  private func enter(_ phones: [String], _ tx: Transaction, since day: Day) throws {
    for phone in phones {
      let id = try tx.addCustomer(
        Profile(name: "王芳", phones: [phone]), source: .visit, since: day, owner: nil)
      try tx.append(to: id, on: day, .event(.visit))
    }
  }

  private func indexes(_ office: Office) throws -> [String] {
    try Connection(path: office.path, .readOnly).rows(
      "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
    ) { $0.text(0) }
  }

  @Test func theFirstCustomersStandAsIfWrittenOneByOne() throws {
    let office = try Office()
    let before = try indexes(office)
    let receipt = try office.store.load(try operation()) { tx in
      #expect(tx.isFirstLoad)
      try enter(["13800000001", "13800000002"], tx, since: try day("2026-11-02"))
    }
    #expect(receipt.customers.count == 2)
    #expect(try indexes(office) == before)
    #expect(try office.store.customer(phone: "13800000002") == receipt.customers[1])
    #expect(try office.store.doctor() == [])
  }

  @Test func aNumberThatTwoHaveFailsTheWholeLoad() throws {
    let office = try Office()
    let before = try indexes(office)
    #expect(throws: StoreError.self) {
      try office.store.load(try operation()) { tx in
        try enter(["13800000001", "13800000001"], tx, since: try day("2026-11-02"))
      }
    }
    #expect(try indexes(office) == before)
    #expect(try office.store.customer(1) == nil)
    #expect(try office.store.doctor() == [])
  }

  @Test func laterLoadsLookForPhones() throws {
    let office = try Office()
    let known = try office.add("周敏", phone: "13800000001")
    #expect(throws: StoreError.phoneTaken(number: "13800000001", by: known)) {
      try office.store.load(try operation()) { tx in
        #expect(!tx.isFirstLoad)
        try enter(["13800000001"], tx, since: try day("2026-11-02"))
      }
    }
  }

  @Test func foreignKeysHoldAgainAfterwards() throws {
    let office = try Office()
    _ = try office.store.load(try operation()) { tx in
      try enter(["13800000001"], tx, since: try day("2026-11-02"))
    }
    #expect(throws: StoreError.self) {
      try office.append(.event(.visit), to: 999)
    }
  }
}

@Suite struct PolicyForms {
  @Test(arguments: PolicyFile.embeddedNames)
  func anAdoptedPolicyComesBackAsItWas(_ name: String) throws {
    let office = try Office()
    let loaded = try #require(
      try PolicyFile.load(named: name, Filling(takesSuggestions: true))?.get())
    let from = try day("2026-11-01")
    try office.write { try $0.adopt(loaded.policy, source: loaded.source, from: from) }
    #expect(try office.store.reigns().map(\.policy) == [loaded.policy])
  }

  @Test func aNewerFormIsSaidToBeNewer() throws {
    let office = try Office()
    let loaded = try #require(try PolicyFile.load(named: "qnc")?.get())
    let from = try day("2026-11-01")
    try office.write { try $0.adopt(loaded.policy, source: "", from: from) }
    let form = PolicyForm.encode(loaded.policy, version: PolicyForm.version + 1)
    try Connection(path: office.path, .readWrite).run("UPDATE policy SET form = ?", .blob(form))
    let expected = StoreError.newerSchema(
      path: office.path, version: Int(PolicyForm.version) + 1)
    #expect(throws: expected) { try office.store.reigns() }
  }

  /// A changed byte is found, whichever it is; nothing traps.
  @Test func damageIsFound() throws {
    let office = try Office()
    let loaded = try #require(try PolicyFile.load(named: "qnc")?.get())
    let from = try day("2026-11-01")
    try office.write { try $0.adopt(loaded.policy, source: "", from: from) }
    let connection = try Connection(path: office.path, .readWrite)
    let form = try #require(try connection.first("SELECT form FROM policy") { $0.bytes(0) })
    for place in stride(from: 0, to: form.count, by: 37) {
      var damaged = form
      damaged[place] ^= 0x55
      try connection.run("UPDATE policy SET form = ?", .blob(damaged))
      #expect(throws: StoreError.unreadablePolicy(id: 1)) { try office.store.reigns() }
    }
    try connection.run("UPDATE policy SET form = ?", .blob(Array(form.dropLast(5))))
    #expect(throws: StoreError.unreadablePolicy(id: 1)) { try office.store.reigns() }
  }
}

@Suite struct FirstFacts {
  /// However many there are, whatever statements carry them.
  @Test(arguments: [0, 1, 4, 5, 6, 13])
  func allOfThemStand(count: Int) throws {
    let office = try Office()
    let day = try day("2026-11-02")
    let bodies = FirstFacts.bodies(count)
    let receipt = try office.write { tx in
      _ = try tx.addCustomer(
        Profile(name: "王芳"), source: .visit, since: day, owner: office.li,
        facts: bodies.map { (day, $0) })
    }
    #expect(receipt.facts.count == count + 1)
    #expect(try office.bodies(of: 1) == [.owner(office.li)] + bodies)
    let records = try office.store.records(of: 1)
    #expect(records.dropFirst().allSatisfy { $0.staff == office.li })
    #expect(try office.store.doctor() == [])
  }

  private static func bodies(_ count: Int) -> [Fact.Body] {
    (0..<count).map { $0.isMultiple(of: 2) ? .grade(.a) : .averse(true) }
  }

  @Test func aLossAmongThemShows() throws {
    let office = try Office()
    let day = try day("2026-11-02")
    try office.write { tx in
      _ = try tx.addCustomer(
        Profile(name: "王芳"), source: .visit, since: day, facts: [(day, .event(.lost))])
    }
    #expect(try office.store.customer(1)?.isLive == false)
    #expect(try office.store.doctor() == [])
  }
}
