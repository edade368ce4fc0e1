import ArgumentParser
import Core
import Store
import Values

struct StaffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff", abstract: "员工  The staff.",
    subcommands: [Add.self, Edit.self, Leave.self, List.self],
    defaultSubcommand: List.self)

  struct Add: ChangesOffice {
    static let configuration = CommandConfiguration.command(
      "add", "登记员工  Enter a member of staff.",
      examples: "revisit staff add 周敏 --role 经理",
      "revisit staff add 孙工 --role 客服 --area 3# --skill 水电")

    @OptionGroup var common: CommonOptions
    @Option(.operation) var op: String?
    @Argument("姓名  The name.", "姓名") var name: String
    @Option("置业顾问 经理 内业 客服，默认置业顾问  The role.", "ROLE") var role = "consultant"
    @Option("系统登录名  The login of the system.", "LOGIN") var login: String?
    @Flag(help: "管理员  An administrator.") var administrator = false
    @OptionGroup var skills: SkillOptions

    func run(in office: Office) throws {
      try office.require(.changeStaff)
      let session = office.session
      let name = try readName(name, at: "姓名")
      let role: Role = try office.term(role, at: "--role")
      let roleName = session.say(role.word(in: try office.vocabulary()).bilingual)
      let login = try login.map { try readName($0, at: "--login") }
      let skills = try skills.read(over: Skills())
      let same = try office.store.staff().first { foldedName($0.name) == foldedName(name) }
      if let same { throw Failure.refusal(.staffExists(same.name)) }
      try office.write("staff add", headline: "\(name)  \(roleName)\n") {
        let id = try $0.addStaff(
          name, role: role, login: login, isAdministrator: administrator)
        if let skills { try $0.setSkills(skills, of: id) }
      }
      try session.answerRecorded(Aftermath.undoHint(session))
    }
  }

  struct Edit: ChangesOffice {
    static let configuration = CommandConfiguration.command(
      "edit", "改员工的登录名、岗位、姓名、维修的区域和技能  Change a member of staff.",
      examples: "revisit staff edit 李明 --login liming",
      "revisit staff edit 孙客服 --area 3#,5# --skill 水电")

    @OptionGroup var common: CommonOptions
    @Option(.operation) var op: String?
    @Argument("姓名  The name.", "姓名", completion: .staff) var name: String
    @Option("系统登录名，none 取消  The login of the system.", "LOGIN") var login: String?
    @Option("岗位  The role.", "ROLE") var role: String?
    @Option("改姓名  The new name.", "NAME", name: .customLong("name")) var newName: String?
    @Flag(
      inversion: .prefixedNo, help: "管理员  An administrator.")
    var administrator: Bool?
    @OptionGroup var skills: SkillOptions

    func run(in office: Office) throws {
      try office.require(.changeStaff)
      let session = office.session
      let member = try office.colleague(name, at: "姓名")
      let changed = try changed(member, office)
      let skills = try self.skills.read(over: try office.store.skills(of: member.id))
      guard changed != member || skills != nil else {
        throw Failure.usage(.nothingAsked(options: "--login --role --name --area --skill"))
      }
      let line = try told(changed, skills, office)
      try office.write("staff edit", headline: visible(line) + "\n") {
        if changed != member { try $0.changeStaff(changed) }
        if let skills { try $0.setSkills(skills, of: member.id) }
      }
      try session.answerRecorded(Aftermath.undoHint(session))
    }

    private func changed(_ member: Staff, _ office: Office) throws -> Staff {
      var changed = member
      if let login { changed.login = login == "none" ? nil : try readName(login, at: "--login") }
      if let role { changed.role = try office.term(role, at: "--role") }
      if let newName { changed.name = try readName(newName, at: "--name") }
      if let administrator { changed.isAdministrator = administrator }
      return changed
    }

    private func told(_ member: Staff, _ skills: Skills?, _ office: Office) throws -> String {
      let session = office.session
      var parts = [
        member.name, session.say(member.role.word(in: try office.vocabulary()).bilingual),
      ]
      if let login = member.login { parts.append(session.say("登录名 \(login)", "login \(login)")) }
      if member.isAdministrator { parts.append(session.say("管理员", "administrator")) }
      if let skills {
        parts.append(
          session.say(
            "区域 \(skills.area)  技能 \(skills.trades)", "area \(skills.area)  skills \(skills.trades)"
          ))
      }
      return parts.joined(separator: "  ")
    }
  }

  struct Leave: ChangesOffice {
    static let configuration = CommandConfiguration.command(
      "leave", "员工离职  A member of staff leaves.",
      examples: "revisit staff leave 孙客服", "revisit staff leave 孙客服 --on 昨天")

    @OptionGroup var common: CommonOptions
    @Option(.operation) var op: String?
    @Argument("姓名  The name.", "姓名", completion: .staff) var name: String
    @Option("最后一天，默认今天  The last day.", "DAY") var on: String?

    func run(in office: Office) throws {
      try office.require(.changeStaff)
      let session = office.session
      var member = try office.colleague(name, at: "姓名")
      let day = try session.happened(on: on, at: nil).day
      let held = try office.store.held(by: member.id, from: day)
      guard held == 0 else { throw Failure.refusal(.holdsCustomers(member.name, held)) }
      member.left = day
      member.login = nil
      let line = session.say(
        "\(member.name) 离职，最后一天 \(session.say(day))",
        "\(member.name) has left, the last day was \(session.say(day))")
      try office.write("staff leave", headline: visible(line) + "\n") { try $0.changeStaff(member) }
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
        .init("administrator", "是不是管理员", "whether an administrator", shown: .data) {
          .flag($0.member.isAdministrator)
        },
        .init("left", "离职", "Left") { .optional($0.member.left) },
      ])
  }
}

/// `--area` and `--skill` of a member of staff.
struct SkillOptions: ParsableArguments {
  @Option("维修的楼号，如 3#,5#  The buildings somebody repairs in.", "楼号") var area: String?
  @Option("会修什么，如 水电、门窗  The trades.", "技能") var skill: String?

  /// Nil where nothing was said.
  func read(over known: Skills) throws(Failure) -> Skills? {
    guard area != nil || skill != nil else { return nil }
    var skills = known
    if let area { skills.area = try readText(area, at: "--area", limit: 100) }
    if let skill { skills.trades = try readText(skill, at: "--skill", limit: 100) }
    return skills
  }
}
