import Core

/// A list as a workbook of one sheet (XLSX, ECMA-376), in which numbers are numbers and days are days.
struct Workbook {
  private var rows: [String] = []
  private var widths: [Int] = []
  private let language: Language

  init(_ listing: Listing, _ language: Language) {
    self.language = language
    for line in listing.heading { add([.text(line[language])], isBold: true) }
    for section in listing.sections where section.shown != .page && !section.isEmpty {
      add([])
      if let title = section.title { add([.text(title[language])], isBold: true) }
      add(section)
    }
  }

  private mutating func add(_ section: Listing.Section) {
    let kept = section.columns.indices.filter { section.columns[$0].place != .page }
    let titles = kept.flatMap { place -> [Cell] in
      let column = section.columns[place]
      let title = column.title[language]
      return column.parts.isEmpty
        ? [.text(title.isEmpty ? column.key : title)] : column.parts.map { .text($0) }
    }
    add(titles, isBold: true)
    for row in section.rows + [section.total].compactMap({ $0 }) {
      let cells = kept.flatMap { place -> [Cell] in
        guard case .counts = row.cells[place] else { return [row.cells[place]] }
        return row.cells[place].values(section.columns[place].parts).map {
          Int($0).map { .number($0) } ?? .text($0)
        }
      }
      add(cells)
      for (place, cell) in cells.enumerated() {
        while widths.count <= place { widths.append(8) }
        widths[place] = min(40, max(widths[place], Width.of(cell.text(language)) + 2))
      }
    }
  }

  // MARK: The sheet

  /// The numbers of the formats in `styles`.
  private enum Style: Int { case plain, bold, day, moment, percent }

  private mutating func add(_ cells: [Cell], isBold: Bool = false) {
    let number = rows.count + 1
    var line = ""
    for (place, cell) in cells.enumerated() {
      line += written(cell, at: Workbook.column(place) + "\(number)", isBold: isBold)
    }
    rows.append("<row r=\"\(number)\">\(line)</row>")
  }

  private func written(_ cell: Cell, at place: String, isBold: Bool) -> String {
    func value(_ value: String, _ style: Style) -> String {
      "<c r=\"\(place)\" s=\"\(style.rawValue)\"><v>\(value)</v></c>"
    }
    switch cell {
    case .number(let number), .told(.int(let number), _): return value("\(number)", .plain)
    case .day(let day): return value("\(Workbook.serial(day))", .day)
    case .moment(let moment):
      guard let time = moment.time else { return value("\(Workbook.serial(moment.day))", .day) }
      return value("\(Double(Workbook.serial(moment.day)) + Double(time.minute) / 1440)", .moment)
    case .share(let share), .percent(let share):
      return share.value.map { value("\($0)", .percent) } ?? ""
    case .empty, .text, .told, .list, .counts, .data:
      let text = cell.text(language)
      if text.isEmpty { return "" }
      let style = isBold ? Style.bold : .plain
      return "<c r=\"\(place)\" s=\"\(style.rawValue)\" t=\"inlineStr\"><is>"
        + "<t xml:space=\"preserve\">\(escapedHTML(text))</t></is></c>"
    }
  }

  /// Days are counted from 1899-12-30.
  private static func serial(_ day: Day) -> Int { Int(day.number) + 25_569 }

