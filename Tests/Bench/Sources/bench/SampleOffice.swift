import Core
import Glibc
import PolicyFiles
import Store

/// A made-up office in a database of its own, the same for the same seed and size.
struct SampleOffice {
  let seed: UInt64
  let customers: Int
  let today: Day
  let policies: [String]
  let path: String

  /// Each holds about 300 live ones.
  var consultants: Int { max(1, customers / 1000) }

  /// In the middle of the numbers; any would do.
  var consultant: String { SampleOffice.name(StaffID(consultants / 2 + 1)) }

  static func name(_ staff: StaffID) -> String { "顾问\(staff)" }

  private var operation: Operation {
    Operation(command: "bench", user: User("bench"), recorded: Moment(today))
  }

  /// Makes the database unless it is there already.
  func make() throws {
    guard access(path, F_OK) != 0 else { return }
    let draft = path + ".draft"
    unlink(draft)
    let store = try begin(at: draft)
    var sample = SampleCustomers(
      seed: seed, today: today, count: customers, consultants: consultants)
    for start in stride(from: 0, to: customers, by: 50_000) {
      _ = try store.write(operation) { transaction in
        for index in start..<min(customers, start + 50_000) {
          try SampleOffice.add(sample.customer(index), of: sample.consultant(), to: transaction)
        }
      }
    }
    unlink(draft + "-journal")
    guard rename(draft, path) == 0 else { throw BenchError.failed("rename \(path)") }
  }

  /// The office before its first customer.
  func begin(at path: String) throws -> Store {
    let loaded = try policy()
    return try Store.create(at: path, policies: PolicyForm.coding, operation) { transaction in
      try transaction.adopt(loaded.policy, source: loaded.source, from: today - 2000)
      for number in 1...consultants {
        _ = try transaction.addStaff(SampleOffice.name(StaffID(number)), role: .consultant)
      }
      _ = try transaction.addStaff("客服", role: .service)
      for (key, value) in SampleOffice.settings { try transaction.setOffice(key, value) }
      for (offset, kind) in SampleOffice.milestones {
        try transaction.addMilestone(kind, on: today + offset)
      }
    }
  }

  /// The policies side by side, their blanks filled with what we suggest.
  private func policy() throws -> LoadedPolicy {
    let includes = policies.dropFirst().joined(separator: ", ")
    let text = """
      extends: \(policies.first ?? "")
      policy: \(policies.joined(separator: "+"))
      \(includes.isEmpty ? "" : "includes: [\(includes)]")

      """
    let filling = Filling(takesSuggestions: true)
    guard case .success(let loaded) = PolicyFile.read(text: text, file: "bench", filling) else {
      throw BenchError.failed("policies \(policies)")
    }
    return loaded
  }

  /// What texts to customers say of it.
  private static let settings: [(OfficeKey, String)] = [
    (.project, "阳光花园"), (.company, "阳光地产"), (.hotline, "0571-88880001"),
    (.csPhone, "0571-88880002"), (.propertyPhone, "0571-88880003"),
    (.reservePhone, "0571-88880004"),
    // Its days are replayed.
    (.training, "1"),
  ]

  private static let milestones: [(Int, MilestoneKind)] = [
    (-700, .launch), (-400, .toppingOut), (-100, .showFlat), (-20, .activity),
    (2, .salesPromotion), (60, .delivery),
  ]

  private static func add(
    _ sample: SampleCustomer, of consultant: StaffID, to transaction: Transaction
  ) throws {
    let customer = try transaction.addCustomer(
      sample.profile, source: sample.source, since: sample.since, owner: consultant)
    for entry in sample.entries {
      try transaction.append(
        to: customer, on: entry.day, entry.body, staff: consultant, note: entry.note)
    }
  }
}

// MARK: - As a table of another program

extension SampleOffice {
  /// The ledger as an office exports it: what `import` reads. Made once.
  func writeLedger(to path: String) throws {
    guard access(path, F_OK) != 0 else { return }
    var sample = SampleCustomers(
      seed: seed, today: today, count: customers, consultants: consultants)
    guard let file = fopen(path, "w") else { throw BenchError.failed("open \(path)") }
    defer { fclose(file) }
    fputs("姓名,手机号,性别,来源渠道,首次日期,级别,置业顾问,意向户型,意向面积,认购日期,签约日期\n", file)
    for index in 0..<customers {
      fputs(SampleOffice.ledgerRow(sample.customer(index), sample.consultant()) + "\n", file)
    }
  }

  private static func ledgerRow(_ customer: SampleCustomer, _ consultant: StaffID) -> String {
    var grade = ""
    var deals: [EventKind: Day] = [:]
    for entry in customer.entries {
      switch entry.body {
      case .grade(let newest): grade = newest?.name ?? ""
      case .event(let kind): deals[kind] = entry.day
      default: break
      }
    }
    let profile = customer.profile
    return [
      profile.name, profile.phones.first ?? "", profile.sex?.chinese ?? "",
      customer.source.chinese, "\(customer.since)", grade, name(consultant),
      profile.layout ?? "", profile.area.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "",
      deals[.reservation].map { "\($0)" } ?? "", deals[.signing].map { "\($0)" } ?? "",
    ].joined(separator: ",")
  }
}
