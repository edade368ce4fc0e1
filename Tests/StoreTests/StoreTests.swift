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
