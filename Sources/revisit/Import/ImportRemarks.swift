import Core
import Intake

// The lines of an import's report beside its counts.

extension ImportReport {
  /// So many customers with news are told one by one.
  private static let longest = 20

  func updateLines(_ session: Session) -> [String] {
    let shown = counts.updates.prefix(ImportReport.longest).map { "  " + $0 }
    let more = counts.updates.count - shown.count
    return more > 0
      ? shown + [session.say("  等 \(counts.updates.count) 位", "  and \(more) more")] : shown
  }

  /// Remarks by kind and column, each with its first example, its count and its first three lines.
  func remarkLines(_ session: Session) -> [String] {
    if warnings.isEmpty { return [] }
    var groups: [RemarkGroup] = []
    var places: [RemarkGroup.Key: Int] = [:]
    for remark in warnings {
      let key = RemarkGroup.Key(remark)
      if let place = places[key] {
        groups[place].add(remark)
      } else {
        places[key] = groups.count
        groups.append(RemarkGroup(remark))
      }
    }
    let head = session.say(
      "整理过或值得一看的地方 \(warnings.count) 处（--format json 列出）",
      "repaired or worth a look: \(warnings.count) (--format json lists them)")
    return [head] + groups.map { "  " + $0.line(session.language) }
  }

  /// What the new customers mean for tomorrow: how much falls due when, and for whom.
  func comingLines(_ session: Session) -> [String] {
    guard imported > 0 else { return [] }
    let all = coming.reduce(into: ComingWork(of: .consultant(nil))) { $0 += $1.work }
    guard all.total > 0 else { return [session.say(ImportMessages.nothingComing)] }
    let last = session.today + ComingWork.days
    return [session.say(ImportMessages.coming(all, until: last))]
      + coming.map { "  " + session.say(ImportMessages.coming($0.work, of: $0.name)) }
  }

  /// Whoever is on nobody's list is told at once.
  func lonelyLines(_ session: Session) -> [String] {
    guard counts.unplanned.total > 0 else { return [] }
    return [session.say(PlanMessages.imported(counts.unplanned.total))]
      + PlanGap.allCases.filter { counts.unplanned.counts[$0] > 0 }.map { gap in
        "  " + session.say(PlanMessages.imported(gap, counts.unplanned.counts[gap]))
      }
  }
}

/// Remarks of one kind in one column.
private struct RemarkGroup {
  struct Key: Hashable {
    let column: String
    let code: ProblemCode

    init(_ remark: IntakeProblem) {
      column = remark.column
      code = remark.code
    }
  }

  private let example: IntakeProblem
  private var lines: [Int]
  private var count = 1

  init(_ first: IntakeProblem) {
    example = first
    lines = [first.line]
  }

  mutating func add(_ remark: IntakeProblem) {
    count += 1
    if lines.count < 3 { lines.append(remark.line) }
  }

  func line(_ language: Language) -> String {
    let column = example.column.isEmpty ? "" : example.column + language.colon
    let places = lines.map { "\($0)" }.joined(separator: language == .zh ? "、" : ", ")
    let more = count > lines.count
    let counted = Bilingual(
      "\(count) 处，第 \(places) 行\(more ? "等" : "")",
      "\(count), \(lines.count == 1 ? "line" : "lines") \(places)\(more ? ", …" : "")")
    return column + example.message(language) + language.bracketed(counted[language])
  }
}
