import Core

/// A number or a range of numbers with a unit.
///
/// | area (m²) | budget (yuan) |
/// |---|---|
/// | `78`, `105-125`: plain | `450万`, `450-480万`: plain |
/// | `125㎡`, `约118平方`, `118到138平`, `168~178 m²`, `89.5` (89…90) | `3700000`, `3,700,000元`, `320.0-350.0万元`, `3000万-1.2亿`, `300w`, `300` (below 10000: 万) |
///
/// An end without a unit has that of the other. Between two ends stand `-`, `~`, a dash, 至 or 到.
package struct Amount: Hashable, Sendable {
  package enum Unit: Sendable { case squareMetre, yuan }

  /// Whole square metres or yuan: fractions widen it.
  package let range: ClosedRange<Int>
  /// Nil where it was written as this program writes it.
  package let repair: Repair?
}

/// What is wrong with an amount.
package enum AmountFault: Error, Hashable, Sendable {
  case unreadable(String)
  /// The second end is the smaller one.
  case reversed(String)
  /// Nothing, or more than any home has or costs.
  case outside(String)
}

extension AmountFault {
  package var words: FaultWords {
    switch self {
    case .unreadable(let text):
      FaultWords(
        text, "不是数字或范围", "is no number or range",
        right: Bilingual("写成 105-125 或 450-480万", "write 105-125 or 450-480万"))
    case .reversed(let text):
      FaultWords(
        text, "前大后小", "ends before it begins",
        right: Bilingual("小的写在前面", "write the smaller number first"))
    case .outside(let text):
      FaultWords(
        text, "不像面积或预算", "is no area or budget of a home",
        right: Bilingual("核对数字和单位", "check the number and its unit"))
    }
  }
}

extension Amount {
  package init(_ text: String, _ unit: Unit) throws(AmountFault) {
    let written = halfWidth(text)
    let plain = Amount.plain(written, unit)
    range = if let plain { plain } else { try Amount.repaired(written, unit) }
    repair = plain != nil && written == text ? nil : .normalised
    let limit = 1...(unit == .yuan ? 100_000_000_000 : 100_000)
    guard limit.contains(range.lowerBound), limit.contains(range.upperBound) else {
      throw .outside(text)
    }
  }

  /// `78` or `105-125`, for a budget with 万 behind: as this program writes it. Nearly every cell
  /// is so, and bytes are read ten times faster than characters.
  private static func plain(_ text: String, _ unit: Unit) -> ClosedRange<Int>? {
    var bytes = Substring(text).utf8
    var factor = 1
    if case .yuan = unit {
      guard text.hasSuffix("万") else { return nil }
      bytes = bytes.dropLast(3)
      factor = 10_000
    }
    let ends = bytes.split(separator: 0x2D, omittingEmptySubsequences: false)
    let values = ends.compactMap { digits in
      1...9 ~= digits.count && digits.allSatisfy { 0x30...0x39 ~= $0 }
        ? digits.reduce(0) { $0 * 10 + Int($1 & 0xF) } * factor : nil
    }
    guard 1...2 ~= values.count, values.count == ends.count, let low = values.first,
      let high = values.last, low <= high
    else { return nil }
    return low...high
  }

  private static func repaired(
    _ text: String, _ unit: Unit
  ) throws(AmountFault) -> ClosedRange<Int> {
    guard text.utf8.count <= 200 else { throw .unreadable(text) }
    var body = text.lowercased().filter { !$0.isWhitespace }[...]
    for hedge in ["约", "大概", "大约"] where body.hasPrefix(hedge) { body.removeFirst(hedge.count) }
    if body.hasSuffix("左右") { body.removeLast(2) }
    let ends = body.split(omittingEmptySubsequences: false) { "-~—–～至到".contains($0) }
      .compactMap { AmountEnd($0, unit) }
    let marks = body.count { "-~—–～至到".contains($0) }
    guard let first = ends.first, let last = ends.last, ends.count == marks + 1, ends.count <= 2
    else { throw .unreadable(text) }
    let factor = last.factor ?? last.factor(beside: first, unit)
    guard let low = first.times(first.factor ?? factor), let high = last.times(factor) else {
      throw .outside(text)
    }
    guard low <= high else { throw .reversed(text) }
    return low / AmountEnd.scale...(high + AmountEnd.scale - 1) / AmountEnd.scale
  }
}

/// One end of an amount.
private struct AmountEnd {
  /// In thousandths, so that no binary fraction creeps in.
  let value: Int
  /// What the unit behind it multiplies by; nil without a unit.
  let factor: Int?

  static let scale = 1000

  init?(_ text: Substring, _ unit: Amount.Unit) {
    let found = AmountEnd.units(unit).first { text.hasSuffix($0.0) }
    let number = text.dropLast(found?.0.count ?? 0)
    guard let value = AmountEnd.decimal(number) else { return nil }
    self.value = value
    factor = found?.1
  }

  /// What this last end without a unit multiplies by. A budget below 10000 means 万, or what the
  /// first end means: no flat costs 300 yuan.
  func factor(beside first: AmountEnd, _ unit: Amount.Unit) -> Int {
    guard unit == .yuan, value < 10_000 * AmountEnd.scale else { return 1 }
    return first.factor ?? 10_000
  }

  /// In thousandths of the plain unit; nil where that is beyond all numbers.
  func times(_ factor: Int) -> Int? {
    let (product, overflow) = value.multipliedReportingOverflow(by: factor)
    return overflow || product > Int.max - AmountEnd.scale ? nil : product
  }

  private static func units(_ unit: Amount.Unit) -> [(String, Int)] {
    switch unit {
    case .squareMetre:
      [("平方米", 1), ("平米", 1), ("平方", 1), ("平", 1), ("㎡", 1), ("m²", 1), ("m2", 1)]
    case .yuan:
      [
        ("万元", 10_000), ("亿元", 100_000_000), ("万", 10_000), ("w", 10_000), ("亿", 100_000_000),
        ("元", 1),
      ]
    }
  }

  /// Digits with thousands separators or without, and at most three of a fraction that count.
  private static func decimal(_ text: Substring) -> Int? {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    guard 1...2 ~= halves.count, let whole = whole(halves[0]) else { return nil }
    guard halves.count == 2 else { return whole * scale }
    guard isDigits(halves[1]) else { return nil }
    return Int((halves[1] + "000").prefix(3)).map { whole * scale + $0 }
  }

  /// At most twelve digits, as `1,500,000` or `1500000`.
  private static func whole(_ text: Substring) -> Int? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ isDigits($0) }) else { return nil }
    if groups.count > 1 {
      guard 1...3 ~= groups[0].utf8.count, groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
      else { return nil }
    }
    let digits = groups.joined()
    return digits.utf8.count <= 12 ? Int(digits) : nil
  }
}
