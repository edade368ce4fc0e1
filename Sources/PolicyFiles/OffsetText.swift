import Core
import Values

/// How a distance from a day is written: `3`, `-14d`, `2w`, `3wd`, `1m`, `1y`, `72h`, and sums such as
/// `1m-3d`. A number alone is days.
enum OffsetText {
  /// No part of an offset is greater.
  static let largest = 3660

  static func read(_ text: String) -> Offset? {
    var rest = halfWidth(text).filter { $0 != " " }[...]
    guard !rest.isEmpty else { return nil }
    var offset = Offset.zero
    var bare = 0
    while !rest.isEmpty {
      guard let part = part(&rest, isFirst: rest.startIndex == text.startIndex) else { return nil }
      offset = offset + part.offset
      // 2026-11-05 is a date and no sum of three distances.
      bare += part.isBare ? 1 : 0
      if bare > 1 { return nil }
    }
    return offset
  }

  /// Takes one part from the beginning; those after the first must have a sign.
  private static func part(
    _ rest: inout Substring, isFirst: Bool
  ) -> (offset: Offset, isBare: Bool)? {
    var sign = 1
    if let first = rest.first, first == "+" || first == "-" {
      sign = first == "-" ? -1 : 1
      rest.removeFirst()
    } else if !isFirst {
      return nil
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), number <= largest else { return nil }
    rest.removeFirst(digits.count)
    let unit = rest.prefix { $0 != "+" && $0 != "-" }
    rest.removeFirst(unit.count)
    return offset(sign * number, unit).map { ($0, unit.isEmpty) }
  }

  private static func offset(_ number: Int, _ unit: Substring) -> Offset? {
    switch unit {
    case "", "d", "天", "日": Offset(days: number)
    case "w", "周": Offset(days: 7 * number)
    case "wd", "个工作日", "工作日": Offset(workdays: number)
    case "m", "个月", "月": Offset(months: number)
    case "y", "年": Offset(months: 12 * number)
    case "h", "小时": Offset(hours: number)
    default: nil
    }
  }
}

extension OffsetText {
  /// Whether the text is a date, which is no distance.
  static func isDate(_ text: String) -> Bool { (try? WrittenDay(text, from: .typed)) != nil }
}
