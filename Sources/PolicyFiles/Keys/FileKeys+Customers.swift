import Core

// The keys of what holds for customers: when somebody is to be graded, how often one is tried, how long an
// agreed hour may pass.

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

  /// A promise stands under no policy of several, so that the strictest of those in force decides.
  static let appointmentGrace = KeyDescription<Policy>(
    ["appointment_grace"],
    help: [
      .file(
        ["appointment_grace"], "约定的钟点过了几小时算迟；不写则当日都算按时",
        "how many hours past the agreed hour are late; else the whole day is on time",
        ["appointment_grace: 2h", "rules:", "  - {id: r-1, after: 来访, due: 0}"],
        ["2026-11-02 来访", "2026-11-02 电话 接通"], on: "2026-11-02")
    ],
    read: { reader, settings, policy in
      let own = settings["appointment_grace"].flatMap { reader.grace($0) }
      policy.appointmentGrace = [policy.appointmentGrace, own].compactMap { $0 }.min()
    },
    write: { policy, _ in
      policy.appointmentGrace.map { [KeyValue("appointment_grace", "\($0)h")] } ?? []
    },
    stored: [
      StoredPart(40, since: 6) { coder, policy in
        coder.code(&policy.appointmentGrace, blank: 0) { $0.code(&$1) }
      }
    ])

  /// A customer has one grade for a policy and its add-ons: the first that asks for it says by when.
  static let classify = KeyDescription<Policy>(
    ["classify"],
    help: [
      .file(
        ["classify"], "没定级的来电、来访客户要定级：到 D+due 为止，只有定了级才算；规则与级别无关的客户不问",
        "callers and visitors without a grade, where rules depend on it, are to be graded by D+due",
        [
          "classify: {clause: 一 1, due: 1}", "rules:",
          "  - {id: r-1, after: 来访, every: 7d, audience: {grade: [A, B]}}",
        ], ["2026-11-02 来访"], on: "2026-11-02", owed: ["grade 2026-11-02..2026-11-03"])
    ],
    read: { reader, settings, policy in
      guard let own = settings["classify"].flatMap({ reader.classify($0) }) else { return }
      policy.classify = policy.classify ?? own
    },
    write: { policy, _ in
      policy.classify.map { [KeyValue("classify", $0.value(as: "due"))] } ?? []
    },
    stored: [
      StoredPart(60, since: 7) { coder, policy in
        coder.code(&policy.classify, blank: Limit(value: 0, clause: "")) { $0.code(&$1) }
      }
    ])
}

// MARK: - Reading them

enum AttemptKey: String, CaseIterable, Hashable, Sendable {
  case times, days
}

enum ClassifyKey: String, CaseIterable, Hashable, Sendable {
  case clause, due
}

extension AttemptLimit {
  fileprivate var value: FileValue {
    .map(
      [KeyValue("times", "\(times)"), KeyValue("days", "\(days)")],
      shown: "\(times) 次 / \(days) 天")
  }
}

extension Reader {
  mutating func attempts(_ tree: Tree) -> AttemptLimit? {
    guard let entries = map(tree, key: "attempts") else { return nil }
    let fields: Fields<AttemptKey> = fields(entries)
    guard let times = fields[.times] else {
      report(.key(.missing("times", of: "attempts")), at: tree.place)
      return nil
    }
    let days = fields[.days].flatMap { number($0, key: "days", in: 1...30) } ?? 1
    return number(times, key: "times", in: 1...30).map { AttemptLimit(times: $0, days: days) }
  }

  mutating func grace(_ tree: Tree) -> Int? {
    guard let text = text(tree, key: "appointment_grace") else { return nil }
    if let hours = OffsetText.read(text)?.hours, 1...24 ~= hours { return hours }
    report(.value(.hoursAlone(key: "appointment_grace", text: text)), at: tree.place)
    return nil
  }

  mutating func classify(_ tree: Tree) -> Limit? {
    guard let entries = map(tree, key: "classify") else { return nil }
    let fields: Fields<ClassifyKey> = fields(entries)
    guard let due = fields[.due] else {
      report(.key(.missing("due", of: "classify")), at: tree.place)
      return nil
    }
    let clause = fields[.clause].flatMap { text($0, key: "clause") } ?? ""
    return number(due, key: "due", in: 0...365).map { Limit(value: $0, clause: clause) }
  }
}
