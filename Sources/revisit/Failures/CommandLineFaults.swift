import Core

/// What is wrong with the command line as such.
enum UsageFault: Hashable, Sendable {
  case unknownCommand(String, nearest: String?)
  /// A word after a command that has commands of its own: `of`, as `revisit case`, knows `choices`.
  case unknownSubcommand(String, of: String, nearest: String?, choices: [String])
  /// `of`: the command, as `revisit log`.
  case unknownOption(String, of: String, nearest: String?)
  /// An option before the command.
  case optionFirst(String)
  /// The name of the argument or option, and a command line that has it.
  case missing(String, example: String)
  case missingValue(String)
  case emptyValue(String)
  case unexpected([String])
  /// A word that is no text, and which one it is, from 1.
  case notUTF8(String, place: Int)
  case flagWithValue(String)
  /// Two options that exclude one another.
  case conflict(String, String)
  /// `first` needs `second` too.
  case needs(String, String)
  /// A word of a line that may be what was said, or what `as` says.
  case twoMeanings(String, as: String)
  /// The option is the whole command's, and cannot stand in one line of many.
  case notInLine(String)
  /// A line of input that is no text.
  case lineNotUTF8
  /// A letter that is no answer in a walk.
  case noAnswer(String)
  /// There is no customer before the first.
  case nobodyBefore
  /// The list asks for nothing that could be excused.
  case nothingOfLine
  /// A quotation mark that nothing closes, in a line that no shell has read.
  case openQuote
  /// A command with nothing to do.
  case nothingAsked(options: String)
  case noHome
  /// A record under `--as-of` in an office that is not for training.
  case replayed
  /// What the option did is done by that command now.
  case moved(String, to: String)
  /// A complaint of the parser that has no case of its own.
  case other(String)
}

/// What is wrong with the value of an option or argument of this program alone. What is wrong with a
/// day, a phone and the like, wherever it stands, is a `ValueFault`.
enum OptionFault: Hashable, Sendable {
  case unreadablePair(String)
  /// `列:值=词` is not what was given.
  case unreadableValueMap(String)
  case unreadableSetting(String)
  /// Every day of the week is to be a rest day.
  case noWorkday
  /// So many answers to a survey of these questions.
  case answers(Int, of: [String])
}
