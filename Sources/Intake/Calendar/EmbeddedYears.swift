import CEmbed
package import Core

extension YearFile {
  /// The years that the program carries (`rules/calendar/`), oldest first. A test holds that every
  /// file of the folder is one.
  package static func embedded() -> [CalendarYear] {
    (0..<cembed_rules_count()).compactMap { index in
      let file = cembed_rules(index)
      guard let name = file.name, String(cString: name).hasPrefix("calendar/") else { return nil }
      return try? read(utf8: UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
  }
}
