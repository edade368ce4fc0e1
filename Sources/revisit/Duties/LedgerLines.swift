import Core
import Store

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
}

extension Office {
  /// The kind that is meant: `媒体记录` is `媒体` where a duty asks for that. What is nearly a known
  /// kind is refused, for it would count for nothing.
  func entryKind(_ text: String, on day: Day) throws -> String {
    let wanted = trimmed(text)
    let asked = try reign(on: day)?.policy.duties.compactMap(\.evidence.entryName) ?? []
    let known = asked + LedgerKinds.own + (try store.ledgerKinds())
    if known.contains(wanted) { return wanted }
    if wanted.hasSuffix("记录"), known.contains(String(wanted.dropLast(2))) {
      return String(wanted.dropLast(2))
    }
    if let near = nearest(to: wanted, among: known) {
      throw Failure.lookup(.nearEntryKind(text, nearest: near))
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

  func text(_ lines: [LedgerLine], as format: Format) -> String {
    var list = Listing(
      "entries",
      [
        .init("entry", "编号", "No.", right: true), .init("day", "日期", "Day"),
        .init("kind", "类别", "Kind"), .init("count", "数量", "Count", right: true),
        .init("staff", "谁", "Who"), .init("customer", "客户", "Customer"),
        .init("state", "状态", "State"), .init("text", "内容", "Text"),
      ])
    for line in lines {
      let entry = line.entry
      list.add([
        .int(Int(entry.id)), .string(entry.moment.description), .string(entry.kind),
        .int(entry.count), .optional(line.staff), .optional(line.customer),
        .optional(state(line, format)), .string(text(line, format)),
      ])
    }
    return list.text(
      as: format, session,
      ifEmpty: Bilingual(
        "这几天台账是空的：revisit ledger add 类别", "nothing on these days: revisit ledger add KIND"))
  }

  private func state(_ line: LedgerLine, _ format: Format) -> String? {
    guard let closing = line.entry.closing else {
      guard line.isPending else { return nil }
      return format == .table ? session.say("未结", "pending") : "pending"
    }
    guard format == .table else { return "closed" }
    let day = DueMessages.shortDay(closing.moment.day, session.now)
    return "\(session.say("已结", "closed")) \(day)"
  }

  /// On a page with who closed it, and what came of it.
  private func text(_ line: LedgerLine, _ format: Format) -> String {
    guard format == .table, let closing = line.entry.closing else { return line.entry.text }
    let who = [line.closedBy ?? "", closing.text].filter { !$0.isEmpty }.joined(separator: " ")
    return [line.entry.text, who].filter { !$0.isEmpty }.joined(
      separator: session.language.semicolon)
  }
}
