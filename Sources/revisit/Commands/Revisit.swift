import ArgumentParser
import Store

/// The commands of the program.
struct Revisit: ParsableCommand {
  /// What it is, and what its files are: of databases and stored policies the form, and the SQLite in it.
  /// A test holds that the numbers are those of the code; to ask it would cost every command a third of
  /// what it takes to start.
  static let version =
    "revisit 0.1.0 (schema 6, policy form 9, SQLite \(Store.sqliteVersion), \(build))"

  #if DEBUG
    private static let build = "debug build"
  #else
    private static let build = "release build"
  #endif

  static let configuration = CommandConfiguration(
    commandName: "revisit",
    abstract: "案场回访：今天该联系谁，为什么  Whom a sales office must call back, when and why.",
    discussion: """
      日期可写 2026-11-05、11-05、今天、下周三、+3天。数据库：--db、REVISIT_DB，或 ~/.local/share/revisit。
      Days: 2026-11-05, 11-05, today, +3d. The database: --db, REVISIT_DB or ~/.local/share/revisit.
      """,
    version: version,
    groupedSubcommands: [
      CommandGroup(
        name: "每天  Daily",
        subcommands: [
          DueCommand.self, CallCommand.self, LogCommand.self, WhyCommand.self, BriefCommand.self,
          ShowCommand.self,
          FindCommand.self, ScriptCommand.self, UndoCommand.self,
        ]),
      CommandGroup(
        name: "客户  Customer",
        subcommands: [
          AddCommand.self, EventCommand.self, EditCommand.self, FamilyCommand.self,
          CaseCommand.self, SkipCommand.self, PostponeCommand.self, VoidCommand.self,
          MergeCommand.self,
        ]),
      CommandGroup(
        name: "经理  Manager",
        subcommands: [
          ReportCommand.self, DailyCommand.self, DoneCommand.self, LedgerCommand.self,
          MessageCommand.self, MilestoneCommand.self, TransferCommand.self,
          PlanCommand.self, InspectCommand.self, ReviewCommand.self, FineCommand.self,
          DigestCommand.self,
        ]),
      CommandGroup(
        name: "管理  Administration",
        subcommands: [
          PolicyCommand.self, CalendarCommand.self, OfficeCommand.self, StaffCommand.self,
          ImportCommand.self, InitCommand.self, DoctorCommand.self, DemoCommand.self,
          TourCommand.self,
          CompletionCommand.self, ManCommand.self,
        ]),
    ])
}
