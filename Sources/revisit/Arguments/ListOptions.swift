import ArgumentParser
import Core

/// How a list of customers is written, and which of them stand on it. One group, for each costs every
/// run a third of a millisecond.
struct ListOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("只要这些级别，如 A,B  Of these grades.", valueName: "GRADE"),
    completion: .words(of: Grade.self))
  var grade: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("意向 已认购 已签约 已交房 流失  Of that stage.", valueName: "STAGE"))
  var stage: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("有这些标签的  With these tags.", valueName: "TAG"))
  var tag: String?
  @Option(
    name: .customLong("class"), parsing: .unconditional,
    help: ArgumentHelp("类别：来电 来访A 认购 VIP，“来访B 重点”  Their class.", valueName: "类别"))
  var kind: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("意向户型含有  The layout wanted.", valueName: "LAYOUT"))
  var layout: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("预算够得上，如 200万  Whose budget has it.", valueName: "RANGE"))
  var budget: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("这天起没有联系上的  Not reached since.", valueName: "DAY"))
  var noContactSince: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("table, json, csv 或 html  How the list is written.", valueName: "FORMAT"),
    completion: .list(Format.names))
  var format: String = "table"
  @Flag(help: fieldsHelp) var fields = false

  func readFormat() throws(Failure) -> Format {
    try revisit.readFormat(format, fields: fields)
  }
}
