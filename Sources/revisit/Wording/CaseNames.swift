import Core

/// What a rule asks for on some occasion.
protocol AskedByRule {
  var rule: RuleRef { get }
  var key: AnchorKey { get }
}

extension Obligation: AskedByRule {}
extension Reason: AskedByRule {}

/// The numbers by which the office knows a customer's cases, to tell apart what one rule asks about
/// several of them.
struct CaseNames: Sendable {
  /// By the numbers that the cases have among the customer's own.
  let numbers: [Int32: Int64]

  /// ` K00003、K00004`, to stand behind the name of a rule that asks about them; empty where they are not
  /// several.
  func names(of keys: [AnchorKey]) -> Bilingual {
    let names = keys.compactMap(\.caseNumber).compactMap { numbers[$0] }.map(caseNumber)
    func list(_ language: Language) -> String {
      names.count < 2 ? "" : " " + names.joined(separator: language.listMark)
    }
    return Bilingual(list(.zh), list(.en))
  }

  /// ` K00003`, to stand behind the rule's name; empty where the rule is asked about no other case
  /// among `all`.
  func suffix<Asked: AskedByRule>(
    _ one: Asked, among all: [Asked], _ engine: Engine
  ) -> String {
    let id = engine.rule(one.rule).id
    let isOne = all.allSatisfy { other in
      other.key.caseNumber == one.key.caseNumber || engine.rule(other.rule).id != id
    }
    guard !isOne, let number = one.key.caseNumber.flatMap({ numbers[$0] }) else { return "" }
    return " " + caseNumber(number)
  }
}
