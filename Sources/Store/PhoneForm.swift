/// A phone's digits as the integer that its row holds: a 1 before them keeps the zeros in front.
struct PhoneForm: Hashable {
  let number: Int64

  /// Nil unless the text is one to seventeen digits.
  init?(_ digits: some StringProtocol) {
    guard 1...17 ~= digits.utf8.count else { return nil }
    var number: Int64 = 1
    for byte in digits.utf8 {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
      number = number * 10 + Int64(byte & 0xF)
    }
    self.number = number
  }

  /// What the index has: the last four digits, then the others.
  var tailFirst: Int64 { number % 10_000 * PhoneForm.tailUnit + number / 10_000 }

  /// What in the index begins with the same four digits.
  var tailRange: ClosedRange<Int64> {
    let start = number % 10_000 * PhoneForm.tailUnit
    return start...start + PhoneForm.tailUnit - 1
  }

  private static let tailUnit: Int64 = 100_000_000_000_000
}
