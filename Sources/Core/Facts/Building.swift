/// Which of a project's buildings is meant (楼号), however it is written: `3#`, `3号楼` and `３ 栋` are
/// one building; `3栋，4栋` are either of two.
package struct Building: Hashable, Sendable {
  /// The bare names, between commas.
  private let key: String

  /// Nil where nothing is left of the text.
  package init?(_ text: String) {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { plain.append(scalar.halfWidth) }
    let names = String(plain).lowercased().filter { $0 != " " }.split { ",、;/".contains($0) }
      .compactMap(Building.bareName)
    guard !names.isEmpty else { return nil }
    key = names.joined(separator: ",")
  }

  private static func bareName(_ name: Substring) -> Substring? {
    var rest = name
    while let last = rest.last, "#号楼栋幢座".contains(last) { rest.removeLast() }
    return rest.isEmpty ? nil : rest
  }

  /// Whether both can mean one building.
  package func meets(_ other: Building) -> Bool {
    if key == other.key { return true }
    let names = key.split(separator: ",")
    return other.key.split(separator: ",").contains(where: names.contains)
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
    return own.meets(building)
  }

  /// How many are known to live there, and how many elsewhere.
  package func count(in building: Building) -> (there: Int, elsewhere: Int) {
    let there = buildings.values.count { $0.meets(building) }
    return (there, buildings.count - there)
  }
}
