import Core
import Store
import Values

/// A section of the report that is asked for alone, and what is done with a month.
enum ReportPart: String {
  case forms, quota, stats, missed, birthdays, staff, policy, callbacks, coverage, loans, survey,
    close, open
}

/// What a report is asked for, read from the command line.
struct ReportParts {
  let part: ReportPart?
  /// The words behind the section: a policy's name, a period.
  let words: [String]
  let command: ReportCommand

  func listing(_ office: Office) throws -> Listing {
    let session = office.session
    let place = "时段"
    if let last = words.dropFirst(part == .policy ? 2 : 1).first {
      throw Failure.usage(.unexpected([last]))
    }
    if command.half {
      return try office.register(try session.halfMonth(words.first, at: "--half"))
    }
    if command.unlogged {
      return try office.lateEntries(session.week(words.first, at: place))
    }
    if command.callbackRate {
      let days = try words.first.map { try session.period($0, at: place) }
      return try office.rateReport(days ?? session.thisMonth).listing
    }
    if command.survey || part == .survey {
      let days = try words.first.map { try session.period($0, at: place) }
      return try office.surveyRound(days ?? session.today.quarter).listing
    }
    if command.loans || part == .loans {
      if let word = words.first { throw Failure.usage(.conflict("--loans", word)) }
      return try office.loanList()
    }
    return try section(office)
  }

  private func section(_ office: Office) throws -> Listing {
    switch part {
    case .stats: return try office.statistics(try statisticsQuery(office))
    case .missed:
      let days = try command.older.map { try readNumber($0, at: "--older", in: 0...3650) } ?? 7
      return try office.longMissed(olderThan: days, of: members(office))
    case .forms, .quota:
      let days = try period(office, .week).days
      let duties = try office.duties(
        office.engine(), from: days.lowerBound, at: office.session.now, for: .everyone)
      let items = duties?.due(days, at: office.session.now, areForms: part == .forms) ?? []
      return Listing(heading: [DueMessages.dated(days)], [.outcomes(items)])
    case .birthdays:
      return try office.birthdays(try period(office, .month).days, of: members(office))
    case .staff: return try office.staffReport(try query(office, .month))
    case .callbacks:
      let days = try period(office, .week).days
      return try office.register(days, of: members(office), isReport: true)
    case .policy:
      var query = try self.query(office, .month)
      query.division = .rule
      return try office.policyReport(query, named: policyName)
    case .coverage:
      return try office.report(try query(office, .week), at: office.session.now).coverageListing
    case nil, .loans, .survey, .close, .open:
      return try office.report(try query(office, .week), at: office.session.now).listing
    }
  }

  private func statisticsQuery(_ office: Office) throws -> StatisticsQuery {
    StatisticsQuery(
      by: try command.by.map { try readChoice($0, at: "--by") } ?? .source,
      days: words.isEmpty && !isPeriodGiven ? nil : try period(office, .month).days,
      members: try members(office))
  }

  /// What is asked of the report itself.
  func query(_ office: Office, _ usual: Period.Kind) throws -> ReportQuery {
    var query = ReportQuery(period: try period(office, usual))
    query.members = try members(office)
    query.all = command.all
    if let by = command.by {
      guard let division = ReportDivision.asked.first(where: { $0.rawValue == by }) else {
        throw Failure.value(
          "--by",
          .unknownWord(
            by, nearest: nearest(to: by, among: ReportDivision.asked.map(\.rawValue)),
            among: ReportDivision.asked.map(\.rawValue)))
      }
      query.division = division
    }
    query.hasCharts =
      command.format.format == Format.html.rawValue && query.members == nil
      && [.week, .month].contains(query.period.kind)
    query.figure = try command.explain.map { try readChoice($0, at: "--explain") }
    return query
  }

  private func members(_ office: Office) throws -> Set<StaffID>? {
    try command.consultant.map { names in
      Set(try listed(names).map { try office.staff($0, at: "--consultant").id })
    }
  }

  private var isPeriodGiven: Bool {
    command.from != nil || command.day || command.week || command.month || command.quarter
      || command.halfYear
  }

