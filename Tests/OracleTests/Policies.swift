import Core
import PolicyFiles
import Testing

/// The policies that histories are made for: the shipped ones and variants of them.
struct Policies: Sendable {
  let all: [(name: String, policy: Policy)]
  let late: (name: String, policy: Policy)

  init() throws {
    var all: [(name: String, policy: Policy)] = []
    for name in PolicyFile.embeddedNames {
      // These four have every form of a story about a prospect.
      let isCore = ["qnc", "qnc-blank", "yufu", "site-fines"].contains(name)
      for _ in 0..<(isCore ? 2 : 1) { all.append((name, try Policies.shipped(name))) }
    }
    // What is rarely met elsewhere is drawn more often.
    for text in Policies.variants + Policies.forms + Policies.rare + Policies.rare {
      let policy = try PolicyFile.read(
        text: text, file: "variant.yaml", Filling(takesSuggestions: true)
      ).get().policy
      all.append((policy.name, policy))
      guard !policy.addOns.isEmpty else { continue }
      for _ in 0..<3 { all.append(("\(policy.name) capped", Policies.capped(policy))) }
    }
    late = ("late", Policies.late(try Policies.shipped("qnc")))
    self.all = all + [late]
  }

  /// Each part with terms of its own.
  private static func capped(_ policy: Policy) -> Policy {
    var capped = policy
    capped.weeklyCap = Limit(value: 3, clause: "cap")
    for index in capped.addOns.indices {
      capped.addOns[index].weeklyCap = index % 2 == 0 ? Limit(value: 1, clause: "cap") : nil
      capped.addOns[index].beforeHoliday = index % 2 == 1
      capped.addOns[index].aversionFactor = Limit(value: (index + 1) % 3 + 1, clause: "factor")
    }
    return capped
  }

  /// The same ids, opening later: a change of policy may give one key twice.
  private static func late(_ policy: Policy) -> Policy {
    var late = policy
    late.name = "late"
    for index in late.rules.indices {
      if case .once(let trigger, _, let due) = late.rules[index].schedule {
        late.rules[index].schedule = .once(trigger, opens: due + 2, due: due + 4)
      }
    }
    return late
  }

  private static func shipped(_ name: String) throws -> Policy {
    try #require(PolicyFile.load(named: name, Filling(takesSuggestions: true))).get().policy
  }

  /// As files, so that a failing case can be replayed with `revisit policy adopt`.
  static let variants = [
    """
    policy: cap-1
    extends: qnc
    weekly_cap: {clause: qnc-5.1, times: 1}
    rules:
      - {id: v-2.1.4, like: qnc-2.1.4, every: 2d, channel: 电话}
    """,
    """
    policy: cap-2
    extends: qnc
    classify: {clause: qnc-1.1, due: 2}
    attempts: {times: 2, days: 2}
    weekly_cap: {clause: qnc-5.1, times: 2}
    """,
    """
    policy: grid
    extends: qnc
    before_holiday: true
    attempts: {times: 2}
    appointment_grace: 2h
    rules:
      - {id: v-2.1.3b, like: qnc-2.1.3b, anchor: schedule}
      - {id: v-2.1.4, like: qnc-2.1.4, anchor: schedule}
      - {id: v-3.2, like: qnc-3.2, anchor: schedule}
    """,
    """
    policy: monthly
    extends: qnc
    rules:
      - {id: v-2.1.3b, like: qnc-2.1.3b, every: 1m}
      - {id: v-2.1.4, like: qnc-2.1.4, every: 1m, anchor: schedule}
      - {id: v-3.2, like: qnc-3.2, every: 2m, mandatory: true}
    """,
    """
    policy: both
    extends: yufu
    rules:
      - {id: v-2.1.1b, like: yufu-2.1.1b, channel: {all_of: [微信, 短信]}}
      - {id: v-2.1.2, like: yufu-2.1.2, distinct_from: yufu-2.1.1b}
    """,
  ]
}
