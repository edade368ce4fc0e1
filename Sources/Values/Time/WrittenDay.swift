package import Core

/// A day that a text states by itself, whenever it is read: what files hold.
package struct WrittenDay: Hashable, Sendable {
  package let day: Day
  /// Nil where it was written as this program writes it.
  package let repair: Repair?

  /// Reads a day with its year (see the table above `DateText`).
  ///
  /// - Parameter door: `.typed` where no spreadsheet has written, as in a policy file.
  package init(_ text: String, from door: Door = .file) throws(TimeFault) {
    if let day = Day(iso: text) {
      self.day = day
      repair = nil
      return
    }
    let plain = halfWidth(text)
    let date = try DateText(plain, from: door)
    day = try date.civilDay(plain)
    repair =
      switch date.form {
      case .exact: plain == text ? nil : .normalised
      case .repaired, .noYear: .normalised
      case .twoDigitYear: .twoDigitYear
      }
  }
}
