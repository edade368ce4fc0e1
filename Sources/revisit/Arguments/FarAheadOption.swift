import ArgumentParser

/// `--yes` of the commands that plan: the day is meant, though it is more than a year ahead.
struct FarAheadOption: ParsableArguments {
  @Flag(help: help) var yes = false

  static let help: ArgumentHelp = "一年以后的日子也要  The day is meant, though more than a year ahead."
}
