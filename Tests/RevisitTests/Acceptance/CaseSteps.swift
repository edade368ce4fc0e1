import FoundationEssentials

/// Cases as the program answers about them.
struct CaseList: Decodable {
  let cases: [Item]

  struct Item: Decodable {
    let `case`: String
    let opened: String
    let customer: String
    let kind: String
    let about: String
    let urgency: String
    let channel: String?
    let department: String
    let state: String
    let promised: String?
    let handlers: [String]
    let priority: Bool
  }
}

extension Office {
  /// An office under several policies or with values for their blanks.
  static func under(
    _ policies: String..., set: [String] = [], from: String = "2026-11-01"
  ) throws -> Office {
    let office = try Office()
    try office.must(
      ["init", "--from", from, "--as-of", from]
        + policies.flatMap { ["--policy", $0] } + set.flatMap { ["--set", $0] })
    for (name, role) in [("李明", "置业顾问"), ("赵工", "客服"), ("王经理", "经理")] {
      try office.must(["staff", "add", name, "--role", role, "--as-of", from])
    }
    return office
  }

  @discardableResult
  func must(_ arguments: [String]) throws -> Answer {
    let answer = try run(arguments)
    guard answer.code == 0 else { throw Trouble.refused(answer) }
    return answer
  }

  func cases(_ asOf: String, _ options: String = "") throws -> [CaseList.Item] {
    try value(of: at(asOf, "case list --format json \(options)"), as: CaseList.self).cases
  }

  /// An answer in JSON, its keys with capitals instead of underscores.
  func value<T: Decodable>(of answer: Answer, as type: T.Type) throws -> T {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(T.self, from: Data(answer.out.utf8))
  }

  /// The reasons of those rules on that day's list.
  func asks(_ asOf: String, _ rules: String..., options: String = "") throws -> [String] {
    try due(asOf, options).reasons().filter { reason in
      rules.contains { reason.hasPrefix($0 + " ") }
    }
  }
}
