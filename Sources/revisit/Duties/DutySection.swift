import Core

extension Listing.Section {
  /// The duties at the end of a morning list (内部事项).
  static func duties(_ items: [DutyItem], at now: Moment) -> Listing.Section {
    var section = Listing.Section(
      "duties", title: DutyMessages.title(items.count), items,
      [
        .init("mark", least: 1, shown: .page) { .text($0.mark(at: now)) },
        .init("duty", "事项", "duty") { .duty($0.obligation.duty) },
        .init("deadline", DueMessages.deadline, shown: .page) {
          .words(DutyMessages.deadline($0.obligation, at: now))
        },
        .init("progress", "已有", "done", shown: .page) {
          .text("\($0.obligation.found)/\($0.obligation.duty.count)")
        },
        .init("what", "要做什么", "what", shown: .page) {
          .words(DutyMessages.what($0.obligation, $0.role, $0.staff))
        },
        .init("due", "什么时候以前", "due", shown: .data) { .moment($0.obligation.due) },
        .init("article", "制度的条文号", "article", shown: .data) { .text($0.obligation.duty.article) },
        .init("says", "条文", "what the policy says", shown: .data) {
          .text($0.obligation.duty.says)
        },
      ] + DutyItem.details)
    section.isWorksheet = true
    for (index, item) in items.enumerated() where item.obligation.status == .overdue {
      section.rows[index].emphasis = .alarm
    }
    return section
  }
}

extension DutyItem {
  /// What programs read of a duty beside its name and day.
  static var details: [Listing.Field<DutyItem>] {
    [
      .init("holder", "归员工、岗位还是案场", "whose: staff, a role or office", shown: .data) {
        .text($0.holderName)
      },
      .init("staff", "谁", "who", shown: .data) { .optional($0.staff) },
      .init("status", "状态", "status", shown: .data) { .text($0.obligation.status.name) },
      .init("opens", "哪天起可做", "opens", shown: .data) { .day($0.obligation.opens) },
      .init("found", "已做几件", "how many are done", shown: .data) { .number($0.obligation.found) },
      .init("count", "要做几件", "how many are asked", shown: .data) {
        .number($0.obligation.duty.count)
      },
      .init("short", "还差几件", "how many are lacking", shown: .data) { .number($0.obligation.short) },
      .init("missed", "以前漏过几次", "missed before", shown: .data) {
        .number($0.obligation.missedBefore)
      },
    ]
  }

  fileprivate func mark(at now: Moment) -> String {
    switch obligation.status {
    case .overdue: "!"
    case .due where obligation.due.day == now.day: "*"
    case .due, .upcoming, .done, .missed: ""
    }
  }
}

extension DutyItem {
  /// Stable name in JSON.
  fileprivate var holderName: String { role?.name ?? (staff == nil ? "office" : "staff") }
}

extension DutyStatus {
  /// Stable name in JSON.
  fileprivate var name: String {
    switch self {
    case .upcoming: "upcoming"
    case .due: "due"
    case .overdue: "overdue"
    case .done(_, onTime: true): "done"
    case .done(_, onTime: false): "late"
    case .missed: "missed"
    }
  }
}

extension Cell {
  /// Programs read the id.
  static func duty(_ duty: Duty) -> Cell { .word(duty.id, duty.called) }
}

extension Listing.Section {
  /// What became of the duties of a stretch (表单、指标).
  static func outcomes(_ items: [DutyItem]) -> Listing.Section {
    Listing.Section(
      "forms", items, ifEmpty: DutyMessages.nothingDue,
      [
        .init("due", "应做日", "due", least: 16) { .moment($0.obligation.due) },
        .init("duty", "条款", "duty", least: 6) { .duty($0.obligation.duty) },
        .init("who", "谁", "who", least: 4, shown: .page) {
          .words(DutyMessages.holder($0.role, $0.staff))
        },
        .init("progress", "已有", "done", least: 4, shown: .page) {
          .text("\($0.obligation.found)/\($0.obligation.duty.count)")
        },
        .init("state", "情况", "state", least: 4, shown: .page) {
          .words(DutyMessages.outcome($0.obligation.status))
        },
      ] + DutyItem.details)
  }
}
