import Core

/// A picture of a report's values (图). It stands on a page of HTML alone: other forms have the values.
struct Chart: Sendable {
  struct Bar: Sendable {
    let label: String
    /// Of the whole width, from 0 to 1.
    let share: Double
    /// What stands behind the bar.
    let text: String
    /// Where a line stands for what can be done, from 0 to 1; nil: there is none.
    var mark: Double?
  }

  struct Field: Sendable {
    /// How dark it is, from 0 to 1.
    let share: Double
    let text: String
  }

  enum Body: Sendable {
    case bars([Bar])
    /// A line of fields for each row; nil: nothing is known.
    case fields(rows: [String], columns: [String], [[Field?]])
  }

  let title: Bilingual
  let body: Body

  var isEmpty: Bool {
    switch body {
    case .bars(let bars): bars.isEmpty
    case .fields(_, _, let lines): lines.allSatisfy { $0.allSatisfy { $0 == nil } }
    }
  }
}

extension Chart {
  /// So wide is a picture in its own units, about as many as a phone has: its letters stay legible.
  private static let width = 360
  private static let line = 24
  private static let labels = 104
  private static let values = 64

  /// The picture, with its title, as an element.
  func html(_ language: Language) -> String {
    let drawn: (height: Int, inside: String) =
      switch body {
      case .bars(let bars): (bars.count * Chart.line, Chart.bars(bars))
      case .fields(let rows, let columns, let lines):
        ((rows.count + 1) * Chart.line, Chart.fields(rows, columns, lines))
      }
    return """
      <figure>
      <figcaption>\(escapedHTML(title[language]))</figcaption>
      <svg viewBox="0 0 \(Chart.width) \(drawn.height + 4)" role="img" \
      aria-label="\(escapedHTML(title[language]))">
      \(drawn.inside)</svg>
      </figure>

      """
  }

  private static func bars(_ bars: [Bar]) -> String {
    let room = width - labels - values
    return bars.enumerated().map { index, bar in
      let top = index * line
      let length = Int((min(1, max(0, bar.share)) * Double(room)).rounded())
      let mark = bar.mark.map { mark in
        let x = labels + Int((min(1, max(0, mark)) * Double(room)).rounded())
        return "<path d=\"M\(x) \(top + 2)v20\" class=\"mark\"/>"
      }
      return text(labels - 6, top + 16, cut(bar.label, to: 15), bar.label, anchor: "end")
        + "<rect x=\"\(labels)\" y=\"\(top + 4)\" width=\"\(length)\" height=\"16\" class=\"bar\"/>"
        + (mark ?? "") + text(labels + length + 6, top + 16, bar.text, nil) + "\n"
    }.joined()
  }

  private static func fields(
    _ rows: [String], _ columns: [String], _ lines: [[Field?]]
  ) -> String {
    let first = 36
    let step = columns.isEmpty ? 0 : (width - first) / columns.count
    var out = columns.enumerated().map { column, name in
      text(first + column * step + step / 2, 16, name, nil, anchor: "middle")
    }.joined()
    for (row, name) in rows.enumerated() {
      let top = (row + 1) * line
      out += text(first - 6, top + 16, name, nil, anchor: "end")
      for (column, field) in lines[row].enumerated() {
        guard let field else { continue }
        let x = first + column * step
        let share = Int((min(1, max(0, field.share)) * 60).rounded())
        out += "<rect x=\"\(x)\" y=\"\(top)\" width=\"\(step - 1)\" height=\"\(line - 1)\" "
        out += "class=\"bar\" fill-opacity=\"0.\(share < 10 ? "0" : "")\(share)\"/>"
        out += text(x + step / 2, top + 16, field.text, nil, anchor: "middle")
      }
      out += "\n"
    }
    return out
  }

  /// - Parameter whole: what is told where only a part of it has room.
  private static func text(
    _ x: Int, _ y: Int, _ text: String, _ whole: String?, anchor: String = "start"
  ) -> String {
    let title = whole.flatMap { $0 == text ? nil : "<title>\(escapedHTML($0))</title>" } ?? ""
    return
      "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\">\(title)\(escapedHTML(text))</text>"
  }

  private static func cut(_ text: String, to width: Int) -> String {
    guard Width.of(text) > width else { return text }
    var kept = ""
    for character in text where Width.of(kept) + Width.of(String(character)) < width {
      kept.append(character)
    }
    return kept + "…"
  }
}
