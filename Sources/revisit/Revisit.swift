import ArgumentParser

/// The commands of the program.
struct Revisit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revisit",
    abstract: "案场回访：今天该联系谁，为什么  Whom a sales office must call back, when and why.",
    discussion: """
      日期可写 2026-11-05、11-05、今天、下周三、+3天。数据库：--db、REVISIT_DB，或 ~/.local/share/revisit。
      Days: 2026-11-05, 11-05, today, +3d. The database: --db, REVISIT_DB or ~/.local/share/revisit.
      """,
    version: "revisit 0.1.0",
    subcommands: [
      DueCommand.self, LogCommand.self, WhyCommand.self, ShowCommand.self, BriefCommand.self,
      ScriptCommand.self, FindCommand.self, AddCommand.self, FamilyCommand.self,
      EventCommand.self, EditCommand.self, SkipCommand.self, PostponeCommand.self,
      CaseCommand.self, UndoCommand.self, VoidCommand.self, MergeCommand.self, DoneCommand.self,
      LedgerCommand.self, ReportCommand.self, DailyCommand.self, MessageCommand.self,
      MilestoneCommand.self, CalendarCommand.self, OfficeCommand.self,
      PolicyCommand.self,
      ImportCommand.self, StaffCommand.self, InitCommand.self, DoctorCommand.self, DemoCommand.self,
    ])
}
