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
  enum Overflow: Sendable {
    case wrap, truncate
    /// It stands below its row, as wide as the page.
    case below
  }

  struct Row: Sendable {
    /// A line of its own before the row.
    var heading: String?
    var cells: [Cell]
    /// Lines below the row, indented, as wide as the page.
    var details: [String] = []
    var emphasis = Emphasis.plain
  }

  /// A text with the columns that it takes. What could steer a terminal is made visible.
  struct Cell: Sendable {
    let text: String
    let width: Int

    init(_ text: String) {
      if let columns = Width.ofPlain(text) {
        (self.text, width) = (text, columns)
      } else {
        self.text = visible(text)
        width = Width.of(self.text)
      }
    }
  }

  var columns: [Column]
  private(set) var rows: [Row] = []
  var overflow = Overflow.wrap
  /// Blank columns between two cells.
  static let gap = 2
  /// So many blanks at each index.
  fileprivate static let blanks = (0...15).map { String(repeating: " ", count: $0) }

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
    let shown = columns.indices.map { Cell($0 < cells.count ? cells[$0] : "") }
    rows.append(
      Row(
        heading: heading.map(visible), cells: shown, details: details.map(visible),
        emphasis: emphasis))
  }
}

extension Table {
  /// Heading and rows, each line at most as wide as the terminal.
  func text(on terminal: Terminal) -> String {
    let layout = layout(within: terminal.width)
    var text = ""
    let titles = columns.map { Cell($0.title) }
    terminal.line(.faint, in: &text) { line(titles, layout, &$0) }
    for row in rows {
      if let heading = row.heading {
        text += "\n"
        terminal.line(.bold, in: &text) { $0 += heading }
      }
      write(row, layout, terminal, to: &text)
    }
    return text
  }

  private func write(_ row: Row, _ layout: Layout, _ terminal: Terminal, to text: inout String) {
    let last = row.cells.last ?? Cell("")
    let room = layout.widths.last ?? 0
    switch overflow {
    case .wrap where last.width > room:
      for (index, part) in Width.wrap(last.text, room).enumerated() {
        let before = index == 0 ? row.cells.dropLast() : row.cells.dropLast().map { _ in Cell("") }
        terminal.line(row.emphasis, in: &text) { line(before + [Cell(part)], layout, &$0) }
      }
    case .below where last.width > room:
      terminal.line(row.emphasis, in: &text) { line(row.cells.dropLast(), layout, &$0) }
      writeBelow(last.text, row.emphasis, terminal, to: &text)
    case .wrap, .below, .truncate:
      terminal.line(row.emphasis, in: &text) { line(row.cells, layout, &$0) }
    }
    for detail in row.details { writeBelow(detail, .faint, terminal, to: &text) }
  }

  private func writeBelow(
    _ words: String, _ emphasis: Emphasis, _ terminal: Terminal, to text: inout String
  ) {
    let indent = Table.gap * 2
    for part in Width.wrap(words, terminal.width - indent) {
      terminal.line(emphasis, in: &text) { text in
        text.addBlanks(indent)
        text += part
      }
    }
  }

  private struct Layout {
    var widths: [Int]
    /// Blank columns between two cells.
    var gap = Table.gap
  }

  /// As wide as the text is, until together the columns are too wide; then the last one gives way
  /// first, then the gaps, after them always the widest. Where what is too long goes below its row, the
  /// gaps give way where that keeps some of it in its row.
  private func layout(within limit: Int) -> Layout {
    var widths = columns.indices.map { index in
      rows.reduce(Width.of(columns[index].title)) { max($0, $1.cells[index].width) }
    }
    let gaps = Table.gap * max(0, columns.count - 1)
    var surplus = widths.reduce(gaps, +) - limit
    guard surplus > 0, let last = widths.indices.last else { return Layout(widths: widths) }
    let gap = fitsDenser(widths[last] - surplus) ? 1 : Table.gap
    surplus -= (Table.gap - gap) * (columns.count - 1)
    guard surplus > 0 else { return Layout(widths: widths, gap: gap) }
    // What goes below its row needs no width of its own.
    let least = overflow == .below ? Width.of(columns[last].title) : max(columns[last].least, 16)
    let room = max(0, widths[last] - least)
    widths[last] -= min(room, surplus)
    surplus -= min(room, surplus)
    guard surplus > 0 else { return Layout(widths: widths, gap: gap) }
    surplus -= (gap - 1) * (columns.count - 1)
    while surplus > 0, let widest = widestShrinkable(widths) {
      widths[widest] -= 1
      surplus -= 1
    }
    return Layout(widths: widths, gap: 1)
  }

  /// Whether a last cell has room in its row with narrower gaps and none with wide ones.
  private func fitsDenser(_ room: Int) -> Bool {
    guard overflow == .below else { return false }
    let denser = room + (Table.gap - 1) * (columns.count - 1)
    return rows.contains { row in
      (room + 1..<max(denser, room) + 1).contains(row.cells.last?.width ?? 0)
    }
  }

  private func widestShrinkable(_ widths: [Int]) -> Int? {
    widths.indices.filter { widths[$0] > columns[$0].least }.max { widths[$0] < widths[$1] }
  }

  /// One line without blanks at its end.
  private func line(_ cells: some Sequence<Cell>, _ layout: Layout, _ text: inout String) {
    let start = text.utf8.count
    var blanks = 0
    for (index, cell) in cells.enumerated() {
      let width = layout.widths[index]
      let cell = cell.width > width ? Cell(Width.truncate(cell.text, width)) : cell
      let fill = width - cell.width
      if columns[index].isRight { blanks += fill }
      if !cell.text.isEmpty {
        text.addBlanks(blanks)
        text += cell.text
        blanks = 0
      }
      blanks += layout.gap + (columns[index].isRight ? 0 : fill)
    }
    while text.utf8.count > start, text.utf8.last == 0x20 { text.unicodeScalars.removeLast() }
  }
}

extension String {
  fileprivate mutating func addBlanks(_ count: Int) {
    var rest = count
    while rest > 0 {
      self += Table.blanks[min(rest, Table.blanks.count - 1)]
      rest -= Table.blanks.count - 1
    }
  }
}
