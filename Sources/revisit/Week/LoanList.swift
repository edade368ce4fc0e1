import Core
import Store

extension Office {
  /// Buyers who pay by mortgage, with what they have handed in (办理贷款客户清单).
  func loanList(as format: Format) throws -> String {
    var list = Listing(
      "loans",
      [
        .init("customer", "客户", "Customer", least: 7), .init("name", "姓名", "Name"),
        .init("consultant", "顾问", "Consultant"), .init("contract", "合同编号", "Contract"),
        .init("signing", "签约", "Signed"), .init("mortgage_papers", "按揭资料", "Papers"),
        .init("bank_approved", "银行审核", "Approved"), .init("mortgage_begun", "按揭办理", "Begun"),
        .init("mortgage_granted", "放款", "Granted"),
      ])
    let kinds: [EventKind] = [
      .signing, .mortgagePapers, .bankApproved, .mortgageBegun, .mortgageGranted,
    ]
    let names = try staffNames()
    let now = session.now
    try store.forEachHistory(in: .office, asOf: now) { history in
      guard let state = history.timeline(at: now).state(on: now.day), !state.isLost,
        state.tags.contains(.mortgage)
      else { return }
      let days = history.daysSinceDeal
      guard days[.signing] != nil, let profile = try store.profile(of: history.customer) else {
        return
      }
      list.add(
        [
          .string(number(history.customer)), .string(profile.name),
          .optional(state.owner.flatMap { names[$0] }), .optional(profile.contract),
        ] + kinds.map { .optional(days[$0].map { "\($0)" }) })
    }
    return list.text(
      as: format, session,
      ifEmpty: Bilingual("没有办按揭的签约客户", "no signed customer pays by mortgage"))
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
