import Core

extension Profile {
  /// A field as people read it; nil where it is empty.
  func shown(_ field: ProfileField) -> String? {
    switch field {
    case .name: name
    case .sex: sex?.chinese
    case .birthday: birthday.map { "\($0)" }
    case .layout: layout
    case .area: area.map { Profile.shown($0, "㎡") }
    case .budget: budget.map(Profile.money)
    case .concerns: concerns
    case .objections: objections
    case .payment: payment
    case .note: note
    case .contract: contract
    case .building: building
    }
  }

  private static func shown(_ range: ClosedRange<Int>, _ unit: String) -> String {
    range.lowerBound == range.upperBound
      ? "\(range.lowerBound)\(unit)" : "\(range.lowerBound)-\(range.upperBound)\(unit)"
  }

  /// In units of 万 (10,000 yuan) where it is whole ones.
  private static func money(_ range: ClosedRange<Int>) -> String {
    let isWhole = range.lowerBound % 10_000 == 0 && range.upperBound % 10_000 == 0
    guard isWhole, range.lowerBound > 0 else { return shown(range, "元") }
    return shown(range.lowerBound / 10_000...range.upperBound / 10_000, "万元")
  }
}
