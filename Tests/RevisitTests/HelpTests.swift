import ArgumentParser
import Testing

@testable import revisit

/// The help of the program and of its commands.
@Suite struct HelpTests {
  @Test func theCommandsStandInGroups() throws {
    let help = try Office().run("--help")
    #expect(help.code == 0)
    let titles = ["每天  DAILY", "客户  CUSTOMER", "经理  MANAGER", "管理  ADMINISTRATION"]
    let found = help.lines.filter { $0.hasSuffix(" SUBCOMMANDS:") }
    #expect(found == titles.map { $0 + " SUBCOMMANDS:" })
    #expect(Revisit.configuration.ungroupedSubcommands.isEmpty)
    for line in ["  due  ", "  add  ", "  report  ", "  policy  "] {
      #expect(help.lines.contains { $0.hasPrefix(line) }, "\(line)")
    }
  }

  @Test("The help of a command shows how it is typed")
  func examplesAreShown() throws {
    let help = try Office().run("calendar", "import", "--help")
    #expect(
      help.out.contains(
        """
        例子  Examples:
          revisit calendar import 2027.csv
          revisit calendar import 2027.csv --encoding utf-8


        """))
  }

  /// Two examples a command, each in an office of its own.
  @Test(arguments: Revisit.configuration.groupedSubcommands.map(\.name))
  func everyExampleWorks(_ group: String) throws {
    let commands = Revisit.configuration.groupedSubcommands.first { $0.name == group }?.subcommands
    for (path, command) in leaves(try #require(commands)) {
      let examples = command.configuration.examples
      #expect(examples.count == 2 && examples[0] != examples[1], "\(path)")
      for example in examples {
        #expect(
          example == "revisit \(path)" || example.hasPrefix("revisit \(path) ")
            || isByAnotherName(example, path, command), "\(example)")
        let office = try path == "init" ? Office() : Office.furnished()
        let answer = try office.run(Array(Readme.words(example).dropFirst()), inside: true)
        #expect(answer.code == 0 && answer.err.isEmpty, "\(example): \(answer.err)")
        #expect(!answer.out.isEmpty, "\(example)")
      }
    }
  }

  /// An English complaint names an argument in English.
  @Test func everyArgumentHasAnEnglishName() {
    for (path, command) in leaves(Revisit.configuration.groupedSubcommands.flatMap(\.subcommands)) {
      let help = command.helpMessage(includeHidden: true, columns: 1000)
      for name in help.split(separator: "<").dropFirst().compactMap({
        $0.split(separator: ">").first
      })
      where name.contains(where: { $0.isLetter && !$0.isASCII }) {
        #expect(ArgumentNames.english[String(name)] != nil, "\(path): \(name)")
      }
    }
  }

  private func isByAnotherName(
    _ example: String, _ path: String, _ command: any ParsableCommand.Type
  ) -> Bool {
    let above = path.split(separator: " ").dropLast().joined(separator: " ")
    return command.configuration.aliases.contains { example.hasPrefix("revisit \(above) \($0) ") }
  }

  private func leaves(
    _ commands: [any ParsableCommand.Type]
  ) -> [(path: String, command: any ParsableCommand.Type)] {
    commands.flatMap { command -> [(path: String, command: any ParsableCommand.Type)] in
      let name = command._commandName
      let below = command.configuration.subcommands
      return below.isEmpty
        ? [(name, command)] : leaves(below).map { ("\(name) \($0.path)", $0.command) }
    }
  }
}

extension Office {
  /// An office in which each example of the help finds what it speaks of.
  static func furnished() throws -> Office {
    let office = try Office(asOf: "2026-11-18 09:00")
    try office.write(try furniture.get(), to: "office.db")
    try office.write("姓名,电话,来源\n孙丽,13800000021,来访\n", to: "客户.csv")
    let holidays = ["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"].enumerated()
    let rows = holidays.map { "2027-0\($0 + 1)-04,holiday,\($1)\n" }.joined()
    try office.write("date,kind,name\n" + rows, to: "2027.csv")
    try office.write("policy: 制度\nrules:\n  - {id: a, after: 来访, due: 1}\n", to: "制度.yaml")
    let test = """
      cases:
        - name: 来访次日
          policy: [制度.yaml]
          facts: [2026-11-02 来访]
          on: 2026-11-03
          owed: [a]

      """
    try office.write(test, to: "用例.yaml")
    return office
  }

  /// The database of such an office, made once.
  private static let furniture = Result {
    let office = try Office(asOf: "2026-11-18 08:00")
    let steps = [
      "init --policy qnc wenxin --from 2026-11-01", "staff add 李明", "staff add 孙客服 --role 客服",
      "office set project 阳光花园", "office set reserve_phone 0571-88888888",
      "add 王芳 --phone 13800000001 --source 来访 --grade A --consultant 李明 --on 11-16",
      "add 李娜 --phone 13800000002 --source 客资 --sex 女 --consultant 李明 --on 11-02",
      "add 陈晨 --phone 13800000003 --source 来访 --grade C --consultant 李明 --on 11-04",
      "event 李娜 认购 --on 11-02", "case add 王芳 投诉 --about 房屋质量", "case add 王芳 咨询",
      "ledger add 巡查问题 --for 孙客服 --note 路灯", "staff add 陈静", "staff add 王经理 --role 经理",
      "message draft 李娜 --on 11-19 --rule wx-1.3a --set obtained=封顶", "message approve --all",
      "message batch --date 11-19 --out 短信-1.jsonl", "milestone add 活动 --on 11-25",
    ]
    for step in steps {
      let answer = try office.run(Readme.words(step), inside: true)
      guard answer.code == 0 else { throw Trouble.refused(answer) }
    }
    return contents(office.path("office.db")) ?? []
  }
}
