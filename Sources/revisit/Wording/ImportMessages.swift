import Core
import Intake

extension IntakeFailure {
  /// `FILE:LINE`, with a line of its own for each complaint about a header.
  func complaints(at path: String) -> [Complaint] {
    if case .header(let problems) = self { return problems.map { $0.complaint(at: path) } }
    let place = line.map { "\(path):\($0)" } ?? path
    return [Complaint(place, Bilingual(message(.zh), message(.en)))]
  }
}

extension IntakeProblem {
  /// `FILE:LINE: 列: …`.
  func complaint(at path: String) -> Complaint {
    let place = column.isEmpty ? "\(path):\(line)" : "\(path):\(line): \(column)"
    return Complaint(place, Bilingual(message(.zh), message(.en)))
  }
}

extension YearFileProblem {
  /// `FILE:LINE:COLUMN: …`.
  func complaint(at path: String) -> Complaint {
    Complaint("\(path):\(line):\(column)", message)
  }
}

/// What an import says of the days to come.
enum ImportMessages {
  static let nothingComing = Bilingual(
    "新客户一周内没有要联系的", "nobody of the new customers is due within a week")

  /// `新客户要联系（人次）：今天 12，其中逾期 9；明天 3；此后到 11-12 有 5`.
  static func coming(_ all: ComingWork, until last: Day) -> Bilingual {
    let until = String("\(last)".dropFirst(5))
    let counts = counts(all)
    return Bilingual(
      "新客户到 \(until) 要联系（人次）：\(counts.zh)", "new customers due by \(until): \(counts.en)")
  }

  /// `李明：今天 8，其中逾期 6；明天 1`.
  static func coming(_ work: ComingWork, of name: Bilingual) -> Bilingual {
    let counts = counts(work)
    return Bilingual("\(name.zh)：\(counts.zh)", "\(name.en): \(counts.en)")
  }

  private static func counts(_ work: ComingWork) -> Bilingual {
    var parts: [Bilingual] = []
    if work.today > 0 {
      let late = work.overdue
      parts.append(
        Bilingual(
          "今天 \(work.today)" + (late > 0 ? "（逾期 \(late)）" : ""),
          "today \(work.today)" + (late > 0 ? " (\(late) overdue)" : "")))
    }
    if work.tomorrow > 0 {
      parts.append(Bilingual("明天 \(work.tomorrow)", "tomorrow \(work.tomorrow)"))
    }
    if work.later > 0 { parts.append(Bilingual("以后 \(work.later)", "later \(work.later)")) }
    return parts.joined(separator: Bilingual("，", ", "))
  }
}
