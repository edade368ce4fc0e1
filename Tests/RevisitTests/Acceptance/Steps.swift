import FoundationEssentials
import Testing

/// Steps of an acceptance test as they are typed, and answers as values.
extension Office {
  /// A line as typed at a prompt on that day, without `revisit`; double quotes hold words together.
  @discardableResult
  func at(_ asOf: String, _ line: String, wide: Bool = false) throws -> Answer {
    let answer = try run(
      words(line) + ["--as-of", asOf], environment: wide ? ["COLUMNS": "1000"] : [:])
    guard answer.code == 0 else { throw Trouble.refused(answer) }
    return answer
  }

  /// Hands texts out; `out` is what the gateway gets.
  @discardableResult
  func batch(_ asOf: String, _ options: String = "") throws -> Answer {
    let names = (1...).lazy.map { self.path("batch-\($0).jsonl") }
    guard let file = names.first(where: { contents($0) == nil }) else {
      return Answer(out: "", err: "", code: 70)
    }
    let answer = try at(asOf, "message batch --out \(file) \(options)")
    return Answer(out: text(ofFile: file) ?? "", err: answer.err, code: answer.code)
  }

  /// A line that may be refused.
  func attempt(_ asOf: String, _ line: String) throws -> Answer {
    try run(words(line) + ["--as-of", asOf])
  }

  /// Enters a customer of 李明's; the last digit of the phone tells several apart.
  func enter(
    _ rest: String, on asOf: String, as name: String = "王芳", phone: Int = 1,
    consultant: String = "李明"
  ) throws {
    try at(asOf, "add \(name) --phone 1380000000\(phone) --consultant \(consultant) \(rest)")
  }

  /// Someone is reached by phone, by the customer's consultant where nobody is named, and all is recorded
  /// that a policy may want of it.
  func call(_ name: String = "王芳", on asOf: String, by speaker: String? = nil) throws {
    let user = speaker.map { " --user \($0)" } ?? ""
    try at(asOf, "log \(name) --by 电话 --note 近况 \(recorded)" + user)
  }

  /// An office under these policies, given as `policy adopt` takes them.
  static func under(_ policies: String, from: String = "2026-11-01") throws -> Office {
    let office = try Office.open(from: from)
    try office.at(from, "policy adopt \(policies) --from \(from)")
    return office
  }

  /// A policy of the tests' own, from that day on.
  static func open(fixture: String, from: String = "2026-11-01") throws -> Office {
    try open(policy: Fixture.path(fixture), from: from)
  }
}

/// What policies may want recorded of a contact beside its content.
let recorded = "--feedback 满意 --follow-up 再联系 --satisfaction 5"

enum Fixture {
  static func path(_ name: String) -> String { folder + "/acceptance/" + name }

  /// Where all fixtures lie.
  static var folder: String {
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Fixtures"
  }
}

func words(_ line: String) -> [String] {
  var words: [String] = []
  var word: String?
  var isQuoted = false
  for character in line {
    switch character {
    case "\"":
      isQuoted.toggle()
      word = word ?? ""
    case " " where !isQuoted:
      if let whole = word { words.append(whole) }
      word = nil
    default: word = (word ?? "") + String(character)
    }
  }
  return words + (word.map { [$0] } ?? [])
}

// MARK: - The morning list

struct DueAnswer: Decodable {
  let version: Int
  let asOf: String
  let items: [Item]
  let unlisted: [String: Int]
  let unplanned: Unplanned

  struct Unplanned: Decodable {
    let total: Int
  }

  struct Item: Decodable {
    let customer: String
    let name: String
    let stage: String
    let grade: String?
    let status: String
    let opens: String
    let due: String
    let daysOverdue: Int
    let attempts: Int
    let channel: String
    let callHours: [String]
    let nextCall: String?
    let reasons: [Reason]
  }

  struct Reason: Decodable {
    let rule: String
    let article: String
    let status: String
    let opens: String
    let due: String
    let missed: Int
    let anchor: String
    let channel: String
    /// The day that is meant, where the window lies around it.
    let centre: String?
    /// Whose birthday it is.
    let relative: String?
  }
}

extension DueAnswer.Reason {
  /// `qnc-2.1.2 due 2026-11-03..2026-11-05`, and how many slots were missed.
  var text: String {
    "\(rule) \(status) \(opens)..\(due)" + (missed > 0 ? " x\(missed)" : "")
  }
}

