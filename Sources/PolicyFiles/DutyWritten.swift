package import Core

extension Duty {
  /// The duty's keys, as a file would write them.
  package var written: [WrittenField] {
    var fields = [WrittenField("article", article), WrittenField("says", says)]
      .filter { !$0.value.isEmpty }
    fields.append(WrittenField("who", holder.written))
    switch schedule {
    case .series(let cadence, let workdaysOnly):
      fields.append(WrittenField("every", cadence.written))
      if workdaysOnly { fields.append(WrittenField("workdays", "true")) }
    case .milestone(let kinds, let due):
      let names = kinds.elements.map(\.chinese).joined(separator: " ")
      fields += [WrittenField("milestones", names), WrittenField("due", "\(due)")]
    }
    if dayOff != .leave { fields.append(WrittenField("if_day_off", dayOff.rawValue)) }
    if let until { fields.append(WrittenField("at", "00:00-\(until)")) }
    fields.append(
      WrittenField("settled_by", evidence.written + (count > 1 ? ", count: \(count)" : "")))
    return fields
  }
}

extension DutyHolder {
  fileprivate var written: String {
    switch self {
    case .office: "案场"
    case .role(let role, let any): role.chinese + (any ? ", any: true" : "")
    }
  }
}

extension Evidence {
  fileprivate var written: String {
    switch self {
    case .ledger(let kind): "ledger: \(kind)"
    case .report(let name): "report: \(name)"
    case .event(let kind): "event: \(kind.chinese)"
    }
  }
}
