import Core
import Store

/// The case that a conversation was about.
struct CaseSpokenOf {
  let matter: CaseOfContact
  /// The number by which the office knows it.
  let number: Int64
  /// Whether it is taken to be so and nobody said it.
  let isAssumed: Bool

  /// What the answer to the record says of it.
  var told: Bilingual {
    let name = caseNumber(number)
    return isAssumed
      ? Bilingual("记为谈 \(name)：名单上只有这一件事项", "taken to be about \(name), the only case on the list")
      : Bilingual("谈的是 \(name)", "about \(name)")
  }
}

extension Office {
  /// The case that was named; else the only one about which a list asks the speaker for a conversation
  /// now. What is entered for another day is taken to be about none.
  ///
  /// - Parameter lists: the customer's, asked for where nobody named a case.
  func caseSpokenOf(
    _ named: String?, _ contact: Contact, at moment: Moment, with customer: CustomerSummary,
    _ lists: () throws -> CustomerLists?
  ) throws -> CaseSpokenOf? {
    if let named {
      let record = try record(named).record
      guard record.customer == customer.id else {
        throw Failure.refusal(.caseOfAnother(caseNumber(record.number), customer.name))
      }
      let matter = CaseOfContact(record.own, record.kind)
      return CaseSpokenOf(matter: matter, number: record.number, isAssumed: false)
    }
    guard contact.outcome.counts, moment.day == session.today else { return nil }
    return try lists()?.soleCase
  }
}

extension CustomerLists {
  /// The only case about which the speaker owes a conversation now; nil: none or several.
  var soleCase: CaseSpokenOf? {
    let wanted = (offices.listed?.reasons ?? []).filter {
      isCaseDuty($0) && findings.isDoer(speaker, of: $0.rule, $0.key)
    }
    let owned = Set(wanted.compactMap(\.key.caseNumber))
    guard owned.count == 1, let own = owned.first, let number = cases.numbers[own] else {
      return nil
    }
    return findings.history.matter(own).map {
      CaseSpokenOf(matter: $0, number: number, isAssumed: true)
    }
  }

  /// Whether a list asks for it now, and a conversation about its case settles it.
  func isCaseDuty(_ reason: Reason) -> Bool {
    reason.isListed && reason.key.caseNumber != nil
      && engine.rule(reason.rule).settledBy == .contact
  }
}
