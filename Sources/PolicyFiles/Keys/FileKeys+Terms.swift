import Core

// The keys of what holds for every rule of a policy: call windows, caps, the fields of a record.

extension Policy {
  static let terms: [FileKey] = [
    FileKey(
      .overlaying,
      .term(
        "call_windows", { $1(&$0.callHours) }, { $1(&$0.callHours) }, .callHours, stored: 6,
        help: [
          .file(
            ["call_windows", "hours", "days", "clause"], "约电时段，只作提示；几份合用取共同的时间",
            "the hours that suit a call; of several policies those they share",
            [
              "call_windows: {clause: 五 3, hours: [\"10:00-11:30\", \"15:30-17:00\"], days: [周一, 周二]}",
              "rules:", "  - {id: r-1, after: 来访, due: 0}",
            ], ["2026-11-02 来访"], on: "2026-11-02", owed: ["r-1"])
        ])),
    FileKey(
      .overlaying,
      .term(
        "weekly_cap", { $1(&$0.weeklyCap) }, { $1(&$0.weeklyCap) }, .weeklyCap, stored: 7,
        help: [
          .file(
            ["weekly_cap", "times"], "每周最多联系几次；满了的反复类等到下周一",
            "contacts a week; a cadence over it waits for Monday",
            ["weekly_cap: {times: 2}", "rules:", "  - {id: r-1, after: 来访, every: 3d}"],
            ["2026-11-02 来访", "2026-11-02 电话 接通", "2026-11-03 电话 接通"], on: "2026-11-06")
        ])),
    FileKey(
      .overlaying,
      .term(
        "aversion", { $1(&$0.aversionFactor) }, { $1(&$0.aversionFactor) }, .aversion, stored: 8,
        help: [
          .file(
            ["aversion", "factor"], "反感来电的客户：电话改短信，间隔乘几",
            "averse customers: the interval times that",
            [
              "aversion: {factor: 2}", "rules:",
              "  - {id: r-1, after: 来访, every: 7d, channel: 电话}",
            ], ["2026-11-05 来访", "2026-11-06 反感"], on: "2026-11-19", owed: ["r-1 2026-11-19"])
        ])),
    FileKey(.replacing, beforeHoliday),
    FileKey(.replacing, attempts),
    FileKey(.replacing, capacity),
    FileKey(.replacing, appointmentGrace),
    FileKey(.replacing, classify),
    FileKey(.replacing, record),
    FileKey(
      .replacing,
      KeyDescription(
        ["openings"],
        read: { reader, settings, policy in
          policy.openings +=
            settings["openings"].map { reader.texts($0, key: "openings").map(\.text) } ?? []
        },
        write: { policy, _ in
          policy.openings.isEmpty ? [] : [KeyValue("openings", .list(policy.openings))]
        },
        stored: [
          StoredPart(10) { coder, policy in
            coder.code(&policy.openings, blank: "") { $0.code(&$1) }
          }
        ])),
    FileKey(
      .overlaying,
      KeyDescription(
        ["frame"],
        read: { reader, settings, policy in
          guard let frame = settings["frame"].flatMap({ reader.frame($0) }) else { return }
          policy.frames.append(frame)
        },
        write: { policy, naming in
          policy.frames.filter { $0.addOn == nil }.map {
            KeyValue("frame", shown: nil, file: .map(Frame.keys.written($0, naming: naming)))
          }
        },
        stored: [
          StoredPart(17) { coder, policy in
            coder.code(&policy.frames, blank: Frame()) { $0.code(&$1, by: Frame.form) }
          }
        ])),
    FileKey(.replacing, textHours),
  ]

  /// A consultant has one day for a policy and its add-ons.
  private static let capacity = KeyDescription<Policy>(
    ["capacity"],
    read: { reader, settings, policy in
      let own = settings["capacity"].flatMap { reader.number($0, key: "capacity", in: 1...1000) }
      policy.capacity = [policy.capacity, own].compactMap { $0 }.min()
    },
    write: { policy, _ in policy.capacity.map { [KeyValue("capacity", "\($0)")] } ?? [] },
    stored: [
      StoredPart(19) { coder, policy in coder.code(&policy.capacity, blank: 0) { $0.code(&$1) } }
    ])

  private static let beforeHoliday = KeyDescription<Policy>(
    ["before_holiday"],
    help: [
      .file(
        ["before_holiday"], "公司放假里到期的反复类，放假前七天内做一次，节后从放假末日起算；不写则顺延到放假后头一天",
        "what a cadence asks for in a company holiday is done once in the week before; else after it",
        ["before_holiday: true", "rules:", "  - {id: r-1, after: 来访, every: 7d}"],
        ["2027-01-25 来访"], on: "2027-01-30", owed: ["r-1 2027-01-29..2027-02-04"]
      ).with(holidays: ["2027-02-05 至 2027-02-12 春节放假"])
    ],
    read: { reader, settings, policy in
      guard let tree = settings["before_holiday"],
        let flag = reader.flag(tree, key: "before_holiday")
      else { return }
      if let addOn = reader.addOn {
        policy.addOns[addOn].beforeHoliday = flag
      } else {
        policy.beforeHoliday = flag
      }
    },
    write: { policy, _ in policy.beforeHoliday ? [KeyValue("before_holiday", "true")] : [] },
    stored: [
      StoredPart(70, since: 8) { coder, policy in
        var flags = [policy.beforeHoliday] + policy.addOns.map(\.beforeHoliday)
        coder.code(&flags, blank: false) { $0.code(&$1) }
        policy.beforeHoliday = flags.first ?? false
        for (index, flag) in zip(policy.addOns.indices, flags.dropFirst()) {
          policy.addOns[index].beforeHoliday = flag
        }
      }
    ])

