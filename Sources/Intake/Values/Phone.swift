/// What a cell with telephone numbers holds.
///
/// | given | stored |
/// |---|---|
/// | `189 6071 6669`, `+86 189…`, `0086189…`, `018960716669`, `18960716669.0`, full width | `18960716669` |
/// | `028-21918567`, `(028)84499517`, `+86 28 8449 9517` | `02821918567` |
/// | `+852 9123 4567`, `00852…` | `0085291234567`, as it is dialled from the mainland |
/// | `1380…,1390…` by `, ， / 、 ; 或`, or by a space between two whole numbers | both |
/// | `1.38E+10` | refused: a spreadsheet has dropped the last digits |
/// | `151****9221`, `未留`, `1812364215`, `88889999` | refused, each with its `PhoneFault` |
package enum PhoneReading: Hashable, Sendable {
  /// One number or more, digits only, each once; `remark` if they were not written so.
  case numbers([String], remark: ProblemCode?)
  case blank
  case lostPrecision
  case invalid(PhoneFault)
}

/// What is wrong with a telephone number.
package enum PhoneFault: Hashable, Sendable {
  case noDigits
  /// Some digits are hidden by asterisks.
  case masked
  /// So many digits; a mobile has 11.
  case digits(Int)
  /// A landline without its area code.
  case noAreaCode
  /// Other text stands beside the digits.
  case otherText
}

extension PhoneReading {
  /// Reads a cell or an option's value.
  package init(_ text: String) {
    if PhoneReading.isPlainMobile(text) {
      self = .numbers([text], remark: nil)
      return
    }
    let folded = CellText.fold(PhoneReading.visible(text))
    if folded.isEmpty {
      self = .blank
    } else if PhoneReading.isScientific(folded) {
      self = .lostPrecision
    } else {
      self = PhoneReading.several(folded, as: text)
    }
  }

  private static func several(_ folded: String, as given: String) -> PhoneReading {
    var numbers: [PhoneNumber] = []
    for part in parts(of: folded) {
      switch PhoneNumber.read(part) {
      case .number(let number):
        if !numbers.contains(where: { $0.digits == number.digits }) { numbers.append(number) }
      case .fault(let fault): return .invalid(fault)
      }
    }
    guard let first = numbers.first else { return .invalid(.noDigits) }
    return .numbers(numbers.map(\.digits), remark: remark(first, of: numbers, given: given))
  }

  private static func remark(
    _ first: PhoneNumber, of numbers: [PhoneNumber], given: String
  ) -> ProblemCode? {
    if numbers.count > 1 { return .phoneMultiple }
    switch first.kind {
    case .landline: return .phoneLandline
    case .foreign: return .phoneForeign
    case .mobile: return first.digits == given ? nil : .phoneNormalised
    }
  }

  /// The text without direction marks and zero-width characters, which copying from a chat brings.
  private static func visible(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter {
      !CellText.isDirectional($0) && !CellText.isZeroWidth($0)
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func parts(of text: String) -> [Substring] {
    let parts = text.split { ",/、;或|和\n".contains($0) }.filter { part in
      !part.allSatisfy(\.isWhitespace)
    }
    return parts.flatMap { part -> [Substring] in
      let words = part.split(separator: " ")
      let eachIsWhole =
        words.count > 1
        && words.allSatisfy { if case .number = PhoneNumber.read($0) { true } else { false } }
      return eachIsWhole ? words : [part]
    }
  }

  private static func isPlainMobile(_ text: String) -> Bool {
    text.utf8.count == 11 && PhoneNumber.isMobile(text)
  }

  /// `1.38E+10`: digits, a point, digits, an exponent.
  private static func isScientific(_ text: String) -> Bool {
    let halves = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty else { return false }
    let digits = halves[0].filter { $0 != "." } + halves[1].drop { $0 == "+" }
    return digits.utf8.allSatisfy { 0x30...0x39 ~= $0 }
  }
}
