import Core
import Glibc
import Store
import Values

/// What a row of a list is about.
struct ListRow: Equatable, Sendable {
  let customer: CustomerID
  /// The number of the case that it asks about, or is.
  var matter: Int64?
  /// By what means it asks for the customer; nil: it asks for nothing.
  var channel: Channel?
}

/// The list that somebody saw last, so that a row of it can be named by its number (行号).
///
/// It is kept in a file beside the database, one for each user: a change of the database would wait for
/// whoever writes and be a step to undo, and a folder of the system user's own would be one for all who
/// work through sudo. It is lost without harm, so nothing waits for the disk.
struct LastList: Equatable, Sendable {
  /// The day for which it was made; its rows hold as long.
  let day: Day
  let rows: [ListRow]

  /// So many rows have numbers, those of three digits.
  static let most = 999
}

extension LastList {
  private static let form = "revisit list 1"

  /// - Parameter reader: whoever saw the list.
  func text(for reader: String) -> String {
    var text = "\(LastList.form)\n\(reader)\n\(day)\n"
    for row in rows.prefix(LastList.most) {
      text += "\(row.customer) \(row.matter ?? 0) \(row.channel?.rawValue ?? 0)\n"
    }
    return text
  }

  /// Nil where the lines are not of a list of that reader.
  init?(_ lines: [String], for reader: String) {
    guard lines.count >= 3, lines[0] == LastList.form, lines[1] == reader,
      let day = try? DayReader(today: .first, lean: .record).day(lines[2])
    else { return nil }
    self.day = day
    var rows: [ListRow] = []
    for line in lines.dropFirst(3) {
      let fields = line.split(separator: " ").compactMap { Int64($0) }
      guard fields.count == 3 else { return nil }
      rows.append(
        ListRow(
          customer: fields[0], matter: fields[1] == 0 ? nil : fields[1],
          channel: UInt8(exactly: fields[2]).flatMap { Channel(rawValue: $0) }))
    }
    self.rows = rows
  }
}

extension Office {
  /// The user, as the file of their last list names them: a member of staff by number, somebody else by
  /// the letters of their name.
  private var reader: String {
    if let staff = user.staff { return "staff-\(staff)" }
    return user.name.utf8.prefix(80).reduce(into: "user-") { name, byte in
      name += String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
  }

  private var lastListPath: String { session.databasePath + ".list-" + reader }

  /// Keeps the rows of the list that the user is about to see, in its order. Where they cannot be kept
  /// the list is shown all the same, and a remark says that its rows have no numbers.
  func keep(_ rows: some Sequence<ListRow>) {
    let list = LastList(day: session.today, rows: Array(rows.prefix(LastList.most)))
    let path = lastListPath
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    do {
      try Folder(path: folder).write(list.text(for: reader), to: name, isLasting: false)
    } catch  where access(path, F_OK) == 0 {
      session.warn(LookupMessages.rowsNotKept)
    } catch {}
  }

  /// The row that one to three digits name; nil where the text is no number of a row.
  func row(_ text: String) throws -> ListRow? {
    let digits = halfWidth(text)
    guard 1...3 ~= digits.utf8.count, isDigits(digits), let number = Int(digits) else { return nil }
    guard let list = LastList((try? lines(ofFile: lastListPath)) ?? [], for: reader) else {
      throw Failure.lookup(.noList(text))
    }
    guard list.day == session.today else {
      throw Failure.lookup(.oldList(text, day: "\(list.day)"))
    }
    guard list.rows.indices.contains(number - 1) else {
      throw Failure.lookup(.noRow(text, of: list.rows.count))
    }
    return list.rows[number - 1]
  }
}
