/// Lines of the table that the bench prints, in Markdown.
enum Summary {
  static let head = """
    | work | baseline | ours ms | baseline ms | wall | cpu | must | peak MB | |
    |---|---|---|---|---|---|---|---|---|

    """

  static func line(_ result: PairResult) -> String {
    let pair = result.pair
    let peak = (Double(result.peak) / 1024).fixed(1)
    let peakLimit = pair.peakLimit.map { " (≤ \($0 >> 10))" } ?? ""
    let exceeded = result.exceeded.joined(separator: ", ")
    return [
      "", pair.name, pair.baseline, (result.wall.ours * 1e3).fixed(2),
      (result.wall.theirs * 1e3).fixed(2), result.wallRatio.fixed(2), result.cpuRatio.fixed(2),
      pair.limit.map { "≤ \($0)" } ?? "–", peak + peakLimit,
      exceeded.isEmpty ? "ok" : "EXCEEDED: \(exceeded)", "",
    ].joined(separator: "|") + "\n"
  }

  static func size(_ office: SampleOffice, facts: Int) -> String {
    let each = Files.size(office.path) / max(1, office.customers)
    let perCustomer = Double(facts) / Double(max(1, office.customers))
    return "file size: \(each) bytes a customer with \(perCustomer.fixed(1)) facts (must: ≤ 600)\n"
  }
}

extension Double {
  /// With that many digits after the point.
  func fixed(_ digits: Int) -> String {
    var unit = 1.0
    for _ in 0..<digits { unit *= 10 }
    let whole = (self * unit).rounded()
    guard whole.isFinite, abs(whole) < 1e15 else { return "-" }
    let text = String(Int(abs(whole)))
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    let point = padded.index(padded.endIndex, offsetBy: -digits)
    let sign = whole < 0 ? "-" : ""
    return sign + padded[..<point] + (digits > 0 ? "." + padded[point...] : "")
  }
}

extension Int {
  /// `1 000 000` as 1M, `100 000` as 100k; others as they are.
  var grouped: String {
    if self >= 1_000_000, isMultiple(of: 1_000_000) { return "\(self / 1_000_000)M" }
    if self >= 1000, isMultiple(of: 1000) { return "\(self / 1000)k" }
    return String(self)
  }
}
