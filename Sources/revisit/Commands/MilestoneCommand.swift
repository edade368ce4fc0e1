import ArgumentParser
import Core
import Store

struct MilestoneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "milestone", abstract: "项目节点: 开盘 封顶 活动…  Milestones of the project.",
    subcommands: [Add.self, List.self], defaultSubcommand: List.self)

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "登记节点  Enter a milestone.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var operation: OperationOption
    @Argument(
      help: ArgumentHelp("开盘 优惠 活动 样板房开放 SP活动 封顶 交房 工程节点  The kind.", valueName: "节点"))
    var kind: String
    @Option(
      parsing: .unconditional, help: ArgumentHelp("日期  Its day.", valueName: "DAY"))
    var on: String
    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("叫法, 如 3号楼封顶  What people call it.", valueName: "NAME"))
    var title: String?

    func run() throws {
      let session = try Session(common)
      let kind: MilestoneKind = try readTerm(kind, at: "节点")
      let day = try session.day(on, at: "--on")
      let title = try title.map { try readText($0, at: "--title", limit: 100) } ?? ""
      try session.atDesk(operation) { desk in
        let name = title.isEmpty ? session.say(kind) : "\(session.say(kind)) \(visible(title))"
        try desk.write("milestone add", headline: "\(session.say(day))  \(name)\n") {
          try $0.addMilestone(kind, on: day, title: title)
        }
        try session.answerRecorded(Aftermath.undoHint(session))
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "全部节点  All milestones.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption

    func run() throws {
      let session = try Session(common)
      let format = try format.read()
      try session.atDesk(readOnly: true) { desk in
        let milestones = try desk.store.milestones()
        try session.answer(MilestoneCommand.list(milestones, as: format, session))
      }
    }
  }

  static func list(_ milestones: [Milestone], as format: Format, _ session: Session) -> String {
    var list = Listing(
      "milestones",
      [
        .init("milestone", "编号", "No.", right: true), .init("day", "日期", "Day"),
        .init("kind", "节点", "Kind"), .init("title", "名称", "Title"),
      ])
    for milestone in milestones {
      let kind = format == .table ? session.say(milestone.kind) : milestone.kind.name
      list.add([
        .int(Int(milestone.id)), .string("\(milestone.day)"), .string(kind),
        .string(milestone.title),
      ])
    }
    return list.text(
      as: format, session,
      ifEmpty: Bilingual(
        "还没有节点: revisit milestone add 封顶 --on 日期",
        "no milestones yet: revisit milestone add KIND --on DAY"))
  }
}
