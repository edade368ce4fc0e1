import ArgumentParser
import Core
import PolicyFiles
import Store
import Values

struct RehearsePolicy: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "rehearse", "用本案场的历史预演一份制度  A policy over the office's own history.",
    examples: "revisit policy rehearse yufu --from -7天 --to 昨天",
    "revisit policy rehearse 制度.yaml --from -7天 --to 昨天 --most 3")

  @OptionGroup var common: CommonOptions
  @OptionGroup var filling: FillingOption
  @Argument("内置名或文件，合用的都写  Built in or files, side by side.", "制度") var policies: [String]
  @Option("第一天  The first day.", "DAY") var from: String
  @Option("最后一天  The last day.", "DAY") var to: String
  @Option("一周多于几次算太勤，默认 2  Calls a week that are too many.", "N") var most: String = "2"
  @OptionGroup var format: FormatOption

  func run(in office: Office) throws {
    let session = office.session
    let format = try format.read()
    let days = try session.span(from, at: "--from", to)
    guard days.upperBound <= session.today else {
      throw Failure.value("--to", .time(.future("\(days.upperBound)", now: "\(session.now)")))
    }
    let most = try readNumber(self.most, at: "--most", in: 1...50)
    let filling = try filling.read()
    let other = try office.load(policies, filling).policy
    let first = try office.store.reigns().map(\.from).min() ?? days.lowerBound
    let engines = try office.enginesSideBySide(other, from: min(first, days.lowerBound))
    let trials = try office.rehearse(engines, days, most: most)
    let page = RehearsalPage(
      trials: trials, days: days, most: most, names: try office.staffNames())
    try session.answer(page.listing, as: format)
  }
}

extension Office {
  /// Each engine over the same histories, read once.
  fileprivate func rehearse(
    _ engines: [(name: String, engine: Engine)], _ days: ClosedRange<Day>, most: Int
  ) throws -> [RehearsalPage.Trial] {
    let now = Moment(days.upperBound)
    let passes = engines.map { EnginePass($0.engine, at: now, days: days) }
    var results = engines.map { _ in Rehearsal(days: days, most: most) }
    try store.forEachHistory(
      in: .office, asOf: now, lost: true, activeSince: days.lowerBound
    ) { history in
      for index in passes.indices { results[index].add(passes[index].findings(of: history)) }
    }
    return zip(engines, results).map { RehearsalPage.Trial(policy: $0.name, result: $1) }
  }
}

/// Two policies over one stretch of the office's history.
struct RehearsalPage {
  struct Trial {
    let policy: String
    let result: Rehearsal
  }

  let trials: [Trial]
  let days: ClosedRange<Day>
  let most: Int
  let names: [StaffID: String]

  var listing: Listing {
    Listing(
      heading: [[Bilingual("预演", "Rehearsal"), DueMessages.dated(days)].joined(separator: "  ")],
      facts: [
        .from(days), .to(days),
        .init("most", "一周多于几次算太勤", "calls a week that are too many", .number(most)),
      ], [policies, consultants, weeks])
  }

  private var policies: Listing.Section {
    var section = Listing.Section(
      "policies", trials,
      [
        .init("policy", "制度", "policy") { .text($0.policy) },
        .init("calls", "应打电话（人次）", "calls") { .number($0.calls) },
        .init("messages", "应发消息（人次）", "messages") { .number($0.messages) },
        .init("missed", "漏做", "missed") { .number($0.result.missed) },
        .init("late", "迟做", "late") { .number($0.result.late) },
        .init("fines", "罚款（元）", "fines (yuan)") { .number($0.result.fines) },
        .init("crowded", "一周多于 \(most) 次的客户", "customers over \(most) a week") {
          .number($0.result.crowded.count)
        },
      ])
    section.isTurned = true
    return section
  }

  /// Calls a week of each consultant, on the average.
  private var consultants: Listing.Section {
    let owners = Set(trials.flatMap { $0.result.weeks.keys }).sorted { ($0 ?? .max) < ($1 ?? .max) }
    let lines = owners.flatMap { owner in trials.map { (owner: owner, trial: $0) } }
    return Listing.Section(
      "consultants", lines,
      [
        .init("consultant", "顾问", "consultant") { line in
          line.owner.map { .text(names[$0] ?? "#\($0)") } ?? .words(Bilingual("无顾问", "nobody"))
        },
        .init("policy", "制度", "policy") { .text($0.trial.policy) },
        .init("calls_a_week", "每周电话", "calls a week", right: true) {
          .text($0.trial.average($0.owner))
        },
      ])
  }

  /// One bar a week and policy, of at most forty columns.
  private var weeks: Listing.Section {
    let lines = (trials.first?.result.mondays ?? []).flatMap { monday in
      trials.map { (monday: monday, policy: $0.policy, calls: $0.total[monday]?.calls ?? 0) }
    }
    let top = max(1, lines.map(\.calls).max() ?? 0)
    return Listing.Section(
      "weeks", title: Bilingual("每周电话，全案场", "Calls a week, whole office"), lines,
      [
        .init("week", "周", "week") { .text("\($0.monday.isoWeek)") },
        .init("policy", "制度", "policy") { .text($0.policy) },
        .init("bar", shown: .page) {
          .text(String(repeating: "#", count: ($0.calls * 40 + top - 1) / top))
        },
        .init("calls", "电话", "calls", right: true) { .number($0.calls) },
      ])
  }
}

extension RehearsalPage.Trial {
  fileprivate var total: [Day: Rehearsal.Week] { result.total }
  fileprivate var calls: Int { total.values.reduce(0) { $0 + $1.calls } }
  fileprivate var messages: Int { total.values.reduce(0) { $0 + $1.messages } }

  /// Calls a week, with one decimal.
  fileprivate func average(_ owner: StaffID?) -> String {
    let calls = result.weeks[owner]?.values.reduce(0) { $0 + $1.calls } ?? 0
    let tenths = (calls * 10 + result.mondays.count / 2) / max(1, result.mondays.count)
    return "\(tenths / 10).\(tenths % 10)"
  }
}
