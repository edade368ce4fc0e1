import Core

/// A key of a policy file.
struct FileKey: Sendable {
  /// What a file that extends another does with what it finds there.
  enum Layering: Hashable, Sendable {
    /// Its own value stands instead.
    case replacing
    /// Its own keys stand instead of those of the same names, the others stay.
    case overlaying
    /// A list: its own words stand behind.
    case appending
    case audiences, parameters
    case items(ItemList)
    /// It says how files go together, and is no part of what they say.
    case joining
    /// As `joining`, and only where there is another file.
    case altering
  }

  let layering: Layering
  let description: KeyDescription<Policy>

  init(_ layering: Layering, _ description: KeyDescription<Policy>) {
    self.layering = layering
    self.description = description
  }

  var name: String { description.names[0] }
}

extension Policy {
  static let fileKeys: [FileKey] = heading + joining + terms + words + lists

  /// The policy's own keys, as people are shown them and as a file would have them.
  package var keyValues: [KeyValue] {
    let own = Policy.fileKeys.map(\.description).written(self, naming: Naming(self))
    let others = addOns.flatMap { addOn -> [KeyValue] in
      let cap = addOn.weeklyCap.map { KeyValue("\(addOn.name) weekly_cap", $0.capValue) }
      let hours = addOn.callHours.value.map { KeyValue("\(addOn.name) call_windows", $0) }
      let record =
        addOn.record.isEmpty
        ? nil : KeyValue("\(addOn.name) record", .list(addOn.record.names))
      let ahead = addOn.beforeHoliday ? KeyValue("\(addOn.name) before_holiday", "true") : nil
      return [KeyValue("includes", addOn.name)] + [hours, cap, ahead, record].compactMap { $0 }
    }
    let blanks = parameters.map { KeyValue("$\($0.name)", shown: $0.value ?? "____", file: nil) }
    return own + others + blanks
  }

  private static let heading: [FileKey] = [
    FileKey(
      .replacing,
      .term(
        "policy", { $1(&$0.name) }, { $1(&$0.name) }, .text, stored: 0, isShown: false,
        help: [
          .file(
            ["policy", "title", "source", "rules"], "制度的短名、全名、出处、规则",
            "the policy's name, its title, where it is from, its rules",
            [
              "title: 本案回访制度", "source: 营销部 2026-11", "rules:",
              "  - {id: r-1, after: 来访, due: 0}",
            ],
            ["2026-11-02 来访"], on: "2026-11-02", owed: ["r-1 2026-11-02"])
        ])),
    FileKey(.replacing, .term("title", { $1(&$0.title) }, { $1(&$0.title) }, .text, stored: 1)),
    FileKey(
      .replacing,
      KeyDescription(
        ["source"],
        read: { reader, settings, policy in
          guard reader.addOn == nil, let tree = settings["source"] else { return }
          policy.source = reader.text(tree, key: "source") ?? ""
        },
        write: { policy, _ in policy.source.isEmpty ? [] : [KeyValue("source", policy.source)] },
        stored: [StoredPart(2) { $0.code(&$1.source) }])),
  ]

  private static let joining: [FileKey] = [
    FileKey(
      .joining,
      KeyDescription(
        ["extends"],
        help: [
          .file(
            ["extends", "change", "off"], "在另一份上改：change 改几个键，off 停用",
            "vary another policy: change alters keys, off takes rules away",
            ["extends: qnc", "off: [qnc-2.1.1]", "change:", "  - {id: qnc-2.1.2, due: 2}"],
            ["2026-11-02 来访", "2026-11-02 级别 A"], on: "2026-11-03",
            owed: ["qnc-2.1.2 2026-11-03..2026-11-04"])
        ])),
    FileKey(.altering, KeyDescription(["off"])),
    FileKey(
      .altering,
      KeyDescription(
        ["change"],
        help: [
          .file(
            ["like"], "取代另一份里的一条：编号换成自己的，没写的键照旧",
            "takes the place of an item of the other policy, whose keys stand where it has none",
            [
              "extends: qnc", "off: [qnc-2.1.1]", "rules:",
              "  - {id: my-1, like: qnc-2.1.2, due: 2}",
            ],
            ["2026-11-02 来访", "2026-11-02 级别 A"], on: "2026-11-03",
            owed: ["my-1 2026-11-03..2026-11-04"])
        ])),
    FileKey(
      .joining,
      KeyDescription(
        ["includes"],
        help: [
          .file(
            ["includes"], "与另几份一起施行，各守各的时段和上限",
            "other policies beside it, each with its own terms",
            ["extends: site-fines", "includes: [special-days]"], ["2026-11-02 签约"],
            on: "2026-11-02", owed: ["sd-2.1b 2026-11-02"])
        ],
        stored: [
          StoredPart(12) { coder, policy in
            coder.code(&policy.addOns, blank: AddOn(name: "")) { $0.code(&$1) }
          }
        ])),
  ]
}

extension KeyDescription<Policy> {
  /// A key that a policy and each of its add-ons have for themselves.
  static func term<Value>(
    _ name: String, _ own: @escaping Property<Policy, Value>,
    _ added: @escaping Property<AddOn, Value>, _ form: ValueForm<Value>,
    stored place: Int, isShown: Bool = true,
    help: @autoclosure @escaping @Sendable () -> [PolicyHelp] = []
  ) -> KeyDescription {
    KeyDescription(
      [name], help: help(),
      read: { reader, settings, policy in
        guard let tree = settings[name], let value = form.read(&reader, tree, name) else { return }
        if let addOn = reader.addOn {
          added(&policy.addOns[addOn]) { $0 = value }
        } else {
          own(&policy) { $0 = value }
        }
      },
      write: { policy, naming in
        form.written(own, of: policy, naming).map {
          [KeyValue(name, shown: isShown ? $0.text : nil, file: $0)]
        } ?? []
      },
      stored: [StoredPart(place, own, form)])
  }
}

extension FormCoder {
  fileprivate mutating func code(_ addOn: inout AddOn) {
    code(&addOn.name)
    code(&addOn.title)
    code(&addOn.callHours)
    ValueForm.weeklyCap.code(&self, &addOn.weeklyCap)
    code(&addOn.aversionFactor)
  }
}
