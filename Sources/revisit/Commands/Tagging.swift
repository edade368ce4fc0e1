import Core
import Store
import Values

extension Office {
  /// Tags that are given and taken away, each written as a word or a list of words.
  func tagging(_ added: [GivenText], _ removed: [GivenText]) throws -> [Fact.Body] {
    guard !added.isEmpty || !removed.isEmpty else { return [] }
    let new: [Tag] = try added.flatMap { try terms([$0.text], at: $0.place) }
    // What was ever declared can be borne, and so be taken away.
    let ever = try store.vocabulary()
    let old: [Tag] = try removed.flatMap { try readTerms($0.text, at: $0.place, in: ever) }
    if let both = new.first(where: old.contains) {
      let name = session.say(both.word(in: ever).bilingual)
      throw Failure.usage(.conflict("\(added[0].place) \(name)", removed[0].place))
    }
    return new.map { .tag($0, true) } + old.map { .tag($0, false) }
  }

  /// A tag that the customer does not bear cannot be taken away.
  func refuseUnborne(_ bodies: [Fact.Body], by customer: CustomerSummary, on day: Day) throws {
    let removed = bodies.compactMap { if case .tag(let tag, false) = $0 { tag } else { Tag?.none } }
    if removed.isEmpty { return }
    let state = try store.history(of: customer.id)?.timeline(at: Moment(day)).state(on: day)
    for tag in removed where state?.tags.contains(tag) != true {
      let name = tag.word(in: try store.vocabulary()).bilingual
      throw Failure.refusal(.noSuchTag(name, of: number(customer.id)))
    }
  }
}
