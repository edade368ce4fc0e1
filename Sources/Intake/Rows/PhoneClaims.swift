/// Which line of the file has which phone.
struct PhoneClaims {
  private enum Claim {
    case accepted(line: Int32)
    case refused(line: Int32)
  }

  private var claims: [UInt64: Claim] = [:]

  /// What is to be said of a row with these phones: `phoneRepeated` if an accepted row has one of
  /// them, `duplicatePhone` if only a refused one has.
  func problem(of phones: [String]) -> (code: ProblemCode, earlier: Int)? {
    var remark: (ProblemCode, Int)?
    for claim in phones.compactMap({ claims[PhoneClaims.key($0)] }) {
      switch claim {
      case .accepted(let line): return (.phoneRepeated, Int(line))
      case .refused(let line): remark = remark ?? (.duplicatePhone, Int(line))
      }
    }
    return remark
  }

  mutating func claim(_ phones: [String], line: Int, isAccepted: Bool) {
    let line = Int32(clamping: line)
    for key in phones.map(PhoneClaims.key) {
      if isAccepted {
        claims[key] = .accepted(line: line)
      } else if claims[key] == nil {
        claims[key] = .refused(line: line)
      }
    }
  }

  /// A number of up to 17 digits as an integer; the 1 in front keeps leading zeros apart.
  private static func key(_ digits: String) -> UInt64 {
    digits.utf8.reduce(1) { $0 &* 10 &+ UInt64($1 & 0xF) }
  }
}
