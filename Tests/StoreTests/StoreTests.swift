import Core
import Store
import Testing

@Suite struct StoreBasics {
  @Test func aCustomerIsEnteredAndFound() throws {
    let office = try Office()
    let id = try office.add("王芳", phone: "13800000001", owner: office.li)
    #expect(id == 1)
    let found = try #require(try office.store.customer(1))
    #expect(found.name == "王芳")
    #expect(found.owner == office.li)
    #expect(found.since.description == "2026-11-02")
    #expect(found.isLive)
    #expect(try office.bodies(of: 1) == [.owner(office.li), .event(.visit)])
    #expect(try office.store.phones(of: 1) == ["13800000001"])
    #expect(try office.store.book(of: office.li) == [1])
    #expect(try office.store.book(of: office.zhou) == [])
    #expect(try office.store.office(.name) == "翠湖")
  }
}

@Suite struct Bulk {
  /// One operation for thousands of customers, and back.
  @Test func anImportIsOneOperation() throws {
    let office = try Office()
    let day = try day("2026-11-02")
    let receipt = try office.write("import", token: "file-1") { tx in
      for number in 0..<2_000 {
        var profile = Profile(name: "客\(number)", phones: ["\(13_800_000_000 + number)"])
        profile.layout = "三室"
        let id = try tx.addCustomer(profile, source: .visit, since: day, owner: office.li)
        try tx.append(to: id, on: day, .event(.visit))
        try tx.append(to: id, on: day, .grade(.b))
      }
    }
    #expect(receipt.customers == Array(1...2_000))
    #expect(receipt.facts == 1..<6_001)
    #expect(try office.store.book(of: office.li).count == 2_000)
    #expect(try office.store.doctor() == [])
    try office.undo()
    #expect(
      try office.store.counts() == Counts(customers: 0, live: 0, unowned: 0, facts: 0, ops: 4))
    #expect(try office.store.doctor() == [])
  }
}
