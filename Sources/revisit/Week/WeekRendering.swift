import Core
import Intake
import Store

extension WeekReport {
  /// The report as a page.
  func text(_ language: Language, _ terminal: Terminal) -> String {
    let weekdays = WeekMessages.days(days, asOf)
    var parts = [weekdays[language] + "\n", table(language).text(on: terminal)]
    let contacts = WeekMessages.contacts(total.contacts)
    parts.append(contacts[language] + "\n")
    if !misses.isEmpty {
      parts.append(WeekMessages.missTitle[language] + "\n" + missTable(language).text(on: terminal))
      if more > 0 { parts.append(WeekMessages.more(more)[language] + "\n") }
    }
    if !duties.isEmpty {
      parts.append(
        DutyMessages.failures[language] + "\n" + dutyTable(language).text(on: terminal))
    }
    if !problems.isEmpty {
      parts.append(
        DutyMessages.problems[language] + "\n" + problemTable(language).text(on: terminal))
    }
    return parts.joined(separator: "\n")
  }

  private func dutyTable(_ language: Language) -> Table {
    var table = Table(
      WeekMessages.dutyColumns.map { Table.Column($0[language], least: 4) }, overflow: .below)
    for (item, times) in repeated {
      let obligation = item.obligation
      let result = DutyMessages.failure(obligation)[language]
      table.add([
        obligation.due.description, times > 1 ? "\(result) ×\(times)" : result,
        DutyMessages.holder(obligation.subject, item.staff)[language],
        [obligation.duty.id, obligation.duty.article, obligation.duty.says]
          .filter { !$0.isEmpty }.joined(separator: " "),
      ])
    }
    return table
  }

  /// What failed in the same way day after day is told once, from its first day on.
  private var repeated: [(item: DutyItem, times: Int)] {
    var rows: [(item: DutyItem, times: Int)] = []
    for item in duties {
      let result = DutyMessages.failure(item.obligation)
      let same = rows.firstIndex {
        $0.item.obligation.duty.id == item.obligation.duty.id && $0.item.staff == item.staff
          && DutyMessages.failure($0.item.obligation) == result
      }
      if let same { rows[same].times += 1 } else { rows.append((item, 1)) }
    }
    return rows
  }

  private func problemTable(_ language: Language) -> Table {
    var table = Table(
      WeekMessages.problemColumns.map { Table.Column($0[language], least: 4) }, overflow: .below)
    for line in problems {
      table.add([
        line.entry.moment.description, "\(line.entry.id)", line.staff ?? "",
        line.entry.kind + language.colon + line.entry.text,
      ])
    }
    return table
  }

  private func table(_ language: Language) -> Table {
    var table = Table(
      WeekMessages.columns.enumerated().map { index, title in
        Table.Column(title[language], right: index > 0, least: 2)
      })
    for row in rows { table.add([row.consultant] + row.tally.cells) }
    table.add([WeekMessages.total[language]] + total.cells, .bold)
    return table
  }

  private func missTable(_ language: Language) -> Table {
    var table = Table(WeekMessages.missColumns.map { Table.Column($0[language], least: 4) })
    for miss in misses {
      table.add([
        miss.due.description, WeekMessages.miss(isLate: miss.isLate)[language], miss.customer,
        miss.consultant, "\(miss.rule.id) \(miss.rule.article)",
      ])
    }
    return table
  }

  /// JSON, version 1.
  var json: JSON {
    .object([
      ("version", .int(1)), ("as_of", .string(asOf.description)),
      ("from", .string(days.lowerBound.description)), ("to", .string(days.upperBound.description)),
      (
        "consultants",
        .array(
          rows.map {
            .object(
              [("consultant", .string($0.consultant)), ("role", .optional($0.role?.name))]
                + $0.tally.members)
          })
      ),
      ("total", .object(total.members)),
      ("duties", .array(duties.map(\.json))),
      (
        "problems",
        .array(
          problems.map { line in
            .object([
              ("entry", .int(Int(line.entry.id))), ("kind", .string(line.entry.kind)),
              ("day", .string(line.entry.moment.description)), ("staff", .optional(line.staff)),
              ("text", .string(line.entry.text)),
            ])
          })
      ),
    ])
  }

  /// One row a consultant, then the total.
  var csv: String {
    let writer = CSVWriter(neutralisesFormulas: true)
    let names = ["consultant"] + Tally().members.dropLast().map(\.0) + Channel.allCases.map(\.name)
    let lines =
      rows.map { [$0.consultant] + $0.tally.csvCells } + [["total"] + total.csvCells]
    return ([names] + lines).map(writer.row).joined()
  }
}

extension Tally {
  fileprivate var members: [(String, JSON)] {
    [
      ("due", .int(due)), ("on_time", .int(onTime)), ("late", .int(late)),
      ("missed", .int(missed)), ("open", .int(open)), ("held", .int(held)),
      ("skipped", .int(skipped)), ("rate", .double(rate)), ("new_customers", .int(newCustomers)),
      ("visits", .int(visits)), ("reservations", .int(reservations)),
      ("signings", .int(signings)),
      (
        "contacts",
        .object(
          Channel.allCases.compactMap { channel in
            contacts[channel].map { (channel.name, .int($0)) }
          })
      ),
    ]
  }

  fileprivate var cells: [String] {
    [due, onTime, late, missed, open, held, skipped].map(String.init) + [percent]
      + [newCustomers, visits, reservations, signings].map(String.init)
  }

  fileprivate var csvCells: [String] {
    let counts = [due, onTime, late, missed, open, held, skipped].map(String.init)
    let events = [newCustomers, visits, reservations, signings].map(String.init)
    return counts + [rate.description] + events
      + Channel.allCases.map { String(contacts[$0] ?? 0) }
  }

  /// Whole percent, rounded down: 100% only where all is on time.
  private var percent: String { "\(Int(rate * 100))%" }
}
