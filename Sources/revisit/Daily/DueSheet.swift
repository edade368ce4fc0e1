import Core

/// The morning list as a sheet of A4 with boxes to tick and room to write.
struct DueSheet {
  let list: DueList
  let language: Language

  private func say(_ text: Bilingual) -> String { text[language] }

  var html: String {
    let title = [
      say(DailyMessages.title), list.consultant ?? "", say(DueMessages.dated(list.asOf)),
    ].joined(separator: " ")
    return Page(title: title, language: language, body: body(title)).html
  }

  private func body(_ title: String) -> String {
    var html = "<h1>\(escapedHTML(title))</h1>\n"
    let windows = DueMessages.windows(list.policy?.callHours.ranges ?? [], .none)
    if let windows { html += "<p>\(escapedHTML(say(windows)))</p>\n" }
    guard !list.items.isEmpty else { return html + "<p>\(say(DueMessages.empty))</p>\n" }
    html += "<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n"
    for group in DueGroup.allCases {
      let items = list.items(in: group)
      guard !items.isEmpty else { continue }
      let heading = "\(say(DueMessages.title(group))) (\(items.count))"
      html += "<tr class=\"group\"><td colspan=\"6\">\(escapedHTML(heading))</td></tr>\n"
      html += items.map { row($0, group) }.joined()
    }
    return html + "</tbody>\n</table>\n"
  }

  private var head: String {
    let titles = [
      Bilingual("", ""), DueMessages.customer, DueMessages.phone, DueMessages.deadline,
      DueMessages.reasons, DailyMessages.result,
    ]
    return titles.map { "<th>\(escapedHTML(say($0)))</th>" }.joined()
  }

  private func row(_ item: DueItem, _ group: DueGroup) -> String {
    let line = DueLine(item, list, language)
    let details = line.details.isEmpty ? "" : "<br><small>\(escapedHTML(line.details))</small>"
    let cells = [
      "<td class=\"box\">&#9744;</td>", "<td>\(escapedHTML(line.customer))</td>",
      "<td>\(escapedHTML(line.phone))</td>",
      "<td>\(escapedHTML(line.deadline))<br>\(escapedHTML(line.channel))</td>",
      "<td>\(escapedHTML(line.reasons))\(details)</td>", "<td class=\"write\"></td>",
    ]
    return "<tr>\(cells.joined())</tr>\n"
  }
}

/// A page of HTML for paper: nothing from outside, no script.
struct Page {
  let title: String
  let language: Language
  /// Elements, already escaped.
  let body: String

  var html: String {
    """
    <!DOCTYPE html>
    <html lang="\(language == .zh ? "zh-CN" : "en")">
    <head>
    <meta charset="utf-8">
    <title>\(escapedHTML(title))</title>
    <style>
    @page { size: A4; margin: 12mm }
    body { font: 10pt/1.4 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #000 }
    h1 { font-size: 14pt; margin: 0 0 2mm }
    table { border-collapse: collapse; width: 100%; margin-bottom: 5mm }
    thead { display: table-header-group }
    tr { break-inside: avoid }
    th, td { border: 0.3pt solid #666; padding: 1mm 1.5mm; text-align: left; vertical-align: top }
    th { background: #eee }
    .group td { background: #f6f6f6; font-weight: bold }
    .box { font-size: 14pt; line-height: 1 }
    .write { width: 40mm }
    .number { text-align: right }
    small { color: #333 }
    </style>
    </head>
    <body>
    \(body)</body>
    </html>

    """
  }
}
