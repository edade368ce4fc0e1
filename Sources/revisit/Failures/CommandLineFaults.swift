import Core

/// What is wrong with the command line as such.
enum UsageFault: Hashable, Sendable {
  case unknownCommand(String, nearest: String?)
  case unknownOption(String, nearest: String?)
  /// An option before the command.
  case optionFirst(String)
  /// The name of the argument or option.
  case missing(String)
  case missingValue(String)
  case emptyValue(String)
  case unexpected([String])
  case flagWithValue(String)
  /// Two options that exclude one another.
  case conflict(String, String)
  /// `first` needs `second` too.
  case needs(String, String)
  /// A command with nothing to do.
  case nothingAsked(options: String)
  case noHome
  /// A complaint of the parser that has no case of its own.
  case other(String)
}

/// What is wrong with the value of an option or argument.
enum ValueFault: Hashable, Sendable {
  case time(TimeFault)
  /// Not a word of that vocabulary.
  case unknownWord(String, nearest: Bilingual?, choices: [Bilingual])
  case notANumber(String, least: Int, most: Int)
  case name(NameFault)
  case phone(String, PhoneFault)
  case birthday(String)
  case unreadableRange(String)
  case unreadablePair(String)
  case unreadableSetting(String)
  /// Every day of the week is to be a rest day.
  case noWorkday
  /// So many answers to a survey of these questions.
  case answers(Int, of: [String])
}

/// What is wrong with a name.
enum NameFault: Hashable, Sendable {
  case blank
  case tooLong(limit: Int)
  /// A control, bidirectional or zero-width character, as `U+202E`.
  case hidden(String)
}

/// What is wrong with a phone number.
enum PhoneFault: Hashable, Sendable {
  case mobileDigits(Int)
  /// A spreadsheet has rewritten it, as `1.38E+10`.
  case spreadsheet
  case several
  case unreadable
}

/// What is wrong with a day or a time of day.
enum TimeFault: Error, Hashable, Sendable {
  /// The month has only that many days, or the year no such month (`days` 0).
  case noSuchDay(String, month: Int, days: Int)
  case yearOutside(String)
  case dayOutside(String)
  /// Day, month and year in an order that cannot be known.
  case ambiguousDay(String)
  case unreadableDay(String)
  case unreadableMoment(String)
  case unreadableTime(String)
  case unreadableHours(String)
  case future(String, now: String)
  case past(String, earliest: String)
  case unreadableMonth(String)
  case unreadablePeriod(String)
  case unreadableWeek(String)
  /// From one day to another are more days than anybody means.
  case longSpan(Int, most: Int)
}
