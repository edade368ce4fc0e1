import Core
import Intake

/// A person's name of at most 64 characters, without anything that cannot be seen.
func readName(_ text: String, at place: String) throws(Failure) -> String {
  if let hidden = text.unicodeScalars.first(where: isHidden) {
    let code = String(hidden.value, radix: 16, uppercase: true)
    let digits = String(repeating: "0", count: max(0, 4 - code.count)) + code
    throw .value(place, .name(.hidden("U+" + digits)))
  }
  let name = trimmed(text)
  guard !name.isEmpty else { throw .value(place, .name(.blank)) }
  guard name.count <= 64, name.utf8.count <= 1024 else {
    throw .value(place, .name(.tooLong(limit: 64)))
  }
  return name
}

/// One phone number, in the form in which it is stored.
func readPhone(_ text: String, at place: String) throws(Failure) -> String {
  switch PhoneReading(text) {
  case .numbers(let numbers, _) where numbers.count == 1: return numbers[0]
  case .numbers: throw .value(place, .phone(text, .several))
  case .blank: throw .usage(.emptyValue(place))
  case .lostPrecision: throw .value(place, .phone(text, .spreadsheet))
  case .invalid(.digits(let count)): throw .value(place, .phone(text, .mobileDigits(count)))
  case .invalid: throw .value(place, .phone(text, .unreadable))
  }
}

/// Text of at most `limit` characters. Control characters other than the line's end are refused.
func readText(_ text: String, at place: String, limit: Int = 2000) throws(Failure) -> String {
  let bad = text.unicodeScalars.first { isHidden($0) && $0 != "\n" && $0 != "\t" && $0 != "\r" }
  if let bad {
    throw .value(place, .name(.hidden("U+" + String(bad.value, radix: 16, uppercase: true))))
  }
  let value = trimmed(text)
  guard !value.isEmpty else { throw .usage(.emptyValue(place)) }
  guard value.count <= limit else { throw .value(place, .name(.tooLong(limit: limit))) }
  return value
}

/// The name of a building, in which more must be left than the word for one.
func readBuilding(_ text: String) throws(Failure) -> String {
  let value = try readText(text, at: "--building", limit: 40)
  guard Building(value) != nil else { throw .usage(.emptyValue("--building")) }
  return value
}

/// `90-120`, or `100` for both ends.
func readRange(_ text: String, at place: String) throws(Failure) -> ClosedRange<Int> {
  let ends = halfWidth(text).split(separator: "-", omittingEmptySubsequences: false)
  let numbers = ends.compactMap { isDigits($0) ? Int($0) : nil }
  guard 1...2 ~= ends.count, numbers.count == ends.count, numbers[0] <= numbers[numbers.count - 1],
    numbers[numbers.count - 1] <= 1_000_000_000_000
  else { throw .value(place, .unreadableRange(text)) }
  return numbers[0]...numbers[numbers.count - 1]
}

/// A whole number from `range`.
func readNumber(
  _ text: String, at place: String, in range: ClosedRange<Int>
) throws(Failure) -> Int {
  let plain = halfWidth(text)
  guard isDigits(plain), let value = Int(plain), range.contains(value) else {
    throw .value(place, .notANumber(text, least: range.lowerBound, most: range.upperBound))
  }
  return value
}

/// A birthday: `1990-05-01`, `05-01`, `农历八月十五`, `农历1990年闰五月初三`. Not after `today`.
func readBirthday(
  _ text: String, at place: String, today: Day
) throws(Failure) -> Birthday {
  let plain = halfWidth(text)
  var birthday = lunarBirthday(plain)
  if birthday == nil { birthday = try solarBirthday(plain, at: place) }
  guard let birthday else { throw .value(place, .birthday(text)) }
  if let year = birthday.year, let born = birthday.day(ofYear: year), born > today {
    throw .value(place, .time(.future("\(born)", now: "\(today)")))
  }
  return birthday
}

private func solarBirthday(_ text: String, at place: String) throws(Failure) -> Birthday? {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard parts.allSatisfy({ isDigits($0) && $0.utf8.count <= 4 }) else { return nil }
  let numbers = parts.compactMap { Int($0) }
  switch numbers.count {
  case 2: return try? Birthday(isLunar: false, year: nil, month: numbers[0], day: numbers[1])
  case 3:
    // A day that is none is refused by name.
    do { _ = try DayReader(today: .first).day(text) } catch { throw .value(place, .time(error)) }
    return try? Birthday(isLunar: false, year: numbers[0], month: numbers[1], day: numbers[2])
  default: return nil
  }
}

private func lunarBirthday(_ text: String) -> Birthday? {
  var rest = text[...]
  guard let prefix = ["农历", "阴历"].first(where: { rest.hasPrefix($0) }) else { return nil }
  rest = rest.dropFirst(prefix.count)
  var year: Int?
  if let mark = rest.firstIndex(of: "年"), isDigits(rest[..<mark]) {
    year = Int(rest[..<mark])
    rest = rest[rest.index(after: mark)...]
  }
  guard let date = LunarMonthDay(rest) else { return nil }
  return try? Birthday(
    isLunar: true, year: year, month: date.month, isLeapMonth: date.isLeapMonth, day: date.day)
}
