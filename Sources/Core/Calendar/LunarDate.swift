/// A day of the Chinese lunar calendar, 1901–2100.
package struct LunarDate: Hashable, Sendable {
  package let year: Int
  /// 1 … 12.
  package let month: Int
  package let isLeapMonth: Bool
  /// 1 … 30.
  package let day: Int
}
