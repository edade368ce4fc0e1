import ArgumentParser
import Core
import Store

struct ExportCalendar: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "ics", "今后两周要打的电话，给手机日历  The coming two weeks' calls for a phone's calendar.",
    examples: "revisit calendar ics --consultant 李明",
    "revisit calendar ics --consultant 李明 --out 李明.ics")

  @OptionGroup var common: CommonOptions
  @Option(
    parsing: .unconditional, help: ArgumentHelp("谁的  Whose.", valueName: "姓名"), completion: .staff)
  var consultant: String?
  @Flag(help: "写上完整电话  With whole phones.") var reveal = false
  @Option(
    parsing: .unconditional, help: ArgumentHelp("写到这个文件  The file to write to.", valueName: "FILE"))
  var out: String?

  func run(in office: Office) throws {
    guard let member = try office.listOwner(named: consultant) else {
      throw ExportCalendar.lacks("--consultant")
    }
    let file = try office.store.snapshot {
      try office.calendarFile(of: member, showsPhones: reveal)
    }
    try office.session.answer(file.text, toFile: out)
  }
}
