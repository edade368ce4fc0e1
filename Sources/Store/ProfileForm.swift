package import Core

extension Profile {
  /// The text under which a field is stored, or nil where it is empty.
  package func text(of field: ProfileField) -> String? {
    switch field {
    case .name: name
    case .sex: sex?.name
    case .birthday: birthday.map(Profile.text)
    case .layout: layout
    case .area: area.map(Profile.text)
    case .budget: budget.map(Profile.text)
    case .concerns: concerns
    case .objections: objections
    case .payment: payment
    case .note: note
    case .contract: contract
    case .building: building
    }
  }

  /// Takes the stored text of a field; what cannot be read empties it.
  mutating func set(_ field: ProfileField, _ text: String?) {
    switch field {
    case .name: name = text ?? ""
    case .sex: sex = text.flatMap { Sex($0) }
    case .birthday: birthday = text.flatMap(Profile.birthday)
    case .layout: layout = text
    case .area: area = text.flatMap(Profile.range)
    case .budget: budget = text.flatMap(Profile.range)
    case .concerns: concerns = text
    case .objections: objections = text
    case .payment: payment = text
    case .note: note = text
    case .contract: contract = text
    case .building: building = text
    }
  }

  /// `80-100`.
  private static func text(_ range: ClosedRange<Int>) -> String {
    "\(range.lowerBound)-\(range.upperBound)"
  }

  private static func range(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-").compactMap { Int($0) }
    guard ends.count == 2, ends[0] <= ends[1] else { return nil }
    return ends[0]...ends[1]
  }

  /// `solar 1990-05-06`, `lunar 1990-04L-12` with L for a leap month, `solar --05-06` without a year.
  private static func text(_ birthday: Birthday) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let year = birthday.year.map { "\($0)" } ?? "-"
    let month = two(birthday.month) + (birthday.isLeapMonth ? "L" : "")
    return "\(birthday.isLunar ? "lunar" : "solar") \(year)-\(month)-\(two(birthday.day))"
  }

  private static func birthday(_ text: String) -> Birthday? {
    let halves = text.split(separator: " ")
    guard halves.count == 2, ["solar", "lunar"].contains(halves[0]) else { return nil }
    let parts = halves[1].split(separator: "-")
    let isLeapMonth = parts.dropLast().last?.hasSuffix("L") ?? false
    guard 2...3 ~= parts.count, let day = Int(parts[parts.count - 1]),
      let month = Int(parts[parts.count - 2].prefix(2))
    else { return nil }
    return try? Birthday(
      isLunar: halves[0] == "lunar", year: parts.count == 3 ? Int(parts[0]) : nil, month: month,
      isLeapMonth: isLeapMonth, day: day)
  }
}

// MARK: - The profile as entered

/// The fields of a profile that are columns of `customer`, apart from the name: what the customer was
/// entered with. The buildings of all customers are looked up together, by an index over the changes.
enum EnteredField {
  static let all: [ProfileField] = [
    .sex, .birthday, .layout, .area, .budget, .concerns, .objections, .payment, .note, .contract,
  ]

  /// In the order of `all`.
  static let columns = """
    sex, birthday, layout, area, budget, concerns, objections, payment, note, contract
    """
}
