import Core
import Values

/// A value with where it was given: an option, or a sign of the line.
struct GivenText: Equatable, Sendable {
  let text: String
  let place: String
}

/// A call in one line: `嫌楼层低 @下周三 :送按揭方案 +重点 -有抗性`.
///
/// | word | what it says |
/// |---|---|
/// | `@下周三`, `@周五 14:30` | when next; an hour behind it belongs to it |
/// | `:送按揭方案`, `！送按揭方案` | what was promised |
/// | `+重点`, `-有抗性` | a tag, and one that is taken away |
/// | 无人接, 占线, 改期, … | what came of it |
/// | anything else | what was said |
///
/// Each sign is read in either width, and belongs to the word behind it where it stands alone. What could
/// be meant in two ways is refused.
struct CallLine: Equatable, Sendable {
  private(set) var note: String?
  private(set) var outcome: GivenText?
  private(set) var next: GivenText?
  private(set) var promise: GivenText?
  private(set) var tags: [GivenText] = []
  private(set) var untags: [GivenText] = []

  init(_ words: [String]) throws(Failure) {
    var rest = words[...]
    var said: [String] = []
    while let word = rest.popFirst() {
      if let (sign, value) = try LineSign.read(word, &rest) {
        try take(sign, GivenText(text: value, place: sign.typed), &rest)
      } else if (try? readTerm(word) as Outcome) != nil {
        try set(\.outcome, GivenText(text: word, place: word))
      } else {
        try CallLine.refuseTwoMeanings(word)
        said.append(word)
      }
    }
    note = said.isEmpty ? nil : said.joined(separator: " ")
  }

  private mutating func take(
    _ sign: LineSign, _ given: GivenText, _ rest: inout ArraySlice<String>
  ) throws(Failure) {
    switch sign {
    case .next:
      var day = given
      if let hour = rest.first, CallLine.isHour(hour) {
        day = GivenText(text: given.text + " " + rest.removeFirst(), place: given.place)
      }
      try set(\.next, day)
    case .promise: try set(\.promise, given)
    case .tag where CallLine.isMoment("+" + given.text):
      throw .usage(.twoMeanings("+" + given.text, as: "@+" + given.text))
    case .tag: tags.append(given)
    case .untag: untags.append(given)
    }
  }

  /// Adds what options say.
  mutating func add(
    note: String?, outcome: String?, next: String?, promise: String?, tag: [String],
    untag: [String]
  ) throws(Failure) {
    func given(_ text: String?, _ place: String) -> GivenText? {
      text.map { GivenText(text: $0, place: place) }
    }
    if let note {
      if let said = self.note { throw .usage(.conflict("--note", said)) }
      self.note = note
    }
    if let outcome = given(outcome, "--outcome") { try set(\.outcome, outcome) }
    if let next = given(next, "--next") { try set(\.next, next) }
    if let promise = given(promise, "--promise") { try set(\.promise, promise) }
    tags += tag.map { GivenText(text: $0, place: "--tag") }
    untags += untag.map { GivenText(text: $0, place: "--untag") }
  }

  /// Twice the same outcome says it once; anything else that is said twice is said in two ways.
  private mutating func set(
    _ field: WritableKeyPath<CallLine, GivenText?>, _ given: GivenText
  ) throws(Failure) {
    if let known = self[keyPath: field] {
      let isSame = field == \.outcome && CallLine.outcome(known) == CallLine.outcome(given)
      guard isSame, CallLine.outcome(known) != nil else {
        throw .usage(.conflict(known.place, given.place))
      }
    }
    self[keyPath: field] = given
  }

  private static func outcome(_ given: GivenText) -> Outcome? { try? readTerm(given.text) }
}

// MARK: - Words that may mean two things

extension CallLine {
  /// A day, an hour or a channel that stands alone may be a part of what was said, or what its sign or
  /// option would say.
  private static func refuseTwoMeanings(_ word: String) throws(Failure) {
    guard word.utf8.count <= 36 else { return }
    if (try? readTerm(word) as Channel) != nil {
      throw .usage(.twoMeanings(word, as: "--by \(word)"))
    }
    if isMoment(word) || isHour(word) { throw .usage(.twoMeanings(word, as: "@\(word)")) }
  }

  /// Whether it tells a day, whatever today is.
  private static func isMoment(_ word: String) -> Bool {
    (try? DayReader(today: .first + 400, lean: .plan).moment(word)) != nil
  }

  /// An hour, or a part of the day that wants one.
  private static func isHour(_ word: String) -> Bool {
    do {
      _ = try readTime(word)
      return true
    } catch {
      if case .noHour = error { return true }
      return false
    }
  }
}

// MARK: - Signs

private enum LineSign {
  case next, promise, tag, untag

  init?(_ character: Character?) {
    switch character {
    case "@", "＠": self = .next
    case ":", "：", "!", "！": self = .promise
    case "+", "＋": self = .tag
    case "-", "－": self = .untag
    default: return nil
    }
  }

  /// As a complaint names it.
  var typed: String {
    switch self {
    case .next: "@"
    case .promise: ":"
    case .tag: "+"
    case .untag: "-"
    }
  }

  /// The sign that a word begins with and its value, for which a sign alone takes the next word; nil
  /// where it has none.
  static func read(
    _ word: String, _ rest: inout ArraySlice<String>
  ) throws(Failure) -> (LineSign, String)? {
    guard let sign = LineSign(word.first) else { return nil }
    let value = trimmed(String(word.dropFirst()))
    if !value.isEmpty { return (sign, value) }
    guard let next = rest.popFirst(), LineSign(next.first) == nil else {
      throw .usage(.missingValue(sign.typed))
    }
    return (sign, next)
  }
}

// MARK: - Lines that no shell has read

extension CallLine {
  /// The words of a line: double quotes that begin a word, or what stands behind its sign, hold words
  /// together.
  static func words(_ line: String) throws(Failure) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    for character in line {
      let isOpening = word == nil || word?.count == 1 && LineSign(word?.first) != nil
      if character == "\"", isQuoted || isOpening {
        isQuoted.toggle()
        word = word ?? ""
      } else if character.isWhitespace, !isQuoted {
        if let whole = word { words.append(whole) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if isQuoted { throw .usage(.openQuote) }
    return words + (word.map { [$0] } ?? [])
  }

  /// `-重点` begins as options do. In full width it reads alike, and no reader of options takes it for one.
  ///
  /// - Parameter flags: the options that no value follows.
  static func withoutHyphens(_ words: [String], flags: [String]) -> [String] {
    var isValue = false
    var isOver = false
    return words.map { word in
      defer { isOver = isOver || word == "--" && !isValue }
      if isOver { return word }
      if isValue {
        isValue = false
        return word
      }
      if word.hasPrefix("--") {
        isValue = word != "--" && !word.contains("=") && !flags.contains(word)
        return word
      }
      return word.hasPrefix("-") && word.count > 1 && word != "-h" ? "－" + word.dropFirst() : word
    }
  }
}
