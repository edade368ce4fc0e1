/// A piece of work done by this program and by a named baseline.
struct Pair {
  let name: String
  let baseline: String
  /// The most that ours may take, in units of the baseline; nil: only its memory matters.
  var limit: Double?
  /// The most memory that ours may take, in KB.
  var peakLimit: Int?
  let rounds: Int
  var prepare: () throws -> Void = {}
  let ours: () throws -> Run
  let theirs: () throws -> Run
}

/// What several rounds of a pair gave.
struct PairResult {
  let pair: Pair
  private let ours: [Run]
  private let theirs: [Run]

  /// Runs both sides by turns, so that whatever else the machine does meets both alike. A first
  /// round warms the page cache and is not counted, unless there is only one.
  init(_ pair: Pair) throws {
    self.pair = pair
    var ours: [Run] = []
    var theirs: [Run] = []
    for round in 0..<(pair.rounds + (pair.rounds > 2 ? 1 : 0)) {
      try pair.prepare()
      if round.isMultiple(of: 2) {
        ours.append(try pair.ours())
        theirs.append(try pair.theirs())
      } else {
        theirs.append(try pair.theirs())
        ours.append(try pair.ours())
      }
    }
    self.ours = Array(ours.suffix(pair.rounds))
    self.theirs = Array(theirs.suffix(pair.rounds))
  }

  var wall: (ours: Double, theirs: Double) { (ours.median(\.wall), theirs.median(\.wall)) }

  var wallRatio: Double { wall.ours / wall.theirs }

  var cpuRatio: Double { ours.median(\.cpu) / max(1e-6, theirs.median(\.cpu)) }

  /// KB, the worst of all rounds.
  var peak: Int { ours.map(\.peak).max() ?? 0 }

  /// What is beyond its limit: `wall`, `cpu`, `peak`; nothing where all is well. On a machine that
  /// others use too, the processor time is the steadier of the two; what works on both cores takes
  /// more of it than of the clock.
  var exceeded: [String] {
    let limit = pair.limit ?? .infinity
    return [
      wallRatio > limit ? "wall" : nil, cpuRatio > limit ? "cpu" : nil,
      peak > pair.peakLimit ?? .max ? "peak" : nil,
    ].compactMap { $0 }
  }
}

extension [Run] {
  fileprivate func median(_ value: KeyPath<Run, Double>) -> Double {
    let sorted = map { $0[keyPath: value] }.sorted()
    return isEmpty ? 0 : (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }
}
