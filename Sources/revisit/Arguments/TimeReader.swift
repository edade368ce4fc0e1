import Core

/// `09:30`, with an ASCII or a full-width colon.
func readTime(_ text: String) throws(TimeFault) -> TimeOfDay {
  guard let time = TimeOfDay(halfWidth(text)) else { throw .unreadableTime(text) }
  return time
}

/// Hours of the day: `19:00-20:00`, or whole hours `19-20`.
func readHours(_ text: String) throws(TimeFault) -> TimeRange {
  let parts = halfWidth(text).split(separator: "-", omittingEmptySubsequences: false)
  guard parts.count == 2, let from = hour(parts[0]), let to = hour(parts[1]), from < to,
    let range = TimeRange(from: from, to: to)
  else { throw .unreadableHours(text) }
  return range
}

private func hour(_ text: Substring) -> TimeOfDay? {
  if let time = TimeOfDay(text) { return time }
  guard isDigits(text), text.utf8.count <= 2, let hour = Int(text) else { return nil }
  return TimeOfDay(hour: hour, minute: 0)
}

/// ASCII digits, at least one.
func isDigits(_ text: some StringProtocol) -> Bool {
  !text.isEmpty && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
}

/// `text` without spaces around it, full-width ASCII (U+FF01 … U+FF5E) and the ideographic space
/// as their ordinary forms.
func halfWidth(_ text: String) -> String {
  var plain = ""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0xFF01...0xFF5E:
      plain.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    case 0x3000: plain.append(" ")
    default: plain.unicodeScalars.append(scalar)
    }
  }
  return trimmed(plain)
}

/// `text` without white space at its ends.
func trimmed(_ text: String) -> String {
  var rest = text[...]
  while rest.first?.isWhitespace == true { rest.removeFirst() }
  while rest.last?.isWhitespace == true { rest.removeLast() }
  return String(rest)
}
