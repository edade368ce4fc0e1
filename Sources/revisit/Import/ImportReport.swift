import Core
import Intake

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
  var unchanged = 0
  var empty = 0
  var newStaff: [String] = []
  var errors: [IntakeProblem] = []
  var warnings: [IntakeProblem] = []

  /// Whether rows stand in the way of the whole file.
  func isRefused(skippingBad: Bool) -> Bool { refused > 0 && !skippingBad }
}

extension ImportReport {
  var refusal: RefusalFault {
    .rowsRefused(file: file, refused: refused, rows: rows, encoding: encoding?.rawValue ?? "")
  }

  func text(_ session: Session, rejects: String?) -> String {
    let code = encoding?.rawValue ?? ""
    var lines = [
      session.say(
        "\(file)：\(rows) 行（编码 \(code)）：导入 \(imported)，不变 \(unchanged)，拒绝 \(refused)，空行 \(empty)",
        "\(file): \(counted(rows, "row")) (\(code)): imported \(imported), unchanged \(unchanged), "
          + "refused \(refused), empty \(empty)")
    ]
    if !warnings.isEmpty {
      lines.append(
        session.say(
          "整理过或值得一看的地方 \(warnings.count) 处（--format json 列出）",
          "repaired or worth a look: \(warnings.count) (--format json lists them)"))
    }
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
      ("refused", .int(refused)), ("unchanged", .int(unchanged)),
      ("warnings", .int(warnings.count)), ("problems", .array(errors.map(\.json))),
      ("empty", .int(empty)), ("encoding", .optional(encoding?.rawValue)),
      ("dry_run", .bool(isDryRun)), ("new_consultants", .array(newStaff.map { .string($0) })),
      ("remarks", .array(warnings.map(\.json))),
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
