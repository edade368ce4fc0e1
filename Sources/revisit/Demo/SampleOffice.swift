import Core
import PolicyFiles
import Store

/// A small office with a bit of everything, around a day: what `revisit demo` shows.
struct SampleOffice {
  let today: Day

  /// One customer's story, days counted from today.
  private struct Story {
    let name: String
    let source: Source
    let owner: String
    let facts: [(day: Int, time: String?, body: Fact.Body, note: String?)]
  }

  static let consultants = ["李明", "陈静"]
  /// The customer whose answer to `why` the demo shows.
  static let explained = "王芳"

  /// Makes the office in a new database at `path`.
  ///
  /// - Parameter isForTraining: its days may be replayed.
  static func make(
    at path: String, today: Day, office: String, isForTraining: Bool = false
  ) throws {
    let loaded = try loadPolicy("qnc")
    // Whatever the hour: a record that is still to come would speak against the clock.
    let operation = Operation(
      command: "init", user: User("周敏"), recorded: Moment(today, .midnight))
    _ = try Store.create(at: path, policies: PolicyForm.coding, operation) { transaction in
      try transaction.setOffice(.name, office)
      if isForTraining { try transaction.setOffice(.training, "1") }
      try transaction.adopt(loaded.policy, source: loaded.source, from: today - 60)
      try SampleOffice(today: today).fill(transaction)
    }
  }

  private func fill(_ transaction: Transaction) throws {
    _ = try transaction.addStaff("周敏", role: .manager)
    var staff: [String: StaffID] = [:]
    for name in SampleOffice.consultants {
      staff[name] = try transaction.addStaff(name, role: .consultant)
    }
    try transaction.addMilestone(.showFlat, on: today + 3)
    for (index, story) in SampleOffice.stories.enumerated() {
      try tell(story, phone: "1380000\(1001 + index)", staff[story.owner], transaction)
    }
  }

  private func tell(
    _ story: Story, phone: String, _ owner: StaffID?, _ transaction: Transaction
  ) throws {
    let first = story.facts.map(\.day).min() ?? 0
    let customer = try transaction.addCustomer(
      Profile(name: story.name, phones: [phone]), source: story.source, since: today + first,
      owner: owner)
    for fact in story.facts {
      var body = fact.body
      if case .contact(var contact) = body, contact.promised {
        contact.next = Moment(today)
        body = .contact(contact)
      }
      try transaction.append(
        to: customer, on: today + fact.day, at: fact.time.flatMap { TimeOfDay($0) }, body,
        staff: owner, note: fact.note)
    }
  }

  private static func call(
    _ channel: Channel = .phone, _ outcome: Outcome = .reached, promised: Bool = false
  ) -> Fact.Body {
    .contact(Contact(channel: channel, outcome: outcome, promised: promised))
  }

  private static let stories = [
    Story(
      name: "王芳", source: .visit, owner: "李明",
      facts: [
        (-5, "10:20", .event(.visit), nil), (-5, nil, .grade(.a), nil),
        (-5, "18:05", call(), "看中三室，嫌楼层低"), (-3, "16:10", call(.phone, .noAnswer), nil),
      ]),
    Story(
      name: "李娜", source: .visit, owner: "李明",
      facts: [
        (-8, "14:00", .event(.visit), nil), (-8, nil, .grade(.a), nil),
        (-8, nil, .tag(.key, true), nil), (-8, "17:30", call(), "喜欢样板房"),
        (-6, "10:40", call(), "在比较学区"), (-3, "10:15", call(), "问首付比例"),
      ]),
    Story(
      name: "欧阳修远", source: .callIn, owner: "李明",
      facts: [(0, "08:10", .event(.callIn), nil), (0, nil, .grade(.b), nil)]),
    Story(
      name: "𠮷田明", source: .visit, owner: "李明",
      facts: [(-7, "15:00", .event(.visit), nil), (-7, nil, .grade(.c), nil)]),
    Story(
      name: "单田芳", source: .visit, owner: "李明",
      facts: [
        (-4, "11:00", .event(.visit), nil), (-4, nil, .grade(.b), nil),
        (-4, "16:20", call(promised: true), "要按揭方案"),
      ]),
    Story(
      name: "赵强", source: .visit, owner: "李明",
      facts: [
        (-30, "10:00", .event(.visit), nil), (-30, nil, .grade(.a), nil),
        (-15, "14:00", .event(.reservation), nil), (-15, "17:00", call(), "道贺，无疑问"),
      ]),
    Story(
      name: "孙丽", source: .callIn, owner: "李明",
      facts: [
        (-12, "09:40", .event(.callIn), nil), (-12, nil, .grade(.b), nil),
        (-11, nil, .doNotContact(true), nil),
      ]),
    Story(
      name: "周杰", source: .visit, owner: "陈静",
      facts: [
        (-2, "10:00", .event(.visit), nil), (-2, nil, .grade(.b), nil),
        (-2, "16:00", call(), "要和家人商量"),
      ]),
    Story(
      name: "吴迪", source: .visit, owner: "陈静",
      facts: [
        (-40, "10:00", .event(.visit), nil), (-40, nil, .grade(.b), nil),
        (-40, nil, .tag(.leaderReferred, true), nil),
      ]),
  ]
}
