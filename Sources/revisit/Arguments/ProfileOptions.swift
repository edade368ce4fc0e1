import ArgumentParser
import Core
import Values

/// `--on` and `--time` of the commands that record what happened.
struct WhenOptions: ParsableArguments {
  @Option(.day) var on: String?
  @Option(.hour) var time: String?
}

/// The fields of a customer's profile, as `add` and `edit` take them.
struct ProfileOptions: ParsableArguments {
  @Option("男 女  The sex.", "SEX") var sex: String?
  @Option("1990-05-01 或 农历八月十五  The birthday.", "BIRTHDAY") var birthday: String?
  @Option("意向户型  The layout wanted.", "TEXT") var layout: String?
  @Option("意向面积，平方米，如 90-120  The area wanted, m2.", "RANGE") var area: String?
  @Option("预算，如 150-200万  The budget, yuan.", "RANGE") var budget: String?
  @Option("关注点  What matters.", "TEXT") var concerns: String?
  @Option("抗性  What speaks against.", "TEXT") var objections: String?
  @Option("付款方式  How they pay.", "MEANS") var payment: String?
  @Option("备注  A note.", "TEXT") var note: String?

  @Option("楼号，如 3#  The building of their home.", "楼") var building: String?

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
