import ArgumentParser

// How a command declares what it takes: `@Option("级别  The grade.", "GRADE") var grade: String?`. The help is
// Chinese and English in one line; the second text stands for the value in it. An option takes the next
// word, whatever that begins with: a note or a day may begin with a dash.

extension Option where Value == String? {
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
