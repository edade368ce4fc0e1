/// A customer who is to be given to one of several consultants.
package struct DealtCustomer: Hashable, Sendable {
  /// The customer's number.
  package let customer: CustomerID
  /// The quality of the lead; nil while it is not graded.
  package let grade: Grade?
  /// On how many days of the coming stretch something of theirs is due, from 0.
  package let load: Int

  /// A customer of that grade who asks for so much.
  package init(_ customer: CustomerID, _ grade: Grade?, load: Int) {
    self.customer = customer
    self.grade = grade
    self.load = load
  }
}

extension [DealtCustomer] {
  /// Deals them out so that nobody gets a worse share (分配): the shares differ by at most one customer
  /// in each grade and in the whole, and the heaviest goes to whoever has least to do. The place of the
  /// share, from 0, for each customer.
  ///
  /// - Parameter count: how many shares, from 1.
  package func dealt(among count: Int) -> [CustomerID: Int] {
    var shares = (0..<count).map { Share(place: $0) }
    var places: [CustomerID: Int] = [:]
    for grade in Grade.allCases.map(Grade?.some) + [nil] {
      let alike = filter { $0.grade == grade }.sorted {
        $0.load == $1.load ? $0.customer < $1.customer : $0.load > $1.load
      }
      for start in stride(from: 0, to: alike.count, by: count) {
        let round = alike[start..<Swift.min(start + count, alike.count)]
        let takers = shares.sorted { ($0.count, $0.load, $0.place) < ($1.count, $1.load, $1.place) }
          .prefix(round.count).sorted { ($0.load, $0.place) < ($1.load, $1.place) }
        for (dealt, taker) in zip(round, takers) {
          places[dealt.customer] = taker.place
          shares[taker.place].count += 1
          shares[taker.place].load += dealt.load
        }
      }
    }
    return places
  }

  private struct Share {
    let place: Int
    var count = 0
    var load = 0
  }
}
