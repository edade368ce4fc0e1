import Core
import Testing

/// The class of a customer is derived from facts.
@Suite struct CustomerClassTests {
  private func kind(_ source: Source?, _ bodies: [Fact.Body]) throws -> CustomerClass {
    let facts = bodies.enumerated().map {
      Fact(id: FactID($0 + 1), day: day("2027-03-01") + $0, $1)
    }
    let history = History(customer: 1, source: source, facts: facts)
    let state = history.timeline(at: Moment(day("2027-04-01"))).spans.last?.state
    return CustomerClass(try #require(state))
  }

  @Test func whoHasVisitedIsAVisitor() throws {
    #expect(try kind(.callIn, [.event(.callIn), .grade(.b)]).bilingual.zh == "来电B")
    let visitor = try kind(.callIn, [.event(.callIn), .grade(.b), .event(.visit)])
    #expect(visitor.bilingual.zh == "来访B" && visitor.name == "visit_B")
    #expect(try kind(.leadList, [.tag(.vip, true)]).bilingual == Bilingual("客资", "lead list"))
    #expect(try kind(nil, [.grade(.a)]).name == "unknown_A")
  }

  @Test func afterADealTheGradeIsNotTold() throws {
    let deal: [Fact.Body] = [.event(.visit), .grade(.a), .event(.reservation)]
    #expect(try kind(.visit, deal).name == "reserved")
    #expect(try kind(.visit, deal + [.event(.signing)]).bilingual.zh == "签约")
    #expect(try kind(.visit, deal + [.event(.delivery)]).bilingual.zh == "交房")
    #expect(try kind(.visit, deal + [.event(.cancellation)]).bilingual.zh == "来访A")
    #expect(try kind(.visit, deal + [.event(.lost)]).name == "lost")
  }

  @Test func aFilterAsksForAllOfItsWords() throws {
    let words = Vocabulary()
    let kind = try kind(.visit, [.event(.visit), .grade(.a), .tag(.vip, true), .tag(.key, true)])
    for text in ["来访A", "来访", "A", "VIP", "来访A VIP", "来访，重点", "visit_A", "vip+重点", "到访A类"] {
      #expect(try #require(ClassFilter(text, in: words)).admits(kind), "\(text)")
    }
    for text in ["来电A", "来访B", "认购", "VIP 领导介绍", "未定级", "来访未定级"] {
      #expect(try !#require(ClassFilter(text, in: words)).admits(kind), "\(text)")
    }
    for text in ["", "来仿", "来访E", "来访A 贵"] {
      #expect(ClassFilter(text, in: words) == nil, "\(text)")
    }
  }
}
