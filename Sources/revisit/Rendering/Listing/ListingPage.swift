import Core

/// A section as a page shows it: only the columns with something in them, in words.
struct PageSection {
  private(set) var titles: [String]
  private(set) var columns: [Listing.Column]
  /// The texts of the columns for each row, with the row.
  private(set) var rows: [(row: Listing.Row, cells: [String])]

  init(_ section: Listing.Section, _ language: Language) {
    let groups = PageSection.groups(section.columns)
    var all = (section.rows + [section.total].compactMap { $0 }).map { row in
      (row: row, cells: PageSection.texts(of: row, groups, language))
    }
    if section.tellsRepeatsOnce { all = PageSection.toldOnce(all) }
    let shown = groups.indices.filter { index in
      section.columns[groups[index][0]].place == .page
        || all.contains { line in !line.cells[index].isEmpty }
    }
    columns = shown.map { section.columns[groups[$0][0]] }
    titles = columns.map { $0.title[language] }
    rows = all.map { line in (row: line.row, cells: shown.map { line.cells[$0] }) }
    if section.isTurned { self = turned }
  }

  private init(
    titles: [String], columns: [Listing.Column], rows: [(row: Listing.Row, cells: [String])]
  ) {
    self.titles = titles
    self.columns = columns
    self.rows = rows
  }

  /// The first column names the rows, which become the columns.
  private var turned: PageSection {
    let names = rows.map { $0.cells[0] }
    return PageSection(
      titles: [titles[0]] + names,
      columns: [columns[0]]
        + names.map { Listing.Column(key: $0, title: Bilingual($0, $0), isRight: true) },
      rows: columns.indices.dropFirst().map { index in
        (Listing.Row(cells: []), [titles[index]] + rows.map { $0.cells[index] })
      })
  }

  /// Whether a phone has room for the columns side by side, the last one broken into a few lines
  /// where it is long.
  var fitsPhone: Bool {
    let widths = columns.indices.map { index in
      ([titles[index]] + rows.map { $0.cells[index] }).map { Width.of($0) }.max() ?? 0
    }
    let last = widths.last ?? 0
    return widths.dropLast().reduce(max(min(last, 12), last / 6)) { $0 + $1 + 2 } <= 44
  }

  /// The columns that share a cell, together.
  private static func groups(_ columns: [Listing.Column]) -> [[Int]] {
    columns.indices.reduce(into: []) { groups, index in
      switch columns[index].place {
      case .everywhere, .page: groups.append([index])
      case .joined where !groups.isEmpty: groups[groups.count - 1].append(index)
      case .joined: groups.append([index])
      case .data: break
      }
    }
  }

  private static func texts(
    of row: Listing.Row, _ groups: [[Int]], _ language: Language
  ) -> [String] {
    groups.map { group in
      group.map { row.cells[$0].text(language) }.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// The first of each kind; the second cell says how often it came.
  private static func toldOnce(
    _ lines: [(row: Listing.Row, cells: [String])]
  ) -> [(row: Listing.Row, cells: [String])] {
    var order: [[String]] = []
    var times: [[String]: Int] = [:]
    var told: [(row: Listing.Row, cells: [String])] = []
    for line in lines {
      let kind = Array(line.cells.dropFirst())
      if times[kind] == nil {
        order.append(kind)
        told.append(line)
      }
      times[kind, default: 0] += 1
    }
    for (index, kind) in order.enumerated() {
      guard let count = times[kind], count > 1 else { continue }
      told[index].cells[1] += " ×\(count)"
    }
    return told
  }
}

extension Listing {
  /// The page for a terminal or a file of text.
  func page(_ language: Language, on terminal: Terminal) -> String {
    var blocks = [Listing.lines(heading, language, on: terminal)]
    for section in sections where section.isOnPage {
      blocks += section.blocks(language, on: terminal)
    }
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension Listing {
  /// Prose is written for 80 columns; a window or a narrower page breaks it.
  fileprivate static func lines(
    _ prose: [Bilingual], _ language: Language, on terminal: Terminal
  ) -> String {
    let room = terminal.isInteractive || terminal.width < 80 ? terminal.width : .max
    return prose.flatMap { Width.wrap(visible($0[language]), room) }.map { $0 + "\n" }.joined()
  }
}

extension Listing.Section {
  /// What is to be said of rows that were left out; nil where none were.
  var leftOutNote: Bilingual? {
    guard let leftOut, leftOut.count > 0 else { return nil }
    return ListingMessages.more(leftOut.count, leftOut.command)
  }

  /// Parts of the page, between which a line is left blank.
  fileprivate func blocks(_ language: Language, on terminal: Terminal) -> [String] {
    func lines(_ prose: [Bilingual]) -> String { Listing.lines(prose, language, on: terminal) }
    let rows = isEmpty ? lines([ifEmpty].compactMap { $0 }) : table(language).text(on: terminal)
    return [
      lines(heading), lines([title].compactMap { $0 }) + rows,
      lines(notes + [leftOutNote].compactMap { $0 }),
    ]
  }

  private func table(_ language: Language) -> Table {
    let page = PageSection(self, language)
    var table = Table(
      zip(page.titles, page.columns).map {
        Table.Column(visible($0), right: $1.isRight, least: $1.least)
      }, overflow: overflow)
    for (row, cells) in page.rows {
      table.add(
        heading: row.heading?[language], cells, details: row.details.isEmpty ? [] : [row.details],
        row.emphasis)
    }
    return table
  }
}
