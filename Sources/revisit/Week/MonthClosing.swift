import Core
import Store

extension Office {
  /// Closes a month (结账), with what its report says, or lets it take records again.
  func changeMonth(_ text: String?, isOpening: Bool) throws {
    try require(.closeMonth)
    guard let text else {
      throw Failure.usage(
        .missing("月份", example: "revisit report \(isOpening ? "open" : "close") 2026-10"))
    }
    let days = try session.month(text, at: "月份")
    let name = String("\(days.lowerBound)".dropLast(3))
    let known = try store.closedMonth(from: days.lowerBound)
    if isOpening {
      guard known != nil else { throw Failure.refusal(.monthNotClosed(name)) }
      try write("report open", headline: session.say(WeekMessages.opened(name)) + "\n") {
        try $0.open(monthFrom: days.lowerBound)
      }
    } else {
      guard days.upperBound < session.today else { throw Failure.refusal(.monthNotOver(name)) }
      if known != nil { throw Failure.refusal(.monthClosed(name)) }
      let month = ClosedMonth(days: days, report: try closing(Period(.month, days)))
      try write("report close", headline: session.say(WeekMessages.closed(name)) + "\n") {
        try $0.close(month)
      }
    }
    try session.answerRecorded(Aftermath.undoHint(session))
  }

  /// What the month's report says, in the order of `schema.sql`.
  private func closing(_ period: Period) throws -> String {
    let report = try self.report(
      ReportQuery(period: period, all: true, hasCharts: true), at: session.now)
    var listing = report.listing
    listing.heading.append(WeekMessages.closed(at: session.now, by: user.name))
    listing.facts.append(.init("closed", "结账", "closed", .moment(session.now)))
    let pages = Language.allCases.flatMap {
      [listing.page($0, on: Terminal(width: 80)), listing.html($0)]
    }
    return ([listing.json.text + "\n", listing.csv] + pages).joined(separator: "\u{1E}")
  }
}
