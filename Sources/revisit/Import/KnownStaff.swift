import Core
import Store
import Values

/// The staff by name, and those whom an import has added.
struct KnownStaff {
  /// By their names as they are looked for.
  private var ids: [String: StaffID] = [:]
  private let registered: [String]
  private(set) var added: [String] = []

  init(_ staff: [Staff]) {
    for member in staff { ids[foldedName(member.name)] = member.id }
    registered = staff.map(\.name)
  }

  subscript(name: String) -> StaffID? { ids[name] ?? ids[foldedName(name)] }

  mutating func add(_ name: String, _ id: StaffID) {
    ids[foldedName(name)] = id
    added.append(name)
  }

  /// The known name that an unknown one is nearly. Two people that the file names may differ by one
  /// character; of those whom the office has registered, the difference may be a slip.
  func nearest(to name: String) -> String? {
    guard self[name] == nil else { return nil }
    return nearName(to: name, among: registered)
      ?? nearName(to: name, among: added, onlyWritten: true)
  }
}
