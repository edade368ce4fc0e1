import Core

/// The morning list as a sheet of A4 with boxes to tick and room to write.
struct DueSheet {
  let page: DueText

  init(_ page: DueText) { self.page = page }

  private var title: String {
    let list = page.list
    let role = list.role.map { page.say($0.bilingual) }
    let who = [role, list.consultant].compactMap { $0 }.joined(separator: " ")
    return [page.say(DailyMessages.title), who, page.say(DueMessages.dated(list.asOf))]
      .joined(separator: " ")
  }

  var html: String { Page(title: title, language: page.language, body: body).html }

  /// Elements, without a page round them.
  var body: String {
    var html = "<h1>\(escapedHTML(title))</h1>\n"
    for (part, hours) in page.list.callHours {
      let text = (part.map { $0 + " " } ?? "") + page.say(DueMessages.windows(hours, .none))
      html += "<p>\(escapedHTML(text))</p>\n"
    }
    let duties = page.duties?.html ?? ""
    guard !page.groups.isEmpty else {
      return html + "<p>\(page.say(DueMessages.empty))</p>\n" + duties
    }
    html += "<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n"
    for (group, lines) in page.groups {
      let heading = escapedHTML(page.title(group, lines.count))
      html += "<tr class=\"group\"><td colspan=\"6\">\(heading)</td></tr>\n"
      for line in lines { DueSheet.write(line, to: &html) }
    }
    html += "</tbody>\n</table>\n"
    if let surplus = page.surplus { html += "<p>\(escapedHTML(surplus))</p>\n" }
    return html + duties
  }

  private var head: String {
    let titles = [
      Bilingual("", ""), DueMessages.customer, DueMessages.phone, DueMessages.deadline,
      DueMessages.reasons, DailyMessages.result,
    ]
    return titles.map { "<th>\(escapedHTML(page.say($0)))</th>" }.joined()
  }

  private static func write(_ line: DueLine, to html: inout String) {
    html += "<tr><td class=\"box\">&#9744;</td><td>"
    html += escapedHTML(line.customer)
    html += "</td><td>"
    html += escapedHTML(line.phone)
    html += "</td><td>"
    html += escapedHTML(line.deadline)
    html += "<br>"
    html += escapedHTML(line.channel)
    html += "</td><td>"
    html += escapedHTML(line.reasons)
    if !line.details.isEmpty {
      html += "<br><small>"
      html += escapedHTML(line.details)
      html += "</small>"
    }
    html += "</td><td class=\"write\"></td></tr>\n"
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
