import Core
import Store
import Testing

private struct Stop: Error {}

@Suite struct Writes {
  @Test func aBodyThatThrowsLeavesNothing() throws {
    let office = try Office()
    let customer = try office.add("王芳", phone: "13800000001", owner: office.li)
    let before = try office.store.counts()
    #expect(throws: Stop.self) {
      try office.write { tx in
        let day = try day("2026-11-03")
        let new = try tx.addCustomer(
          Profile(name: "赵六", phones: ["13800000002"]), source: .visit, since: day)
        try tx.append(to: new, on: day, .event(.visit), note: "x")
        try tx.append(to: customer, on: day, .owner(office.zhou))
        try tx.setProfile(.layout, "三室", of: customer, on: day)
        try tx.addMilestone(.launch, on: day)
        throw Stop()
      }
    }
    #expect(try office.store.counts() == before)
    #expect(try office.store.customer(customer)?.owner == office.li)
    #expect(try office.store.profile(of: customer)?.layout == nil)
    #expect(try office.store.milestones() == [])
    #expect(try office.store.customer(phone: "13800000002") == nil)
    #expect(try office.store.doctor() == [])
    #expect(try office.add("赵六") == customer + 1)
  }

  @Test func aTokenActsOnce() throws {
    let office = try Office()
    let profile = Profile(name: "王芳")
    let day = try day("2026-11-02")
    func add(_ digest: String) throws -> Receipt {
      try office.write("add", token: "t1", digest: digest) {
        let id = try $0.addCustomer(profile, source: .visit, since: day)
        try $0.append(to: id, on: day, .event(.visit))
      }
    }
    let first = try add("a")
    #expect(!first.isRepeat)
    _ = try office.add("周七")
    let again = try add("a")
    #expect(again.isRepeat)
    #expect(again.op == first.op)
    #expect(again.facts == first.facts)
    #expect(again.customers == [1])
    #expect(try office.store.counts().customers == 2)
    let summary = try #require(try office.store.op(first.op))
    #expect(throws: StoreError.tokenReused("t1", summary)) { _ = try add("b") }
  }

  @Test func aPhoneBelongsToOneCustomer() throws {
    let office = try Office()
    let first = try office.add("王芳", phone: "13800000001")
    let taken = StoreError.phoneTaken(number: "13800000001", by: first)
    #expect(throws: taken) { _ = try office.add("赵六", phone: "13800000001") }
    try office.write { tx in
      let profile = Profile(name: "孙八", phones: ["13900000001", "13800000001"])
      #expect(throws: taken) {
        _ = try tx.addCustomer(profile, source: nil, since: day("2026-11-02"))
      }
    }
    #expect(try office.store.counts().customers == 1)
    let second = try office.add("赵六")
    #expect(throws: taken) {
      try office.write { try $0.addPhone("13800000001", to: second) }
    }
    try office.write { try $0.removePhone("13800000001", from: first) }
    try office.write { try $0.addPhone("13800000001", to: second) }
    #expect(try office.store.phones(of: first) == [])
    #expect(try office.store.phones(of: second) == ["13800000001"])
  }

  @Test func namesOfStaffAreTheirOwn() throws {
    let office = try Office()
    #expect(throws: StoreError.staffNameTaken("李明")) {
      try office.write { _ = try $0.addStaff("李明", role: .clerk) }
    }
    #expect(throws: StoreError.loginTaken("liming")) {
      try office.write { _ = try $0.addStaff("李四", role: .clerk, login: "liming") }
    }
    #expect(try office.store.staff().map(\.name) == ["李明", "周敏"])
    #expect(try office.store.staff(login: "liming")?.id == office.li)
  }

  @Test func theOwnerFollowsTheFacts() throws {
    let office = try Office()
    let customer = try office.add("王芳", owner: office.li)
    let transfer = try office.append(.owner(office.zhou), to: customer, on: "2026-11-10")
    #expect(try office.store.book(of: office.zhou) == [customer])
    #expect(try office.store.book(of: office.li) == [])
    #expect(try office.store.book(of: office.li, asOf: moment("2026-11-09")) == [customer])
    try office.write("void") { try $0.void(transfer, reason: "填错") }
    #expect(try office.store.book(of: office.li) == [customer])
    let voided = try #require(try office.store.records(of: customer).last)
    #expect(voided.voidReason == "填错")
    #expect(throws: StoreError.alreadyVoided(transfer, by: voided.voidedBy ?? 0)) {
      try office.write("void") { try $0.void(transfer, reason: "x") }
    }
    #expect(throws: StoreError.noSuchFact(99)) {
      try office.write("void") { try $0.void(99, reason: "x") }
    }
  }

  @Test func theProfileKeepsItsPast() throws {
    let office = try Office()
    var profile = Profile(name: "王芳", phones: ["13800000001", "057188889999"])
    profile.sex = .female
    profile.birthday = try Birthday(isLunar: true, year: nil, month: 4, isLeapMonth: true, day: 30)
    profile.area = 80...100
    profile.budget = 1_000_000...1_200_000
    profile.note = ""
    let id = try #require(
      try office.write {
        _ = try $0.addCustomer(profile, source: nil, since: day("2026-11-02"))
      }.customers.first)
    #expect(try office.store.profile(of: id) == profile)
    var changed = profile
    changed.name = "王方"
    changed.birthday = try Birthday(isLunar: false, year: 1990, month: 5, day: 6)
    changed.area = nil
    try office.write { try $0.setProfile(changed, of: id, on: day("2026-11-05")) }
    #expect(try office.store.profile(of: id) == changed)
    #expect(try office.store.customer(id)?.name == "王方")
    let names = try office.store.profileHistory(of: id).filter { $0.field == .name }
    #expect(names.map(\.text) == ["王芳", "王方"])
    try office.undo()
    #expect(try office.store.profile(of: id) == profile)
    #expect(try office.store.customer(id)?.name == "王芳")
    #expect(try office.store.doctor() == [])
  }
}
