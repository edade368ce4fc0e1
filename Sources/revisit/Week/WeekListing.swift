import Core
import Store

extension WeekReport {
  /// The report as a value: what each consultant did, beside the period before; how far new customers
  /// came; what was missed or late, the duties that were, and the problems that are open.
  var listing: Listing {
    let whole = [
      missed, dutyFailures, openProblems, .outOfReach(outOfReach, at: asOf),
      .waiting(cases, at: asOf),
    ]
    var listing = Listing(
      heading: [WeekMessages.days(period, asOf, isTraining: isTraining)],
      facts: [
        .asOf(asOf), .from(days), .to(days),
        .init("before", "上期", "the period before", before, beforeFields),
      ],
      [explained].compactMap { $0 } + [consultants, comparison, conversion, channels] + whole)
    listing.charts = charts
    return listing
  }

  private typealias Line = (name: Cell, role: Word?, tally: Tally)

  private var beforeFields: [Listing.Field<Tally>] {
    let days = period.before
    return [
      .init("from", "自", "from") { _ in .day(days.lowerBound) },
      .init("to", "至", "to") { _ in .day(days.upperBound) },
    ]
      + ReportFigure.allCases.map { figure in
        .init(figure.rawValue, figure.title) { .figure(figure, $0) }
      }
  }

  private var consultants: Listing.Section {
    var section = Listing.Section(
      "consultants", rows.map { Line(.word($0.key, $0.name), $0.role, $0.tally) },
      total: Line(.word("total", ListingMessages.total), nil, total),
      [.init(division.rawValue, division.title, least: 2) { $0.name }]
        + WeekReport.shown.map { WeekReport.column($0) }
        + ReportFigure.allCases.filter { !WeekReport.shown.contains($0) && $0 != .contacts }.map {
          WeekReport.column($0, shown: .data)
        }
        + [
          .init("role", "岗位", "role", shown: .data) { $0.role.map { .word($0) } ?? .empty },
          .init(
            "contacts", "联系几次，按方式", "contacts by channel", shown: .data,
            parts: Channel.allCases.map(\.name)
          ) {
            .contacts($0.tally.contacts)
          },
        ])
    section.notes = [WeekMessages.contacts(total.contacts)]
    return section
  }

  /// The figures for which a page has room beside one another.
  private static let shown: [ReportFigure] = [
    .due, .onTime, .late, .missed, .open, .held, .skipped, .rate, .newCustomers, .visits,
    .reservations, .signings,
  ]

  private static func column(
    _ figure: ReportFigure, shown: Listing.Column.Place = .everywhere
  ) -> Listing.Field<Line> {
    .init(figure.rawValue, figure.title, right: true, least: 2, shown: shown) {
      .figure(figure, $0.tally)
    }
  }

  /// Every figure that is something in one of the two periods.
  private var comparison: Listing.Section {
    let none = Tally()
    let figures = ReportFigure.allCases.filter {
      $0.value(of: total) != $0.value(of: none) || $0.value(of: before) != $0.value(of: none)
    }
    return Listing.Section(
      "figures", title: WeekMessages.comparison, figures,
      [
        .init("figure", "项目", "figure") { .word($0.rawValue, $0.title) },
        .init("value", "本期", "now", right: true) { .figure($0, total) },
        .init("before", WeekMessages.before(period.before), right: true) { .figure($0, before) },
      ])
  }

  private var conversion: Listing.Section {
    Listing.Section(
      "conversion", title: WeekMessages.conversion,
      rows.filter { $0.tally.newCustomers > 0 },
      [.init(division.rawValue, division.title, least: 2) { .word($0.key, $0.name) }]
        + [ReportFigure.newCustomers, .newVisited, .newReserved, .newSigned].map { figure in
          Listing.Field<Row>(figure.rawValue, figure.title, right: true, least: 2) {
            .figure(figure, $0.tally)
          }
        })
  }

  private var channels: Listing.Section {
    let contacts = total.contacts
    return Listing.Section(
      "channels", title: WeekMessages.channels, Channel.allCases.filter { contacts[$0] > 0 },
      [
        .init("channel", "方式", "channel", least: 4) { .term($0) },
        .init("contacts", "联系", "contacts", right: true, least: 2) { .number(contacts[$0]) },
      ]
        + Outcome.allCases.map { outcome in
          Listing.Field<Channel>(outcome.name, outcome.bilingual, right: true, least: 2) {
            channel in
            let count = contacts[channel, outcome]
            let text = count == 0 ? "" : String(count)
            return .told(.int(count), Bilingual(text, text))
          }
        })
  }

