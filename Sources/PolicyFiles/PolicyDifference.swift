package import Core

/// What is different between two policies, as data.
///
/// Items belong together if they have the same id, or else the same clause number: `qnc-2.1.3a`
/// and `qb-2.1.3a`. References to rules are compared by that pairing, not by their names.
package struct PolicyDifference: Hashable, Sendable {
  package struct FieldChange: Hashable, Sendable {
    package let key: String
    /// Nil where that policy does not have the key.
    package let old: String?
    package let new: String?

    package init(key: String, old: String?, new: String?) {
      self.key = key
      self.old = old
      self.new = new
    }
  }

  package struct ItemChange: Hashable, Sendable {
    package let old: String
    package let new: String
    /// Empty where only the id is another.
    package let fields: [FieldChange]

    package init(old: String, new: String, fields: [FieldChange]) {
      self.old = old
      self.new = new
      self.fields = fields
    }
  }

  package struct Section: Hashable, Sendable {
    /// Ids in the order of the new policy.
    package var added: [String] = []
    /// Ids in the order of the old policy.
    package var removed: [String] = []
    package var changed: [ItemChange] = []
    /// Items that differ in nothing but their id.
    package var renamed: [ItemChange] = []

    package var isEmpty: Bool {
      added.isEmpty && removed.isEmpty && changed.isEmpty && renamed.isEmpty
    }
  }

  package let settings: [FieldChange]
  package let rules: Section
  package let segments: Section
  package let clauses: Section

  package var isEmpty: Bool {
    settings.isEmpty && rules.isEmpty && segments.isEmpty && clauses.isEmpty
  }
}

extension PolicyFile {
  /// What changes from `old` to `new`.
  package static func diff(_ old: Policy, _ new: Policy) -> PolicyDifference {
    let pairs = pairing(old.rules.map(\.id), new.rules.map(\.id))
    let (before, after) = (Naming(old) { pairs[$0] ?? $0 }, Naming(new))
    return PolicyDifference(
      settings: changes(old.keyValues, new.keyValues),
      rules: section(
        old.rules.map { Record($0.id, $0.keyValues(naming: before)) },
        new.rules.map { Record($0.id, $0.keyValues(naming: after)) }),
      segments: section(
        old.segments.map { Record($0.id, $0.keyValues(naming: before)) },
        new.segments.map { Record($0.id, $0.keyValues(naming: after)) }),
      clauses: section(
        old.clauses.map { Record($0.id, $0.keyValues(naming: before)) },
        new.clauses.map { Record($0.id, $0.keyValues(naming: after)) }))
  }

  private struct Record {
    let id: String
    let fields: [KeyValue]

    init(_ id: String, _ fields: [KeyValue]) {
      self.id = id
      self.fields = fields
    }
  }

  private static func section(_ old: [Record], _ new: [Record]) -> PolicyDifference.Section {
    let pairs = pairing(old.map(\.id), new.map(\.id))
    let paired = Set(pairs.values)
    var section = PolicyDifference.Section()
    section.added = new.map(\.id).filter { !paired.contains($0) }
    for record in old {
      guard let id = pairs[record.id], let other = new.first(where: { $0.id == id }) else {
        section.removed.append(record.id)
        continue
      }
      let fields = changes(record.fields, other.fields)
      let change = PolicyDifference.ItemChange(old: record.id, new: id, fields: fields)
      if !fields.isEmpty {
        section.changed.append(change)
      } else if id != record.id {
        section.renamed.append(change)
      }
    }
    return section
  }

  private static func changes(
    _ old: [KeyValue], _ new: [KeyValue]
  ) -> [PolicyDifference.FieldChange] {
    let (old, new) = (old.filter { $0.text != nil }, new.filter { $0.text != nil })
    let keys = old.map(\.key) + new.map(\.key).filter { key in !old.contains { $0.key == key } }
    return keys.compactMap { key in
      let before = old.first { $0.key == key }?.text
      let after = new.first { $0.key == key }?.text
      guard before != after else { return nil }
      return PolicyDifference.FieldChange(key: key, old: before, new: after)
    }
  }

  /// From each old id to the new one it belongs to.
  private static func pairing(_ old: [String], _ new: [String]) -> [String: String] {
    var pairs: [String: String] = [:]
    let same = Set(old).intersection(new)
    for id in old {
      let match = same.contains(id) ? id : new.first { !same.contains($0) && tail($0) == tail(id) }
      if let match { pairs[id] = match }
    }
    return pairs
  }

  /// `2.1.3a` of `qnc-2.1.3a`.
  private static func tail(_ id: String) -> Substring {
    id.firstIndex(of: "-").map { id[id.index(after: $0)...] } ?? id[...]
  }
}
