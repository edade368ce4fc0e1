import Core

extension ReportFigure {
  /// What it is called: at the head of a column, and in a line of its own.
  var title: Bilingual {
    switch self {
    case .due: Bilingual("应回访", "due")
    case .onTime: Bilingual("按时", "on time")
    case .late: Bilingual("迟", "late")
    case .missed: Bilingual("漏", "miss")
    case .open: Bilingual("未到期", "open")
    case .held: Bilingual("暂缓", "held")
    case .skipped: Bilingual("免做", "skip")
    case .rate: Bilingual("及时率", "rate")
    case .owed: Bilingual("应回访客户", "customers owed")
    case .inContact: Bilingual("联系到", "in contact")
    case .coverage: Bilingual("覆盖率", "coverage")
    case .promises: Bilingual("约定", "promises")
    case .promisesKept: Bilingual("约定按时", "promises kept")
    case .contacts: Bilingual("联系", "contacts")
    case .calls: Bilingual("拨打", "calls")
    case .reachRate: Bilingual("接通率", "reach rate")
    case .newCustomers: Bilingual("新客", "new")
    case .newVisited: Bilingual("新客来访", "new, visited")
    case .newReserved: Bilingual("新客认购", "new, reserved")
    case .newSigned: Bilingual("新客签约", "new, signed")
    case .visits: Bilingual("来访", "visits")
    case .reservations: Bilingual("认购", "res.")
    case .signings: Bilingual("签约", "sign.")
    case .casesOpened: Bilingual("新事项", "cases opened")
    case .casesClosed: Bilingual("办结事项", "cases closed")
    case .done: Bilingual("做了", "done")
    case .visitedAfter: Bilingual("之后来访", "visited after")
    }
  }
}
