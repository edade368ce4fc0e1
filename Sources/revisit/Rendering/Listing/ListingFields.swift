import Core

extension JSON {
  /// An object with a member for each field of the item.
  static func members<Item>(of item: Item, _ fields: [Listing.Field<Item>]) -> JSON {
    .object(fields.map { ($0.column.key, $0.value(item).json) })
  }
}

// What many lists say of the whole.
extension Listing.Fact {
  static func asOf(_ now: Moment) -> Listing.Fact { .init("as_of", "截至", "as of", .moment(now)) }

  static func from(_ days: ClosedRange<Day>) -> Listing.Fact {
    .init("from", "第一天", "first day", .day(days.lowerBound))
  }

  static func to(_ days: ClosedRange<Day>) -> Listing.Fact {
    .init("to", "最后一天", "last day", .day(days.upperBound))
  }
}

extension Listing {
  /// What the members of the list's JSON are called and what they hold, in their order
  /// (`--format json --fields`). `a[].b` is the member `b` of each that stands in the list `a`.
  var fields: Listing {
    Listing.told(
      [Line(path: "version", meaning: ListingMessages.version)]
        + facts.flatMap { Line.all($0.column, below: "") }
        + sections.filter { $0.shown != .page }.flatMap(Line.all))
  }

  /// As `fields`, of an object for each of which a line is written.
  static func told(_ columns: [Column]) -> Listing {
    told(columns.flatMap { Line.all($0, below: "") })
  }

  private static func told(_ all: [Line]) -> Listing {
    Listing([
      Section(
        "fields", all,
        [
          .init("field", "字段", "Field", least: 20) { .text($0.path) },
          .init("meaning", "含义", "Meaning") { .words($0.meaning) },
        ])
    ])
  }

  private struct Line {
    let path: String
    let meaning: Bilingual

    /// A member and its members.
    static func all(_ column: Column, below place: String) -> [Line] {
      let path = place + column.key + (column.isList ? "[]" : "")
      let own = Line(path: path, meaning: column.title)
      return [own] + column.parts.map { Line(path: "\(path).\($0)", meaning: column.title) }
        + column.members.flatMap { all($0, below: path + ".") }
    }

    static func all(_ section: Section) -> [Line] {
      let columns = section.columns.filter { $0.place != .page }
      let rows = section.key + "[]"
      var lines = [Line(path: rows, meaning: section.title ?? ListingMessages.rows)]
      lines += columns.flatMap { all($0, below: rows + ".") }
      if section.total != nil {
        lines.append(Line(path: "total", meaning: ListingMessages.total))
        lines += section.columns.dropFirst().filter { $0.place != .page }
          .flatMap { all($0, below: "total.") }
      }
      if section.leftOut != nil {
        lines.append(Line(path: section.key + "_left_out", meaning: ListingMessages.leftOut))
      }
      return lines
    }
  }
}
