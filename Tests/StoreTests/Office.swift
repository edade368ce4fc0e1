import Core
import Glibc
import Store
import Testing

/// A folder that goes away with its owner.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/revisit-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(errno: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  struct Failure: Error { let errno: Int32 }

  deinit { TemporaryFolder.remove(path) }

  private static func remove(_ path: String) {
    for name in names(in: path) {
      let child = "\(path)/\(name)"
      if unlink(child) != 0 { remove(child) }
    }
    rmdir(path)
  }

  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}

func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

func moment(_ text: String) throws -> Moment {
  let parts = text.split(separator: " ")
  return Moment(try day(String(parts[0])), parts.count > 1 ? TimeOfDay(parts[1]) : nil)
}

/// A database with two consultants, as the tests of the store start from.
struct Office {
  let folder: TemporaryFolder
  let path: String
  let store: Store
  let li: StaffID
  let zhou: StaffID

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/office.db"
    let founding = Operation(
      command: "init", user: User("root"), recorded: try moment("2026-11-01 08:00"))
    store = try Store.create(at: path, founding) { try $0.setOffice(.name, "翠湖") }
    var staff: [StaffID] = []
    _ = try store.write(
      Operation(command: "staff", user: User("root"), recorded: try moment("2026-11-01 08:01"))
    ) {
      staff.append(try $0.addStaff("李明", role: .consultant, login: "liming"))
      staff.append(try $0.addStaff("周敏", role: .consultant))
    }
    (li, zhou) = (staff[0], staff[1])
  }

  @discardableResult
  func write(
    _ command: String = "test", by user: String = "李明", at: String = "2026-11-02 09:00",
    token: String? = nil, digest: String = "", _ body: (Transaction) throws -> Void
  ) throws -> Receipt {
    let operation = Operation(
      command: command, user: User(user, staff: try store.staff(named: user)?.id), token: token,
      digest: digest, recorded: try moment(at))
    return try store.write(operation, body)
  }

  /// Enters a visitor of that name.
  func add(
    _ name: String, phone: String? = nil, owner: StaffID? = nil, on text: String = "2026-11-02",
    by user: String = "李明"
  ) throws -> CustomerID {
    let day = try day(text)
    let receipt = try write("add", by: user) { tx in
      let profile = Profile(name: name, phones: phone.map { [$0] } ?? [])
      let id = try tx.addCustomer(profile, source: .visit, since: day, owner: owner)
      try tx.append(to: id, on: day, .event(.visit))
    }
    return try #require(receipt.customers.first)
  }

  @discardableResult
  func append(
    _ body: Fact.Body, to customer: CustomerID, on text: String = "2026-11-03",
    by user: String = "李明", note: String? = nil
  ) throws -> FactID {
    let at = try moment(text)
    return try write("log", by: user, at: text) {
      try $0.append(to: customer, on: at.day, at: at.time, body, note: note)
    }.facts.lowerBound
  }

  func undo(by user: String = "李明") throws {
    let who = User(user, staff: try store.staff(named: user)?.id)
    let last = try #require(try store.undoable(by: who))
    try write("undo", by: user) { try $0.undo(last.id) }
  }

  func bodies(of customer: CustomerID) throws -> [Fact.Body] {
    try store.history(of: customer)?.facts.map(\.body) ?? []
  }
}

extension Store {
  /// The newest operations, newest first.
  func recentOps(_ count: Int) throws -> [OpSummary] {
    var ops: [OpSummary] = []
    while let op = try op(OpID(ops.count + 1)) { ops.append(op) }
    return ops.suffix(count).reversed()
  }
}
