import Core
import Store

extension TransferPlan {
  /// The hand-over sheet (交接单): for every successor whom they get, what was agreed with them, what is
  /// open, and what was last said. `member`: that successor's alone.
  func sheet(for member: Staff? = nil) -> Listing {
    let title = [
      TransferMessages.title(from.name, day, until: last),
      witness.map { TransferMessages.witness($0.name) },
    ].compactMap { $0 }.joined(separator: "  ")
    let shown = to.filter { member == nil || $0.id == member?.id }
    var section = Listing.Section(
      "customers", shown.flatMap { of($0) },
      [
        .init("to", "交给", "to", shown: .data) { .text($0.to.name) },
        .init("customer", "编号", "No.", least: 7) { .text(number($0.customer.id)) },
        .init("name", "姓名", "Name") { .text($0.customer.name) },
        .init("class", "类别", "Class") {
          let kind = CustomerClass($0.state)
          return .word(kind.name, kind.bilingual)
        },
        .init("due", "应做日", "Due", least: 10) { .optional($0.due) },
        .init("agreed", "约定", "Agreed") { item in
          .list(
            item.agreed.map { .text("\($0.due)" + ($0.promise.isEmpty ? "" : " \($0.promise)")) })
        },
        .init("cases", "事项", "Cases") { item in
          .list(
            item.cases.map { file in
              .told(
                .string(caseNumber(file.record.number)),
                [
                  Bilingual(caseNumber(file.record.number), caseNumber(file.record.number)),
                  CaseMessages.title(file.record),
                ].joined(separator: " "))
            })
        },
        .init("last_contact", "最近一次", "Last talk") { item in
          guard let talk = item.lastTalk else { return .empty }
          return .told(
            .string("\(talk.day)"),
            TransferMessages.last(
              .init(
                day: talk.day, channel: talk.contact.channel, outcome: talk.contact.outcome)))
        },
        .init("note", "上次谈的", "last said", shown: .joined) { .optional($0.lastTalk?.note) },
      ])
    section.overflow = .below
    var row = 0
    for successor in shown {
      let own = of(successor)
      if own.isEmpty { continue }
      section.rows[row].heading = share(of: successor, own)
      row += own.count
    }
    return Listing(heading: [title], [section])
  }

  /// `李明 5 位：A 2，B 3`, for each successor.
  var shares: [Bilingual] { to.map { share(of: $0, of($0)) } }

  private func of(_ member: Staff) -> [Item] { items.filter { $0.to.id == member.id } }

  private func share(of member: Staff, _ items: [Item]) -> Bilingual {
    let grades = (Grade.allCases.map(Grade?.some) + [nil]).compactMap { grade in
      let count = items.count { $0.state.grade == grade }
      let name = grade.map { Bilingual($0.name, $0.name) } ?? TransferMessages.ungraded
      return count == 0 ? nil : (name, count)
    }
    return TransferMessages.share(member.name, items.count, grades)
  }
}
