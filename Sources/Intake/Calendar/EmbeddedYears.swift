import CEmbed
package import Core

extension YearFile {
  /// The years that the program carries (`rules/calendar/`), oldest first; of them those alone that are
  /// asked for. A test holds that every file of the folder is one.
  package static func embedded(_ wanted: ClosedRange<Int>? = nil) -> [CalendarYear] {
    (0..<cembed_rules_count()).compactMap { index in
      let file = cembed_rules(index)
      guard let year = file.name.flatMap({ year(named: String(cString: $0)) }),
        wanted?.contains(year) ?? true
      else { return nil }
      return try? read(utf8: UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
  }

  /// `calendar/2026.csv` → 2026.
  private static func year(named name: String) -> Int? {
    guard name.hasPrefix("calendar/"), name.hasSuffix(".csv") else { return nil }
    return Int(name.dropFirst(9).dropLast(4))
  }
}
