/// A number of the program's own duties. No source gives it; an office sets it as it sets any parameter.
package enum OwnNumber: String, CaseIterable, Sendable {
  /// An urgent case (紧急) that no rule asks about is answered within so many days.
  case urgentCase = "case_urgent"
  /// Any other such case is answered within so many days.
  case otherCase = "case_due"
  /// A payment that has not come is asked for again after so many days.
  case paymentAgain = "payment_every"

  /// What holds where the office sets nothing.
  package var usual: Int {
    switch self {
    case .urgentCase: 0
    case .otherCase: 3
    case .paymentAgain: 7
    }
  }

  /// What an office may set.
  package var range: ClosedRange<Int> { self == .paymentAgain ? 1...365 : 0...365 }
}

extension Policy {
  /// What the office set, or what is usual.
  package func number(_ own: OwnNumber) -> Int {
    let set = parameters.first { $0.name == own.rawValue }?.value
    return set.flatMap { Int($0) } ?? own.usual
  }
}
