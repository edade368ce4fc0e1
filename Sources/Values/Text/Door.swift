/// Where a value comes in. Both doors read the same grammar; they differ in what only one of them
/// can mean, and in what a message advises.
package enum Door: Hashable, Sendable {
  /// Written by hand: an option, an argument. Relative days (明天, 下周三, 25号) and days without a
  /// year are read here, for the day on which they are written is known.
  case typed
  /// A cell of a file. Serial numbers and timestamps of spreadsheets are read here.
  case file
}

/// What was done to a value to read it: worth a remark where nobody watches.
package enum Repair: Hashable, Sendable {
  /// It was not written as this program writes it.
  case normalised
  /// The century was added to a year of two digits.
  case twoDigitYear
  /// A birthday was taken for lunar because its words are.
  case calendarInferred
  /// Several telephone numbers stood in one place, and all are kept.
  case several
  /// The number is a landline, which no text reaches.
  case landline
  /// The number is one of another country.
  case foreign
}
