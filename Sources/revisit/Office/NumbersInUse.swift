import Core
import Store
import Values

/// A customer who can be reached under no number any more.
struct OutOfReach: Sendable {
  let customer: CustomerSummary
  let consultant: String?
  /// As they may be shown, with why.
  let numbers: [(number: String, why: DeadNumber)]
}

extension Office {
  /// The number that was called or texted: the one that is named, or the first of those in use; nil:
  /// there is none.
  func dialled(_ name: String?, _ channel: Channel, of customer: CustomerSummary) throws -> String?
  {
    if let name {
      let wanted = Office.searched(name)
      let found = try store.phones(of: customer.id).filter {
        $0 == wanted || wanted.count >= 4 && $0.hasSuffix(wanted)
      }
      guard found.count == 1 else {
        throw Failure.refusal(.noSuchPhone(name, of: number(customer.id), at: "--number"))
      }
      return found[0]
    }
    return try store.liveNumbers(of: customer.id, asOf: session.now).first {
      channel == .phone || !isLandline($0)
    }
  }

  /// Those whose every number is dead, as far as the viewer's list shows their consultant's customers.
  func outOfReach(_ dead: DeadNumbers, for viewer: Viewer, reveal: Bool) throws -> [OutOfReach] {
    if dead.isEmpty { return [] }
    let names = try staffNames()
    return try store.customersOutOfReach(dead).compactMap { customer in
      guard viewer.sees(.consultant(customer.owner)) || viewer.isOfManagers else { return nil }
      return OutOfReach(
        customer: customer, consultant: customer.owner.flatMap { names[$0] },
        numbers: dead[customer.id].map { (reveal ? $0.number : masked($0.number), $0) })
    }
  }
}

extension Viewer {
  /// Whether it is the managers' list, on which everybody's trouble stands.
  fileprivate var isOfManagers: Bool {
    switch self {
    case .office: true
    case .nobody: false
    case .role(let role, _): role == .manager
    case .members(_, let doing): doing.contains(.manager)
    }
  }
}

extension Listing.Section {
  /// Those who can be reached under no number, beside a list or a report.
  static func outOfReach(_ customers: [OutOfReach], at now: Moment) -> Listing.Section {
    var section = Listing.Section(
      "out_of_reach", title: NumberMessages.title, customers,
      [
        .init("customer", "客户", "customer") { .text(number($0.customer.id)) },
        .init("name", "姓名", "name", shown: .joined) { .text($0.customer.name) },
        .init("consultant", "顾问", "consultant") { .optional($0.consultant) },
        .init("numbers", "号码", "numbers") { .list($0.numbers.map { .text($0.number) }) },
        .init("why", "原因", "why", shown: .page) {
          .words(
            $0.numbers.map { NumberMessages.why($0.why, at: now) }.joined(
              separator: Bilingual("，", ", ")))
        },
        .init("reasons", "号码为什么无效", "why the numbers are dead", shown: .data) {
          .list($0.numbers.map { .text($0.why.reason) })
        },
        .init("since", "哪天起", "since", shown: .data) {
          .optional($0.numbers.map(\.why.since.day).max())
        },
      ])
    section.notes = customers.isEmpty ? [] : [NumberMessages.remedy]
    section.overflow = .below
    return section
  }
}
