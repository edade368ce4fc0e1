import Core
import Store
import Values

/// The kinds of entry that the program itself knows.
enum LedgerKinds {
  static let gift = "礼品"
  static let own = [gift, "巡查问题", "媒体问题", "培训", "奖励", "罚款"]

  /// Whether an entry of that kind waits until somebody closes it.
  static func isProblem(_ kind: String) -> Bool { kind.hasSuffix("问题") }
}

/// An entry with the names in it.
struct LedgerLine: Sendable {
  let entry: LedgerEntry
  let staff: String?
  let customer: String?
  /// Whether it is a problem to be handled or a report to be approved.
  let isClosable: Bool
  let closedBy: String?

  var isPending: Bool { isClosable && entry.closing == nil }

  /// Nobody reads a customer's whole number here.
  fileprivate var text: String {
    guard entry.kind == DeadNumber.entryKind, let end = entry.text.firstIndex(of: " ") else {
      return entry.text
    }
    return masked(String(entry.text[..<end])) + entry.text[end...]
  }

  fileprivate var state: Cell {
    if entry.closing != nil { return .word("closed", DutyMessages.closed) }
    return isPending ? .word("pending", DutyMessages.pending) : .empty
  }
}

extension Office {
  /// The kind that is meant: `媒体记录` is `媒体` where a duty asks for that. One that is not known is
  /// refused, for it would count for nothing, unless it is meant to be new.
  func entryKind(_ text: String, on day: Day, isNew: Bool = false) throws -> String {
    let wanted = trimmed(text)
    let asked = try reign(on: day)?.policy.duties.compactMap(\.evidence.entryName) ?? []
    let known = asked + LedgerKinds.own + (try store.ledgerKinds())
    if known.contains(wanted) { return wanted }
    if wanted.hasSuffix("记录"), known.contains(String(wanted.dropLast(2))) {
      return String(wanted.dropLast(2))
    }
    guard isNew else {
      let kinds = known.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      throw Failure.lookup(.noEntryKind(text, nearest: nearest(to: wanted, among: kinds), kinds))
    }
    return wanted
  }

  func ledgerLines(_ kind: String?, _ days: ClosedRange<Day>) throws -> [LedgerLine] {
    let names = try staffNames()
    let reports = Set(
      try store.reigns().flatMap(\.policy.duties).compactMap { duty in
        if case .report(let name) = duty.evidence { name } else { String?.none }
      })
    let entries = try store.ledger(
      kind, from: days.lowerBound, to: days.upperBound, asOf: session.now)
    return try entries.map { entry in
      LedgerLine(
        entry: entry, staff: entry.staff.flatMap { names[$0] },
        customer: try entry.customer.map {
          "\(number($0)) \(try store.customer($0)?.name ?? "")"
        },
        isClosable: LedgerKinds.isProblem(entry.kind) || reports.contains(entry.kind),
        closedBy: entry.closing?.staff.flatMap { names[$0] })
    }
  }

  /// Problems of up to `day` that nobody has closed, of the last year.
  func openProblems(until day: Day) throws -> [LedgerLine] {
    try ledgerLines(nil, day - Office.dutyMemory...day).filter {
      LedgerKinds.isProblem($0.entry.kind) && $0.isPending
    }
  }

  /// The entries as a list.
  func listing(_ lines: [LedgerLine]) -> Listing.Section {
    Listing.Section(
      "entries", lines, ifEmpty: DutyMessages.emptyLedger,
      [
        .init("entry", "编号", "No.", right: true) { .number(Int($0.entry.id)) },
        .init("day", "日期", "Day") { .moment($0.entry.moment) },
        .init("kind", "类别", "Kind") { .text($0.entry.kind) },
        .init("count", "数量", "Count", right: true) { .number($0.entry.count) },
        .init("staff", "谁", "Who") { .optional($0.staff) },
        .init("customer", "客户", "Customer") { .optional($0.customer) },
        .init("state", "状态", "State") { $0.state },
        .init("text", "内容", "Text") { .text($0.text) },
        .init("closed", "结于", "Closed") { .optional($0.entry.closing?.moment) },
        .init("closed_by", "经手", "By") { .optional($0.closedBy) },
        .init("outcome", "结果", "Outcome") { .optional($0.entry.closing?.text) },
      ])
  }
}