  private var explained: Listing.Section? {
    explanation.map { explanation in
      let value: Bilingual =
        switch explanation.figure.value(of: total) {
        case .number(let number): Bilingual("\(number)", "\(number)")
        case .share(let share): WeekMessages.shown(share)
        }
      return Listing.Section(
        "evidence",
        title: WeekMessages.explained(explanation.figure, value, of: explanation.lines.count),
        explanation.lines, ifEmpty: WeekMessages.explained(explanation.figure, value, of: 0),
        [
          .init("day", "日期", "day", least: 10) { .day($0.day) },
          .init("customer", "客户", "customer", least: 7) { .text(number($0.customer)) },
          .init("name", "姓名", "name", shown: .joined) { .text($0.name) },
          .init("holder", "谁", "who", least: 4) { .text($0.holder) },
          .init("what", "什么", "what", least: 4) { .word($0.what.en, $0.what) },
        ])
    }
  }

  private var missed: Listing.Section {
    var section = Listing.Section(
      "misses", title: WeekMessages.missTitle, misses,
      [
        .init("due", "应做日", "due", least: 4) { .moment($0.due) },
        .init("result", "结果", "result", least: 4) { miss in
          .word(miss.isLate ? "late" : "missed", WeekMessages.miss(isLate: miss.isLate))
        },
        .init("customer", "客户", "customer", least: 4) { .text(number($0.customer)) },
        .init("name", "姓名", "name", shown: .joined) { .text($0.name) },
        .init("consultant", "顾问", "consultant", least: 4) { .text($0.consultant) },
        .init("rule", "条款", "rule", least: 4) { miss in
          let names = miss.rules.map(\.called).joined(separator: Bilingual("、", ", "))
          return .word(miss.rules.first?.id ?? "", names)
        },
        .init("article", "条文号", "article", shown: .joined) { miss in
          .text(miss.rules.map(\.article).filter { !$0.isEmpty }.joined(separator: " "))
        },
        .init("why", "原因", "why", least: 4) {
          .word($0.why.name, WeekMessages.why($0.why))
        },
        .init("rules", "条款编号", "ids of the rules", shown: .data) {
          .list($0.rules.map { .text($0.id) })
        },
      ])
    section.leftOut = (more, "revisit report \(period.words) --all")
    return section
  }

  private var dutyFailures: Listing.Section {
    var section = Listing.Section(
      "duties", title: DutyMessages.failures, duties,
      [
        .init("due", "应做日", "due", least: 4) { .moment($0.obligation.due) },
        .init("result", "结果", "result", least: 4, shown: .page) {
          .words(DutyMessages.failure($0.obligation))
        },
        .init("who", "谁", "who", least: 4, shown: .page) {
          .words(DutyMessages.holder($0.role, $0.staff))
        },
        .init("duty", "条款", "duty", least: 4) { .duty($0.obligation.duty) },
        .init("article", "条文号", "article", shown: .joined) { .text($0.obligation.duty.article) },
        .init("says", "条文", "what the policy says", shown: .joined) {
          .text($0.obligation.duty.says)
        },
      ] + DutyItem.details)
    section.overflow = .below
    section.tellsRepeatsOnce = true
    return section
  }

  private var openProblems: Listing.Section {
    var section = Listing.Section(
      "problems", title: DutyMessages.problems, problems,
      [
        .init("day", "发现", "found", least: 4) { .moment($0.entry.moment) },
        .init("entry", "编号", "No.", least: 4) { .number(Int($0.entry.id)) },
        .init("staff", "谁", "who", least: 4) { .optional($0.staff) },
        .init("problem", "问题", "problem", least: 4, shown: .page) { line in
          .words(DutyMessages.problem(line.entry))
        },
        .init("kind", "种类", "kind", shown: .data) { .text($0.entry.kind) },
        .init("text", "内容", "text", shown: .data) { .text($0.entry.text) },
      ])
    section.overflow = .below
    return section
  }
}

extension Cell {
  static func figure(_ figure: ReportFigure, _ tally: Tally) -> Cell {
    switch figure.value(of: tally) {
    case .number(let number): .number(number)
    case .share(let share): .share(share)
    }
  }

  fileprivate static func contacts(_ contacts: ContactCounts) -> Cell {
    .counts(
      Channel.allCases.filter { contacts[$0] > 0 }.map { ($0.name, contacts[$0]) })
  }
}

extension ReportDivision {
  fileprivate var title: Bilingual {
    switch self {
    case .consultant: Bilingual("顾问", "name")
    case .rule: Bilingual("条款", "rule")
    case .source: WeekMessages.source
    case .grade: WeekMessages.grade
    }
  }
}

extension Period {
  /// What asks for it on the command line.
  var words: String {
    let first = days.lowerBound
    return switch kind {
    case .day: "--day \(first)"
    case .week: "--week \(first.isoWeek)"
    case .month: "--month \("\(first)".dropLast(3))"
    case .quarter: "--quarter \(first.year)Q\((first.civil.month + 2) / 3)"
    case .halfYear: "--half-year \("\(days.upperBound + 1)".dropLast(3))"
    case .range: "--from \(first) --to \(days.upperBound)"
    }
  }
}
