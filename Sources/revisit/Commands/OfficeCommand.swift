import ArgumentParser
import Core
import Store
import Values

struct OfficeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "office", abstract: "案场自己的名称和电话，写进短信  What texts say of the office.",
    subcommands: [Set.self, Show.self], defaultSubcommand: Show.self)

  private static let keys = OfficeSetting.places.map(\.key)

  struct Set: ChangesOffice {
    static let configuration = CommandConfiguration.command(
      "set", "登记一项  Set one of them.",
      examples: "revisit office set project 阳光花园", "revisit office set hotline 0571-88889999")

    @OptionGroup var common: CommonOptions
    @Option(.operation) var op: String?
    @Argument("project company hotline cs_phone property_phone reserve_phone  Which.", "项") var key:
      String
    @Argument("内容  What it is.", "值") var value: String

    func run(in office: Office) throws {
      let session = office.session
      let wanted = halfWidth(key)
      let found = OfficeCommand.keys.first {
        $0.rawValue == wanted || OfficeSetting.words($0).zh == wanted
      }
      guard let found else {
        let names = OfficeCommand.keys.map(\.rawValue)
        throw Failure.value(
          "项",
          .unknownWord(
            key, nearest: nearest(to: wanted, among: names).map { Bilingual($0, $0) },
            choices: names.map { Bilingual($0, $0) }))
      }
      let value = try readText(value, at: "值", limit: 100)
      let line = "\(session.say(OfficeSetting.words(found)))  \(value)"
      try office.write("office set", headline: visible(line) + "\n") {
        try $0.setOffice(found, value)
      }
      try session.answerRecorded(Aftermath.undoHint(session))
    }
  }

  struct Show: ReadsOffice {
    static let configuration = CommandConfiguration.command(
      "show", "现在登记了什么  What is set.",
      examples: "revisit office show", "revisit office show --format json")

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption

    func run(in office: Office) throws {
      let session = office.session
      let format = try format.read()
      let lines = try ([OfficeKey.name] + OfficeCommand.keys).map { key in
        (key: key, value: try office.store.office(key))
      }
      let section = Listing.Section(
        "settings", lines,
        [
          .init("key", "项", "Key") { .text($0.key.rawValue) },
          .init("name", "名称", "Name") { .text(session.say(OfficeSetting.words($0.key))) },
          .init("value", "值", "Value") { .optional($0.value) },
        ])
      try session.answer(section, "案场设置", "Settings", as: format)
    }
  }
}
