import ArgumentParser
import Core
import Store
import Values

struct MilestoneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "milestone", abstract: "项目节点：开盘 封顶 活动…  Milestones of the project.",
    subcommands: [Add.self, List.self, MilestoneMove.self], defaultSubcommand: List.self)

  struct Add: ChangesOffice {
    static let configuration = CommandConfiguration.command(
      "add", "登记节点  Enter a milestone.",
      examples: "revisit milestone add 开盘 --on +10天",
      "revisit milestone add 封顶 --on +30天 --building 3#")

    @OptionGroup var common: CommonOptions
    @Option(.operation) var op: String?
    @Argument("开盘 优惠 活动 样板房开放 SP活动 封顶 交房 入伙 工程节点…  The kind.", "节点") var kind: String
    @Option("日期  Its day.", "DAY") var on: String
    @Option("末日，如入伙跨几天  Its last day.", "DAY") var until: String?
    @Option("楼号，如 3#  The building.", "楼") var building: String?
    @Option("叫法，如 3号楼封顶  What people call it.", "NAME") var title: String?

    func run(in office: Office) throws {
      let session = office.session
      let kind: MilestoneKind = try office.term(kind, at: "节点")
      let words = try office.vocabulary()
      let kindName = session.say(kind.word(in: words).bilingual)
      let day = try session.day(on, at: "--on", lean: .plan)
      let last = try until.map { try session.day($0, at: "--until", lean: .plan) }
      if let last, last < day {
        throw Failure.value("--until", .time(.past("\(last)", earliest: "\(day)")))
      }
      let building = try named()
      let title = try self.name(building?.text)
      let name = title.isEmpty ? kindName : "\(kindName) \(visible(title))"
      let days =
        session.say(day) + (last.map { session.say("至 ", " to ") + session.say($0) } ?? "")
      let same = try office.store.milestones().first {
        $0.kind == kind && $0.day == day && $0.title == title
          && $0.building == building?.text ?? ""
      }
      try office.write("milestone add", headline: "\(days)  \(name)\n") {
        try $0.addMilestone(
          kind, on: day, until: last, title: title, building: building?.text ?? "")
      }
      if let same { session.warn(CalendarMessages.twice(same, words)) }
      let audience = try building.map { try office.audience(of: $0.value) } ?? ""
      try session.answerRecorded(audience + Aftermath.undoHint(session))
    }

    /// The building and what people call it: `3# 封顶`.
    private func name(_ building: String?) throws -> String {
      let parts = [
        building,
        try title.map { try readText($0, at: "--title", limit: 100) },
      ]
      return parts.compactMap { $0 }.joined(separator: " ")
    }

    private func named() throws -> (text: String, value: Building)? {
      guard let building else { return nil }
      let text = try readBuilding(building)
      return Building(text).map { (text, $0) }
    }
  }

  struct List: ReadsOffice {
    static let configuration = CommandConfiguration.command(
      "list", "全部节点  All milestones.",
      examples: "revisit milestone list", "revisit milestone list --format json")

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption

    func run(in office: Office) throws {
      let session = office.session
      let format = try format.read()
      let milestones = MilestoneCommand.list(
        try office.store.milestones(), try office.store.vocabulary())
      try session.answer(milestones, "项目节点", "Milestones", as: format)
    }
  }

  fileprivate static func list(
    _ milestones: [Milestone], _ words: Vocabulary
  ) -> Listing.Section {
    Listing.Section(
      "milestones", milestones, ifEmpty: CalendarMessages.noMilestones,
      [
        .init("milestone", "编号", "No.", right: true) { .number(Int($0.id)) },
        .init("day", "日期", "Day") { .day($0.day) },
        .init("until", "至", "Until") { .optional($0.lastDay > $0.day ? $0.lastDay : nil) },
        .init("kind", "节点", "Kind") { .word($0.kind.word(in: words)) },
        .init("title", "名称", "Title") { .text($0.title) },
      ])
  }
}

extension Office {
  /// Those whom a milestone of that building concerns.
  fileprivate func audience(of building: Building) throws -> String {
    let homes = try store.homes()
    let (there, elsewhere) = homes.count(in: building)
    return session.say(
      "对象：本楼客户 \(there) 位；别的楼 \(elsewhere) 位除外；楼号不详的也在内（revisit edit 客户 --building 楼号）\n",
      "for \(counted(there, "customer")) of that building, not for \(elsewhere) of others; "
        + "whose building is unknown is among them (revisit edit CUSTOMER --building NAME)\n")
  }
}
