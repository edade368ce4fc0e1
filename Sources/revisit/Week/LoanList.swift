import Core
import Store

extension Office {
  /// Buyers who pay by mortgage, with what they have handed in (办理贷款客户清单).
  func loanList() throws -> Listing {
    typealias Loan = (
      customer: CustomerID, profile: Profile, consultant: String?, days: [EventKind: Day]
    )
    let names = try staffNames()
    let now = session.now
    var loans: [Loan] = []
    try store.forEachHistory(in: .office, asOf: now) { history in
      guard let state = history.timeline(at: now).state(on: now.day), !state.isLost,
        state.tags.contains(.mortgage)
      else { return }
      let days = history.daysSinceDeal
      guard days[.signing] != nil, let profile = try store.profile(of: history.customer) else {
        return
      }
      loans.append((history.customer, profile, state.owner.flatMap { names[$0] }, days))
    }
    return Listing(
      title: Bilingual("办理贷款客户清单", "Customers who pay by mortgage"),
      [
        Listing.Section(
          "loans", loans,
          ifEmpty: Bilingual("没有办按揭的签约客户", "no signed customer pays by mortgage"),
          [
            .init("customer", "客户", "Customer", least: 7) { .text(number($0.customer)) },
            .init("name", "姓名", "Name") { .text($0.profile.name) },
            .init("consultant", "顾问", "Consultant") { .optional($0.consultant) },
            .init("contract", "合同编号", "Contract") { .optional($0.profile.contract) },
            .init("signing", "签约", "Signed") { .optional($0.days[.signing]) },
            .init("mortgage_papers", "按揭资料", "Papers") { .optional($0.days[.mortgagePapers]) },
            .init("bank_approved", "银行审核", "Approved") { .optional($0.days[.bankApproved]) },
            .init("mortgage_begun", "按揭办理", "Begun") { .optional($0.days[.mortgageBegun]) },
            .init("mortgage_granted", "放款", "Granted") { .optional($0.days[.mortgageGranted]) },
          ])
      ])
  }
}

extension History {
  /// The newest day of each event since the last loss or cancellation.
  fileprivate var daysSinceDeal: [EventKind: Day] {
    facts.reduce(into: [:]) { days, fact in
      guard case .event(let kind) = fact.body else { return }
      if kind == .lost || kind == .cancellation { days = [:] } else { days[kind] = fact.day }
    }
  }
}
