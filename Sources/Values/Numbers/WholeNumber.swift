import Core

/// A whole number from `range`, in ASCII or full-width digits.
package func readNumber(_ text: String, in range: ClosedRange<Int>) throws(ValueFault) -> Int {
  let plain = halfWidth(text)
  let digits = plain.hasPrefix("-") ? plain.dropFirst() : plain[...]
  guard isDigits(digits), let value = Int(plain), range.contains(value) else {
    throw .notANumber(text, least: range.lowerBound, most: range.upperBound)
  }
  return value
}
