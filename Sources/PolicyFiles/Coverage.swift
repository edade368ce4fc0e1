import Core

/// What carries a clause of the sources in this program.
package enum Carrier: String, CaseIterable, Hashable, Sendable {
  case rule, duty, segment, template, survey
  /// A key of a policy file: call windows, cap, openings.
  case constraint
  /// A named audience of a policy file.
  case audience
  /// A field of the profile or of a contact's record, an event or a tag.
  case field
  /// Entries of a kind in the ledger (台账).
  case ledger
  case command
  case report
  /// Nothing can: why.
  case reason
}

/// One clause of the sources, and what carries it.
package struct CoverageEntry: Hashable, Sendable {
  package let clause: String
  package let carrier: Carrier
  /// The ids or names that carry it; none beside a reason.
  package let names: [String]
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
      guard cells.count == 4, let carrier = Carrier(rawValue: cells[1]) else { return nil }
      // The name of a command may be two words.
      let names = carrier == .command ? [cells[2]] : cells[2].split(separator: " ").map(String.init)
      return CoverageEntry(
        clause: cells[0], carrier: carrier, names: names.filter { !$0.isEmpty }, note: cells[3])
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
