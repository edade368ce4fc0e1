import Core

/// What both opinions on duties are asked about: an office's staff, policies and evidence.
struct DutyStory: Sendable {
  var reigns: [Reign]
  var milestones: [Milestone] = []
  var calendar = WorkCalendar.weekdays
  var leaves: [Leave] = []
  var members: [DutyMember]
  var deeds: [Deed] = []

  /// Each occurrence that the engine finds for those days, as a line of text.
  func engine(_ days: ClosedRange<Day>, now: Moment) -> [String] {
    DutyBook(
      reigns: reigns, milestones: milestones, calendar: calendar, daysOff: DaysOff(leaves),
      members: members
    ).obligations(due: days, at: now, deeds).map { owed in
      DutyAnswer.line(
        owed.duty, owed.subject, from: owed.from, opens: owed.opens, due: owed.due,
        found: owed.found, status: Self.text(owed.status), missedBefore: owed.missedBefore)
    }.sorted()
  }

  private static func text(_ status: DutyStatus) -> String {
    switch status {
    case .upcoming: "upcoming"
    case .due: "due"
    case .overdue: "overdue"
    case .done(let moment, let onTime): "\(onTime ? "done" : "late") \(moment)"
    case .missed: "missed"
    }
  }

  /// The stories that lack one thing.
  var smaller: [DutyStory] {
    func without<T>(_ path: WritableKeyPath<DutyStory, [T]>, least: Int = 0) -> [DutyStory] {
      let count = self[keyPath: path].count
      return count <= least
        ? []
        : (0..<count).map { index in
          var story = self
          story[keyPath: path].remove(at: index)
          return story
        }
    }
    var stories =
      without(\.deeds) + without(\.leaves) + without(\.milestones) + without(\.members)
      + without(\.reigns, least: 1)
    for index in reigns.indices {
      let reign = reigns[index]
      for place in reign.policy.duties.indices {
        var (story, policy) = (self, reign.policy)
        policy.duties.remove(at: place)
        story.reigns[index] = Reign(id: reign.id, policy: policy, from: reign.from)
        stories.append(story)
      }
    }
    if calendar.company.isEmpty { return stories }
    var story = self
    story.calendar = .weekdays
    return stories + [story]
  }
}

enum DutyAnswer {
  static func line(
    _ duty: Duty, _ subject: DutySubject, from: Day, opens: Day, due: Moment, found: Int,
    status: String, missedBefore: Int
  ) -> String {
    let who =
      switch subject {
      case .office: "office"
      case .role(let role): role.word(in: Vocabulary()).name
      case .staff(let id): "#\(id)"
      }
    return "\(due) \(duty.id) \(who) from \(from) opens \(opens) \(found)/\(duty.count) \(status)"
      + " x\(missedBefore)"
  }
}
