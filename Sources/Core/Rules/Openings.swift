extension Policy {
  /// Among the openings (由头) it stands for the festivals that are near.
  package static let festivalOpening = "节日"

  /// The festivals of those days with which a call may be opened, by their days: those for which a
  /// rule greets, where the openings name festivals.
  package func festivalOpenings(in days: ClosedRange<Day>) -> [(day: Day, festival: Festival)] {
    guard openings.contains(Policy.festivalOpening) else { return [] }
    // A lunar year ends in the next civil year.
    let years = days.lowerBound.year - 1...days.upperBound.year
    return greeted.elements.flatMap { festival in
      years.compactMap { year in day(of: festival, in: year).map { (day: $0, festival: festival) } }
    }
    .filter { days.contains($0.day) }.sorted { $0.day < $1.day }
  }

  private var greeted: TermSet<Festival> {
    rules.reduce(into: []) { festivals, rule in
      guard case .occasion(.festivals(let own), _, _) = rule.schedule else { return }
      festivals.formUnion(own)
    }
  }
}
