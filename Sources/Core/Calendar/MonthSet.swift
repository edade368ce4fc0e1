/// Some of the twelve months, in one machine word.
package struct MonthSet: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// The bit of each month is that of its number, 1 … 12; other bits are never set.
  package let mask: UInt16

  /// The months whose bits are set, bit 1 for January; other bits are left out.
  package init(mask: UInt16) { self.mask = mask & 0x1FFE }

  /// Numbers that no month has are left out.
  package init(_ months: some Sequence<Int>) {
    self.init(mask: months.reduce(0) { 1...12 ~= $1 ? $0 | 1 << UInt16($1) : $0 })
  }

  package init(arrayLiteral months: Int...) { self.init(months) }

  /// All twelve months.
  package static let all = MonthSet(1...12)

  /// Whether it has no month.
  package var isEmpty: Bool { mask == 0 }
  /// Whether it has that month, 1 … 12.
  package func contains(_ month: Int) -> Bool { 1...12 ~= month && mask >> UInt16(month) & 1 == 1 }

  /// Their numbers, ascending.
  package var numbers: [Int] { (1...12).filter(contains) }
}
