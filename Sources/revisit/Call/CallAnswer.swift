import Core
import Values

/// What a line asks for that answers to a customer of the walk.
enum CallAnswer: Equatable {
  /// Nothing yet: once more at the end.
  case later
  /// The words of a call, as `log` takes them behind the customer.
  case log([String])
  case skip(reason: String)
  /// The customer before.
  case back
  case undo
  case help
  case stop

  /// Letters are commands where they stand alone, or before a space; in any width and case.
  init(_ line: String) throws(Failure) {
    let text = trimmed(line)
    let first = String(text.prefix { !$0.isWhitespace })
    let rest = trimmed(String(text.dropFirst(first.count)))
    switch (halfWidth(first).lowercased(), rest) {
    case ("", _): self = .later
    case ("w", _): self = .log([Outcome.noAnswer.chinese] + (try CallLine.words(rest)))
    case ("s", ""), ("skip", ""): throw .usage(.needs("s", "原因"))
    case ("s", _), ("skip", _): self = .skip(reason: rest)
    case ("b", ""), ("back", ""): self = .back
    case ("u", ""), ("undo", ""): self = .undo
    case ("?", ""), ("h", ""), ("help", ""): self = .help
    case ("q", ""), ("quit", ""), ("exit", ""): self = .stop
    default:
      try CallAnswer.refuseLetter(first, rest)
      self = .log(try CallLine.words(text))
    }
  }

  /// A letter that is no command, or one that something stands too near: neither is what was said.
  private static func refuseLetter(_ first: String, _ rest: String) throws(Failure) {
    let plain = halfWidth(first).lowercased()
    guard let letter = plain.first, letter.isASCII, letter.isLetter || letter == "?" else { return }
    if plain.count == 1 { throw .usage(.noAnswer(first)) }
    let behind = plain.dropFirst()
    if "ws".contains(letter), let next = behind.first, !next.isASCII {
      throw .usage(.twoMeanings(first, as: "\(letter) \(behind)"))
    }
  }
}
