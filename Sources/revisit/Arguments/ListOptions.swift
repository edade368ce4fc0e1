import ArgumentParser
import Core

/// Which customers stand on a list, and how it is written.
protocol ListsCustomers {
  var grade: String? { get }
  var stage: String? { get }
  var tag: String? { get }
  var kind: String? { get }
  var layout: String? { get }
  var budget: String? { get }
  var noContactSince: String? { get }
  var format: String { get }
  var fields: Bool { get }
}

extension ListsCustomers {
  func readFormat() throws(Failure) -> Format {
    try revisit.readFormat(format, fields: fields)
  }
}

extension SharedOption {
  static let grades = SharedOption(
    "只要这些级别，如 A,B  Of these grades.", "GRADE", completion: .words(of: Grade.self))
  static let stages = SharedOption("意向 已认购 已签约 已交房 流失  Of that stage.", "STAGE")
  static let tags = SharedOption("有这些标签的  With these tags.", "TAG")
  static let customerClass = SharedOption(
    "类别：来电 来访A 认购 VIP，“来访B 重点”  Their class.", "类别", name: .customLong("class"))
  static let layout = SharedOption("意向户型含有  The layout wanted.", "LAYOUT")
  static let budget = SharedOption("预算够得上，如 200万  Whose budget has it.", "RANGE")
  static let silence = SharedOption("这天起没有联系上的  Not reached since.", "DAY")
  static let format = SharedOption(
    "table, json, csv 或 html  How the list is written.", "FORMAT",
    completion: .list(Format.names))
}