  private static let record = KeyDescription<Policy>(
    ["record"],
    help: [
      .file(
        ["record", "openings"], "回访记录必须写的；打电话的由头，节日是一周内的那个",
        "what a record must hold; how to open a call",
        [
          "record: [时间, 内容, 意向]", "openings: [天气, 优惠]", "rules:",
          "  - {id: r-1, after: 来访, due: 0}",
        ], ["2026-11-02 来访"], on: "2026-11-02", owed: ["r-1"])
    ],
    read: { reader, settings, policy in
      guard let tree = settings["record"] else { return }
      let own: TermSet<RecordField> = reader.terms(tree, key: "record")
      if let addOn = reader.addOn {
        policy.addOns[addOn].record = own
      } else {
        policy.record = own
      }
    },
    write: { policy, _ in
      policy.record.isEmpty ? [] : [KeyValue("record", .list(policy.record.names))]
    },
    stored: [
      StoredPart(9) { $0.code(&$1.record) },
      StoredPart(51, since: 7) { coder, policy in
        var records = policy.addOns.map(\.record)
        coder.code(&records, blank: []) { $0.code(&$1) }
        for (index, record) in zip(policy.addOns.indices, records) {
          policy.addOns[index].record = record
        }
      },
    ])
}

// MARK: - Call windows and limits

enum WindowKey: String, CaseIterable, Hashable, Sendable {
  case clause, hours, days
}

enum CapKey: String, CaseIterable, Hashable, Sendable {
  case clause, times
}

enum AversionKey: String, CaseIterable, Hashable, Sendable {
  case clause, factor
}

extension ValueForm<CallHours> {
  fileprivate static var callHours: Self {
    Self(
      read: { reader, tree, _ in reader.callHours(tree) }, write: { hours, _ in hours.value },
      code: { $0.code(&$1) })
  }
}

extension ValueForm<Limit?> {
  static var weeklyCap: Self {
    Self(
      read: { reader, tree, _ in reader.weeklyCap(tree) }, write: { cap, _ in cap?.capValue },
      code: { coder, cap in coder.code(&cap, blank: Limit(value: 0, clause: "")) { $0.code(&$1) } })
  }
}

extension ValueForm<Limit> {
  fileprivate static var aversion: Self {
    Self(
      read: { reader, tree, _ in reader.aversionFactor(tree) },
      write: { limit, _ in limit.value(as: "factor") }, code: { $0.code(&$1) })
  }
}

extension Limit {
  var capValue: FileValue { value(as: "times") }

  func value(as key: String) -> FileValue {
    let pairs = [KeyValue(key, "\(value)")] + (clause.isEmpty ? [] : [KeyValue("clause", clause)])
    return .map(pairs, shown: "\(value)\(clause.isEmpty ? "" : " (\(clause))")")
  }
}

extension CallHours {
  var value: FileValue? {
    if isAny { return nil }
    let hours = ranges.map(\.description)
    var pairs = [KeyValue("hours", .list(hours))]
    if !weekdays.isEmpty { pairs.append(KeyValue("days", .list(weekdays.names))) }
    if !clause.isEmpty { pairs.append(KeyValue("clause", clause)) }
    let days = weekdays.isEmpty ? [] : [weekdays.names.joined(separator: " ")]
    let shown = (days + hours).joined(separator: " ")
    return .map(pairs, shown: shown + (clause.isEmpty ? "" : " (\(clause))"))
  }
}

extension Reader {
  fileprivate mutating func callHours(_ tree: Tree) -> CallHours? {
    guard let entries = map(tree, key: "call_windows") else { return nil }
    let fields: Fields<WindowKey> = fields(entries)
    guard let list = fields[.hours] else {
      report(.key(.missing("hours", of: "call_windows")), at: tree.place)
      return nil
    }
    return CallHours(
      ranges: texts(list, key: "hours").compactMap { hours($0.text, key: "hours", at: $0.place) },
      weekdays: fields[.days].map { terms($0, key: "days") } ?? [],
      clause: fields[.clause].flatMap { text($0, key: "clause") } ?? "")
  }

  /// Clock hours alone: `2h`.
  /// A cap without `times` names the clause that an office's own number would stand on.
  fileprivate mutating func weeklyCap(_ tree: Tree) -> Limit? {
    guard let entries = map(tree, key: "weekly_cap") else { return nil }
    let fields: Fields<CapKey> = fields(entries)
    let clause = fields[.clause].flatMap { text($0, key: "clause") } ?? ""
    return fields[.times].flatMap { number($0, key: "times", in: 1...50) }
      .map { Limit(value: $0, clause: clause) }
  }

  fileprivate mutating func aversionFactor(_ tree: Tree) -> Limit? {
    guard let entries = map(tree, key: "aversion") else { return nil }
    let fields: Fields<AversionKey> = fields(entries)
    let clause = fields[.clause].flatMap { text($0, key: "clause") } ?? ""
    guard let factor = fields[.factor] else {
      report(.key(.missing("factor", of: "aversion")), at: tree.place)
      return nil
    }
    return number(factor, key: "factor", in: 1...10).map { Limit(value: $0, clause: clause) }
  }
}

extension FormCoder {
  mutating func code(_ hours: inout CallHours) {
    code(&hours.ranges)
    code(&hours.weekdays)
    code(&hours.clause)
  }

  mutating func code(_ limit: inout Limit) {
    code(&limit.value)
    code(&limit.clause)
  }
}
