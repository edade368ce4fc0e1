import Core

/// A report or a list as one value. Table, JSON, CSV and HTML are written from it alone, so that the
/// four say the same: `text(as:_:)`.
struct Listing: Sendable {
  /// What a page of HTML is called, where that is not the first line of its heading.
  var title: Bilingual?
  /// Lines that a page begins with. A bare list has none.
  var heading: [Bilingual] = []
  /// What is said of the whole: members of the JSON object before those of the sections. A page
  /// tells it in its heading.
  var facts: [Fact] = []
  /// Pictures at the beginning of a page of HTML.
  var charts: [Chart] = []
  var sections: [Section]

  init(
    title: Bilingual? = nil, heading: [Bilingual] = [], facts: [Fact] = [], _ sections: [Section]
  ) {
    self.title = title
    self.heading = heading
    self.facts = facts
    self.sections = sections
  }
}

extension Listing {
  /// One thing that is said of the whole.
  struct Fact: Sendable {
    let column: Column
    let value: Cell

    init(_ key: String, _ zh: String, _ en: String, parts: [String] = [], _ value: Cell) {
      column = Column(key: key, title: Bilingual(zh, en), parts: parts)
      self.value = value
    }

    /// The members of one thing.
    init<Item>(_ key: String, _ zh: String, _ en: String, _ item: Item, _ fields: [Field<Item>]) {
      self.init(Field(key, zh, en, members: fields) { $0 }, item)
    }

    /// The members of each of several.
    init<Item>(
      _ key: String, _ zh: String, _ en: String, each items: [Item], _ fields: [Field<Item>]
    ) {
      self.init(Field(key, zh, en, each: fields) { $0 }, items)
    }

    private init<Item>(_ field: Field<Item>, _ item: Item) {
      column = field.column
      value = field.value(item)
    }
  }

  struct Column: Sendable {
    /// Where a column is shown: a page is narrow, and tells some things in words of its own.
    enum Place: Sendable {
      case everywhere
      /// People read it; what it says stands in other columns for programs.
      case page
      /// Programs read it; a page has no room for it, or tells it in another column.
      case data
      /// As `everywhere`; a page has it behind the column before, in one cell.
      case joined
    }

    /// Stable English name: the key in JSON and the heading in CSV.
    let key: String
    let title: Bilingual
    /// Numbers stand at the right of their column.
    var isRight = false
    /// Columns that it keeps on a narrow terminal.
    var least = 6
    var place = Place.everywhere
    /// The keys in CSV where a cell holds several counts; otherwise the one key.
    var parts: [String] = []
    /// What programs read in each cell, where that has members of its own.
    var members: [Column] = []
    /// Whether a cell holds several things with those members.
    var isList = false

    var keys: [String] { parts.isEmpty ? [key] : parts }
  }

  /// A column with what stands in it for each item that a row is about: all that is to be known of a
  /// column, in one place.
  struct Field<Item> {
    let column: Column
    let value: (Item) -> Cell

    init(
      _ key: String, _ zh: String = "", _ en: String = "", right: Bool = false, least: Int = 6,
      shown place: Column.Place = .everywhere, parts: [String] = [],
      _ value: @escaping (Item) -> Cell
    ) {
      self.init(
        key, Bilingual(zh, en), right: right, least: least, shown: place, parts: parts,
        value)
    }

    init(
      _ key: String, _ title: Bilingual, right: Bool = false, least: Int = 6,
      shown place: Column.Place = .everywhere, parts: [String] = [],
      _ value: @escaping (Item) -> Cell
    ) {
      column = Column(
        key: key, title: title, isRight: right, least: least, place: place, parts: parts)
      self.value = value
    }

    /// For programs alone: a thing with members of its own.
    init<Part>(
      _ key: String, _ zh: String, _ en: String, members fields: [Field<Part>],
      _ part: @escaping (Item) -> Part
    ) {
      column = Column(
        key: key, title: Bilingual(zh, en), place: .data, members: fields.map(\.column))
      value = { item in .data(.members(of: part(item), fields)) }
    }

