/// Which of a project's buildings is meant (楼号), however it is written: `3#`, `3号楼` and `3 栋` are
/// one building.
package struct Building: Hashable, Sendable {
  private let key: String

  /// Nil where nothing is left of the text.
  package init?(_ text: String) {
    var rest = text.lowercased().filter { $0 != " " }[...]
    while let last = rest.last, "#＃号楼栋幢座".contains(last) { rest.removeLast() }
    guard !rest.isEmpty else { return nil }
    key = String(rest)
  }
}

/// Where customers live or will live, as far as it is known.
package struct Homes: Sendable {
  private let buildings: [CustomerID: Building]

  /// Homes as they were entered, by customer.
  package init(_ texts: [(CustomerID, String)] = []) {
    buildings = texts.reduce(into: [:]) { $0[$1.0] = Building($1.1) }
  }

  /// Whether the customer's building is known.
  package func isKnown(_ customer: CustomerID) -> Bool { buildings[customer] != nil }

  /// Whether what concerns that building alone concerns the customer: not whoever is known to
  /// live in another one.
  package func concerns(_ customer: CustomerID, _ building: Building?) -> Bool {
    guard let building, let own = buildings[customer] else { return true }
    return own == building
  }

  /// How many are known to live there, and how many elsewhere.
  package func count(in building: Building) -> (there: Int, elsewhere: Int) {
    let there = buildings.values.count { $0 == building }
    return (there, buildings.count - there)
  }
}
