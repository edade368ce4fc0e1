/// How many there are of each case of a small enumeration.
///
/// The type asks nothing of the cases: for a dictionary's keys the runtime looks for a conformance
/// among all of the program's, a tenth of a millisecond for each kind of key in a list that takes ten.
struct KindCounts<Kind> {
  private(set) var counts: [(kind: Kind, count: Int)] = []

  /// Of all cases.
  var total: Int { counts.reduce(0) { $0 + $1.count } }
  var isEmpty: Bool { counts.isEmpty }
}

extension KindCounts: Sendable where Kind: Sendable {}

extension KindCounts where Kind: Equatable {
  subscript(kind: Kind) -> Int {
    get { counts.first { $0.kind == kind }?.count ?? 0 }
    set {
      if let place = counts.firstIndex(where: { $0.kind == kind }) {
        counts[place].count = newValue
      } else {
        counts.append((kind, newValue))
      }
    }
  }

  static func += (a: inout KindCounts, b: KindCounts) {
    for (kind, count) in b.counts { a[kind] += count }
  }
}
