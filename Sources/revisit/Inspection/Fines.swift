import Core
import Store

/// A fine (罚款) that a policy asks for, with what it is for. It is drafted, never imposed: a manager
/// decides, and what was decided stands in the ledger with the evidence.
struct Fine {
  enum State: String {
    case drafted, exempt, confirmed, waived, appealed
  }

  /// The kinds of the ledger's entries, by what they say; the text begins with the fine's key.
  static let kinds: [(kind: String, state: State)] = [
    ("罚款", .confirmed), ("罚款免除", .waived), ("罚款申诉", .appealed),
  ]

  let miss: WeekReport.Miss
  let rule: Rule
  var state: State
  /// Why it is exempt, or what was said to it.
  var reason = Bilingual("", "")

  /// `C000003 sf-2.2 2026-11-05`: what tells it from others.
  var key: String { "\(number(miss.customer)) \(rule.id) \(miss.due.day)" }
}

extension Office {
  /// The fines of a month, which is that of the day on which the thing was due, in the order of those days:
  /// the number of each is its place, from 1.
  func fines(_ days: ClosedRange<Day>) throws -> [Fine] {
    let report = try self.report(
      ReportQuery(period: Period(.month, days), all: true), at: session.now)
    let decided = try decisions(since: days.lowerBound)
    return report.misses.flatMap { miss in
      miss.rules.filter { $0.fine > 0 }.map { rule in
        var fine = Fine(miss: miss, rule: rule, state: .drafted)
        if let exempt = InspectionWords.exempt(miss.why) {
          (fine.state, fine.reason) = (.exempt, exempt)
        }
        if let decision = decided[fine.key] {
          (fine.state, fine.reason) = (
            decision.state, Bilingual(decision.reason, decision.reason)
          )
        }
        return fine
      }
    }
  }

  /// What was decided last of each fine, by its key.
  private func decisions(
    since day: Day
  ) throws -> [String: (entry: LedgerID, state: Fine.State, reason: String)] {
    var found: [String: (entry: LedgerID, state: Fine.State, reason: String)] = [:]
    for (kind, state) in Fine.kinds {
      for entry in try store.ledger(kind, from: day, to: session.today, asOf: session.now) {
        let words = entry.text.split(separator: " ", maxSplits: 3).map(String.init)
        guard words.count >= 3 else { continue }
        let key = words.prefix(3).joined(separator: " ")
        if let known = found[key], known.entry > entry.id { continue }
        found[key] = (entry.id, state, words.count > 3 ? words[3] : "")
      }
    }
    return found
  }
}

extension Listing.Section {
  static func fines(_ fines: [(place: Int, fine: Fine)]) -> Listing.Section {
    Listing.Section(
      "fines", fines, ifEmpty: InspectionWords.noFines,
      [
        .init("number", "编号", "No.", right: true, least: 3) { .number($0.place) },
        .init("due", "应做日", "due", least: 10) { .day($0.fine.miss.due.day) },
        .init("consultant", "谁", "who", least: 4) { .text($0.fine.miss.consultant) },
        .init("customer", "客户", "customer", least: 7) { .text(number($0.fine.miss.customer)) },
        .init("name", "姓名", "name", shown: .joined) { .text($0.fine.miss.name) },
        .init("rule", "条款", "rule", least: 4) {
          .word($0.fine.rule.id, $0.fine.rule.called)
        },
        .init("amount", "元", "yuan", right: true, least: 3) { .number($0.fine.rule.fine) },
        .init("state", "状态", "state", least: 4) {
          .word($0.fine.state.rawValue, InspectionWords.state($0.fine.state.rawValue))
        },
        .init("reason", "原因", "reason", least: 4) {
          .word($0.fine.reason.en, $0.fine.reason)
        },
      ])
  }
}
