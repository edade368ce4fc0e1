import Core
import Store
import Testing

@Suite struct Undo {
  @Test func itWalksBackAndNeverUndoesAnUndo() throws {
    let office = try Office()
    let customer = try office.add("王芳", owner: office.li)
    try office.append(.grade(.a), to: customer)
    try office.append(.grade(.b), to: customer)
    let start: [Fact.Body] = [.owner(office.li), .event(.visit)]
    try office.undo()
    #expect(try office.bodies(of: customer) == start + [.grade(.a)])
    try office.undo()
    #expect(try office.bodies(of: customer) == start)
    try office.undo()
    #expect(try office.store.customer(customer) == nil)
    #expect(try office.store.book(of: office.li) == [])
    #expect(try office.store.undoable(by: User("李明", staff: office.li)) == nil)
    #expect(try office.store.doctor() == [])
  }

  @Test func itTakesBackOnlyOnesOwn() throws {
    let office = try Office()
    let customer = try office.add("王芳")
    try office.append(.grade(.a), to: customer)
    try office.append(.averse(true), to: customer, by: "周敏")
    try office.undo()
    #expect(try office.bodies(of: customer) == [.event(.visit), .averse(true)])
  }

  @Test func anOperationIsUndoneOnce() throws {
    let office = try Office()
    let customer = try office.add("王芳")
    let op = try office.write { try $0.append(to: customer, on: day("2026-11-03"), .averse(true)) }
      .op
    let undo = try office.write("undo") { try $0.undo(op) }.op
    #expect(throws: StoreError.alreadyUndone(op, by: undo)) {
      try office.write("undo") { try $0.undo(op) }
    }
    #expect(throws: StoreError.notUndoable(undo)) {
      try office.write("undo") { try $0.undo(undo) }
    }
    #expect(throws: StoreError.notUndoable(1)) { try office.write("undo") { try $0.undo(1) } }
    #expect(throws: StoreError.noSuchOp(99)) { try office.write("undo") { try $0.undo(99) } }
    #expect(try office.store.op(op)?.undoneBy == undo)
  }

  @Test func anEntryWithLaterFactsStays() throws {
    let office = try Office()
    let customer = try office.add("王芳")
    let fact = try office.append(.averse(true), to: customer, by: "周敏")
    let blocker = try #require(try office.store.recentOps(1).first)
    #expect(throws: StoreError.undoBlocked(by: blocker, .laterFact(fact, of: customer))) {
      try office.undo()
    }
    try office.undo(by: "周敏")
    try office.undo()
    #expect(try office.store.customer(customer) == nil)
  }

  @Test func aVoidedFactStaysVoid() throws {
    let office = try Office()
    let customer = try office.add("王芳")
    let fact = try office.append(.averse(true), to: customer)
    try office.write("void", by: "周敏") { try $0.void(fact, reason: "填错") }
    let blocker = try #require(try office.store.recentOps(1).first)
    #expect(throws: StoreError.undoBlocked(by: blocker, .voidedFact(fact))) { try office.undo() }
    try office.undo(by: "周敏")
    #expect(try office.bodies(of: customer) == [.event(.visit), .averse(true)])
  }

  @Test func aConsultantWithCustomersStays() throws {
    let office = try Office()
    let root = User("root")
    try office.write("staff", by: "root") { _ = try $0.addStaff("孙八", role: .consultant) }
    let sun = try #require(try office.store.staff(named: "孙八")?.id)
    _ = try office.add("王芳", owner: sun)
    let blocker = try #require(try office.store.recentOps(1).first)
    #expect(throws: StoreError.undoBlocked(by: blocker, .staffInUse(sun))) {
      try office.undo(by: "root")
    }
    try office.undo()
    #expect(try office.store.undoable(by: root)?.command == "staff")
    try office.undo(by: "root")
    #expect(try office.store.staff(named: "孙八") == nil)
  }

  @Test func settingsPlansAndPoliciesComeBack() throws {
    let office = try Office()
    let day = try day("2026-11-02")
    try office.write {
      try $0.setOffice(.name, "新名")
      try $0.addMilestone(.launch, on: day, title: "一期")
      try $0.adopt(Policy(name: "qnc"), source: "name: qnc", from: day)
    }
    #expect(try office.store.reigns().map(\.policy.name) == ["qnc"])
    try office.undo()
    #expect(try office.store.office(.name) == "翠湖")
    #expect(try office.store.milestones() == [])
    #expect(try office.store.reigns().isEmpty)
  }

  @Test func aNumberInUseDoesNotComeBack() throws {
    let office = try Office()
    let first = try office.add("王芳", phone: "13800000001")
    let second = try office.add("赵六", by: "周敏")
    try office.write { try $0.removePhone("13800000001", from: first) }
    try office.write(by: "周敏") { try $0.addPhone("13800000001", to: second) }
    let blocker = try #require(try office.store.recentOps(1).first)
    #expect(
      throws: StoreError.undoBlocked(
        by: blocker, .phoneInUse(number: "13800000001", by: second))
    ) { try office.undo() }
    try office.undo(by: "周敏")
    try office.undo()
    #expect(try office.store.phones(of: first) == ["13800000001"])
  }
}

