import Core
import Store
import Testing

@Suite struct Parallel {
  private func numbers(
    _ store: Store, _ scope: Scope, lost: Bool = false, asOf: Moment? = nil, since: Day? = nil
  ) throws -> [CustomerID] {
    var numbers: [CustomerID] = []
    try store.forEachHistory(in: scope, asOf: asOf, lost: lost, activeSince: since) {
      numbers.append($0.customer)
    }
    return numbers
  }

  /// 1 李明's, 2 周敏's, 3 nobody's, 4 李明's and lost on 11-10, 5 merged into 1.
  private func office() throws -> Office {
    let office = try Office()
    let first = try office.add("王芳", owner: office.li)
    _ = try office.add("刘洋", owner: office.zhou)
    _ = try office.add("陈静")
    let lost = try office.add("赵磊", owner: office.li)
    let twice = try office.add("王方", owner: office.li)
    try office.append(.event(.lost), to: lost, on: "2026-11-10")
    try office.write("merge") { try $0.merge(twice, into: first) }
    return office
  }

  @Test func booksAndWhatIsOutsideMakeUpTheOffice() throws {
    let office = try office()
    for asOf in [nil, try moment("2026-11-09"), try moment("2026-11-30")] {
      let parts = try [.book(office.li), .book(office.zhou), .outsideBooks].flatMap {
        try numbers(office.store, $0, asOf: asOf)
      }
      #expect(parts.sorted() == [1, 2, 3, 4])
      #expect(try numbers(office.store, .office, asOf: asOf) == [1, 2, 3, 4])
    }
    #expect(try numbers(office.store, .outsideBooks) == [3, 4])
  }

  @Test func aPartGoesByNumbers() throws {
    let store = try office().store
    #expect(try store.customerRange() == 1...5)
    #expect(try numbers(store, .customers(2...3)) == [2, 3])
    #expect(try numbers(store, .customers(4...9)) == [4])
    #expect(try Office().store.customerRange() == nil)
  }

  @Test func whoIsLostAndSilentIsLeftOut() throws {
    let store = try office().store
    let day = try day("2026-11-11")
    #expect(try numbers(store, .office, since: day) == [1, 2, 3])
    #expect(try numbers(store, .outsideBooks, since: day) == [3])
    #expect(try numbers(store, .office, since: day.adding(-1)) == [1, 2, 3, 4])
    // A past at which the loss was not known yet is read whole.
    #expect(try numbers(store, .office, asOf: moment("2026-11-09"), since: day) == [1, 2, 3, 4])
  }

  @Test func twoConnectionsSeeOneState() throws {
    let office = try office()
    let asked = try office.store.inParallel {
      try $0.counts()
    } _: {
      try $0.counts()
    }
    #expect(asked.0 == asked.1)
    // In a write only the writer's own connection sees what it has done.
    try office.write { tx in
      let new = try tx.addCustomer(Profile(name: "新"), source: nil, since: day("2026-11-02"))
      let seen = try tx.store.inParallel { _ in
        0
      } _: {
        try $0.customer(new)?.name
      }
      #expect(seen.1 == "新")
    }
  }

  @Test func whatIsWrittenMeanwhileNeitherSees() throws {
    let office = try office()
    let path = office.path
    let seen = try office.store.inParallel { store in
      try store.counts()
    } _: { store in
      let before = try store.counts()
      _ = try Store.open(at: path).write(
        Operation(command: "event", user: User("x"), recorded: try moment("2026-11-12"))
      ) { tx in try tx.append(to: 1, on: day("2026-11-12"), .event(.lost)) }
      #expect(try store.counts() == before)
      #expect(try store.customer(1)?.isLive == true)
      return before
    }
    #expect(seen.0 == seen.1)
    #expect(try office.store.customer(1)?.isLive == false)
  }

  @Test func errorsComeBack() throws {
    struct Stop: Error {}
    let store = try office().store
    #expect(throws: Stop.self) {
      try store.inParallel { _ in
      } _: { _ in
        throw Stop()
      }
    }
    #expect(throws: Stop.self) {
      try store.inParallel { _ in
        throw Stop()
      } _: { _ in
      }
    }
    #expect(try store.counts().customers == 4)
  }
}
