package import Core

/// Something wrong with a database.
package enum Problem: Hashable, Sendable {
  /// SQLite's own word for a damaged page, index or constraint.
  case integrity(String)
  /// A row refers to one that is not there.
  case foreignKey(table: String, parent: String)
  /// A cache does not hold what the facts say.
  case cache(CustomerID, Cache)
  /// A text belongs to no fact.
  case orphanNote(FactID)
  /// A fact's number is not among those of any operation.
  case factOutsideOp(FactID)
  /// A fact that this program cannot read.
  case unreadableFact(FactID, CustomerID)
  /// A birthday of a relative that the customer does not have.
  case orphanBirthday(FactID, CustomerID)
  case unreadablePolicy(id: Int64, name: String)
  /// A fact holds the number of a word that nothing declares.
  case undeclaredFact(FactID, CustomerID)
  /// A policy declares a word that has no number.
  case undeclaredWord(policy: Int64, String)
  /// Two customers have the number.
  case phoneTwice(String)
  /// Two operations share numbers of facts.
  case overlappingOps(OpID, OpID)
  /// A step of a case that the customer does not have, or that is of another kind.
  case orphanStep(FactID, CustomerID)
  /// Answers to a survey without the contact in which they were given.
  case orphanAnswers(FactID, CustomerID)
  /// A link whose cases are not both there.
  case orphanLink(Int64, Int64)
  /// An entry of the ledger closes one that was taken back or closes another itself.
  case strayClosing(LedgerID)
  /// A row is older than the operation that wrote it, or was voided before it was written.
  case impossibleVoid(table: String)
  /// A message went out that was taken back or lacked its approval.
  case wrongStep(MessageID)

  package enum Cache: Hashable, Sendable { case owner, live, name, since }
}
