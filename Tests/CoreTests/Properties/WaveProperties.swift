import Core
import Testing

/// A consultant's waves made up from a seed.
private struct GeneratedWaves: CustomTestStringConvertible {
  let seed: UInt64
  let members: [WaveMember]
  let capacity: Int?
  let today: Day
  private let daysOff: Set<Day>

  var testDescription: String { "seed \(seed)" }

  init(seed: UInt64) {
    var random = Seeded(seed)
    self.seed = seed
    let first = day("2026-11-02")
    var members: [WaveMember] = []
    for wave in 1...Int.random(in: 1...3, using: &random) {
      let opens = first + Int.random(in: 0...8, using: &random)
      let due = opens + Int.random(in: 0...14, using: &random)
      for customer in 1...Int.random(in: 1...60, using: &random)
      where Int.random(in: 0...9, using: &random) > 0 {
        let late = Int.random(in: 0...9, using: &random) == 0
        let from = late ? opens + Int.random(in: 0...(due - opens), using: &random) : opens
        members.append(
          WaveMember(
            customer: CustomerID(customer * 7 % 61),
            wave: WaveID(rule: ClauseID("w\(wave)"), key: .milestone(Int64(wave))),
            window: from...due,
            progress: .open))
      }
    }
    self.members = members
    capacity = [nil, 1, 3, 8, 20].randomElement(using: &random) ?? nil
    today = first
    daysOff = Set(
      (0...30).filter { _ in Int.random(in: 0...3, using: &random) == 0 }.map { first + $0 })
  }

  func isWorked(_ day: Day) -> Bool { day.isoWeekday < 6 && !daysOff.contains(day) }

  func plan(_ members: [WaveMember]? = nil, on day: Day? = nil) -> WavePlan {
    WavePlan(members ?? self.members, capacity: capacity, on: day ?? today, isWorked: isWorked)
  }

  /// The days on which a member can be called.
  func days(of member: WaveMember) -> [Day] {
    let first = member.window.lowerBound
    let all = (0...member.window.upperBound - first).map { first + $0 }
    let worked = all.filter(isWorked)
    return worked.isEmpty ? all : worked
  }
}

extension Day {
  /// 1 for Monday.
  fileprivate var isoWeekday: Int { self - monday + 1 }
}

extension WaveMember {
  fileprivate func with(_ progress: Progress) -> WaveMember {
    WaveMember(customer: customer, wave: wave, window: window, progress: progress)
  }
}

extension WavePlan {
  fileprivate func place(_ member: WaveMember) -> Place? {
    place(of: member.customer, in: member.wave)
  }
}

@Suite("Waves")
struct WaveProperties {
  private static let all = (1...300).map { GeneratedWaves(seed: $0) }

  @Test("Everyone has one day of their own window, worked if any is") func oneDay() throws {
    for made in WaveProperties.all {
      let plan = made.plan()
      for member in made.members {
        let place = try #require(plan.place(member), "\(made)")
        let days = made.days(of: member)
        #expect(days.contains(place.planned), "\(made)")
        let asked = try #require(place.asked, "\(made)")
        #expect(days.contains(asked) && asked >= place.planned, "\(made)")
      }
    }
  }

  @Test("A day has more than the capacity only of those whose last day it is") func capacity() {
    for made in WaveProperties.all {
      let plan = made.plan()
      let byDay = Dictionary(grouping: made.members) { plan.place($0)?.asked ?? made.today }
      for (day, members) in byDay where members.count > made.capacity ?? .max {
        let last = members.count { made.days(of: $0).last == day }
        #expect(last >= members.count - (made.capacity ?? 0), "\(made) on \(day)")
      }
    }
  }

  @Test("A wave that its window can hold never exceeds the capacity") func fits() {
    for capacity in 1...9 {
      for count in 1...capacity * 5 {
        let members = (1...count).map {
          WaveMember(
            customer: CustomerID($0 * 13),
            wave: WaveID(rule: ClauseID("w\($0 % 2)"), key: .milestone(1)),
            window: day("2026-11-02")...day("2026-11-08"), progress: .open)
        }
        let plan = WavePlan(members, capacity: capacity, on: day("2026-11-02")) {
          $0.isoWeekday < 6
        }
        let loads = Dictionary(
          members.compactMap { plan.place($0)?.asked }.map { ($0, 1) }, uniquingKeysWith: +)
        #expect((loads.values.max() ?? 0) <= capacity, "\(count) with \(capacity) a day")
      }
    }
  }

  @Test("One wave alone is spread evenly") func even() {
    for count in 1...40 {
      let members = (1...count).map {
        WaveMember(
          customer: CustomerID($0), wave: WaveID(rule: "w1", key: .milestone(1)),
          window: day("2026-11-02")...day("2026-11-08"), progress: .open)
      }
      let plan = WavePlan(members, capacity: nil, on: day("2026-11-02")) { $0.isoWeekday < 6 }
      let loads = Dictionary(
        members.compactMap { plan.place($0)?.planned }.map { ($0, 1) }, uniquingKeysWith: +)
      #expect(loads.values.max() == (count + 4) / 5, "\(count)")
      #expect(loads.values.min() == (count < 5 ? 1 : count / 5), "\(count)")
    }
  }

  @Test("The order in which members come does not matter") func order() {
    for made in WaveProperties.all {
      var random = Seeded(made.seed)
      let (plan, other) = (made.plan(), made.plan(made.members.shuffled(using: &random)))
      #expect(made.members.allSatisfy { plan.place($0) == other.place($0) }, "\(made)")
    }
  }

  @Test("Whoever is told changes nobody else's day for a later one") func told() {
    for made in WaveProperties.all {
      var random = Seeded(made.seed &+ 1)
      let before = made.plan()
      let after = made.members.map {
        Int.random(in: 0...2, using: &random) == 0 ? $0.with(.settledToday) : $0
      }
      let plan = made.plan(after)
      for member in after where member.progress == .open {
        guard let old = before.place(member)?.asked, let new = plan.place(member)?.asked else {
          Issue.record("\(made)")
          continue
        }
        #expect(new <= old && (old == made.today) == (new == made.today), "\(made)")
      }
    }
  }

  @Test("From day to day: once listed, listed until told; on the last day nobody is left out")
  func dayByDay() {
    for made in WaveProperties.all {
      var random = Seeded(made.seed &+ 2)
      var members = made.members
      var listed: Set<WaveMember> = []
      for offset in 0...24 {
        let today = made.today + offset
        members.removeAll { $0.window.upperBound < today }
        let plan = made.plan(members, on: today)
        for index in members.indices where members[index].progress == .open {
          let member = members[index]
          let isListed = plan.place(member)?.asked == today
          let days = made.days(of: member)
          if listed.contains(member) || days.last ?? today <= today {
            #expect(isListed, "\(made) on \(today)")
          }
          guard isListed else { continue }
          listed.insert(member)
          if Int.random(in: 0...1, using: &random) == 0 { members[index] = member.with(.settled) }
        }
      }
    }
  }
}
