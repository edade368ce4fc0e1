import Glibc

/// What the command line asks for.
struct Options {
  var customers = 100_000
  /// The program that is measured.
  var program = "/usr/local/bin/revisit"
  var seed: UInt64 = 20_261_105
  var folder = "/tmp/revisit-bench"
  /// What the offices adopt, side by side.
  var policies = ["qnc"]
  /// Names of works, or parts of names; all where empty.
  var only: [String] = []
  /// Multiplies the rounds of every pair.
  var scale = 1.0

  static let usage = """
    usage: bench [--program FILE] [--customers N] [--seed N] [--folder DIR] [--policy A+B+C]
                 [--rounds FACTOR] [--only WORK]...
    works: start-up due growth daily report memory log import

    """

  /// Nil where the words mean nothing.
  init?(_ words: [String]) {
    var rest = words[...]
    while let option = rest.popFirst() {
      guard let value = rest.popFirst(), take(option, value) else { return nil }
    }
  }

  private mutating func take(_ option: String, _ value: String) -> Bool {
    switch option {
    case "--customers": return set(\.customers, Int(value).flatMap { $0 > 0 ? $0 : nil })
    case "--seed": return set(\.seed, UInt64(value))
    case "--rounds": return set(\.scale, Double(value))
    case "--program": return set(\.program, value)
    case "--folder": return set(\.folder, value)
    case "--policy": return set(\.policies, value.split(separator: "+").map(String.init))
    case "--only": return set(\.only, only + [value])
    default: return false
    }
  }

  private mutating func set<T>(_ field: WritableKeyPath<Options, T>, _ value: T?) -> Bool {
    guard let value else { return false }
    self[keyPath: field] = value
    return true
  }

  func wants(_ work: String) -> Bool { only.isEmpty || only.contains(work) }
}
