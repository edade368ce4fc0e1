import Core
import Store

/// What pictures of a report are made of, beside its tallies.
struct ChartFigures: Sendable {
  var ages = OverdueAges()
  var hours = ReachHours()
  /// What the coming two weeks ask for.
  var calls: [StaffID?: [DueCall]] = [:]

  static func += (a: inout ChartFigures, b: ChartFigures) {
    a.ages += b.ages
    a.hours += b.hours
    a.calls.merge(b.calls, uniquingKeysWith: +)
  }
}

enum ReportCharts {
  /// On time among what is past, of each row.
  static func rates(_ rows: [WeekReport.Row], _ language: Language) -> Chart {
    Chart(
      title: ChartWords.rates,
      body: .bars(
        rows.compactMap { row in
          guard let share = row.tally.rate.value, let percent = row.tally.rate.percent else {
            return nil
          }
          return Chart.Bar(label: row.name[language], share: share, text: "\(percent)%")
        }))
  }

  /// How far those came who first came in the period.
  static func funnel(_ tally: Tally, _ language: Language) -> Chart {
    let figures: [ReportFigure] = [.newCustomers, .newVisited, .newReserved, .newSigned]
    let counts = [tally.newCustomers, tally.newVisited, tally.newReserved, tally.newSigned]
    return Chart(
      title: WeekMessages.conversion,
      body: .bars(
        tally.newCustomers == 0
          ? []
          : zip(figures, counts).map { figure, count in
            Chart.Bar(
              label: figure.title[language], share: Double(count) / Double(tally.newCustomers),
              text: "\(count)")
          }))
  }

  static func ages(_ ages: OverdueAges, _ language: Language) -> Chart {
    let counts = ages.counts.values.reduce(OverdueAges.begins.map { _ in 0 }) { zip($0, $1).map(+) }
    let most = counts.max() ?? 0
    return Chart(
      title: ChartWords.ages,
      body: .bars(
        most == 0
          ? []
          : counts.enumerated().map { age, count in
            Chart.Bar(
              label: DailyMessages.age(OverdueAges.begins, age)[language],
              share: Double(count) / Double(most), text: "\(count)")
          }))
  }

  /// Each day's load, with a line at what can be done.
  static func load(_ plan: OfficePlan, _ language: Language) -> Chart {
    let days = plan.totals
    let most = days.map { max($0.due, $0.room) }.max() ?? 0
    return Chart(
      title: ChartWords.load,
      body: .bars(
        days.allSatisfy { $0.due == 0 }
          ? []
          : days.map { day in
            Chart.Bar(
              label: "\(day.day)".dropFirst(5) + " " + day.day.weekday.bilingual[language],
              share: Double(day.due) / Double(max(1, most)), text: "\(day.due)/\(day.room)",
              mark: Double(day.room) / Double(max(1, most)))
          }))
  }

  /// Of every hundred calls of an hour so many were answered.
  static func reach(_ hours: ReachHours, _ language: Language) -> Chart {
    let known = hours.hours
    return Chart(
      title: ChartWords.reach,
      body: .fields(
        rows: Weekday.allCases.map { $0.bilingual[language] }, columns: known.map { "\($0)" },
        Weekday.allCases.map { weekday in
          known.map { hour in
            let share = hours[weekday, hour]
            return share.percent.map { Chart.Field(share: share.value ?? 0, text: "\($0)") }
          }
        }))
  }
}
