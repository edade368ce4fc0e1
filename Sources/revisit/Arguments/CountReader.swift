/// A whole number from 0 to `most`.
func readCount(_ text: String, at place: String, upTo most: Int) throws(Failure) -> Int {
  let plain = halfWidth(text)
  guard isDigits(plain), plain.utf8.count <= 9, let count = Int(plain), count <= most else {
    throw .value(place, .notANumber(text, least: 0, most: most))
  }
  return count
}
