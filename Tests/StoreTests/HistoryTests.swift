import Core
import Store
import Testing

@Suite struct AsOf {
  @Test(arguments: [
    ("2026-11-01", []),
    ("2026-11-02", ["2026-11-02"]),
    ("2026-11-05 08:59", ["2026-11-02", "2026-11-05"]),
    ("2026-11-05 09:00", ["2026-11-02", "2026-11-05", "2026-11-05 09:00"]),
    ("2026-11-05", ["2026-11-02", "2026-11-05", "2026-11-05 09:00", "2026-11-05 24:00"]),
    ("2199-12-31", ["2026-11-02", "2026-11-05", "2026-11-05 09:00", "2026-11-05 24:00"]),
  ])
  func onlyWhatHasHappenedIsSeen(asOf: String, seen: [String]) throws {
    let office = try Office()
    let customer = try office.add("王芳")
    for at in ["2026-11-05", "2026-11-05 09:00", "2026-11-05 24:00"] {
      try office.append(.averse(true), to: customer, on: at)
    }
    let now = try moment(asOf)
    let history = try #require(try office.store.history(of: customer, asOf: now))
    #expect(history.facts.map(\.moment.description) == seen)
    var streamed: [String]?
    try office.store.forEachHistory(in: .office, asOf: now) {
      streamed = $0.facts.map(\.moment.description)
    }
    #expect(streamed == (seen.isEmpty ? nil : seen))
  }

  @Test func aTransferDoesNotChangeThePast() throws {
    let office = try Office()
    let customer = try office.add("王芳", owner: office.li)
    try office.append(.owner(office.zhou), to: customer, on: "2026-11-10 12:00")
    for (asOf, li) in [
      ("2026-11-09", true), ("2026-11-10 11:59", true), ("2026-11-10 12:00", false),
      ("2026-11-10", false), ("2026-11-11", false),
    ] {
      let now = try moment(asOf)
      #expect(try office.store.book(of: office.li, asOf: now) == (li ? [customer] : []), "\(asOf)")
      #expect(try office.store.book(of: office.zhou, asOf: now) == (li ? [] : [customer]))
    }
  }

  @Test func theLostLeaveTheBookUntilTheyStartAgain() throws {
    let office = try Office()
    let customer = try office.add("王芳", owner: office.li)
    try office.append(.event(.lost), to: customer, on: "2026-11-10")
    #expect(try office.store.book(of: office.li) == [])
    #expect(try office.store.book(of: office.li, asOf: moment("2026-11-09")) == [customer])
    #expect(try office.store.customer(customer)?.isLive == false)
    var all: [CustomerID] = []
    try office.store.forEachHistory(in: .book(office.li), lost: true) { all.append($0.customer) }
    #expect(all == [customer])
    #expect(try office.store.doctor() == [])
    try office.append(.event(.visit), to: customer, on: "2026-11-12")
    #expect(try office.store.book(of: office.li) == [customer])
    try office.undo()
    #expect(try office.store.book(of: office.li) == [])
    try office.undo()
    #expect(try office.store.book(of: office.li) == [customer])
  }

  @Test func aCustomerWithoutFactsIsStreamedToo() throws {
    let office = try Office()
    try office.write {
      for name in ["甲", "乙"] {
        _ = try $0.addCustomer(
          Profile(name: name), source: .leadList, since: day("2026-11-02"))
      }
    }
    var seen: [(CustomerID, Source?, Int)] = []
    try office.store.forEachHistory(in: .office) {
      seen.append(($0.customer, $0.source, $0.facts.count))
    }
    #expect(seen.map(\.0) == [1, 2])
    #expect(seen.map(\.1) == [.leadList, .leadList])
    #expect(seen.map(\.2) == [0, 0])
  }

