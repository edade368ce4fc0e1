/// A part of a number of things.
package struct Share: Hashable, Sendable {
  private let part: Int
  private let whole: Int

  /// `part` of `whole`; nothing can be said of none.
  package init(of part: Int, among whole: Int) {
    self.part = part
    self.whole = whole
  }

  /// A part of 1; nil of nothing.
  package var value: Double? { whole == 0 ? nil : Double(part) / Double(whole) }

  /// Whole per cent, rounded half up; nil of nothing.
  package var percent: Int? { whole == 0 ? nil : (200 * part + whole) / (2 * whole) }
}
