import ArgumentParser
import Core
import Store

struct StaffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff", abstract: "员工  The staff.", subcommands: [Add.self, List.self],
    defaultSubcommand: List.self)

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "登记员工  Enter a member of staff.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var operation: OperationOption
    @Argument(help: ArgumentHelp("姓名  The name.", valueName: "姓名"))
    var name: String
    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("置业顾问 经理 内业 客服, 默认置业顾问  The role.", valueName: "ROLE"))
    var role = "consultant"
    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("系统登录名  The login of the system.", valueName: "LOGIN"))
    var login: String?

    func run() throws {
      let session = try Session(common)
      let name = try readName(name, at: "姓名")
      let role: Role = try readTerm(role, at: "--role")
      let login = try login.map { try readName($0, at: "--login") }
      try session.atDesk(operation) { desk in
        try desk.write("staff add", headline: "\(name)  \(session.say(role))\n") {
          _ = try $0.addStaff(name, role: role, login: login)
        }
        try session.answerRecorded(Aftermath.undoHint(session))
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "员工名单  The members of staff.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption

    func run() throws {
      let session = try Session(common)
      let format = try format.read()
      try session.atDesk(readOnly: true) { desk in
        try session.answer(StaffCommand.list(try desk.store.staff(), as: format, session))
      }
    }
  }

  static func list(_ staff: [Staff], as format: Format, _ session: Session) -> String {
    var list = Listing(
      "staff",
      [
        .init("name", "姓名", "Name"), .init("role", "岗位", "Role"), .init("login", "登录名", "Login"),
      ])
    for member in staff {
      let role = format == .table ? session.say(member.role) : member.role.name
      list.add([.string(member.name), .string(role), .optional(member.login)])
    }
    return list.text(
      as: format, session,
      ifEmpty: Bilingual("还没有员工: revisit staff add 姓名", "no staff yet: revisit staff add NAME"))
  }
}
