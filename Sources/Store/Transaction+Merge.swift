package import Core
import SQLite

extension Transaction {
  /// Makes one customer of two: `source` is closed, and `target` gets its facts, its phones and
  /// what its profile knows beyond the target's. The target keeps its name, source and consultant.
  package func merge(_ source: CustomerID, into target: CustomerID) throws {
    guard source != target else { throw StoreError.cannotMergeWithItself(source) }
    try requireOpen(source)
    try requireOpen(target)
    let numbers = FamilyNumbers(
      cases: try moveCases(from: source, to: target),
      relatives: try copyRelatives(from: source, to: target))
    try copyFacts(from: source, to: target, numbers)
    try movePhones(from: source, to: target)
    try fillProfile(of: target, from: source)
    try connection.run(
      "UPDATE customer SET merged_into = ?, merged_by = ? WHERE id = ?",
      .integer(target), .integer(op), .integer(source))
    touch(source)
    stale.formUnion([source, target])
  }

  /// The target keeps its own consultant, and its own birthday where it has one.
  private func copyFacts(
    from source: CustomerID, to target: CustomerID, _ numbers: FamilyNumbers
  ) throws {
    let hasBirthday = try store.profile(of: target)?.birthday != nil
    for record in try store.records(of: source) where record.voidedBy == nil {
      let fact = record.fact
      if hasBirthday, case .birthday(let birthday) = fact.body, birthday.owner == .own { continue }
      if case .owner = fact.body { continue }
      let copy = try insert(
        to: target, on: fact.day, at: fact.time, fact.body.renumbered(numbers), record.staff,
        record.texts.note, record.texts.promise, copyOf: record.original)
      try addDetails(record.texts.details, to: copy)
      if case .contact = fact.body {
        try copyAnswers(fact, of: source, to: copy, of: target)
      }
      noteState(fact.day, fact.time, fact.body, target)
    }
    try connection.run(
      "UPDATE fact SET voided_by = ? WHERE customer = ? AND voided_by IS NULL",
      .integer(op), .integer(source))
    try connection.run(
      "UPDATE holder SET voided_by = ? WHERE customer = ? AND voided_by IS NULL",
      .integer(op), .integer(source))
  }

  private func movePhones(from source: CustomerID, to target: CustomerID) throws {
    let numbers = try store.phones(of: source)
    try connection.run(
      "UPDATE phone SET voided_by = ? WHERE customer = ? AND voided_by IS NULL",
      .integer(op), .integer(source))
    for number in numbers { try appendPhone(number, to: target) }
  }

  private func fillProfile(of target: CustomerID, from source: CustomerID) throws {
    guard let given = try store.profile(of: source), let own = try store.profile(of: target)
    else { return }
    for field in ProfileField.allCases where own.text(of: field) == nil {
      guard let text = given.text(of: field) else { continue }
      try setProfile(field, text, of: target, on: operation.recorded.day)
    }
  }
}

/// The numbers that the cases and relatives of a merged customer have with the other.
private struct FamilyNumbers {
  let cases: [Int32: Int32]
  let relatives: [Int32: Int32]
}

extension Fact.Body {
  /// The same of a customer whose cases and relatives have those numbers.
  fileprivate func renumbered(_ numbers: FamilyNumbers) -> Fact.Body {
    switch self {
    case .step(let step):
      guard let number = numbers.cases[step.caseNumber] else { return self }
      return .step(
        CaseStep(
          number, step.kind, step.step, urgency: step.urgency, to: step.to, member: step.member))
    case .contact(var contact):
      guard let about = contact.about, let number = numbers.cases[about.number] else { return self }
      contact.about = CaseOfContact(number, about.kind)
      return .contact(contact)
    case .birthday(let fact):
      guard let number = numbers.relatives[fact.member] else { return self }
      return .birthday(BirthdayFact(of: number, fact.birthday))
    default: return self
    }
  }
}
