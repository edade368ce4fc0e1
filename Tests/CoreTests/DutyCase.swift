import Core
import Testing

/// An office of 李明 (1) and 周敏 (2), consultants, and 孙客服 (3) with one duty.
struct DutyCase {
  var duty: Duty
  var from = "2026-11-01"
  var milestones: [Milestone] = []
  var calendar = WorkCalendar.weekdays
  var leaves: [Leave] = []
  var members = [
    DutyMember(id: 1, role: .consultant, since: day("2026-11-01")),
    DutyMember(id: 2, role: .consultant, since: day("2026-11-20")),
    DutyMember(id: 3, role: .service, since: day("2026-11-01")),
  ]
  var deeds: [Deed] = []

  init(_ duty: Duty) { self.duty = duty }

  mutating func did(_ when: String, by staff: StaffID = 1, _ count: Int = 1) throws {
    deeds.append(Deed(duty.evidence.deed, try moment(when), by: staff, count: count))
  }

  func book() throws -> DutyBook {
    let policy = Policy(name: "p", duties: [duty])
    return DutyBook(
      reigns: [Reign(id: 1, policy: policy, from: day(from))], milestones: milestones,
      calendar: calendar, daysOff: DaysOff(leaves), members: members)
  }

  /// Each occurrence due on those days, of everybody or of one member.
  func owed(_ first: String, _ last: String, at now: String, of staff: StaffID? = nil) throws
    -> [String]
  {
    try book().obligations(due: day(first)...day(last), at: try moment(now), deeds) { subject in
      staff.map { subject == .staff($0) } ?? true
    }.map(\.text)
  }
}

extension DutyObligation {
  var text: String {
    let who =
      switch subject {
      case .office: ""
      case .role(let role): " \(role.word(in: Vocabulary()).name)"
      case .staff(let id): " #\(id)"
      }
    let missed = missedBefore > 0 ? " x\(missedBefore)" : ""
    return "\(due)\(who) \(found)/\(duty.count) \(status.text)\(missed)"
  }
}

extension DutyStatus {
  var text: String {
    switch self {
    case .upcoming: "upcoming"
    case .due: "due"
    case .overdue: "overdue"
    case .done(_, let onTime): onTime ? "done" : "late"
    case .missed: "missed"
    }
  }
}

extension Policy {
  init(name: String, duties: [Duty]) {
    self.init(name: name)
    self.duties = duties
  }
}
