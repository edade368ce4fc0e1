import ArgumentParser
import Core
import Store

struct DoctorCommand: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "doctor", "检查整个数据库  Check the whole database.",
    examples: "revisit doctor", "revisit doctor --lang en")

  @OptionGroup var common: CommonOptions
  @OptionGroup var format: PageOption
  @Flag(help: "旧格式的数据库先备份再升级  Bring an old database up to this program.")
  var migrate = false

  func run() throws {
    try Session(common).inOffice(readOnly: !migrate) { try run(in: $0) }
  }

  func run(in office: Office) throws {
    let session = office.session
    let format = try format.read()
    let problems = try office.store.doctor()
    if format != .table { try session.answer(try data(problems, office), as: format) }
    if format == .fields { return }
    guard problems.isEmpty else {
      let path = session.databasePath
      throw Failure.several(
        problems.map { .database(path: path, .damaged($0.told)) }, code: .data)
    }
    guard format == .table else { return }
    let counts = try office.store.counts()
    let unplanned = try office.unplanned()
    let policy = try office.reign(on: session.today)?.policy
    let notes = [
      unplanned.total > 0 ? PlanMessages.tally(unplanned.total) : nil,
      policy.flatMap { PolicyWords.nameless($0, from: session.today) },
    ].compactMap { $0 }.map { session.say($0) + "\n" }
    try session.answer(
      session.say(
        "\(session.databasePath)：没有问题；格式 \(Store.schemaVersion)，客户 \(counts.customers)，记录 \(counts.facts)，操作 \(counts.ops)\n",
        "\(session.databasePath): sound; format \(Store.schemaVersion), \(counted(counts.customers, "customer")), "
          + "\(counted(counts.facts, "fact")), \(counted(counts.ops, "operation"))\n"
      ) + notes.joined())
  }

  /// What programs read. Of a damaged file the customers are not counted.
  private func data(_ problems: [Problem], _ office: Office) throws -> Listing {
    let counts = problems.isEmpty ? try office.store.counts() : nil
    let unplanned = problems.isEmpty ? try office.unplanned().total : nil
    return Listing(
      facts: [
        .init("database", "数据库文件", "database file", .text(office.session.databasePath)),
        .init("schema", "格式", "schema", .number(Int(Store.schemaVersion))),
        .init("sound", "没有问题", "whether it is sound", .flag(problems.isEmpty)),
        .init("problems", "问题", "problems", .list(problems.map { .text($0.told) })),
        .init("customers", "客户数", "customers", .optional(counts?.customers)),
        .init("facts", "记录数", "facts", .optional(counts?.facts)),
        .init("operations", "操作数", "operations", .optional(counts?.ops)),
        .init("unplanned", "无安排的客户数", "customers without a plan", .optional(unplanned)),
      ], [])
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
