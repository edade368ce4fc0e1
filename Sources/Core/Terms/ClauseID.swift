import Synchronization

/// The id of a rule or clause as facts and obligations hold it: a number that means the same text for
/// as long as the process lives, so that millions of them are copied without counting references.
package struct ClauseID: Hashable, Sendable {
  private let number: Int32

  private struct Table {
    var numbers: [String: Int32] = [:]
    var texts: [String] = []
  }

  private static let table = Mutex(Table())

  package init(_ text: String) {
    number = ClauseID.table.withLock { table in
      if let known = table.numbers[text] { return known }
      let number = Int32(table.texts.count)
      table.numbers[text] = number
      table.texts.append(text)
      return number
    }
  }

  package var text: String { ClauseID.table.withLock { $0.texts[Int(number)] } }
}

extension ClauseID: ExpressibleByStringLiteral, CustomStringConvertible {
  package init(stringLiteral text: String) { self.init(text) }

  package var description: String { text }
}
