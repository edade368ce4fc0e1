import Core
import Intake

/// What is decided about an import before it begins.
struct ImportChoices {
  /// News of known customers are recorded.
  var updates = false
  /// Whoever the file names works here, however near the name is to a known one.
  var takesNewStaff = false
}

/// What becomes of sound rows beside being imported.
struct ImportCounts {
  var unchanged = 0
  /// What was new of each known customer.
  var updates: [String] = []
  /// New customers for whom nothing is planned.
  var unplanned = Unplanned()
}

/// What an import did, or would have done.
struct ImportReport {
  let file: String
  let isDryRun: Bool
  var isWritten = false
  var isSkipping = false
  var encoding: TextEncoding?
  var rows = 0
  var imported = 0
  var refused = 0
  var counts = ImportCounts()
  /// What the new customers ask of the office in the coming days, with whom it falls to; the most first.
  var coming: [(name: Bilingual, work: ComingWork)] = []
  var empty = 0
  var newStaff: [String] = []
  var errors: [IntakeProblem] = []
  var warnings: [IntakeProblem] = []

  var hasChanges: Bool { imported > 0 || !counts.updates.isEmpty }

  /// Whether rows stand in the way of the whole file.
  func isRefused(skippingBad: Bool) -> Bool { refused > 0 && !skippingBad }
}

extension ImportReport {
  var refusal: RefusalFault {
    .rowsRefused(file: file, refused: refused, rows: rows, encoding: encoding?.rawValue ?? "")
  }

  func text(_ session: Session, rejects: String?) -> String {
    let code = encoding?.rawValue ?? ""
    let updated = counts.updates.count
    var lines = [
      session.say(
        "\(file)：\(rows) 行（编码 \(code)）：导入 \(imported)，\(updated > 0 ? "更新 \(updated)，" : "")"
          + "不变 \(counts.unchanged)，拒绝 \(refused)，空行 \(empty)",
        "\(file): \(counted(rows, "row")) (\(code)): imported \(imported), "
          + (updated > 0 ? "updated \(updated), " : "")
          + "unchanged \(counts.unchanged), refused \(refused), empty \(empty)")
    ]
    lines +=
      updateLines(session) + remarkLines(session) + comingLines(session) + lonelyLines(session)
    if !newStaff.isEmpty {
      let names = newStaff.joined(separator: " ")
      lines.append(session.say("新登记的置业顾问：\(names)", "new consultants: \(names)"))
    }
    if let rejects, refused > 0, !isDryRun {
      lines.append(
        session.say(
          "错误行存入 \(rejects)，改后可再导", "refused rows are in \(rejects); correct and import it"))
    }
    lines.append(
      isDryRun
        ? session.say("只是检查，没有写入", "a check only, nothing was written")
        : isWritten
          ? session.say("撤销：revisit undo", "take back: revisit undo")
          : session.say("没有改动", "nothing was changed"))
    return lines.map { visible($0) + "\n" }.joined()
  }

  /// What programs read. Where the file was refused nothing of it counts.
  func data(isRefused: Bool) -> Listing {
    func taken(_ count: Int) -> Cell { .number(isRefused ? 0 : count) }
    let gaps = PlanGap.allCases.map { ($0.name, counts.unplanned.counts[$0]) }
    let unplanned = [("total", counts.unplanned.total)] + gaps
    return Listing(
      facts: [
        .init("rows", "行数", "rows", .number(rows)),
        .init("imported", "新客户", "new customers", taken(imported)),
        .init("refused", "拒绝", "refused", .number(refused)),
        .init("unchanged", "不变", "unchanged", .number(counts.unchanged)),
        .init("warnings", "整理过的地方", "repaired", .number(warnings.count)),
        .init("problems", "哪里不对", "what is wrong", each: errors, IntakeProblem.fields),
        .init("empty", "空行", "empty rows", .number(empty)),
        .init("encoding", "编码", "encoding", .optional(encoding?.rawValue)),
        .init("dry_run", "只是检查", "a check only", .flag(isDryRun)),
        .init(
          "new_consultants", "新登记的置业顾问", "new consultants", .list(newStaff.map { .text($0) })),
        .init("remarks", "整理过什么", "what was repaired", each: warnings, IntakeProblem.fields),
        .init("updated", "更新", "updated", taken(counts.updates.count)),
        .init(
          "unplanned", "无安排的，按原因", "how many have no plan, by why",
          parts: unplanned.map(\.0), .counts(unplanned.map { ($0, isRefused ? 0 : $1) })),
        .init(
          "coming", "一周里要联系新客户的人次", "turns to new customers in a week",
          each: isRefused ? [] : coming,
          [
            .init("holder", "谁", "who") { .text($0.name.zh) },
            .init("overdue", "今天的里面已逾期", "overdue, of today's") { .number($0.work.overdue) },
            .init("today", "今天", "today") { .number($0.work.today) },
            .init("tomorrow", "明天", "tomorrow") { .number($0.work.tomorrow) },
            .init("later", "后天到第七天", "then, to the seventh day") { .number($0.work.later) },
          ]),
      ], [])
  }
}

extension IntakeProblem {
  fileprivate static var fields: [Listing.Field<IntakeProblem>] {
    [
      .init("line", "第几行", "line") { .number($0.line) },
      .init("column", "列", "column") { .text($0.column) },
      .init("code", "错误码", "code") { .text($0.code.rawValue) },
      .init("value", "原值", "value") { .text($0.value) },
    ]
  }
}
