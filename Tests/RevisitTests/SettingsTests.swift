import Glibc
import Testing

/// What the settings of a user say, and what is wrong with them. Those of the machine are read in the same
/// way; a test cannot write /etc.
@Suite struct SettingsOfTheUser {
  private func office(_ settings: String) throws -> Office {
    let office = try Office(asOf: "2027-06-01 09:00")
    mkdir(office.path("config"), 0o700)
    mkdir(office.path("config/revisit"), 0o700)
    try office.write(settings, to: "config/revisit/config")
    return office
  }

  private func run(_ office: Office, _ words: String...) throws -> Office.Answer {
    try office.run(
      words, environment: ["REVISIT_DB": "", "XDG_CONFIG_HOME": office.path("config")])
  }

  @Test func theyNameTheDatabaseTheLanguageAndTheFolder() throws {
    let office = try Office(asOf: "2027-06-01 09:00")
    let settings = """
      # 案场
      database = \(office.path("own.db"))

      lang=en
        out  =  \(office.path("lists"))
      pager = less -R
      """
    mkdir(office.path("config"), 0o700)
    mkdir(office.path("config/revisit"), 0o700)
    try office.write(settings, to: "config/revisit/config")
    #expect(try run(office, "init", "--from", "2027-06-01").out.contains("own.db"))
    #expect(try run(office, "staff", "add", "李明").out.contains("consultant"))
    #expect(try run(office, "staff", "list", "--lang", "zh").out.contains("置业顾问"))
    #expect(try run(office, "daily").out.contains("wrote 6 files to"))
  }

  @Test(arguments: [
    ("databse = x", 1, "不认识的设置“databse”；写 database lang pager out backup"),
    ("# x\nlang =\n", 2, "lang 没有值；写成 lang = 值"), ("\n\nlang", 3, "lang 没有值；写成 lang = 值"),
    ("= x", 1, "不认识的设置“”；写 database lang pager out backup"),
  ])
  func aWrongLineIsNamed(text: String, line: Int, wrong: String) throws {
    let office = try office(text)
    let answer = try run(office, "due")
    #expect(answer.code == 78)
    #expect(answer.err == "revisit: \(office.path("config/revisit/config")):\(line): \(wrong)\n")
  }
}
