import FoundationEssentials
import Testing

/// `policy coverage` says only what is done: each carried clause names something, and the program is
/// asked whether it has it.
@Suite("What is said to be carried")
struct CoverageRows {
  struct Answer: Decodable {
    let clauses: [Row]
  }

  struct Row: Decodable {
    let clause: String
    let state: String
    let carrier: String?
    let name: [String]
    let note: String

    /// `qnc` of `qnc-2.1.1`.
    var letters: String { String(clause.prefix { $0 != "-" }) }
  }

  private static func rows(_ office: Office) throws -> [Row] {
    let answer = try office.must("policy", "coverage", "--format", "json")
    return try JSONDecoder().decode(Answer.self, from: Data(answer.out.utf8)).clauses
  }

  private static func carried(_ office: Office, by carriers: Set<String>) throws -> [Row] {
    let all = try rows(office)
    let rows = all.filter { $0.state == "carried" && carriers.contains($0.carrier ?? "") }
    #expect(!rows.isEmpty)
    return rows
  }

  @Test func theTableOfAllAndOfOnePolicy() throws {
    let office = try Office()
    let all = try office.must("policy", "coverage", "--format", "csv").lines
    #expect(all.count == 484 && all[0] == "clause,state,carrier,name,note")
    let page = try office.must("policy", "coverage", "wenxin").out
    #expect(page.contains("wx-1.1") && !page.contains("qnc-1.1"))
    #expect(try office.must("policy", "coverage", "ch").out.contains("ch-14"))
    #expect(try office.run("policy", "coverage", "wenxn").code == 66)
  }

  @Test("The last line counts the states, and they are all of the rows") func states() throws {
    let office = try Office()
    let rows = try Self.rows(office)
    let last = try #require(office.must("policy", "coverage").lines.last)
    for (state, word) in [("carried", "已落实"), ("planned", "待做"), ("human", "由人做")] {
      let count = rows.count { $0.state == state }
      #expect(count > 0 && last.contains("\(word) \(count)"), "\(last)")
    }
    #expect(rows.allSatisfy { ["carried", "planned", "human"].contains($0.state) })
    #expect(last.hasPrefix("\(rows.count) 条："))
  }

  @Test("What is carried has a name; what is not has none, and says why") func notes() throws {
    for row in try Self.rows(Office()) {
      let isNamed = !row.name.isEmpty
      #expect(isNamed == (row.state == "carried"), "\(row.clause)")
      #expect(isNamed || !row.note.isEmpty, "\(row.clause)")
      #expect((row.carrier == nil) == (row.state == "human"), "\(row.clause)")
    }
  }

  /// What `policy show` says of the policies, and their texts, by the letters of their clauses.
  private static func policies(_ office: Office) throws -> [String: (shown: [String], text: String)]
  {
    let names = try office.must("policy", "list", "--format", "csv").lines.dropFirst()
      .compactMap { $0.split(separator: ",").first.map(String.init) }
    var policies: [String: (shown: [String], text: String)] = [:]
    for name in names {
      let shown = try office.must("policy", "show", name).lines
      let item = shown.dropFirst().first { !$0.hasPrefix(" ") && $0.contains("-") } ?? ""
      policies[String(item.prefix { $0 != "-" })] = (
        shown, try office.must("policy", "show", name, "--source").out
      )
    }
    return policies
  }

  @Test("The rule, duty, segment, template, survey stands in the policy as it is shown")
  func items() throws {
    let office = try Office()
    let policies = try Self.policies(office)
    for row in try Self.carried(
      office, by: ["rule", "duty", "segment", "template", "survey"])
    {
      let policy = policies[row.letters]
      for name in row.name {
        let stands =
          name == "frame" ? policy?.text.contains("\nframe:") : policy?.shown.contains(name)
        #expect(stands == true, "\(row.clause): \(name)")
      }
    }
  }

  @Test("The key and the audience stand in the policy's text") func keys() throws {
    let office = try Office()
    let policies = try Self.policies(office)
    for row in try Self.carried(office, by: ["constraint", "audience"]) {
      for name in row.name {
        #expect(policies[row.letters]?.text.contains("\(name):") == true, "\(row.clause): \(name)")
      }
    }
  }

  @Test("A kind of the ledger is one that a duty asks for, or that the program knows")
  func ledger() throws {
    let office = try Office()
    let policies = try Self.policies(office)
    let help = try office.must("ledger", "add", "--help").out
    for row in try Self.carried(office, by: ["ledger"]) {
      for name in row.name {
        let isAsked = policies[row.letters]?.shown.contains { $0.contains("ledger: \(name)") }
        #expect(isAsked == true || help.contains("\(name)"), "\(row.clause): \(name)")
      }
    }
  }

  @Test("A rule of the program's own is one that `why` knows") func own() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-02")
    for row in try Self.carried(office, by: ["own"]) {
      for name in row.name {
        let told = try office.attempt("2026-11-02", "why 王芳 --rule \(name)")
        #expect(told.code == 0, "\(row.clause): \(name)")
      }
    }
  }

  @Test("A command, a field, a report is typed as it is named") func typed() throws {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-11-02")
    var typed = Typed(office)
    for row in try Self.carried(office, by: ["command", "field", "report"]) {
      for line in row.name {
        #expect(try typed.isKnown(line), "\(row.clause): \(line)")
      }
    }
  }
}

/// Asks the program whether it knows a line: the command and its options by the help, a value by the
/// help or by entering it, a report by making it.
private struct Typed {
  let office: Office
  private var helps: [String: String] = [:]
  private var entered: Set<String> = []

  init(_ office: Office) { self.office = office }

  mutating func isKnown(_ line: String) throws -> Bool {
    var words = line.split(separator: " ").map(String.init)
    var command = [words.removeFirst()]
    if let next = words.first, !next.hasPrefix("--"), try help(command).contains("\n  \(next) ") {
      command.append(words.removeFirst())
    }
    let help = try help(command)
    guard help.contains("USAGE: revisit \(command.joined(separator: " "))") else { return false }
    for option in words where option.hasPrefix("--") {
      guard help.contains("\n  \(option)") else { return false }
    }
    if command == ["report"] {
      return try office.attempt("2026-11-10", line).code == 0
    }
    for value in words where !value.hasPrefix("--") && !help.contains(value) {
      guard try enters(value, by: command, option: words.first { $0.hasPrefix("--") }) else {
        return false
      }
    }
    return true
  }

  private mutating func help(_ command: [String]) throws -> String {
    let key = command.joined(separator: " ")
    if let help = helps[key] { return help }
    let help = try office.run(command + ["--help"]).out
    helps[key] = help
    return help
  }

  private mutating func enters(
    _ value: String, by command: [String], option: String?
  ) throws -> Bool {
    let line: String
    switch command {
    case ["event"]: line = "event 王芳 \(value)"
    case ["edit"]: line = "edit 王芳 \(option ?? "") \(value)"
    default: return false
    }
    return try !entered.insert(line).inserted || office.attempt("2026-11-10", line).code == 0
  }
}
