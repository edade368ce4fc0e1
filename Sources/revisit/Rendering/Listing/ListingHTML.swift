import Core

extension Listing {
  /// The list as a page of HTML, for a screen of any width and for paper.
  func html(_ language: Language) -> String {
    let names = ([title].compactMap { $0 } + heading.prefix(1)).map { $0[language] }
    var body = names.first.map { HTML.element("h1", $0) } ?? ""
    for line in heading.dropFirst(title == nil ? 1 : 0) {
      body += HTML.element("p", line[language])
    }
    let charts = charts.filter { !$0.isEmpty }.map { $0.html(language) }
    if !charts.isEmpty { body += "<div class=\"charts\">\n\(charts.joined())</div>\n" }
    for section in sections where section.isOnPage { section.write(to: &body, language) }
    let name = names.isEmpty ? "revisit" : names.joined(separator: "  ")
    return HTMLPage(title: name, language: language, body: body).html
  }
}

extension Listing.Section {
  fileprivate func write(to html: inout String, _ language: Language) {
    for line in heading { html += HTML.element("h2", line[language]) }
    if let title { html += HTML.element("h2", title[language]) }
    if !isEmpty {
      writeTable(to: &html, language)
    } else if let ifEmpty {
      html += HTML.element("p", ifEmpty[language])
    }
    for note in notes + [leftOutNote].compactMap({ $0 }) {
      html += HTML.element("p", note[language])
    }
  }

  private func writeTable(to html: inout String, _ language: Language) {
    let page = PageSection(self, language)
    html += page.fitsPhone && !isWorksheet ? "<table>" : "<table class=\"cards\">"
    html += "\n<thead><tr>"
    if isWorksheet { html += "<th></th>" }
    for (title, column) in zip(page.titles, page.columns) {
      html += "<th\(HTML.kind(column))>\(escapedHTML(title))</th>"
    }
    if isWorksheet { html += "<th>\(escapedHTML(ListingMessages.result[language]))</th>" }
    html += "</tr></thead>\n<tbody>\n"
    for (row, cells) in page.rows { write(row, cells, page, to: &html, language) }
    html += "</tbody>\n</table>\n"
  }

  private func write(
    _ row: Listing.Row, _ cells: [String], _ page: PageSection, to html: inout String,
    _ language: Language
  ) {
    if let heading = row.heading {
      let width = cells.count + (isWorksheet ? 2 : 0)
      html += "<tr class=\"group\"><td colspan=\"\(width)\">"
      html += escapedHTML(heading[language])
      html += "</td></tr>\n"
    }
    html += "<tr\(HTML.kind(row.emphasis))>"
    if isWorksheet { html += "<td class=\"box\">&#9744;</td>" }
    for index in cells.indices {
      html += "<td\(HTML.kind(page.columns[index], cells[index]))"
      html += " data-title=\"\(escapedHTML(page.titles[index]))\">"
      html += escapedHTML(cells[index])
      if index == cells.count - 1, !row.details.isEmpty {
        html += "<br><small>\(escapedHTML(row.details))</small>"
      }
      html += "</td>"
    }
    html += isWorksheet ? "<td class=\"write\"></td></tr>\n" : "</tr>\n"
  }
}

private enum HTML {
  static func element(_ name: String, _ text: String) -> String {
    "<\(name)>\(escapedHTML(text))</\(name)>\n"
  }

  static func kind(_ column: Listing.Column) -> String {
    column.isRight ? " class=\"number\"" : ""
  }

  /// What is short, a day, a number, a name, stands in one line.
  static func kind(_ column: Listing.Column, _ text: String) -> String {
    if column.isRight { return kind(column) }
    let width = Width.of(text)
    return width <= 8 || width <= 16 && text.utf8.count == width ? " class=\"short\"" : ""
  }

  static func kind(_ emphasis: Emphasis) -> String {
    switch emphasis {
    case .alarm: " class=\"alarm\""
    case .bold: " class=\"total\""
    case .plain, .attention, .faint: ""
    }
  }
}