extension DueAnswer {
  var names: [String] { items.map(\.name) }

  func item(_ name: String) -> Item? { items.first { $0.name == name } }

  /// The reasons of a customer's one line; none where there is no line.
  func reasons(_ name: String = "王芳") -> [String] { item(name)?.reasons.map(\.text) ?? [] }

  func reason(_ rule: String, of name: String = "王芳") -> Reason? {
    item(name)?.reasons.first { $0.rule == rule }
  }

  func rules(_ name: String = "王芳") -> [String] { item(name)?.reasons.map(\.rule).sorted() ?? [] }
}

extension Office {
  func due(_ asOf: String, _ options: String = "") throws -> DueAnswer {
    try decode(at(asOf, "due --format json \(options)"))
  }

  /// Each day's list of one customer, reason by reason.
  func expect(
    _ days: KeyValuePairs<String, [String]>, of name: String = "王芳",
    at location: SourceLocation = #_sourceLocation
  ) throws {
    for (day, reasons) in days {
      #expect(try due(day).reasons(name) == reasons, "\(name) on \(day)", sourceLocation: location)
    }
  }

  /// Each day's list as far as one rule is concerned: `due 2026-11-05..2026-11-09`; nil: no line.
  func expect(
    _ rule: String, _ days: KeyValuePairs<String, String?>, of name: String = "王芳",
    at location: SourceLocation = #_sourceLocation
  ) throws {
    for (day, reason) in days {
      #expect(
        try due(day).reason(rule, of: name)?.text == reason.map { "\(rule) \($0)" },
        "\(rule) on \(day)", sourceLocation: location)
    }
  }

  /// What `why` says of one rule, or of everything.
  func why(_ asOf: String, _ name: String = "王芳", rule: String? = nil) throws -> String {
    try at(asOf, "why \(name)" + (rule.map { " --rule \($0)" } ?? "")).out
  }
}

// MARK: - The week

struct WeekAnswer: Decodable {
  let version: Int
  let from: String
  let to: String
  let consultants: [Tally]
  let total: Tally
  let misses: [Miss]

  struct Miss: Decodable {
    let due: String
    let result: String
    let name: String
    let consultant: String
    let rule: String
    let rules: [String]
  }

  struct Tally: Decodable {
    let consultant: String?
    let due: Int
    let onTime: Int
    let late: Int
    let missed: Int
    let open: Int
    let held: Int
    let skipped: Int
    let rate: Double?
    let newCustomers: Int
    let visits: Int
    let reservations: Int
    let signings: Int
    let contacts: [String: Int]
  }
}

extension WeekAnswer.Tally {
  /// `due 3: on time 1, missed 2`; what is zero is left out.
  var text: String {
    let counts = [
      ("on time", onTime), ("late", late), ("missed", missed), ("open", open), ("held", held),
      ("skipped", skipped),
    ]
    let parts = counts.filter { $0.1 != 0 }.map { "\($0.0) \($0.1)" }
    return "due \(due)" + (parts.isEmpty ? "" : ": " + parts.joined(separator: ", "))
  }
}

extension Office {
  func week(_ week: String, asOf: String) throws -> WeekAnswer {
    try decode(at(asOf, "report --week \(week) --format json"))
  }

  /// The office's total of a week, in words.
  func total(_ week: String, asOf: String) throws -> String {
    try self.week(week, asOf: asOf).total.text
  }
}

// MARK: - One customer

struct ShowAnswer: Decodable {
  let stage: String
  let stageSince: String?
  let grade: String?
  let tags: [String]
  let averse: Bool
  let hours: String?
  let contacts: Int
  let refusals: Int
  let unanswered: Int
  let records: [Record]

  struct Record: Decodable {
    let day: String
    let time: String?
    let what: String
    let note: String?
    let promise: String?
    let late: Bool
  }
}

extension Office {
  func show(_ asOf: String, _ name: String = "王芳") throws -> ShowAnswer {
    try decode(at(asOf, "show \(name) --format json"))
  }
}

private func decode<T: Decodable>(_ answer: Office.Answer) throws -> T {
  let decoder = JSONDecoder()
  decoder.keyDecodingStrategy = .convertFromSnakeCase
  return try decoder.decode(T.self, from: Data(answer.out.utf8))
}
