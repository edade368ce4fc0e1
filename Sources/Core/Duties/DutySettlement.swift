extension [DutySlot] {
  /// What became of the occurrences of one subject, in their order. `deeds` by their moment, all of
  /// them known at `now`.
  ///
  /// Each takes what lies in its own time, then, while it is short, late evidence; the rest of that
  /// counts for the next. The one entry of a log counts for its own time all the same.
  func settled(by deeds: [Deed], _ subject: DutySubject, at now: Moment) -> [DutyObligation] {
    let own = deeds.filter { $0.serves(subject) }
    var left = own.map(\.count)
    var first = 0
    var missed = 0
    return map { slot in
      while first < own.count, own[first].moment.day < slot.from { first += 1 }
      var found = 0
      var settledBy: Deed?
      for index in first..<own.count where own[index].kind == slot.duty.evidence.deed {
        let deed = own[index]
        if let closes = slot.closes, deed.moment.day >= closes, deed.moment.day > slot.due.day {
          break
        }
        let isLate = slot.due.isSurelyBefore(deed.moment)
        let taken = isLate ? Swift.min(left[index], slot.duty.count - found) : left[index]
        guard taken > 0 else { continue }
        if !isLate || !slot.duty.isLog { left[index] -= taken }
        if found < slot.duty.count, found + taken >= slot.duty.count { settledBy = deed }
        found += taken
      }
      let status = slot.status(settledBy, at: now)
      defer { missed = status == .missed ? missed + 1 : 0 }
      return DutyObligation(
        duty: slot.duty, subject: subject, from: slot.from, opens: slot.opens, due: slot.due,
        found: found, status: status, missedBefore: missed)
    }
  }
}

extension DutySlot {
  fileprivate func status(_ settledBy: Deed?, at now: Moment) -> DutyStatus {
    if let deed = settledBy {
      return .done(deed.moment, onTime: !due.isSurelyBefore(deed.moment))
    }
    if due.hasPassed(at: now) {
      return closes.map { $0 <= now.day } ?? false ? .missed : .overdue
    }
    return opens <= now.day ? .due : .upcoming
  }

  /// What takes more than one sitting is listed a week ahead.
  fileprivate var opens: Day { duty.takesTime ? Swift.max(from, due.day - 6) : due.day }
}

extension Duty {
  fileprivate var takesTime: Bool {
    if count > 1 { return true }
    if case .event = evidence { return true }
    if case .milestone = schedule { return true }
    return false
  }
}

extension Duty {
  /// A single entry of the ledger that tells of its own time, unlike a report or one of several.
  fileprivate var isLog: Bool {
    if case .ledger = evidence { count == 1 } else { false }
  }
}

extension Deed {
  /// Whether it may count for that subject. What a role or the office owes, anybody may do.
  fileprivate func serves(_ subject: DutySubject) -> Bool {
    switch subject {
    case .office, .role: true
    case .staff(let id): staff == id
    }
  }
}