  @Test func theFastAndTheSlowWayAgree() throws {
    let office = try Office()
    for number in 1...40 {
      let owner = number % 3 == 0 ? office.zhou : office.li
      let id = try office.add("客\(number)", owner: number % 7 == 0 ? nil : owner)
      if number % 5 == 0 { try office.append(.owner(office.zhou), to: id, on: "2026-11-06") }
      if number % 11 == 0 { try office.append(.averse(true), to: id, on: "2026-11-07") }
    }
    for text in ["2026-11-05", "2026-11-06", "2026-11-20"] {
      let now = try moment(text)
      var expected: [CustomerID] = []
      try office.store.forEachHistory(in: .office, asOf: now) { history in
        let owner = history.facts.reversed().lazy.compactMap { fact in
          if case .owner(let staff) = fact.body { staff } else { nil }
        }.first
        if owner == office.li { expected.append(history.customer) }
      }
      #expect(try office.store.book(of: office.li, asOf: now) == expected, "\(text)")
    }
  }
}

@Suite struct Policies {
  @Test func theLaterOfTwoForOneDayReigns() throws {
    let office = try Office()
    try office.write {
      try $0.adopt(Policy(name: "b"), source: "b", from: day("2026-12-01"))
      try $0.adopt(Policy(name: "a"), source: "a", from: day("2026-11-02"))
      try $0.adopt(Policy(name: "c"), source: "c", from: day("2026-12-01"))
    }
    let reigns = try office.store.reigns()
    #expect(reigns.map(\.policy.name) == ["a", "c"])
    #expect(reigns.map(\.from.description) == ["2026-11-02", "2026-12-01"])
    #expect(try office.store.policySources().map(\.source) == ["b", "a", "c"])
  }

  @Test func aPolicyComesBackWhole() throws {
    let office = try Office()
    var audience = Audience()
    audience.grades = [.a, .b]
    audience.noTag = [.vip]
    let schedules: [Schedule] = [
      .once(.event([.visit]), opens: 1, due: 3), .onceAfter(.deal, rule: 0, due: 2),
      .every(.weekdays([.monday], weeks: 2), .first(.callIn), .schedule),
      .every(.years(1, leapDay: .mar1), .rule(0), .lastDone), .festival([.springFestival]),
      .milestone([.launch, .delivery], lead: 3),
    ]
    let rules = schedules.enumerated().map { index, schedule in
      Rule(
        id: "r-\(index)", article: "第二条", says: "回访", audience: audience, schedule: schedule,
        until: [.signing], channels: Channels([.wechat, .sms], allOf: true),
        hours: TimeRange(from: .midnight, to: .endOfDay), distinctFrom: index)
    }
    let policy = Policy(
      name: "qnc", title: "制度", rules: rules,
      segments: [
        Segment(id: "s", article: "1", says: "x", audience: audience, suppresses: [0])
      ], clauses: [Clause(id: "c", article: "9", says: "礼貌")],
      weeklyCap: Limit(value: 2, clause: "c"), openings: ["新品"])
    try office.write { try $0.adopt(policy, source: "yaml", from: day("2026-11-02")) }
    #expect(try office.store.reigns().map(\.policy) == [policy])
  }
}

@Suite struct Searching {
  private func office() throws -> Office {
    let office = try Office()
    for (name, phone) in [
      ("王芳", "13800001234"), ("王芳菲", "13900001234"), ("王芳", "057188889999"),
      ("𠮷田", "13700000001"),
    ] { _ = try office.add(name, phone: phone) }
    return office
  }

  @Test(arguments: [
    ("C000002", [2]), ("c3", [3]), ("C9", []), ("13800001234", [1]), ("尾号1234", [1, 2]),
    ("1234", [1, 2]), ("00001234", [1, 2]), ("8001234", []), ("234", []), ("9999", [3]),
    ("057188889999", [3]), ("王芳", [1, 3]), ("王", []), ("王芳菲", [2]), ("𠮷田", [4]),
    ("张", []), ("", []), ("%", []), ("C99999999999999999999", []),
  ])
  func aTextNamesCustomers(text: String, ids: [CustomerID]) throws {
    #expect(try office().store.customers(matching: text).map(\.id) == ids)
  }

  @Test func searchShowsLongerNamesToo() throws {
    #expect(try office().store.search("王芳").map(\.id) == [1, 3, 2])
    #expect(try office().store.search("𠮷").map(\.id) == [4])
  }
}
