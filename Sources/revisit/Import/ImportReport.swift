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
    lines += updateLines(session) + remarkLines(session) + lonelyLines(session)
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

  func json(isRefused: Bool) -> JSON {
    .object([
      ("version", .int(1)), ("rows", .int(rows)), ("imported", .int(isRefused ? 0 : imported)),
      ("refused", .int(refused)), ("unchanged", .int(counts.unchanged)),
      ("warnings", .int(warnings.count)), ("problems", .array(errors.map(\.json))),
      ("empty", .int(empty)), ("encoding", .optional(encoding?.rawValue)),
      ("dry_run", .bool(isDryRun)), ("new_consultants", .array(newStaff.map { .string($0) })),
      ("remarks", .array(warnings.map(\.json))),
      ("updated", .int(isRefused ? 0 : counts.updates.count)),
      (
        "unplanned",
        .object(
          [("total", .int(isRefused ? 0 : counts.unplanned.total))]
            + PlanGap.allCases.map {
              ($0.name, .int(isRefused ? 0 : counts.unplanned.counts[$0]))
            })
      ),
    ])
  }
}

extension IntakeProblem {
  fileprivate var json: JSON {
    .object([
      ("line", .int(line)), ("column", .string(column)), ("code", .string(code.rawValue)),
      ("value", .string(value)),
    ])
  }
}