@Suite struct Merge {
  /// Two customers with facts, phones and profiles; the second is to go into the first.
  private func pair() throws -> (office: Office, target: CustomerID, source: CustomerID) {
    let office = try Office()
    let target = try office.add("王芳", phone: "13800000001", owner: office.li, on: "2026-11-02")
    let source = try office.add("王方", phone: "13800000002", owner: office.zhou, on: "2026-10-20")
    try office.write { try $0.setProfile(.layout, "三室", of: source, on: day("2026-10-21")) }
    try office.append(.grade(.b), to: source, on: "2026-10-25 10:00", by: "周敏", note: "还行")
    return (office, target, source)
  }

  @Test func theTargetGetsWhatTheSourceHad() throws {
    let (office, target, source) = try pair()
    try office.write("merge") { try $0.merge(source, into: target) }
    let merged = try #require(try office.store.customer(target))
    #expect(merged.name == "王芳")
    #expect(merged.owner == office.li)
    #expect(merged.since.description == "2026-10-20")
    #expect(try office.store.customer(source)?.mergedInto == target)
    #expect(
      try office.bodies(of: target)
        == [.event(.visit), .grade(.b), .owner(office.li), .event(.visit)])
    #expect(try office.bodies(of: source) == [])
    #expect(try office.store.phones(of: target) == ["13800000001", "13800000002"])
    #expect(try office.store.profile(of: target)?.layout == "三室")
    let copy = try #require(try office.store.records(of: target).first { $0.fact.time != nil })
    #expect(copy.user == "周敏")
    #expect(copy.recorded.description == "2026-10-25 10:00")
    #expect(copy.texts.note == "还行")
    #expect(try office.store.lateEntries(from: day("2026-10-25"), to: day("2026-10-25")) == [])
    #expect(try office.store.book(of: office.zhou) == [])
    #expect(throws: StoreError.merged(source, into: target)) {
      try office.append(.averse(true), to: source)
    }
    #expect(throws: StoreError.cannotMergeWithItself(target)) {
      try office.write("merge") { try $0.merge(target, into: target) }
    }
    #expect(try office.store.doctor() == [])
  }

  @Test func itComesApartAgain() throws {
    let (office, target, source) = try pair()
    let before = (try office.bodies(of: target), try office.bodies(of: source))
    try office.write("merge") { try $0.merge(source, into: target) }
    try office.append(.averse(true), to: target, on: "2026-11-04", by: "周敏")
    try office.undo()
    #expect(try office.bodies(of: target) == before.0 + [.averse(true)])
    #expect(try office.bodies(of: source) == before.1)
    #expect(try office.store.customer(source)?.owner == office.zhou)
    #expect(try office.store.customer(target)?.since.description == "2026-11-02")
    #expect(try office.store.phones(of: source) == ["13800000002"])
    #expect(try office.store.profile(of: target)?.layout == nil)
    #expect(try office.store.book(of: office.zhou) == [source])
    #expect(try office.store.doctor() == [])
  }

  @Test func whatWasMergedIsNotUndoneUnderIt() throws {
    let (office, target, source) = try pair()
    try office.write("merge") { try $0.merge(source, into: target) }
    let blocker = try #require(try office.store.recentOps(1).first)
    let error = #expect(throws: StoreError.self) { try office.undo(by: "周敏") }
    guard case .undoBlocked(by: blocker, .voidedFact) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func aMergeUnderAnotherStays() throws {
    let (office, target, source) = try pair()
    let third = try office.add("方芳", by: "周敏")
    try office.write("merge") { try $0.merge(source, into: target) }
    try office.write("merge", by: "周敏") { try $0.merge(target, into: third) }
    #expect(throws: StoreError.self) { try office.undo() }
    try office.undo(by: "周敏")
    try office.undo()
    #expect(try office.store.customer(source)?.mergedInto == nil)
    #expect(try office.store.doctor() == [])
  }
}
