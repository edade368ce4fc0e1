import Core
import Store

extension WeekReport {
  /// The report as a value: what each consultant did, what was missed or late, the duties that were,
  /// and the problems that are open.
  var listing: Listing {
    Listing(
      heading: [WeekMessages.days(days, asOf, isTraining: isTraining)],
      facts: [
        .asOf(asOf), .from(days), .to(days),
      ],
      [
        consultants, missed, dutyFailures, openProblems, .outOfReach(outOfReach, at: asOf),
        .waiting(cases, at: asOf),
      ])
  }

  private typealias Line = (name: Cell, role: Word?, tally: Tally)

  private var consultants: Listing.Section {
    var section = Listing.Section(
      "consultants", rows.map { Line(.text($0.consultant), $0.role, $0.tally) },
      total: Line(.word("total", ListingMessages.total), nil, total),
      [.init("consultant", "顾问", "name", least: 2) { $0.name }] + WeekReport.counts
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

  private static var counts: [Listing.Field<Line>] {
    [
      count("due", "应回访", "due", \.due), count("on_time", "按时", "on time", \.onTime),
      count("late", "迟", "late", \.late), count("missed", "漏", "miss", \.missed),
      count("open", "未到期", "open", \.open), count("held", "暂缓", "held", \.held),
      count("skipped", "免做", "skip", \.skipped),
      .init("rate", "及时率", "rate", right: true, least: 2) { .share($0.tally.rate) },
      count("new_customers", "新客", "new", \.newCustomers),
      count("visits", "来访", "visits", \.visits),
      count("reservations", "认购", "res.", \.reservations),
      count("signings", "签约", "sign.", \.signings),
    ]
  }

  private static func count(
    _ key: String, _ zh: String, _ en: String, _ path: KeyPath<Tally, Int>
  ) -> Listing.Field<Line> {
    .init(key, zh, en, right: true, least: 2) { .number($0.tally[keyPath: path]) }
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
        .init("rules", "条款编号", "ids of the rules", shown: .data) {
          .list($0.rules.map { .text($0.id) })
        },
      ])
    section.leftOut = (more, "revisit report --week \(days.lowerBound.isoWeek) --all")
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
  fileprivate static func contacts(_ contacts: [Channel: Int]) -> Cell {
    .counts(
      Channel.allCases.compactMap { channel in
        contacts[channel].map { (channel.name, $0) }
      })
  }
}
