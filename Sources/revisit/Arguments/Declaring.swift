import ArgumentParser

// How a command declares what it takes: `@Option("级别  The grade.", "GRADE") var grade: String?`. The help is
// Chinese and English in one line; the second text stands for the value in it. An option takes the next
// word, whatever that begins with: a note or a day may begin with a dash.

/// An option that several commands have. Each declares it by itself, for a group costs every run a third of
/// a millisecond.
struct SharedOption {
  let help: ArgumentHelp
  let name: NameSpecification
  let completion: CompletionKind?

  init(
    _ help: String, _ value: String, name: NameSpecification = .long,
    completion: CompletionKind? = nil
  ) {
    self.help = ArgumentHelp(help, valueName: value)
    self.name = name
    self.completion = completion
  }

  /// What tells a retry from a second order, of the commands that write.
  static let operation = SharedOption("操作编号：重复执行不会重复记录  An id; repeating it does nothing.", "ID")
  /// When it happened, of the commands that record.
  static let day = SharedOption("哪天，默认今天  The day.", "DAY")
  static let hour = SharedOption("几点  The time.", "HH:MM")
}

extension Option where Value == String? {
  init(_ shared: SharedOption) {
    self.init(
      name: shared.name, parsing: .unconditional, help: shared.help, completion: shared.completion)
  }

  init(
    _ help: String, _ value: String, name: NameSpecification = .long,
    completion: CompletionKind? = nil
  ) {
    self.init(
      name: name, parsing: .unconditional, help: ArgumentHelp(help, valueName: value),
      completion: completion)
  }
}

extension Option where Value == String {
  init(wrappedValue: String, _ shared: SharedOption) {
    self.init(
      wrappedValue: wrappedValue, name: shared.name, parsing: .unconditional, help: shared.help,
      completion: shared.completion)
  }

  /// One with a value that need not be given.
  init(
    wrappedValue: String, _ help: String, _ value: String, name: NameSpecification = .long,
    completion: CompletionKind? = nil
  ) {
    self.init(
      wrappedValue: wrappedValue, name: name, parsing: .unconditional,
      help: ArgumentHelp(help, valueName: value), completion: completion)
  }

  /// One that must be given.
  init(
    _ help: String, _ value: String, name: NameSpecification = .long,
    completion: CompletionKind? = nil
  ) {
    self.init(
      name: name, parsing: .unconditional, help: ArgumentHelp(help, valueName: value),
      completion: completion)
  }
}

extension Option where Value == [String] {
  /// One that may be given several times.
  init(
    wrappedValue: [String], _ help: String, _ value: String, name: NameSpecification = .long,
    completion: CompletionKind? = nil
  ) {
    self.init(
      wrappedValue: wrappedValue, name: name, parsing: .unconditionalSingleValue,
      help: ArgumentHelp(help, valueName: value), completion: completion)
  }
}

extension Argument where Value == String {
  init(_ help: String, _ value: String, completion: CompletionKind? = nil) {
    self.init(help: ArgumentHelp(help, valueName: value), completion: completion)
  }
}

extension Argument where Value == String? {
  init(_ help: String, _ value: String, completion: CompletionKind? = nil) {
    self.init(help: ArgumentHelp(help, valueName: value), completion: completion)
  }
}

extension Argument where Value == [String] {
  init(
    wrappedValue: [String], _ help: String, _ value: String, completion: CompletionKind? = nil
  ) {
    self.init(
      wrappedValue: wrappedValue, help: ArgumentHelp(help, valueName: value),
      completion: completion)
  }

  /// One at least must be given.
  init(_ help: String, _ value: String, completion: CompletionKind? = nil) {
    self.init(help: ArgumentHelp(help, valueName: value), completion: completion)
  }
}
