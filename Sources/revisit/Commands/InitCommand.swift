import ArgumentParser
import Core
import PolicyFiles
import Store

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "init", "建立案场的数据库  Make the database of an office.",
    examples: "revisit init --office 阳光花园", "revisit init --db 二期.db --policy qnc wenxin")

  @OptionGroup var common: CommonOptions
  @Option("案场名称  The office's name.", "NAME") var office: String?
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "制度，默认 qnc；合用的都写  The policy, qnc by default; several are composed.",
      valueName: "POLICY"))
  var policy: [String] = []
  @OptionGroup var filling: FillingOption
  @Option("制度自哪天起施行，默认今天  From when it reigns.", "DAY") var from: String?
  @Flag(
    help: ArgumentHelp(
      "演练案场：--as-of 也能写入  A training office: it may be written under --as-of."))
  var training = false

  func run() throws {
    let session = try Session(common)
    let user = User(try session.founder())
    let day = try from.map { try session.day($0, at: "--from") } ?? session.today
    let loaded = try loadPolicies(policy.isEmpty ? ["qnc"] : policy, try filling.read())
    let office = try office.map { try readText($0, at: "--office", limit: 100) }
    do {
      _ = try Store.create(
        at: session.databasePath, makingFolders: session.namesDatabase == nil,
        policies: PolicyForm.coding, Operation(command: "init", user: user, recorded: session.now)
      ) { transaction in
        if let office { try transaction.setOffice(.name, office) }
        // Its first day is not the clock's: nothing in it happened.
        if training || session.isReplayed { try transaction.setOffice(.training, "1") }
        try transaction.adopt(loaded.policy, source: loaded.source, from: day)
        try session.announce(
          (office.map { visible($0) + "  " } ?? "") + session.databasePath + "\n")
      }
    } catch let error as StoreError {
      throw Failure(error, path: session.databasePath)
    }
    try session.answerRecorded(
      session.say(
        "制度 \(loaded.policy.name) 自 \(session.say(day))起施行\n",
        "policy \(loaded.policy.name) reigns from \(session.say(day))\n")
        + (day < session.today ? session.say(PolicyWords.oldDebt(since: day)) + "\n" : "")
        + session.sayOurs(of: loaded.policy)
        + session.say(
          """
          下一步：revisit staff add 姓名 --role 经理 --login 登录名
          然后：有台账就 revisit import 客户台账.csv，或 revisit add 姓名 --phone 号码 --source 来访
          每天：revisit due

          """,
          """
          next: revisit staff add NAME --role manager --login LOGIN
          then: with a book, revisit import BOOK.csv, or revisit add NAME --phone NUMBER --source visit
          daily: revisit due

          """))
  }
}
