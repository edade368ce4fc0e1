package import Core

/// A key of a policy file with its value, as a file would write it in the words of the field.
package struct WrittenField: Hashable, Sendable {
  package let key: String
  package let value: String

  package init(_ key: String, _ value: String) {
    self.key = key
    self.value = value
  }
}

extension Policy {
  /// The policy's own keys.
  package var writtenSettings: [WrittenField] {
    let cap = weeklyCap.map { "\($0.value)\(named($0.clause))" }
    let fields: [WrittenField?] = [
      WrittenField("title", title), WrittenField("source", source),
      field("call_windows", callHours.written, named(callHours.clause)),
      cap.map { WrittenField("weekly_cap", $0) },
      WrittenField("aversion", "\(aversionFactor.value)\(named(aversionFactor.clause))"),
      capacity.map { WrittenField("capacity", "\($0)") },
      field("record", record.elements.map(\.chinese)), field("openings", openings),
      field("events", vocabulary.events.elements.map(\.chinese).sorted()),
      field("tags", vocabulary.tags.elements.map(\.chinese).sorted()),
    ]
    let others = addOns.flatMap { addOn -> [WrittenField?] in
      [
        WrittenField("includes", addOn.name),
        field(
          "\(addOn.name) call_windows", addOn.callHours.written, named(addOn.callHours.clause)),
        addOn.weeklyCap.map {
          WrittenField("\(addOn.name) weekly_cap", "\($0.value)\(named($0.clause))")
        },
      ]
    }
    let blanks = parameters.map { WrittenField("$\($0.name)", $0.value ?? "____") }
    return (fields + others).compactMap { $0 } + blanks
  }

  private func named(_ clause: String) -> String { clause.isEmpty ? "" : " (\(clause))" }

  private func field(_ key: String, _ values: [String], _ tail: String = "") -> WrittenField? {
    values.isEmpty ? nil : WrittenField(key, values.joined(separator: " ") + tail)
  }
}

extension Rule {
  /// The rule's keys; `name` gives the id of the rule with that index.
  package func written(naming name: (Int) -> String) -> [WrittenField] {
    let head = [
      WrittenField("article", article), WrittenField("says", says), WrittenField("talk", talk),
    ].filter { !$0.value.isEmpty }
    var tail: [WrittenField] = []
    if dayOff != .leave { tail.append(WrittenField("if_day_off", dayOff.rawValue)) }
    if !untilSteps.isEmpty { tail.append(WrittenField("until", untilSteps.joined)) }
    if !until.isEmpty { tail.append(WrittenField("until", until.joined)) }
    tail.append(WrittenField("channel", channels.written))
    if let hours { tail.append(WrittenField("at", "\(hours)")) }
    if expires { tail.append(WrittenField("expires", "true")) }
    if mandatory == schedule.isCadence { tail.append(WrittenField("mandatory", "\(mandatory)")) }
    if priority != 0 { tail.append(WrittenField("priority", "\(priority)")) }
    if fine != 0 { tail.append(WrittenField("fine", "\(fine)")) }
    switch settledBy {
    case .contact: break
    case .event(let kinds): tail.append(WrittenField("settled_by", "event: \(kinds.joined)"))
    case .step(let step): tail.append(WrittenField("settled_by", "step: \(step.chinese)"))
    }
    if let by { tail.append(WrittenField("by", by.chinese)) }
    if let message = message.written { tail.append(WrittenField("message", message)) }
    if !script.isEmpty { tail.append(WrittenField("script", script)) }
    if spreads { tail.append(WrittenField("spread", "true")) }
    if isWithGift { tail.append(WrittenField("gift", "true")) }
    if let distinctFrom { tail.append(WrittenField("distinct_from", name(distinctFrom))) }
    if margin > 0 { tail.insert(WrittenField("around", "\(margin)"), at: 0) }
    return head + [WrittenField("audience", audience.written)] + schedule.written(naming: name)
      + tail
  }
}

extension MessageChoice {
  /// `greeting`, or `开盘: launch, 封顶: topping_out`; nil where it names none.
  fileprivate var written: String? {
    let own =
      MilestoneKind.allCases.compactMap { kind in byMilestone[kind].map { (kind.chinese, $0) } }
      + Festival.allCases.compactMap { day in byFestival[day].map { (day.chinese, $0) } }
    if own.isEmpty { return usual.isEmpty ? nil : usual }
    let all = own + (usual.isEmpty ? [] : [(MessageChoice.other, usual)])
    return all.map { "\($0.0): \($0.1)" }.joined(separator: ", ")
  }

  /// The key of a map that stands for every other occasion.
  static let other = "其他"
}

