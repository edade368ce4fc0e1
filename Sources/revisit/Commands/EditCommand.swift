import ArgumentParser
import Core
import Store

struct EditCommand: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "edit", "改客户的级别 标签 顾问 资料  Change what is known of a customer.",
    examples: "revisit edit 王芳 --grade B --tag VIP", "revisit edit 王芳 --hours 19-20 --layout 三室")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("客户：编号 电话 尾号 姓名  The customer.", "客户", completion: .customers) var customer: String
  @Option("级别 A B C D  The grade.", "GRADE", completion: .words(of: Grade.self)) var grade: String?
  @Option("加标签，如 重点，VIP  Add tags.", "TAG") var tag: [String] = []
  @Option("去标签  Remove tags.", "TAG") var untag: [String] = []
  @Flag(help: "反感电话  Averse to calls.") var averse = false
  @Flag(help: "不再反感电话  No longer averse.") var notAverse = false
  @Flag(help: "免打扰  Do not contact.") var doNotContact = false
  @Flag(help: "可以联系  May be contacted again.") var contact = false
  @Flag(help: "流失  Lost.") var lost = false
  @Option("换置业顾问  The consultant.", "NAME", completion: .staff) var consultant: String?
  @Option("方便时间 19:00-20:00 或 19-20、any 取消  Hours liked.", "HOURS") var hours: String?
  @Option("加电话，可多次  Add a phone.", "PHONE") var phone: [String] = []
  @Option("去掉电话，可多次  Remove a phone.", "PHONE") var dropPhone: [String] = []
  @Option("改姓名  The name.", "NAME") var name: String?
  @OptionGroup var profile: ProfileOptions
  @Option("自哪天起，默认今天  From when.", "DAY") var on: String?
  @OptionGroup var past: RewritePastOption

  func run(in office: Office) throws {
    if contact { try office.require(.liftDoNotContact) }
    let session = office.session
    let day = try session.happened(on: on, at: nil).day
    let hour = day == session.today ? session.now.time : nil
    let phones = try phone.map { try readPhone($0, at: "--phone") }
    let dropped = try dropPhone.map { try readPhone($0, at: "--drop-phone") }
    let bodies = try bodies(session, office)
    guard
      !bodies.isEmpty || !phones.isEmpty || !dropped.isEmpty || name != nil || !profile.isEmpty
    else {
      throw Failure.usage(.nothingAsked(options: "--grade B"))
    }
    let customer = try office.customer(self.customer)
    try office.refuseUnborne(bodies, by: customer, on: day)
    for case .owner(let owner) in bodies {
      let weeks = try office.weeksChanged(byGiving: customer.id, to: owner, since: day)
      try office.checkPast(weeks, at: "--on", isMeant: past.rewritePast)
    }
    try office.change(customer, "edit") { transaction in
      let edit = CustomerEdit(
        customer: customer, day: day, hour: hour, office: office, transaction: transaction)
      return try edit.facts(bodies) + edit.drop(dropped) + edit.add(phones)
        + edit.profile(name, profile)
    }
  }

  private func bodies(_ session: Session, _ office: Office) throws -> [Fact.Body] {
    try refuseConflicts(("--averse", averse), ("--not-averse", notAverse))
    try refuseConflicts(("--do-not-contact", doNotContact), ("--contact", contact))
    var bodies: [Fact.Body] = []
    if let grade { bodies.append(.grade(try readTerm(grade, at: "--grade"))) }
    bodies += try office.tagging(
      tag.map { GivenText(text: $0, place: "--tag") },
      untag.map { GivenText(text: $0, place: "--untag") })
    if averse || notAverse { bodies.append(.averse(averse)) }
    if doNotContact || contact { bodies.append(.doNotContact(doNotContact)) }
    if let hours { bodies.append(.hours(try readHours(session, hours))) }
    if let consultant {
      bodies.append(.owner(try office.colleague(consultant, at: "--consultant").id))
    }
    if lost { bodies.append(.event(.lost)) }
    return bodies
  }

  private func readHours(_ session: Session, _ text: String) throws -> TimeRange? {
    ["any", "不限"].contains(text) ? nil : try session.hours(text, at: "--hours")
  }
}

/// One edit while it is being written.
private struct CustomerEdit {
  let customer: CustomerSummary
  let day: Day
  /// The hour of today at which it is done; nil: the edit is of another day.
  let hour: TimeOfDay?
  let office: Office
  let transaction: Transaction

  func facts(_ bodies: [Fact.Body]) throws -> [String] {
    let words = try FactWords(office.store)
    return try bodies.map { body in
      // A grade settles that it was asked for, and not before it was.
      let hour = if case .grade = body { self.hour } else { TimeOfDay?.none }
      let fact = try transaction.append(
        to: customer.id, on: day, at: hour, body, staff: office.user.staff)
      return office.session.sayRecord(fact, Moment(day), office.session.say(words.tell(body)))
    }
  }

  func drop(_ phones: [String]) throws -> [String] {
    let known = try office.store.phones(of: customer.id)
    return try phones.map { phone in
      guard known.contains(phone) else {
        throw Failure.refusal(.noSuchPhone(masked(phone), of: number(customer.id)))
      }
      try transaction.removePhone(phone, from: customer.id)
      return office.session.say("电话 -\(masked(phone))", "phone -\(masked(phone))")
    }
  }

  func add(_ phones: [String]) throws -> [String] {
    let known = try office.store.deadNumbers(of: customer.id, asOf: office.session.now)
    return try phones.map { phone in
      if let dead = known.first(where: { $0.number == phone }) {
        try transaction.revive(dead, at: Moment(day), staff: office.user.staff)
        return office.session.say(NumberMessages.revived(masked(phone)))
      }
      if let id = try office.store.customer(phone: phone) {
        let owner = try office.store.customer(id)?.name ?? ""
        throw Failure.refusal(.phoneTaken(masked(phone), by: "\(number(id)) \(owner)"))
      }
      try transaction.addPhone(phone, to: customer.id)
      return office.session.say("电话 +\(masked(phone))", "phone +\(masked(phone))")
    }
  }

  func profile(_ name: String?, _ options: ProfileOptions) throws -> [String] {
    guard let old = try office.store.profile(of: customer.id) else { return [] }
    var new = old
    if let name { new.name = try readName(name, at: "--name") }
    try options.apply(to: &new, office.session)
    try transaction.setProfile(new, of: customer.id, on: day)
    if new.birthday != old.birthday {
      try transaction.append(
        to: customer.id, on: day, .birthday(BirthdayFact(of: 0, new.birthday)),
        staff: office.user.staff)
    }
    return ProfileField.allCases.compactMap { field in
      guard let now = new.shown(field), now != old.shown(field) else { return nil }
      let title = office.session.say(field)
      return old.shown(field).map { "\(title) \($0) → \(now)" } ?? "\(title) \(now)"
    }
  }
}