    /// For programs alone: several things with members of their own.
    init<Part>(
      _ key: String, _ zh: String, _ en: String, each fields: [Field<Part>],
      _ parts: @escaping (Item) -> [Part]
    ) {
      column = Column(
        key: key, title: Bilingual(zh, en), place: .data, members: fields.map(\.column),
        isList: true)
      value = { item in .data(.array(parts(item).map { .members(of: $0, fields) })) }
    }
  }

  struct Row: Sendable {
    /// A line of its own before the row.
    var heading: Bilingual?
    /// One for each column.
    var cells: [Cell]
    /// What stands below the row on a page, in fainter print.
    var details = ""
    var emphasis = Emphasis.plain
  }

  /// Rows under the same columns.
  struct Section: Sendable {
    /// The key of the rows in JSON.
    let key: String
    /// Lines before its title, where a report is a part of another.
    var heading: [Bilingual] = []
    var title: Bilingual?
    let columns: [Column]
    var rows: [Row]
    /// What the rows come to: a last row, whose first cell names it. In JSON the member `total`.
    var total: Row?
    /// What a page says where there are no rows; without it the page leaves such a section out.
    var ifEmpty: Bilingual?
    /// Lines below the rows of a page.
    var notes: [Bilingual] = []
    /// How many rows there are beyond those that are listed, and what lists them all; nil where
    /// all of them always are.
    var leftOut: (count: Int, command: String)?
    /// What happens on a terminal to a last cell that is too long.
    var overflow = Table.Overflow.wrap
    /// A page tells once, with `×3`, what is the same in all but the first column.
    var tellsRepeatsOnce = false
    /// On a page rows and columns change places: few rows are compared side by side.
    var isTurned = false
    /// Where it is shown: a page may lay out in a section of its own what programs read in another.
    var shown = Column.Place.everywhere
    /// On paper rows have a box to tick and room to write.
    var isWorksheet = false

    /// A row for each item.
    init<Item>(
      _ key: String, title: Bilingual? = nil, _ items: [Item], total: Item? = nil,
      ifEmpty: Bilingual? = nil, _ fields: [Field<Item>]
    ) {
      self.key = key
      self.title = title
      self.ifEmpty = ifEmpty
      columns = fields.map(\.column)
      rows = items.map { item in Row(cells: fields.map { $0.value(item) }) }
      self.total = total.map { item in
        Row(cells: fields.map { $0.value(item) }, emphasis: .bold)
      }
    }

    var isEmpty: Bool { rows.isEmpty && total == nil }

    /// Whether a page has anything of it.
    var isOnPage: Bool { shown != .data && (!isEmpty || ifEmpty != nil) }
  }
}

extension Listing {
  func text(as format: Format, _ session: Session) -> String {
    switch format {
    case .table: page(session.language, on: session.terminal)
    case .json: json.text + "\n"
    case .csv: csv
    case .html: html(session.language)
    case .fields: fields.page(session.language, on: session.terminal)
    }
  }
}

extension Session {
  /// Writes the list as the answer. CSV has no place for a remark: what was left out is said on
  /// stderr.
  func answer(_ listing: Listing, as format: Format) throws(Failure) {
    let text = listing.text(as: format, self)
    guard format != .table, format != .fields else { return try answerPage(text) }
    try answer(text)
    guard format == .csv else { return }
    for section in listing.sections { if let note = section.leftOutNote { warn(note) } }
  }

  /// Writes a list of one section and nothing else; `zh`, `en`: what a page of HTML is called.
  func answer(
    _ section: Listing.Section, _ zh: String, _ en: String, as format: Format
  ) throws(Failure) {
    try answer(Listing(title: Bilingual(zh, en), [section]), as: format)
  }
}
