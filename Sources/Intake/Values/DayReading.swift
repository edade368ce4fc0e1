import Core

/// What a cell with a day says.
enum DayReading: Equatable {
  case day(Day, remark: ProblemCode?)
  case blank
  case problem(ProblemCode)
}

extension DayReading {
  /// Years of two digits are of this century. Nothing says whether the day has come.
  init(_ text: String) {
    if let day = Day(iso: text) {
      self = .day(day, remark: nil)
      return
    }
    let folded = CellText.fold(text)
    guard !folded.isEmpty else {
      self = .blank
      return
    }
    switch DateText.read(folded) {
    case .date(let date): self.init(date, isAsGiven: folded == text)
    case .ambiguous: self = .problem(.dateAmbiguous)
    case .unreadable: self = .problem(.dateInvalid)
    }
  }

  private init(_ date: DateText, isAsGiven: Bool) {
    guard let year = date.year else {
      let exists = Day(year: 2000, month: date.month, day: date.day) != nil
      self = .problem(exists ? .dateNoYear : .dateInvalid)
      return
    }
    let fullYear = date.form == .twoDigitYear ? 2000 + year : year
    guard let day = Day(year: fullYear, month: date.month, day: date.day) else {
      self = .problem(.dateInvalid)
      return
    }
    switch date.form {
    case .exact: self = .day(day, remark: isAsGiven ? nil : .dateNormalised)
    case .repaired: self = .day(day, remark: .dateNormalised)
    case .twoDigitYear: self = .day(day, remark: .dateTwoDigitYear)
    case .noYear: self = .problem(.dateNoYear)
    }
  }
}
