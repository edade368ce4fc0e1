import Core
import Glibc
import Store
import Synchronization
import Testing
import Threads

/// Who reads sees one state of the office from beginning to end, and nobody waits for it.
@Suite struct OneState {
  /// Everything that passes and look-ups tell.
  struct Seen: Equatable {
    var one: UndoProperties.Seen
    var office: [CustomerID] = []
    var outside: [CustomerID] = []
    var names: [String] = []
    var records: [[FactID]] = []
    var counts: Counts
    var ops: [OpSummary]
    var lastRecorded: Moment?

    init(_ store: Store, _ staff: [StaffID], through last: CustomerID) throws {
      one = try UndoProperties.look(store, staff, through: last)
      counts = try store.counts()
      ops = try store.recentOps(100)
      lastRecorded = try store.lastRecorded()
      try store.forEachHistory(in: .office) { office.append($0.customer) }
      try store.forEachHistory(in: .outsideBooks) { outside.append($0.customer) }
      try store.forEachCustomer { names.append($0.name) }
      for customer in office {
        names.append(try store.nameAndPhones(of: customer).name)
        records.append(
          try store.records(of: customer).map { $0.voidedBy == nil ? $0.fact.id : -$0.fact.id })
      }
    }
  }

  /// A reader looks again and again while another connection writes and takes back. Where what is
  /// taken back had itself taken something back, the reader begins anew, and no other time.
  @Test(arguments: [3, 20_261_201, 4_711] as [UInt64])
  func whatIsWrittenMeanwhileIsNotSeen(seed: UInt64) throws {
    let office = try Office()
    let reader = try Store.open(at: office.path, readOnly: true)
    var dice = UndoProperties.Dice(state: seed)
    var last: CustomerID = 0
    func write() throws {
      let receipt = try office.write { try UndoProperties.act($0, office, &dice, last) }
      last = max(last, receipt.customers.last ?? 0)
    }
    for _ in 0..<20 { try write() }
    for round in 0..<12 {
      var runs = 0
      try reader.snapshot {
        runs += 1
        let (staff, through) = ([office.li, office.zhou], last + 20)
        let before = try Seen(reader, staff, through: through)
        // The second time nothing happens meanwhile.
        guard runs == 1 else { return }
        for step in 0..<4 {
          if dice.roll(4) == 0 { try office.undo() } else { try write() }
          let now = try Seen(reader, staff, through: through)
          #expect(now == before, "seed \(seed), round \(round), step \(step)")
          if now != before { return }
        }
      }
      #expect(runs <= 2)
    }
    #expect(try office.store.doctor() == [])
  }

  /// A reader that takes its time for each customer, and begins again and again for as long as another
  /// writes: that one gets through all the same, and the reader sees none of it. Had the reader kept
  /// its lock, the writer would be refused.
  @Test func nobodyWaitsForASlowReader() throws {
    let office = try Office()
    for number in 0..<150 {
      _ = try office.add("客\(number)", owner: number % 2 == 0 ? office.li : office.zhou)
    }
    let (path, li, flag) = (office.path, office.li, Flag())
    // Not a task: those wait their turn behind other tests.
    let thread = WorkerThread {
      defer { flag.isUp.store(true, ordering: .releasing) }
      let store = try Store.open(at: path)
      for number in 0..<40 {
        let operation = Operation(
          command: "log", user: User("x"), recorded: Moment(try day("2026-11-03")))
        _ = try store.write(operation) { tx in
          let customer = CustomerID(1 + number * 3)
          try tx.append(to: customer, on: try day("2026-11-03"), .averse(true))
          if number % 5 == 0 {
            try tx.append(to: customer, on: try day("2026-11-03"), .event(.lost))
          }
          if number % 7 == 0 { try tx.append(to: customer, on: try day("2026-11-03"), .owner(li)) }
        }
        usleep(5_000)
      }
    }
    let writer = try #require(thread)
    let reader = try Store.open(at: path, readOnly: true)
    let (whole, parts) = try reader.snapshot {
      func facts(_ scopes: [Scope]) throws -> [[FactID]] {
        var facts: [CustomerID: [FactID]] = [:]
        for scope in scopes {
          try reader.forEachHistory(in: scope) { history in
            facts[history.customer, default: []] += history.facts.map(\.id)
            usleep(4_000)
          }
        }
        return facts.sorted { $0.key < $1.key }.map(\.value)
      }
      let whole = try facts([.office])
      let parts = try facts([.book(office.li), .book(office.zhou), .outsideBooks])
      repeat {
        #expect(try facts([.office]) == whole)
      } while !flag.isUp.load(ordering: .acquiring)
      return (whole, parts)
    }
    try writer.result()?.get()
    #expect(whole.count == 150)
    #expect(whole == parts)
    // Something was written behind its back.
    let now = try office.store.counts().facts
    #expect(now > whole.joined().count)
  }

  private final class Flag: Sendable {
    let isUp = Atomic(false)
  }
}
