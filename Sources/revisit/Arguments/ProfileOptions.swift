import ArgumentParser
import Core
import Values

/// `--on` and `--time` of the commands that record what happened.
struct WhenOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: day) var on: String?
  @Option(parsing: .unconditional, help: hour) var time: String?

  static let day = ArgumentHelp("哪天，默认今天  The day.", valueName: "DAY")
  static let hour = ArgumentHelp("几点  The time.", valueName: "HH:MM")
}

/// The fields of a customer's profile, as `add` and `edit` take them.
struct ProfileOptions: ParsableArguments {
  @Option(
    parsing: .unconditional, help: ArgumentHelp("男 女  The sex.", valueName: "SEX"))
  var sex: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("1990-05-01 或 农历八月十五  The birthday.", valueName: "BIRTHDAY"))
  var birthday: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("意向户型  The layout wanted.", valueName: "TEXT"))
  var layout: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("意向面积，平方米，如 90-120  The area wanted, m2.", valueName: "RANGE"))
  var area: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("预算，如 150-200万  The budget, yuan.", valueName: "RANGE"))
  var budget: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("关注点  What matters.", valueName: "TEXT"))
  var concerns: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("抗性  What speaks against.", valueName: "TEXT"))
  var objections: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("付款方式  How they pay.", valueName: "MEANS"))
  var payment: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("备注  A note.", valueName: "TEXT"))
  var note: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("楼号，如 3#  The building of their home.", valueName: "楼"))
  var building: String?

  /// Sets what was given.
  func apply(to profile: inout Profile, _ session: Session) throws {
    if let sex { profile.sex = try readTerm(sex, at: "--sex") }
    if let birthday {
      profile.birthday = try readBirthday(birthday, at: "--birthday", today: session.today)
    }
    if let area { profile.area = try readAmount(area, .squareMetre, at: "--area") }
    if let budget { profile.budget = try readAmount(budget, .yuan, at: "--budget") }
    if let layout { profile.layout = try readLine(layout, at: "--layout") }
    if let concerns { profile.concerns = try readText(concerns, at: "--concerns") }
    if let objections { profile.objections = try readText(objections, at: "--objections") }
    if let payment { profile.payment = try readLine(payment, at: "--payment") }
    if let building { profile.building = try readBuilding(building) }
    if let note { profile.note = try readText(note, at: "--note", limit: TextLimit.note) }
  }

  var isEmpty: Bool {
    [sex, birthday, layout, area, budget, concerns, objections, payment, note, building]
      .allSatisfy { $0 == nil }
  }
}