  /// The first word behind `policy`, where it is no period.
  private var policyName: String? {
    guard part == .policy, let word = words.first,
      (try? PeriodReader(today: .first).period(word)) == nil
    else { return nil }
    return word
  }

  private var periodWord: String? { policyName == nil ? words.first : words.dropFirst().first }

  private func period(_ office: Office, _ usual: Period.Kind) throws -> Period {
    let session = office.session
    if let from = command.from {
      if let word = periodWord { throw Failure.usage(.conflict("--from", word)) }
      let first = try session.day(from, at: "--from")
      let last = try command.to.map { try session.lastDay($0, from: first) } ?? session.today
      guard first <= last else {
        throw Failure.value("--to", .time(.past("\(last)", earliest: "\(first)")))
      }
      return Period(.range, first...last)
    }
    if command.to != nil { throw Failure.usage(.needs("--to", "--from")) }
    let kinds: [(Bool, Period.Kind)] = [
      (command.day, .day), (command.week, .week), (command.month, .month),
      (command.quarter, .quarter), (command.halfYear, .halfYear),
    ]
    if let kind = kinds.first(where: \.0)?.1 { return try session.period(kind, periodWord) }
    guard let word = periodWord else { return try session.period(usual, nil) }
    return try session.anyPeriod(word)
  }
}

extension ReportDivision {
  /// Those that can be asked for.
  static let asked: [ReportDivision] = [.source, .grade, .consultant]
}

extension Session {
  fileprivate var thisMonth: ClosedRange<Day> { today.startOfMonth...today.endOfMonth }

  /// A period of that kind; the present one without a text.
  func period(_ kind: Period.Kind, _ text: String?) throws(Failure) -> Period {
    switch kind {
    case .day:
      let day = try text.map { (text) throws(Failure) in try self.day(text, at: "--day") } ?? today
      return Period(.day, day...day)
    case .week: return Period(.week, try week(text, at: "--week"))
    case .month: return Period(.month, try month(text, at: "--month"))
    case .quarter:
      guard let text else { return Period(.quarter, today.quarter) }
      return Period(.quarter, try quarter(text, at: "--quarter"))
    case .halfYear: return try halfYear(text)
    case .range: return Period(.range, today...today)
    }
  }

  /// The six months before the April or October that is named; the last such without a text.
  private func halfYear(_ text: String?) throws(Failure) -> Period {
    let named = try month(text, at: "--half-year").lowerBound
    var first = named
    if text == nil {
      while ![4, 10].contains(first.civil.month) { first = (first - 1).startOfMonth }
    }
    guard [4, 10].contains(first.civil.month) else {
      throw .value("--half-year", .time(.noHalfYear(String("\(named)".dropLast(3)))))
    }
    return Period(.halfYear, (first.adding(months: -6) ?? first)...first - 1)
  }

  /// A day's week, or the week, the month, the quarter or the year that the text names.
  fileprivate func anyPeriod(_ text: String) throws(Failure) -> Period {
    guard let days = try? period(text, at: "时段") else {
      return Period(.week, try week(text, at: "时段"))
    }
    let first = days.lowerBound
    if days == first.isoWeek.days { return Period(.week, days) }
    if days == first...first.endOfMonth { return Period(.month, days) }
    return Period(days == first.quarter ? .quarter : .range, days)
  }
}

extension Office {
  /// What the whole office's report of a month said when that was closed; nil where it is open, or
  /// something else is asked.
  func closedReport(_ parts: ReportParts, _ format: Format) throws -> String? {
    guard parts.part == nil, parts.command.isPlain, format != .fields else { return nil }
    let query = try parts.query(self, .week)
    guard query.period.kind == .month,
      let month = try store.closedMonth(from: query.period.days.lowerBound)
    else { return nil }
    let forms = month.report.split(separator: "\u{1E}", omittingEmptySubsequences: false)
    let page = session.language == .zh ? 2 : 4
    let place =
      switch format {
      case .json: 0
      case .csv: 1
      case .table: page
      case .html, .fields: page + 1
      }
    return place < forms.count ? String(forms[place]) : nil
  }
}
