/// One telephone number in the form in which it is stored: digits as dialled in the mainland.
struct PhoneNumber {
  enum Kind { case mobile, landline, foreign }

  enum Reading {
    case number(PhoneNumber)
    case fault(PhoneFault)
  }

  let digits: String
  let kind: Kind

  /// Reads ASCII text that holds one number, with any spaces, dashes, dots and parentheses.
  static func read(_ text: Substring) -> Reading {
    var digits = ""
    let isInternational = text.drop { " (".contains($0) }.first == "+"
    for character in withoutFraction(text) {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else if character == "*" {
        return .fault(.masked)
      } else if !" -—–().+\t".contains(character) {
        return .fault(text.contains { $0.isASCII && $0.isNumber } ? .otherText : .noDigits)
      }
    }
    return digits.isEmpty ? .fault(.noDigits) : classify(digits, isInternational: isInternational)
  }

  static func isMobile(_ digits: some StringProtocol) -> Bool {
    let bytes = digits.utf8
    return bytes.count == 11 && bytes.first == 0x31
      && bytes.dropFirst().first.map { 0x33...0x39 ~= $0 } == true
      && bytes.allSatisfy { 0x30...0x39 ~= $0 }
  }

  /// `13709536937.0`: what a spreadsheet makes of a number on its way through a program.
  private static func withoutFraction(_ text: Substring) -> Substring {
    text.hasSuffix(".0") ? text.dropLast(2) : text
  }

  private static func classify(_ digits: String, isInternational: Bool) -> Reading {
    let national = nationalPart(of: digits, isInternational: isInternational)
    if let national {
      if isMobile(national) { return .number(PhoneNumber(digits: national, kind: .mobile)) }
      if isLandline(national) { return .number(PhoneNumber(digits: national, kind: .landline)) }
      return .fault(7...8 ~= national.utf8.count ? .noAreaCode : .digits(national.utf8.count))
    }
    let foreign = isInternational ? digits : String(digits.dropFirst(2))
    guard 8...15 ~= foreign.utf8.count else { return .fault(.digits(foreign.utf8.count)) }
    return .number(PhoneNumber(digits: "00" + foreign, kind: .foreign))
  }

  /// The number as dialled inside the mainland; nil for a number of another country.
  private static func nationalPart(of digits: String, isInternational: Bool) -> String? {
    if isInternational || digits.hasPrefix("00") {
      let code = isInternational ? Substring(digits) : digits.dropFirst(2)
      guard code.hasPrefix("86") else { return nil }
      return withTrunk(code.dropFirst(2))
    }
    // A mobile may come behind a bare 86, or behind the 0 once dialled for other cities.
    let prefix = ["86", "0"].first { digits.hasPrefix($0) && isMobile(digits.dropFirst($0.count)) }
    return String(digits.dropFirst(prefix?.count ?? 0))
  }

  /// After +86 an area code stands without its 0.
  private static func withTrunk(_ rest: Substring) -> String {
    if isMobile(rest) || rest.hasPrefix("0") { return String(rest) }
    return "0" + rest
  }

  /// 010 and 02x with eight digits, 03xx to 09xx with seven or eight.
  fileprivate static func isLandline(_ digits: String) -> Bool {
    let bytes = Array(digits.utf8)
    guard bytes.count >= 11, bytes[0] == 0x30 else { return false }
    let isShortCode = bytes[1] == 0x32 || (bytes[1] == 0x31 && bytes[2] == 0x30)
    let code = isShortCode ? 3 : 4
    guard isShortCode || 0x33...0x39 ~= bytes[1] else { return false }
    let local = bytes.count - code
    return (local == 8 || (local == 7 && code == 4)) && bytes[code] >= 0x32
  }
}

/// Whether a number as stored is a landline of the mainland: no text reaches it.
package func isLandline(_ digits: String) -> Bool { PhoneNumber.isLandline(digits) }