  /// A, B, … Z, AA.
  private static func column(_ place: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + place % 26)))
    return place < 26 ? letter : column(place / 26 - 1) + letter
  }

  private var sheet: String {
    let columns = widths.enumerated().map { place, width in
      "<col min=\"\(place + 1)\" max=\"\(place + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
    }.joined()
    return Workbook.declaration
      + "<worksheet xmlns=\"\(Workbook.main)\">"
      + (columns.isEmpty ? "" : "<cols>\(columns)</cols>")
      + "<sheetData>\(rows.joined())</sheetData></worksheet>"
  }

  // MARK: The parts around it

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  private static let types = """
    \(declaration)<Types xmlns="\(package)/content-types">\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Override PartName="/xl/workbook.xml" ContentType="\(kind).sheet.main+xml"/>\
    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(kind).worksheet+xml"/>\
    <Override PartName="/xl/styles.xml" ContentType="\(kind).styles+xml"/></Types>
    """

  private static func relations(_ parts: [(type: String, target: String)]) -> String {
    let parts = parts.enumerated().map { place, part in
      "<Relationship Id=\"rId\(place + 1)\" Type=\"\(office)/\(part.type)\" Target=\"\(part.target)\"/>"
    }.joined()
    return
      "\(declaration)<Relationships xmlns=\"\(package)/relationships\">\(parts)</Relationships>"
  }

  private static let book = """
    \(declaration)<workbook xmlns="\(main)" xmlns:r="\(office)"><sheets>\
    <sheet name="revisit" sheetId="1" r:id="rId1"/></sheets></workbook>
    """

  private static let styles = """
    \(declaration)<styleSheet xmlns="\(main)"><numFmts count="2">\
    <numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>\
    <numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>\
    <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
    <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
    <fills count="2"><fill><patternFill patternType="none"/></fill>\
    <fill><patternFill patternType="gray125"/></fill></fills>\
    <borders count="1"><border/></borders>\
    <cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/>\
    <xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/>\
    <xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/>\
    </cellXfs></styleSheet>
    """

  var bytes: [UInt8] {
    Archive([
      ("[Content_Types].xml", Workbook.types),
      ("_rels/.rels", Workbook.relations([("officeDocument", "xl/workbook.xml")])),
      ("xl/workbook.xml", Workbook.book),
      (
        "xl/_rels/workbook.xml.rels",
        Workbook.relations([("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")])
      ),
      ("xl/styles.xml", Workbook.styles), ("xl/worksheets/sheet1.xml", sheet),
    ]).bytes
  }
}

/// Texts under names, in one file, not compressed (ZIP).
private struct Archive {
  private(set) var bytes: [UInt8] = []

  init(_ parts: [(name: String, text: String)]) {
    var directory: [UInt8] = []
    for (name, text) in parts {
      let (name, content) = (Array(name.utf8), Array(text.utf8))
      let start = bytes.count
      // Version 2.0, names in UTF-8, stored, 1980-01-01; no extra field.
      let numbers: [(Int, Int)] = [
        (20, 2), (0x800, 2), (0, 4), (0x21, 2), (Int(Archive.sum(content)), 4),
        (content.count, 4), (content.count, 4), (name.count, 2), (0, 2),
      ]
      let about = numbers.flatMap { Archive.little($0.0, $0.1) }
      bytes += Archive.little(0x0403_4B50, 4)
      bytes += about + name + content
      directory += Archive.little(0x0201_4B50, 4)
      directory += Archive.little(20, 2) + about
      directory += Archive.little(0, 10)
      directory += Archive.little(start, 4) + name
    }
    let start = bytes.count
    bytes += directory
    let end: [(Int, Int)] = [
      (0x0605_4B50, 4), (0, 4), (parts.count, 2), (parts.count, 2), (directory.count, 4),
      (start, 4), (0, 2),
    ]
    bytes += end.flatMap { Archive.little($0.0, $0.1) }
  }

  /// The least significant byte first.
  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
  }

  /// CRC-32 of ISO 3309.
  private static func sum(_ bytes: [UInt8]) -> UInt32 {
    var table: [UInt32] = []
    for index: UInt32 in 0..<256 {
      var value = index
      for _ in 0..<8 {
        let isOdd = value & 1 == 1
        value >>= 1
        if isOdd { value ^= 0xEDB8_8320 }
      }
      table.append(value)
    }
    var sum = UInt32.max
    for byte in bytes {
      let place = Int((sum ^ UInt32(byte)) & 0xFF)
      sum = table[place] ^ (sum >> 8)
    }
    return ~sum
  }
}
