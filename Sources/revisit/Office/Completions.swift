import ArgumentParser
import Core
import Store

// What a shell offers for a word that is being typed (补全). It is asked for while somebody types, so
// whatever is wrong is no answer, and nothing is written.

extension CompletionKind {
  /// The names of the customers of whoever types that begin so.
  static var customers: CompletionKind {
    office { office, prefix in try office.namesOfCustomers(prefix) }
  }

  /// Members of staff who have not left.
  static var staff: CompletionKind {
    office { office, _ in try office.store.staff().filter { $0.left == nil }.map(\.name) }
  }

  /// The rules of the policy in force.
  static var rules: CompletionKind {
    office { office, _ in
      try office.reign(on: office.session.today)?.policy.rules.map(\.id) ?? []
    }
  }

  /// The templates of the policy in force.
  static var templates: CompletionKind {
    office { office, _ in
      try office.reign(on: office.session.today)?.policy.templates.map(\.id) ?? []
    }
  }

  /// The words of a closed set, in the language of whoever types.
  static func words<T: ClosedTerm>(of _: T.Type) -> CompletionKind {
    .custom { _, _, prefix in
      let language = Language(arguments: [], environment: .ofProcess())
      return T.allCases.map { $0.bilingual[language] }.filter { $0.hasPrefix(prefix) }
    }
  }

  private static func office(
    _ words: @escaping @Sendable (Office, String) throws -> [String]
  ) -> CompletionKind {
    .custom { _, _, prefix in
      let found = try? Session(CommonOptions.parse([])).inOffice(readOnly: true) { office in
        try words(office, prefix)
      }
      return (found ?? []).filter { $0.hasPrefix(prefix) }.map { visible($0) }
    }
  }
}

extension Office {
  /// So many names are offered.
  private static let offered = 100

  fileprivate func namesOfCustomers(_ prefix: String) throws -> [String] {
    let own = user.staff
    guard prefix.isEmpty else {
      let found = try store.search(prefix, limit: Office.offered)
      return found.filter { own == nil || $0.owner == own }.map(\.name)
    }
    guard let own else { return [] }
    return try store.book(of: own, asOf: session.now).prefix(Office.offered).compactMap {
      try store.customer($0)?.name
    }
  }
}
