import ArgumentParser
import Core
import PolicyFiles
import Store

struct RehearsePolicy: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "rehearse", "用本案场的历史预演一份制度  A policy over the office's own history.",
    examples: "revisit policy rehearse yufu --from -7天 --to 昨天",
    "revisit policy rehearse 制度.yaml --from -7天 --to 昨天 --most 3")

  @OptionGroup var common: CommonOptions
  @OptionGroup var filling: FillingOption
  @Argument(
    help: ArgumentHelp("内置名或文件，合用的都写  Built in or files, side by side.", valueName: "制度"))
  var policies: [String]
  @Option(
    parsing: .unconditional, help: ArgumentHelp("第一天  The first day.", valueName: "DAY"))
  var from: String
  @Option(
    parsing: .unconditional, help: ArgumentHelp("最后一天  The last day.", valueName: "DAY"))
  var to: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("一周多于几次算太勤，默认 2  Calls a week that are too many.", valueName: "N"))
  var most: String = "2"

  func run(in office: Office) throws {
    let session = office.session
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
      trials: trials, days: days, most: most, names: try office.staffNames(), session: session)
    try session.answer(page.text)
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

/// Two policies over one stretch of the office's history, as a page.
struct RehearsalPage {
  struct Trial {
    let policy: String
    let result: Rehearsal
  }

  let trials: [Trial]
  let days: ClosedRange<Day>
  let most: Int
  let names: [StaffID: String]
  let session: Session

  var text: String {
    [
      session.say("预演  \(session.say(days))\n", "Rehearsal  \(session.say(days))\n"), summary,
      consultants, chart,
    ]
    .joined(separator: "\n")
  }

  private var summary: String {
    var table = Table(
      [Table.Column("")] + trials.map { Table.Column(visible($0.policy), right: true) })
    func row(_ zh: String, _ en: String, _ value: (Trial) -> Int) {
      table.add([session.say(zh, en)] + trials.map { String(value($0)) })
    }
    row("应打电话（人次）", "calls") { $0.result.total.values.reduce(0) { $0 + $1.calls } }
    row("应发消息（人次）", "messages") { $0.result.total.values.reduce(0) { $0 + $1.messages } }
    row("漏做", "missed") { $0.result.missed }
    row("迟做", "late") { $0.result.late }
    row("罚款（元）", "fines (yuan)") { $0.result.fines }
    row("一周多于 \(most) 次的客户", "customers over \(most) a week") { $0.result.crowded.count }
    return table.text(on: session.terminal)
  }

  /// Calls a week of each consultant, on the average.
  private var consultants: String {
    var table = Table(
      [Table.Column(session.say("每周电话", "calls a week"))]
        + trials.map { Table.Column(visible($0.policy), right: true) })
    let owners = Set(trials.flatMap { $0.result.weeks.keys })
    let inOrder = owners.sorted { ($0 ?? .max) < ($1 ?? .max) }
    for owner in inOrder {
      let name = owner.map { names[$0] ?? "#\($0)" } ?? session.say("无顾问", "nobody")
      table.add([name] + trials.map { average($0.result, owner) })
    }
    return table.text(on: session.terminal)
  }

  private func average(_ result: Rehearsal, _ owner: StaffID?) -> String {
    let calls = result.weeks[owner]?.values.reduce(0) { $0 + $1.calls } ?? 0
    let tenths = (calls * 10 + result.mondays.count / 2) / max(1, result.mondays.count)
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// One bar a week and policy.
  private var chart: String {
    let totals = trials.map(\.result.total)
    let top = totals.flatMap { $0.values.map(\.calls) }.max() ?? 0
    let room = 40
    let width = trials.map { Width.of($0.policy) }.max() ?? 0
    var lines = [session.say("每周电话，全案场", "Calls a week, whole office")]
    for monday in trials[0].result.mondays {
      for (trial, total) in zip(trials, totals) {
        let calls = total[monday]?.calls ?? 0
        let length = top == 0 ? 0 : (calls * room + top - 1) / top
        let bar = String(repeating: "#", count: length)
        lines.append(
          "\(monday.isoWeek)  \(Width.fit(visible(trial.policy), width))  \(bar) \(calls)")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
