import Core

/// What carries a clause of the sources in this program.
package enum Carrier: String, CaseIterable, Hashable, Sendable {
  case rule, duty, segment, template, survey
  /// A key of a policy file: call windows, cap, openings.
  case constraint
  /// A named audience of a policy file.
  case audience
  /// What is entered of a customer, a contact or a case: options, events, tags.
  case field
  /// Entries of a kind in the ledger (台账).
  case ledger
  /// A rule of the program's own, by its id.
  case own
  case command
  case report

  /// Its names are beginnings of command lines, as they are typed.
  package var isTyped: Bool { self == .field || self == .command || self == .report }
}

/// How far the program is with a clause.
package enum CoverageState: String, CaseIterable, Hashable, Sendable {
  /// What carries it is there.
  case carried
  /// Something of it is still missing.
  case planned
  /// It is not for software: people do it.
  case human
}

/// One clause of the sources, and what carries it.
package struct CoverageEntry: Hashable, Sendable {
  package let clause: String
  package let state: CoverageState
  /// What carries it, or is to carry it; nil where people do.
  package let carrier: Carrier?
  /// The ids or names that carry it; none unless it is carried.
  package let names: [String]
  /// What to know beside the names; what is missing, or why people do it.
  package let note: String

  /// `qnc` of `qnc-2.1.1`: the policy's own letters.
  package var prefix: Substring { clause.prefix { $0 != "-" } }
}

/// The table of all clauses (rules/coverage.csv).
package enum Coverage {
  package static var entries: [CoverageEntry] {
    let file = EmbeddedPolicies.files.first { $0.path == "coverage.csv" }
    let text = file.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let cells = cells(line)
      guard cells.count == 5, let state = CoverageState(rawValue: cells[1]) else { return nil }
      let carrier = Carrier(rawValue: cells[2])
      let names = cells[3].split(separator: carrier?.isTyped == true ? "；" : " ")
      return CoverageEntry(
        clause: cells[0], state: state, carrier: carrier, names: names.map(String.init),
        note: cells[4])
    }
  }

  /// The letters with which the clauses of a policy begin; nil where there are none of it.
  package static func prefix(of policy: String) -> Substring? {
    if entries.contains(where: { $0.prefix == policy }) { return policy[...] }
    guard
      case .success(let loaded)? = PolicyFile.load(
        named: policy, Filling(takesSuggestions: true))
    else { return nil }
    let ids = loaded.policy.rules.map(\.id) + loaded.policy.clauses.map(\.id)
    return ids.first.map { $0.prefix { $0 != "-" } }
  }

  /// The cells of a line; those with commas stand in quotes.
  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
