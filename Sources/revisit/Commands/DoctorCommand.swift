import ArgumentParser
import Core
import Store

struct DoctorCommand: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "doctor", "检查整个数据库  Check the whole database.",
    examples: "revisit doctor", "revisit doctor --lang en")

  @OptionGroup var common: CommonOptions

  @Flag(help: "旧格式的数据库先备份再升级  Bring an old database up to this program.")
  var migrate = false

  func run() throws {
    try Session(common).inOffice(readOnly: !migrate) { try run(in: $0) }
  }

  func run(in office: Office) throws {
    let session = office.session
    let problems = try office.store.doctor()
    guard problems.isEmpty else {
      let path = session.databasePath
      throw Failure.several(
        problems.map { .database(path: path, .damaged($0.told)) }, code: .data)
    }
    let counts = try office.store.counts()
    let unplanned = try office.unplanned()
    let note = unplanned.total > 0 ? session.say(PlanMessages.tally(unplanned.total)) + "\n" : ""
    try session.answer(
      session.say(
        "\(session.databasePath)：没有问题；格式 \(Store.schemaVersion)，客户 \(counts.customers)，记录 \(counts.facts)，操作 \(counts.ops)\n",
        "\(session.databasePath): sound; format \(Store.schemaVersion), \(counted(counts.customers, "customer")), "
          + "\(counted(counts.facts, "fact")), \(counted(counts.ops, "operation"))\n"
      ) + note)
  }
}

extension Problem {
  /// Short and technical: for whoever repairs the file.
  fileprivate var told: String {
    switch self {
    case .integrity(let text): text
    case .foreignKey(let table, let parent): "\(table) -> \(parent)"
    case .cache(let customer, let cache): "\(number(customer)).\(cache)"
    case .orphanNote(let fact): "note \(fact)"
    case .factOutsideOp(let fact): "fact \(fact), op ?"
    case .unreadableFact(let fact, let customer): "fact \(fact), \(number(customer))"
    case .orphanBirthday(let fact, let customer): "birthday \(fact), \(number(customer))"
    case .unreadablePolicy(let id, let name): "policy \(id) \(name)"
    case .undeclaredFact(let fact, let customer): "term of fact \(fact), \(number(customer))"
    case .undeclaredWord(let policy, let word): "term \(word), policy \(policy)"
    case .orphanStep(let fact, let customer): "step \(fact), \(number(customer))"
    case .orphanAnswers(let fact, let customer): "answers \(fact), \(number(customer))"
    case .orphanLink(let a, let b): "link \(caseNumber(a)), \(caseNumber(b))"
    case .phoneTwice(let phone): "phone \(masked(phone))"
    case .overlappingOps(let a, let b): "op \(a), op \(b)"
    case .strayClosing(let entry): "ledger \(entry)"
    case .wrongStep(let message): "message \(message)"
    case .impossibleVoid(let table): "void in \(table)"
    }
  }
}
