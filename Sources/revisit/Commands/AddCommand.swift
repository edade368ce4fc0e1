import ArgumentParser
import Core
import Store

struct AddCommand: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "add", "登记客户和首次来电来访  Enter a customer and the first contact.",
    examples: "revisit add 赵强 --phone 13800000009 --source 来访 --grade B",
    "revisit add 钱七 --phone 0571-88889999 --source 来电 --on 昨天")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("姓名  The name.", "姓名") var name: String
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("电话，可多次给出  A phone; may be repeated.", valueName: "PHONE"))
  var phone: [String]
  @Option("来电 来访 客资  Where from.", "SOURCE", completion: .words(of: Source.self)) var source: String
  @Option("级别 A B C D  The grade.", "GRADE", completion: .words(of: Grade.self)) var grade: String?
  @Option("置业顾问，默认操作人  The consultant.", "NAME", completion: .staff) var consultant: String?
  @Option("标签，如 重点，VIP  Tags.", "TAG") var tag: [String] = []
  @OptionGroup var profile: ProfileOptions
  @OptionGroup var when: WhenOptions

  func run(in office: Office) throws {
    let session = office.session
    let moment = try session.happened(on: when.on, at: when.time)
    let entry = try entry(office, on: moment)
    let owner = try owner(at: office)
    try refuseTaken(entry.profile.phones, at: office)
    let headline = "\(session.say(moment))  \(entry.profile.name) \(session.say(entry.source))\n"
    var customer: CustomerID?
    try office.write("add", headline: headline) { transaction in
      customer = try entry.write(to: transaction, owner: owner)
    }
    guard let customer else { return }
    try tell(customer, office, entry, owner)
  }

  private func entry(_ office: Office, on moment: Moment) throws -> CustomerEntry {
    var profile = Profile(name: try readName(name, at: "姓名"))
    for text in phone {
      let number = try readPhone(text, at: "--phone")
      if !profile.phones.contains(number) { profile.phones.append(number) }
    }
    try self.profile.apply(to: &profile, office.session)
    return CustomerEntry(
      profile: profile, source: try readTerm(source, at: "--source"), moment: moment,
      grade: try grade.map { try readTerm($0, at: "--grade") },
      tags: try office.terms(tag, at: "--tag"))
  }

  private func owner(at office: Office) throws -> StaffID? {
    if let consultant { return try office.colleague(consultant, at: "--consultant").id }
    guard let own = try office.speaker, own.role == .consultant else { return nil }
    return own.id
  }

  private func refuseTaken(_ phones: [String], at office: Office) throws {
    for phone in phones {
      guard let id = try office.store.customer(phone: phone),
        let other = try office.store.customer(id)
      else { continue }
      throw Failure.refusal(
        .phoneTaken(masked(phone), by: visible("\(number(id)) \(other.name)")))
    }
  }

  private func tell(
    _ customer: CustomerID, _ office: Office, _ entry: CustomerEntry, _ owner: StaffID?
  ) throws {
    let session = office.session
    let words = try FactWords(office.store)
    var facts = entry.bodies.map { session.say(words.tell($0)) }
    facts.append(
      words.name(owner).map { session.say("置业顾问 \($0)", "consultant \($0)") }
        ?? session.say("没有置业顾问", "no consultant"))
    let line = ([number(customer)] + facts).joined(separator: "  ") + "\n"
    let after = try office.store.history(of: customer)
    let change = Change(customer: customer, before: nil, after: after)
    let gaps = try after.map { try office.gaps(of: $0) } ?? []
    let note = gaps.isEmpty ? "" : visible(session.say(PlanMessages.onNoList(gaps))) + "\n"
    try session.answerRecorded(line + note + (try Aftermath.describe(change, at: office)))
  }
}

/// A customer as first entered.
struct CustomerEntry {
  var profile: Profile
  var source: Source
  var moment: Moment
  var grade: Grade?
  var tags: [Tag]

  /// What is recorded beside the profile and the consultant.
  var bodies: [Fact.Body] {
    let event = source.event.map { [Fact.Body.event($0)] } ?? []
    return event + (grade.map { [.grade($0)] } ?? []) + tags.map { .tag($0, true) }
      + (profile.birthday.map { [.birthday(BirthdayFact(of: 0, $0))] } ?? [])
  }

  func write(to transaction: Transaction, owner: StaffID?) throws -> CustomerID {
    let customer = try transaction.addCustomer(
      profile, source: source, since: moment.day, owner: owner)
    for body in bodies {
      // Grade and tags hold for the whole day; the visit has its minute.
      let time = if case .event = body { moment.time } else { TimeOfDay?.none }
      try transaction.append(to: customer, on: moment.day, at: time, body, staff: owner)
    }
    return customer
  }
}
