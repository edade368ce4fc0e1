import Core
import Store

/// What the rows of a report are called.
struct ReportNames {
  private let staff: [Staff]
  private let names: [StaffID: String]
  private let nobody: String
  private let words: Vocabulary
  private let language: Language

  init(_ office: Office, _ words: Vocabulary) throws {
    staff = try office.store.staff()
    names = try office.staffNames()
    nobody = office.session.say("未分配", "nobody")
    language = office.session.language
    self.words = words
  }

  func name(_ holder: ListHolder) -> String {
    switch holder {
    case .consultant(let owner): owner.flatMap { names[$0] } ?? nobody
    case .member(let member, _): names[member] ?? nobody
    case .role(let role): role.word(in: words).bilingual[language]
    }
  }

  /// The consultants in the order of the staff, those without work too, then nobody's customers and the
  /// roles; or the sources, or the grades.
  func rows(_ pair: ReportPair, _ query: ReportQuery) -> [WeekReport.Row] {
    let (now, before) = (tallies(pair.report), tallies(pair.before))
    let counted = Set(now.keys).union(before.keys)
    let all =
      query.division == .rule ? counted.map { (row: $0, isAlways: true) } : order(query)
    return all.filter { row, isAlways in isAlways || counted.contains(row) }.map {
      let (key, name, role) = title($0.row)
      return WeekReport.Row(
        name: name, key: key, role: role, tally: now[$0.row] ?? Tally(),
        before: before[$0.row] ?? Tally())
    }
  }

  /// In the order in which reports have them.
  func sorted(_ rows: some Sequence<ReportRow>) -> [ReportRow] {
    let rows = Set(rows)
    return order(ReportQuery(period: Period(.day, .first ... .first))).map(\.row).filter(
      rows.contains)
  }

  func called(_ row: ReportRow) -> String { title(row).name[language] }

  private func tallies(_ report: Report) -> [ReportRow: Tally] {
    report.rows.reduce(into: [:]) { $0[$1.row] = $1.tally }
  }

  private func order(_ query: ReportQuery) -> [(row: ReportRow, isAlways: Bool)] {
    switch query.division {
    case .rule: return []
    case .source: return (Source.allCases.map(Source?.some) + [nil]).map { (.source($0), false) }
    case .grade: return (Grade.allCases.map(Grade?.some) + [nil]).map { (.grade($0), false) }
    case .consultant:
      let shown = staff.filter { query.members?.contains($0.id) ?? true }
      let roles = TermSet<Role>.possible.elements.map { (ReportRow.role($0), false) }
      return shown.map { (.member($0.id), $0.role == .consultant && $0.left == nil) }
        + [(.member(nil), false)] + roles
    }
  }

  private func title(_ row: ReportRow) -> (key: String, name: Bilingual, role: Word?) {
    switch row {
    case .member(let member):
      let name = member.flatMap { names[$0] } ?? nobody
      return (name, Bilingual(name, name), nil)
    case .role(let role):
      let word = role.word(in: words)
      return (word.bilingual[language], word.bilingual, word)
    case .source(let source):
      return (source?.name ?? "unknown", source?.bilingual ?? WeekMessages.unknown, nil)
    case .rule(let id): return (id, Bilingual(id, id), nil)
    case .grade(let grade):
      return (grade?.name ?? "none", grade?.bilingual ?? WeekMessages.ungraded, nil)
    }
  }
}
