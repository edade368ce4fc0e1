/// Telephone numbers as somebody wrote them.
///
/// | given | stored |
/// |---|---|
/// | `189 6071 6669`, `+86 189…`, `0086189…`, `018960716669`, `18960716669.0`, full width | `18960716669` |
/// | `028-21918567`, `(028)84499517`, `+86 28 8449 9517` | `02821918567` |
/// | `028-21918567-801`, `028-21918567转801` | `02821918567-801`: one switchboard has many customers |
/// | `+852 9123 4567`, `00852…` | `0085291234567`, as it is dialled from the mainland |
/// | `1380…,1390…` by `, ， / 、 ; 或`, or by a space between two whole numbers | both |
/// | `1.38E+10` | refused: a spreadsheet has dropped the last digits |
/// | `151****9221`, `未留`, `1812364215`, `88889999` | refused, each with its `PhoneFault` |
package struct PhoneText: Hashable, Sendable {
  /// Digits as dialled in the mainland, the extension (分机) of a landline behind a dash; each number
  /// once; at least one.
  package var numbers: [String]
  /// Nil where the one number stood as it is stored.
  package var repair: Repair?
}

extension PhoneText {
  /// Reads a cell or an option's value.
  package init(_ text: String) throws(PhoneFault) {
    if text.utf8.count == 11, PhoneNumber.isMobile(text) {
      self.init(numbers: [text])
      return
    }
    let plain = halfWidth(PhoneText.visible(text))
    if PhoneText.isScientific(plain) { throw .spreadsheet }
    self.init(numbers: [])
    var first: PhoneNumber.Kind?
    for part in PhoneText.parts(of: plain) {
      let number = try PhoneNumber.read(part)
      first = first ?? number.kind
      if !numbers.contains(number.digits) { numbers.append(number.digits) }
    }
    guard let first else { throw .noDigits }
    repair = repair(first, given: text)
  }

  private func repair(_ first: PhoneNumber.Kind, given: String) -> Repair? {
    if numbers.count > 1 { return .several }
    switch first {
    case .landline, .service: return .landline
    case .foreign: return .foreign
    case .mobile: return numbers[0] == given ? nil : .normalised
    }
  }

  /// The text without direction marks and zero-width characters, which copying from a chat brings.
  private static func visible(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter { !isDirectional($0) && !isZeroWidth($0) }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func parts(of text: String) -> [Substring] {
    let parts = text.split { ",/、;或|和\n".contains($0) }.filter { part in
      !part.allSatisfy(\.isWhitespace)
    }
    return parts.flatMap { part -> [Substring] in
      let words = part.split(separator: " ")
      let eachIsWhole = words.count > 1 && words.allSatisfy { (try? PhoneNumber.read($0)) != nil }
      return eachIsWhole ? words : [part]
    }
  }

  /// `1.38E+10`: digits, a point, digits, an exponent.
  private static func isScientific(_ text: String) -> Bool {
    let halves = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty else { return false }
    return isDigits(halves[0].filter { $0 != "." } + halves[1].drop { $0 == "+" })
  }
}

/// Reads one number, in the form in which it is stored, where only one is asked for.
package func readPhone(_ text: String) throws(PhoneFault) -> String {
  let phone = try PhoneText(text)
  guard phone.numbers.count == 1 else { throw .several }
  return phone.numbers[0]
}
