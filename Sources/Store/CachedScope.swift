import Core

/// Part of the office by the caches of its customers.
enum CachedScope {
  case book(StaffID)
  /// With those beside whom the consultant has for a time; some of either may not be there yet, or not
  /// any more.
  case bookAndHeld(StaffID)
  /// The customers who are in no book.
  case rest

  /// The condition on `customer c`; ?2 is the consultant or the day since when somebody lost must have
  /// had something to do with the office, null: any.
  var condition: String {
    switch self {
    case .book: "c.owner = ?2 AND c.live = 1"
    case .bookAndHeld:
      """
      c.id IN (SELECT id FROM customer WHERE owner = ?2 AND live = 1
        UNION SELECT customer FROM holder WHERE staff = ?2 AND voided_by IS NULL) AND c.live = 1
      """
    case .rest:
      """
      (c.live = 0 OR c.owner IS NULL) AND c.voided_by IS NULL AND c.merged_into IS NULL
        AND (?2 IS NULL OR c.live = 1
          OR EXISTS (SELECT 1 FROM fact x WHERE x.customer = c.id AND x.day >= ?2))
      """
    }
  }

  func argument(_ view: HistoryView) -> Int64? {
    switch self {
    case .book(let staff), .bookAndHeld(let staff): staff
    case .rest: view.activeSince.map { Int64($0.number) }
    }
  }

  /// Whether a customer with those facts belongs to it.
  func holds(_ facts: [Fact]) -> Bool {
    let state = CustomerState(facts)
    return switch self {
    case .book(let staff), .bookAndHeld(let staff):
      !state.isLost && facts.contains { $0.body == .owner(staff) }
    case .rest: state.owner == nil || state.isLost
    }
  }
}
