import ArgumentParser
import Core

/// How a list of customers is written, and which of them stand on it. One group, for each costs every
/// run a third of a millisecond.
struct ListOptions: ParsableArguments {
  @Option("只要这些级别，如 A,B  Of these grades.", "GRADE", completion: .words(of: Grade.self)) var grade:
    String?
  @Option("意向 已认购 已签约 已交房 流失  Of that stage.", "STAGE") var stage: String?
  @Option("有这些标签的  With these tags.", "TAG") var tag: String?
  @Option("类别：来电 来访A 认购 VIP，“来访B 重点”  Their class.", "类别", name: .customLong("class")) var kind:
    String?
  @Option("意向户型含有  The layout wanted.", "LAYOUT") var layout: String?
  @Option("预算够得上，如 200万  Whose budget has it.", "RANGE") var budget: String?
  @Option("这天起没有联系上的  Not reached since.", "DAY") var noContactSince: String?
  @Option(
    "table, json, csv 或 html  How the list is written.", "FORMAT", completion: .list(Format.names))
  var format: String = "table"
  @Flag(help: fieldsHelp) var fields = false

  func readFormat() throws(Failure) -> Format {
    try revisit.readFormat(format, fields: fields)
  }
}
