import Core

/// What the manager finds in the morning: how much everyone has before them, and the week so far.
struct ManagerPage {
  /// Of everybody who gets a file, how many customers stand in each group of their list.
  let overview: [(String, [DueGroup: Int])]
  let report: WeekReport
  /// What the office owes, and its manager.
  let duties: [DutyItem]
  /// Whom the manager is to call: what a rule asks of managers, or of a role that nobody has.
  let calls: DueList
  let now: Moment
  let language: Language

  private func say(_ text: Bilingual) -> String { text[language] }

  private var title: String {
    "\(say(DailyMessages.overview))  \(say(DueMessages.dated(now)))"
  }

  private var columns: [String] {
    [say(WeekMessages.columns[0])] + DailyMessages.groups.map { say(DueMessages.title($0)) }
  }

  private var rows: [[String]] {
    overview.map { name, counts in
      [name] + DailyMessages.groups.map { String(counts[$0] ?? 0) }
    }
  }

  private var section: DutySection? {
    duties.isEmpty ? nil : DutySection(items: duties, now: now, language: language)
  }

  private var callPage: DueText? { calls.items.isEmpty ? nil : DueText(calls, language) }

  var text: String {
    var table = Table(
      columns.enumerated().map { Table.Column($1, right: $0 > 0, least: 4) })
    for row in rows { table.add(row) }
    return [
      title + "\n", table.text(on: DailyFiles.paper),
      callPage.map { DueTable($0, on: DailyFiles.paper).text }, section?.text(on: DailyFiles.paper),
      report.text(language, DailyFiles.paper),
    ].compactMap { $0 }.joined(separator: "\n")
  }

  var html: String {
    let body =
      "<h1>\(escapedHTML(title))</h1>\n" + table(columns, rows)
      + (callPage.map { DueSheet($0).body } ?? "") + (section?.html ?? "")
      + "<pre>\(escapedLines(report.text(language, DailyFiles.paper)))</pre>\n"
    return Page(title: title, language: language, body: body).html
  }

  private func table(_ columns: [String], _ rows: [[String]]) -> String {
    let head = columns.map { "<th>\(escapedHTML($0))</th>" }.joined()
    let body = rows.map { cells in
      let tags = cells.enumerated().map { index, cell in
        "<td\(index > 0 ? " class=\"number\"" : "")>\(escapedHTML(cell))</td>"
      }
      return "<tr>\(tags.joined())</tr>\n"
    }
    return "<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(body.joined())</tbody>\n</table>\n"
  }

  private func escapedLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { escapedHTML(String($0)) }.joined(separator: "\n")
  }
}
