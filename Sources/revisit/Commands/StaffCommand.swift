import ArgumentParser
import Core
import Store
import Values

struct StaffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff", abstract: "员工  The staff.",
    subcommands: [Add.self, Edit.self, List.self],
    defaultSubcommand: List.self)

  struct Add: ChangesOffice {
    static let configuration = CommandConfiguration.command(
      "add", "登记员工  Enter a member of staff.",
      examples: "revisit staff add 周敏 --role 经理",
      "revisit staff add 孙工 --role 客服 --area 3# --skill 水电")

    @OptionGroup var common: CommonOptions
    @OptionGroup var operation: OperationOption
    @Argument(help: ArgumentHelp("姓名  The name.", valueName: "姓名"))
    var name: String
    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("置业顾问 经理 内业 客服，默认置业顾问  The role.", valueName: "ROLE"))
    var role = "consultant"
    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("系统登录名  The login of the system.", valueName: "LOGIN"))
    var login: String?
    @OptionGroup var skills: SkillOptions

    func run(in office: Office) throws {
      let session = office.session
      let name = try readName(name, at: "姓名")
      let role: Role = try office.term(role, at: "--role")
      let roleName = session.say(role.word(in: try office.vocabulary()).bilingual)
      let login = try login.map { try readName($0, at: "--login") }
      let skills = try skills.read(over: Skills())
      let same = try office.store.staff().first { foldedName($0.name) == foldedName(name) }
      if let same { throw Failure.refusal(.staffExists(same.name)) }
      try office.write("staff add", headline: "\(name)  \(roleName)\n") {
        let id = try $0.addStaff(name, role: role, login: login)
        if let skills { try $0.setSkills(skills, of: id) }
      }
      try session.answerRecorded(Aftermath.undoHint(session))
    }
  }

  struct Edit: ChangesOffice {
    static let configuration = CommandConfiguration.command(
      "edit", "维修人员的区域和技能  What somebody repairs, and where.",
      examples: "revisit staff edit 孙客服 --area 3#,5#", "revisit staff edit 孙客服 --skill 水电")

    @OptionGroup var common: CommonOptions
    @OptionGroup var operation: OperationOption
    @Argument(help: ArgumentHelp("姓名  The name.", valueName: "姓名"))
    var name: String
    @OptionGroup var skills: SkillOptions

    func run(in office: Office) throws {
      let session = office.session
      let member = try office.staff(name, at: "姓名")
      let known = try office.store.skills(of: member.id)
      guard let skills = try skills.read(over: known) else {
        throw Failure.usage(.needs("staff edit", "--area / --skill"))
      }
      let line = session.say(
        "\(member.name)  区域 \(skills.area)  技能 \(skills.trades)",
        "\(member.name)  area \(skills.area)  skills \(skills.trades)")
      try office.write("staff edit", headline: visible(line) + "\n") {
        try $0.setSkills(skills, of: member.id)
      }
      try session.answerRecorded(Aftermath.undoHint(session))
    }
  }

  struct List: ReadsOffice {
    static let configuration = CommandConfiguration.command(
      "list", "员工名单  The members of staff.",
      examples: "revisit staff list", "revisit staff list --format csv")

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption

    func run(in office: Office) throws {
      let session = office.session
      let format = try format.read()
      let staff = try office.store.staff().map {
        (member: $0, skills: try office.store.skills(of: $0.id))
      }
      try session.answer(
        StaffCommand.list(staff, try office.store.vocabulary()), "员工", "Staff", as: format)
    }
  }

  fileprivate static func list(
    _ staff: [(member: Staff, skills: Skills)], _ words: Vocabulary
  ) -> Listing.Section {
    Listing.Section(
      "staff", staff,
      ifEmpty: Bilingual("还没有员工：revisit staff add 姓名", "no staff yet: revisit staff add NAME"),
      [
        .init("name", "姓名", "Name") { .text($0.member.name) },
        .init("role", "岗位", "Role") { .word($0.member.role.word(in: words)) },
        .init("login", "登录名", "Login") { .optional($0.member.login) },
        .init("area", "区域", "Area") { .text($0.skills.area) },
        .init("skills", "技能", "Skills") { .text($0.skills.trades) },
      ])
  }
}

/// `--area` and `--skill` of a member of staff.
struct SkillOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("维修的楼号，如 3#,5#  The buildings somebody repairs in.", valueName: "楼号"))
  var area: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("会修什么，如 水电、门窗  The trades.", valueName: "技能"))
  var skill: String?

  /// Nil where nothing was said.
  func read(over known: Skills) throws(Failure) -> Skills? {
    guard area != nil || skill != nil else { return nil }
    var skills = known
    if let area { skills.area = try readText(area, at: "--area", limit: 100) }
    if let skill { skills.trades = try readText(skill, at: "--skill", limit: 100) }
    return skills
  }
}
