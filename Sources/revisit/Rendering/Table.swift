/// Columns of text that align on a terminal, Chinese included, and fit its width.
struct Table: Sendable {
  struct Column: Sendable {
    var title: String
    var isRight = false
    /// It is not made narrower than this, if its text is not narrower itself.
    var least = 6

    init(_ title: String, right: Bool = false, least: Int = 6) {
      self.title = title
      self.isRight = right
      self.least = least
    }
  }

  /// What happens to a last cell that is too long.
  enum Overflow: Sendable { case wrap, truncate }

  struct Row: Sendable {
    /// A line of its own before the row.
    var heading: String?
    var cells: [String]
    /// Lines below the row, indented, as wide as the page.
    var details: [String] = []
    var emphasis = Emphasis.plain
  }

  var columns: [Column]
  var rows: [Row] = []
  var overflow = Overflow.wrap
  /// Blank columns between two cells.
  static let gap = 2

  init(_ columns: [Column], overflow: Overflow = .wrap) {
    self.columns = columns
    self.overflow = overflow
  }

  /// Adds a row. Missing cells are empty, surplus ones are left out; what could steer a terminal
  /// is made visible.
  mutating func add(
    heading: String? = nil, _ cells: [String], details: [String] = [],
    _ emphasis: Emphasis = .plain
  ) {
    let shown = columns.indices.map { $0 < cells.count ? visible(cells[$0]) : "" }
    rows.append(
      Row(
        heading: heading.map(visible), cells: shown, details: details.map(visible),
        emphasis: emphasis))
  }
}

extension Table {
  /// Heading and rows, each line at most as wide as the terminal.
  func text(on terminal: Terminal) -> String {
    let widths = widths(within: terminal.width)
    var lines = [terminal.paint(line(columns.map(\.title), widths), .faint)]
    for row in rows {
      if let heading = row.heading { lines += ["", terminal.paint(heading, .bold)] }
      lines += self.lines(row, widths).map { terminal.paint($0, row.emphasis) }
      lines += row.details.flatMap { details($0, terminal) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func details(_ text: String, _ terminal: Terminal) -> [String] {
    let indent = String(repeating: " ", count: Table.gap * 2)
    return Width.wrap(text, terminal.width - indent.count)
      .map { terminal.paint(indent + $0, .faint) }
  }

  /// The columns' widths: as their text is, until together they are too wide; then the last one
  /// gives way first, after it always the widest.
  func widths(within limit: Int) -> [Int] {
    var widths = columns.indices.map { index in
      rows.reduce(Width.of(columns[index].title)) { max($0, Width.of($1.cells[index])) }
    }
    let gaps = Table.gap * max(0, columns.count - 1)
    var surplus = widths.reduce(gaps, +) - limit
    guard surplus > 0, let last = widths.indices.last else { return widths }
    let room = max(0, widths[last] - max(columns[last].least, 16))
    widths[last] -= min(room, surplus)
    surplus -= min(room, surplus)
    while surplus > 0, let widest = widestShrinkable(widths) {
      widths[widest] -= 1
      surplus -= 1
    }
    return widths
  }

  private func widestShrinkable(_ widths: [Int]) -> Int? {
    widths.indices.filter { widths[$0] > columns[$0].least }.max { widths[$0] < widths[$1] }
  }

  private func lines(_ row: Row, _ widths: [Int]) -> [String] {
    guard overflow == .wrap, let width = widths.last, let cell = row.cells.last,
      Width.of(cell) > width
    else { return [line(row.cells, widths)] }
    let parts = Width.wrap(cell, width)
    let blank = Array(repeating: "", count: columns.count - 1)
    return parts.enumerated().map { index, part in
      line((index == 0 ? Array(row.cells.dropLast()) : blank) + [part], widths)
    }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = columns.indices.map {
      Width.fit(cells[$0], widths[$0], right: columns[$0].isRight)
    }
    var line = padded.joined(separator: String(repeating: " ", count: Table.gap))
    while line.last == " " { line.removeLast() }
    return line
  }
}
