import ArgumentParser
import Core
import Store
import Values

struct InspectCommand: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "inspect", "抽查回访记录，标出疑点  Look records over: a sample, and what is odd.",
    examples: "revisit inspect --sample 10 --seed 7", "revisit inspect 上周 --consultant 李明")

  @OptionGroup var common: CommonOptions
  @Argument(
    help: ArgumentHelp("哪段时间，默认本月  Which stretch, this month by default.", valueName: "时段"))
  var period: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("抽几条，默认 10  How many.", valueName: "N"))
  var sample: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("同一个数抽同样的记录，默认 1  The same number draws the same.", valueName: "N"))
  var seed: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("只查这几位  Of these alone.", valueName: "姓名"),
    completion: .staff)
  var consultant: String?
  @OptionGroup var format: FormatOption

  func run(in office: Office) throws {
    try office.require(.inspect)
    let session = office.session
    let format = try format.read()
    let today = session.today
    let query = InspectionQuery(
      days: try period.map { try session.period($0, at: "时段") }
        ?? today.startOfMonth...today.endOfMonth,
      sample: try sample.map { try readNumber($0, at: "--sample", in: 1...1000) } ?? 10,
      seed: UInt64(try seed.map { try readNumber($0, at: "--seed", in: 0...1_000_000_000) } ?? 1),
      members: try consultant.map { names in
        Set(try listed(names).map { try office.staff($0, at: "--consultant").id })
      })
    let listing = try office.store.snapshot { try office.inspect(query) }
    try session.answer(listing, as: format)
  }
}

struct ReviewCommand: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "review", "审阅一条记录，写给顾问看  Say something to a record; its consultant's list shows it.",
    examples: "revisit review 3 --note 补充抗性", "revisit review R3 --note 下次先问预算")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument(help: ArgumentHelp("记录，如 31 或 R31  The record.", valueName: "记录"))
  var record: String
  @Option(parsing: .unconditional, help: ArgumentHelp("意见  What is said.", valueName: "TEXT"))
  var note: String?

  func run(in office: Office) throws {
    try office.require(.inspect)
    let session = office.session
    guard let note else { throw ReviewCommand.lacks("--note") }
    let text = try readText(note, at: "--note", limit: 200)
    let (found, customer) = try find(office)
    let staff = try found.staff ?? office.store.customer(customer)?.owner
    let name = try staff.flatMap { try office.store.staff($0)?.name } ?? found.user
    let number = "R\(found.fact.id)"
    let headline = visible(session.say(InspectionWords.reviewed(number, name))) + "\n"
    try office.write("review", headline: headline) {
      try $0.addEntry(
        Review.kind, at: session.now, staff: staff, customer: customer, text: "\(number) \(text)")
    }
    try session.answerRecorded(Aftermath.undoHint(session))
  }

  private func find(_ office: Office) throws -> (Record, CustomerID) {
    let plain = halfWidth(record)
    let digits = plain.first.map { "Rr".contains($0) } ?? false ? plain.dropFirst() : plain[...]
    guard isDigits(digits), digits.utf8.count <= 12, let id = FactID(digits),
      let customer = try office.store.customer(ofFact: id),
      let found = try office.store.records(of: customer).first(where: { $0.fact.id == id })
    else { throw Failure.lookup(.noFact(record)) }
    return (found, customer)
  }
}
