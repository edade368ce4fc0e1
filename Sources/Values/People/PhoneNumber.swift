/// One telephone number in the form in which it is stored: digits as dialled in the mainland, and behind a
/// dash the extension (分机) of a switchboard.
struct PhoneNumber {
  enum Kind {
    case mobile, landline, foreign
    /// 400 or 800 and seven digits: anybody can dial it, and no text reaches it.
    case service
  }

  private(set) var digits: String
  let kind: Kind

  private init(_ digits: String, _ kind: Kind) {
    self.digits = digits
    self.kind = kind
  }

  /// Reads text that holds one number, with any spaces, dashes, dots and parentheses; an extension is
  /// looked for where the whole is no number.
  static func read(_ text: Substring) throws(PhoneFault) -> PhoneNumber {
    do { return try PhoneNumber(whole: text) } catch {
      guard let (front, behind) = cut(text), var number = try? PhoneNumber(whole: front),
        number.kind == .landline || number.kind == .service
      else { throw error }
      number.digits += "-" + behind
      return number
    }
  }

  private init(whole text: Substring) throws(PhoneFault) {
    var digits = ""
    let isInternational = text.drop { " (".contains($0) }.first == "+"
    for character in PhoneNumber.withoutFraction(text) {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else if character == "*" {
        throw .masked
      } else if !" -—–().+\t".contains(character) {
        throw text.contains { $0.isASCII && $0.isNumber } ? .otherText : .noDigits
      }
    }
    if digits.isEmpty { throw .noDigits }
    self = try PhoneNumber.classify(digits, isInternational: isInternational)
  }

  /// The number and the extension behind it (1 to 6 digits after 转, 分机, `ext`, `x`, `#` or a last
  /// dash), if there may be one.
  private static func cut(_ text: Substring) -> (front: Substring, behind: String)? {
    let behind = text.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let mark = text.dropLast(behind)
    let number = String(text.suffix(behind))
    guard 1...6 ~= behind else { return nil }
    let bare = trimmedRight(mark)
    for word in ["转分机", "分机", "转", "ext.", "ext", "x", "#"]
    where bare.lowercased().hasSuffix(word) {
      return (trimmedRight(bare.dropLast(word.count)), number)
    }
    return bare.last == "-" ? (bare.dropLast(), number) : nil
  }

  private static func trimmedRight(_ text: Substring) -> Substring {
    text.dropLast(text.reversed().prefix { " :".contains($0) }.count)
  }

  /// `13709536937.0`: what a spreadsheet makes of a number on its way through a program.
  private static func withoutFraction(_ text: Substring) -> Substring {
    text.hasSuffix(".0") ? text.dropLast(2) : text
  }
}

// MARK: - Which kind of number

extension PhoneNumber {
  /// Whether these are the eleven digits of a mobile of the mainland.
  static func isMobile(_ digits: some StringProtocol) -> Bool {
    let bytes = digits.utf8
    return bytes.count == 11 && bytes.first == 0x31
      && bytes.dropFirst().first.map { 0x33...0x39 ~= $0 } == true
      && bytes.allSatisfy { 0x30...0x39 ~= $0 }
  }

  private static func classify(
    _ digits: String, isInternational: Bool
  ) throws(PhoneFault) -> PhoneNumber {
    if let national = nationalPart(of: digits, isInternational: isInternational) {
      if isMobile(national) { return PhoneNumber(national, .mobile) }
      // Behind +86 a 0 was put in front, as before an area code.
      for digits in [national, String(national.dropFirst())] where isServiceNumber(digits) {
        return PhoneNumber(digits, .service)
      }
      if isLandline(national) { return PhoneNumber(national, .landline) }
      throw 7...8 ~= national.utf8.count ? .noAreaCode : .digits(national.utf8.count)
    }
    let foreign = isInternational ? digits : String(digits.dropFirst(2))
    guard 8...15 ~= foreign.utf8.count else { throw .digits(foreign.utf8.count) }
    return PhoneNumber("00" + foreign, .foreign)
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
}

/// Whether no text reaches a number as stored: a landline of the mainland (010 and 02x with eight digits,
/// 03xx to 09xx with seven or eight), or a service number; an extension behind it or none.
package func isLandline(_ number: String) -> Bool {
  let digits = withoutExtension(number)
  if isServiceNumber(digits) { return true }
  let bytes = Array(digits.utf8)
  guard bytes.count >= 11, bytes[0] == 0x30 else { return false }
  let isShortCode = bytes[1] == 0x32 || (bytes[1] == 0x31 && bytes[2] == 0x30)
  let code = isShortCode ? 3 : 4
  guard isShortCode || 0x33...0x39 ~= bytes[1] else { return false }
  // Only 070x and 090x have a 0 there: 0400 and 0800 are service numbers that were taken for cities.
  if !isShortCode, bytes[2] == 0x30, bytes[1] != 0x37, bytes[1] != 0x39 { return false }
  let local = bytes.count - code
  return (local == 8 || (local == 7 && code == 4)) && bytes[code] >= 0x32
}

/// The number of the switchboard itself.
package func withoutExtension(_ number: String) -> String {
  number.firstIndex(of: "-").map { String(number[..<$0]) } ?? number
}

/// 4008001234 or 8008208820.
private func isServiceNumber(_ digits: String) -> Bool {
  digits.utf8.count == 10 && (digits.hasPrefix("400") || digits.hasPrefix("800"))
}