extension Audience {
  /// `来源`-like keys with their terms; `all` where it asks nothing.
  package var written: String {
    let parts = [
      ("source", sources.joined), ("grade", grades.joined), ("stage", stages.joined),
      ("tag", anyTag.joined), ("not_tag", noTag.joined), ("has", has.joined),
      ("has_not", hasNot.joined),
    ]
    let asked = parts.filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" }
    return asked.isEmpty ? "all" : asked.joined(separator: ", ")
  }
}

extension Channels {
  package var written: String {
    if allowed.isEmpty { return "any" }
    return allOf ? "all_of: \(allowed.joined)" : allowed.joined
  }
}

extension Schedule {
  package func written(naming name: (Int) -> String) -> [WrittenField] {
    switch self {
    case .once(let trigger, let opens, let due):
      [
        WrittenField("after", trigger.written(naming: name)), WrittenField("opens", "\(opens)"),
        WrittenField("due", "\(due)"),
      ]
    case .onceAfter(let trigger, let rule, let due):
      [
        WrittenField("after", trigger.written(naming: name)),
        WrittenField("opens_after", name(rule)), WrittenField("due", "\(due)"),
      ]
    case .every(let cadence, .entry, .lastDone, Stretch()):
      [WrittenField("max_gap", cadence.written)]
    case .every(let cadence, let trigger, let anchor, let stretch):
      [
        WrittenField("after", trigger.written(naming: name)),
        WrittenField("every", cadence.written), WrittenField("anchor", anchor.rawValue),
      ] + stretch.written
    case .occasion(let occasion, let opens, let due): occasion.written(opens, due)
    }
  }
}

extension Stretch {
  fileprivate var written: [WrittenField] {
    let first = starts == .zero ? [] : [WrittenField("starts", "\(starts)")]
    return first + (ends.map { [WrittenField("ends", "\($0)")] } ?? [])
  }
}

extension Occasion {
  fileprivate func written(_ opens: Offset, _ due: Offset) -> [WrittenField] {
    var head: WrittenField
    switch self {
    case .festivals(let festivals): head = WrittenField("festivals", festivals.joined)
    case .companyHolidays(let festivals):
      head = WrittenField("company_holiday", festivals.joined)
    case .birthdays(let owners): head = WrittenField("birthday", owners.joined)
    case .milestones(let kinds):
      head = WrittenField("milestones", kinds.joined)
      if let lead = -(opens.plainDays ?? 1) as Int?, lead >= 0, opens.plainDays != nil,
        due == (lead == 0 ? 0 : -1)
      {
        return [head, WrittenField("lead", "\(lead)")]
      }
    }
    if opens == .zero, due == .zero { return [head] }
    return [head, WrittenField("opens", "\(opens)"), WrittenField("due", "\(due)")]
  }
}

extension Trigger {
  fileprivate func written(naming name: (Int) -> String) -> String {
    switch self {
    case .event(let kinds): kinds.joined
    case .first(let kind): "first: \(kind.chinese)"
    case .deal: "成交"
    case .rule(let index): "rule: \(name(index))"
    case .all(let kinds): "all: \(kinds.joined)"
    case .entry: "入档"
    case .step(let filter): filter.written
    }
  }
}

extension CaseFilter {
  fileprivate var written: String {
    let parts = [("of", kinds.joined), ("urgency", urgencies.joined)].filter { !$0.1.isEmpty }
    return (["case: \(step.chinese)"] + parts.map { "\($0.0): \($0.1)" })
      .joined(separator: ", ")
  }
}

extension CallHours {
  fileprivate var written: [String] {
    let days = weekdays.isEmpty ? [] : [weekdays.joined]
    return days + ranges.map(\.description)
  }
}

extension Cadence {
  package var written: String {
    switch self {
    case .days(let n): n % 7 == 0 ? "\(n / 7)w" : "\(n)d"
    case .months(let n): "\(n)m"
    case .years(let n, let leapDay): leapDay == .feb28 ? "\(n)y" : "\(n)y, leap_day: \(leapDay)"
    case .weekdays(let days, let weeks): "weekdays: \(days.joined), weeks: \(weeks)"
    case .isoWeeks(let odd, let days, let gap):
      "weekdays: \(days.joined), weeks: \(odd ? "odd" : "even")"
        + (gap > 0 ? ", min_gap_days: \(gap)" : "")
    case .monthDays(let months, 31): "month_ends: \(Cadence.list(months))"
    case .monthDays(let months, let day):
      "month_days: \(day)" + (months != .all ? ", months: \(Cadence.list(months))" : "")
    case .monthEnds(let n): n == 1 ? "month_ends" : "month_ends: \(n)"
    case .halfMonths: "half_months"
    case .halfMonthEnds: "half_month_ends"
    }
  }

  private static func list(_ months: MonthSet) -> String {
    months.numbers.map(String.init).joined(separator: " ")
  }
}

extension TermSet {
  fileprivate var joined: String { elements.map(\.chinese).joined(separator: " ") }
}
