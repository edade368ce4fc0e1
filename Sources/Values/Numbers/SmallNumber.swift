/// A count as people write it in a day or an hour: ASCII digits, at most six, or Chinese from 一 and
/// 两 to 九十九. Nil for anything else.
func smallNumber(_ text: some StringProtocol) -> Int? {
  if isDigits(text) { return text.utf8.count <= 6 ? Int(text) : nil }
  guard 1...3 ~= text.count else { return nil }
  let halves = text.split(separator: "十", omittingEmptySubsequences: false)
  switch halves.count {
  case 1: return one(halves[0])
  case 2:
    guard let tens = halves[0].isEmpty ? 1 : one(halves[0]),
      let ones = halves[1].isEmpty ? 0 : one(halves[1])
    else { return nil }
    return tens * 10 + ones
  default: return nil
  }
}

private func one(_ text: some StringProtocol) -> Int? {
  guard text.count == 1, let character = text.first else { return nil }
  if character == "两" { return 2 }
  return Array("一二三四五六七八九").firstIndex(of: character).map { $0 + 1 }
}
