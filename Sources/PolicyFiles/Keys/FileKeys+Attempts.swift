import Core

// The key that says how often a customer must have been tried so that a miss is excused.

extension Policy {
  /// A customer is tried for all that is owed at once: a policy and its add-ons have one limit.
  static let attempts = KeyDescription<Policy>(
    ["attempts"],
    help: [
      .file(
        ["attempts", "times", "days"], "客户电话不通：试过几次、在几天里试的，漏做、迟做就不算；要做的照样要做",
        "tried so often on so many days, a miss is excused; what is owed stays",
        ["attempts: {times: 3, days: 2}", "rules:", "  - {id: r-1, after: 来访, due: 1}"],
        [
          "2026-11-02 来访", "2026-11-02 电话 无人接", "2026-11-03 电话 占线", "2026-11-03 电话 关机",
        ], on: "2026-11-04", owed: ["r-1 2026-11-02..2026-11-03"])
    ],
    read: { reader, settings, policy in
      guard let limit = settings["attempts"].flatMap({ reader.attempts($0) }) else { return }
      policy.attempts = reader.addOn == nil ? limit : policy.attempts ?? limit
    },
    write: { policy, _ in policy.attempts.map { [KeyValue("attempts", $0.value)] } ?? [] },
    stored: [
      StoredPart(50, since: 6) { coder, policy in
        coder.code(&policy.attempts, blank: AttemptLimit(times: 1)) {
          $0.code(&$1.times)
          $0.code(&$1.days)
        }
      }
    ])
}

private enum AttemptKey: String, CaseIterable, Hashable, Sendable {
  case times, days
}

extension AttemptLimit {
  fileprivate var value: FileValue {
    .map(
      [KeyValue("times", "\(times)"), KeyValue("days", "\(days)")],
      shown: "\(times) 次 / \(days) 天")
  }
}

extension Reader {
  fileprivate mutating func attempts(_ tree: Tree) -> AttemptLimit? {
    guard let entries = map(tree, key: "attempts") else { return nil }
    let fields: Fields<AttemptKey> = fields(entries)
    guard let times = fields[.times] else {
      report(.key(.missing("times", of: "attempts")), at: tree.place)
      return nil
    }
    let days = fields[.days].flatMap { number($0, key: "days", in: 1...30) } ?? 1
    return number(times, key: "times", in: 1...30).map { AttemptLimit(times: $0, days: days) }
  }
}
