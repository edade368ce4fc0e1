/// A sign that does not mean what was meant by it: of a Chinese keyboard, or one that YAML takes for its own.
enum ForeignSign: String {
  case colon = "full-width colon"
  case tightColon = "no space after a colon"
  case comma = "full-width comma"
  case comment = "a comment behind a text"

  /// The first such sign of a line that is no YAML, and its column from 1.
  static func first(in line: String) -> (sign: ForeignSign, column: Int)? {
    let scalars = Array(line.unicodeScalars)
    var index = 0
    while index < scalars.count, " -{[".unicodeScalars.contains(scalars[index]) { index += 1 }
    var end = index
    while end < scalars.count, isKey(scalars[end]) { end += 1 }
    if end > index, end < scalars.count {
      if scalars[end] == "：" { return (.colon, end + 1) }
      let isTight = scalars[end] == ":" && end + 1 < scalars.count && scalars[end + 1] != " "
      if isTight { return (.tightColon, end + 1) }
    }
    guard let open = scalars.firstIndex(where: { "{[".unicodeScalars.contains($0) }),
      let comma = scalars[open...].firstIndex(of: "，")
    else { return nil }
    return (.comma, comma + 1)
  }

  private static func isKey(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_": true
    default: false
    }
  }

  /// Keys of texts that people read, of which a comment would cut off a part.
  static let textKeys: Set<String> = ["says", "title", "text", "name"]

  /// The column of a comment that stands behind what ends at that column.
  static func comment(in line: String, behind column: Int) -> Int? {
    let rest = line.unicodeScalars.dropFirst(column - 1)
    let gap = rest.prefix { $0 == " " || $0 == "\t" }.count
    guard gap > 0, rest.dropFirst(gap).first == "#" else { return nil }
    return column + gap
  }
}
