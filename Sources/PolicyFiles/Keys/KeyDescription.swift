package import Core

/// How the keys of an item name what they speak of.
package struct Naming {
  /// The id of the rule with that index.
  let rule: (Int) -> String
  /// The words that the policy declares.
  let vocabulary: Vocabulary
}

extension Naming {
  /// As the policy itself names them.
  ///
  /// - Parameter other: the id that stands for that of a rule.
  package init(_ policy: Policy, _ other: @escaping (String) -> String = { $0 }) {
    rule = { policy.rules.indices.contains($0) ? other(policy.rules[$0].id) : "?" }
    vocabulary = policy.vocabulary
  }
}

/// A property that a key fills: what hands it to a function, `{ $1(&$0.fine) }`. (A key path would
/// say the same, and costs some microseconds to make, seventy times at the start of every command.)
typealias Property<Owner, Value> = @Sendable (inout Owner, (inout Value) -> Void) -> Void

/// A value of a policy, rule, template …, described once: the key in which a file writes it (or the
/// keys, where several make one value), what it means, and how it is read, written, stored and
/// checked.
///
/// Each kind of item has a table of these, `keys`, in the order in which a file is written. A new
/// key is one more value of a table; beside it stand only the property that it fills, and its use.
struct KeyDescription<Owner>: Sendable {
  typealias Reading = @Sendable (inout Reader, [Entry], inout Owner) -> Void
  typealias Writing = @Sendable (Owner, Naming) -> [KeyValue]
  typealias Check = @Sendable (inout Reader, Owner, Item, SenseContext) -> Void

  let names: [String]
  /// What `policy help` says; empty where another entry explains the key along with its own. It is
  /// made when it is asked for: every command begins with the stored form, and few with help.
  let help: @Sendable () -> [PolicyHelp]
  /// The schedules beside which a rule may have it; nil: beside any.
  let beside: [ScheduleForm]?
  /// Fills in what the keys of an item say; where none is there, the value stays as it is.
  let read: Reading
  /// The keys as a file would have them; none where they would say nothing.
  let write: Writing
  let stored: [StoredPart<Owner>]
  /// What is written correctly and still makes no sense.
  let check: Check?

  init(
    _ names: [String], help: @autoclosure @escaping @Sendable () -> [PolicyHelp] = [],
    beside: [ScheduleForm]? = nil,
    read: @escaping Reading = { _, _, _ in }, write: @escaping Writing = { _, _ in [] },
    stored: [StoredPart<Owner>] = [], check: Check? = nil
  ) {
    self.names = names
    self.help = help
    self.beside = beside
    self.read = read
    self.write = write
    self.stored = stored
    self.check = check
  }
}

extension KeyDescription {
  /// A key of its own for one property.
  ///
  /// - Parameter place: the property's place in the stored form.
  /// - Parameter version: the first version of the form that has it.
  init<Value>(
    _ name: String, _ property: @escaping Property<Owner, Value>, _ form: ValueForm<Value>,
    stored place: Int, since version: UInt64 = PolicyForm.oldest,
    beside: [ScheduleForm]? = nil, check: Check? = nil,
    help: @autoclosure @escaping @Sendable () -> [PolicyHelp] = []
  ) {
    self.init(
      [name], help: help(), beside: beside,
      read: { reader, entries, owner in
        guard let tree = entries[name], let value = form.read(&reader, tree, name) else { return }
        property(&owner) { $0 = value }
      },
      write: { owner, naming in
        form.written(property, of: owner, naming).map { [KeyValue(name, $0)] } ?? []
      },
      stored: [StoredPart(place, since: version, property, form)],
      check: check)
  }
}

/// A property of an item in the stored form, which holds them in the order of their places.
struct StoredPart<Owner>: Sendable {
  /// It never changes; a new one goes to the end.
  let place: Int
  /// The first version of the form that has it.
  let version: UInt64
  let code: @Sendable (inout FormCoder, inout Owner) -> Void

  init(
    _ place: Int, since version: UInt64 = PolicyForm.oldest,
    _ code: @escaping @Sendable (inout FormCoder, inout Owner) -> Void
  ) {
    self.place = place
    self.version = version
    self.code = code
  }

  init<Value>(
    _ place: Int, since version: UInt64 = PolicyForm.oldest,
    _ property: @escaping Property<Owner, Value>, _ form: ValueForm<Value>
  ) {
    self.init(place, since: version) { coder, owner in
      property(&owner) { form.code(&coder, &$0) }
    }
  }

  /// Those of a table, with the properties that no key writes.
  static func all(_ keys: [KeyDescription<Owner>], and others: [StoredPart] = []) -> [StoredPart] {
    (keys.flatMap(\.stored) + others).sorted { $0.place < $1.place }
  }
}

extension FormCoder {
  mutating func code<Owner>(_ owner: inout Owner, by parts: [StoredPart<Owner>]) {
    for part in parts { since(part.version) { part.code(&$0, &owner) } }
  }
}

extension Reader {
  /// Fills in what the keys of an item say. A key that is not in the table is told.
  mutating func read<Owner>(
    _ entries: [Entry], by keys: [KeyDescription<Owner>], into owner: inout Owner
  ) {
    checkKnown(entries, among: keys.flatMap(\.names))
    for key in keys { key.read(&self, entries, &owner) }
  }

  /// Tells what makes no sense, once all of the policy has been read.
  mutating func check<Owner>(
    _ owner: Owner, by keys: [KeyDescription<Owner>], _ item: Item, _ context: SenseContext
  ) {
    for key in keys { key.check?(&self, owner, item, context) }
  }
}
