/// A number or a range of numbers with a unit.
///
/// | area (m²) | budget (yuan) |
/// |---|---|
/// | `78`, `105-125`: plain | `450万`, `450-480万`: plain |
/// | `125㎡`, `约118平方`, `118到138平`, `168~178 m²`, `89.5` (89…90) | `3700000`, `320.0-350.0万元`, `300w`, `1.5亿`, `300` (below 10000: 万) |
struct Amount: Equatable {
  enum Unit { case squareMetre, yuan }

  enum Reading: Equatable {
    case amount(ClosedRange<Int>, isPlain: Bool)
    case invalid
  }
}

extension Amount {
  /// Reads folded text (see `CellText.fold`).
  static func read(_ text: String, _ unit: Unit) -> Reading {
    let plain = plain(text, unit)
    guard let range = plain ?? repaired(text, unit),
      limit(unit).contains(range.lowerBound), limit(unit).contains(range.upperBound)
    else { return .invalid }
    return .amount(range, isPlain: plain != nil)
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

  private static func repaired(_ text: String, _ unit: Unit) -> ClosedRange<Int>? {
    var body = text.lowercased().filter { !$0.isWhitespace && $0 != "," }[...]
    for hedge in ["约", "大概", "大约"] where body.hasPrefix(hedge) { body.removeFirst(hedge.count) }
    if body.hasSuffix("左右") { body.removeLast(2) }
    let (number, factor) = takeUnit(body, unit)
    let ends = split(number).map { takeUnit($0, unit).body }
    let values = ends.compactMap(decimal)
    guard 1...2 ~= values.count, values.count == ends.count else { return nil }
    return range(values, times: multiplier(factor, unit, values))
  }

  private static func limit(_ unit: Unit) -> ClosedRange<Int> {
    switch unit {
    case .squareMetre: 1...100_000
    case .yuan: 1...100_000_000_000
    }
  }

  /// The text before its unit, and what the unit multiplies by; 1 without a unit.
  private static func takeUnit(_ text: Substring, _ unit: Unit) -> (body: Substring, factor: Int) {
    let units: [(String, Int)] =
      switch unit {
      case .squareMetre:
        [("平方米", 1), ("平米", 1), ("平方", 1), ("平", 1), ("㎡", 1), ("m²", 1), ("m2", 1)]
      case .yuan:
        [
          ("万元", 10_000), ("亿元", 100_000_000), ("万", 10_000), ("w", 10_000),
          ("亿", 100_000_000), ("元", 1),
        ]
      }
    guard let (name, factor) = units.first(where: { text.hasSuffix($0.0) }) else {
      return (text, 1)
    }
    return (text.dropLast(name.count), factor)
  }

  /// A budget below 10000 without a unit means 万: no flat costs 300 yuan.
  private static func multiplier(_ factor: Int, _ unit: Unit, _ values: [Int]) -> Int {
    guard case .yuan = unit, factor == 1, let highest = values.max(), highest < 10_000 * scale
    else { return factor }
    return 10_000
  }

  private static func split(_ text: Substring) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { "-~—–～至到".contains($0) }
  }

  /// Numbers are read in thousandths, so that no binary fraction creeps in.
  private static let scale = 1000

  private static func decimal(_ text: Substring) -> Int? {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    guard 1...2 ~= halves.count, 1...12 ~= halves[0].utf8.count,
      halves.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }),
      let whole = Int(halves[0])
    else { return nil }
    guard halves.count == 2 else { return whole * scale }
    let digits = (halves[1] + "000").prefix(3)
    return Int(digits).map { whole * scale + $0 }
  }

  private static func range(_ values: [Int], times factor: Int) -> ClosedRange<Int>? {
    guard let first = values.first, let last = values.last, first <= last else { return nil }
    let (low, lowOverflow) = first.multipliedReportingOverflow(by: factor)
    let (high, highOverflow) = last.multipliedReportingOverflow(by: factor)
    guard !lowOverflow, !highOverflow, high < Int.max - scale else { return nil }
    return low / scale...(high + scale - 1) / scale
  }
}
