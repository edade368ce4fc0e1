import Core

/// The names that help gives to arguments, which stand in Chinese wherever the help is bilingual.
enum ArgumentNames {
  static let english = [
    "一句": "words", "甲": "first", "乙": "second", "事件": "event", "事项": "case", "休息日": "weekdays",
    "值": "value",
    "制度": "policy", "另一编号": "other id", "名=值": "key=value", "名称": "name", "姓名": "name",
    "客户": "customer", "岗位": "role", "批号": "batch", "技能": "skill", "文件": "file", "时段": "period",
    "月份": "month", "条款": "clause", "查找": "search", "楼": "building", "楼号": "building",
    "模板": "template", "目录": "folder", "短信": "message", "类别": "kind", "编号": "id",
    "节点": "milestone", "规则": "rule", "记录": "record", "话术": "script", "进展": "step", "键": "key",
    "项": "duty",
  ]

  /// A place of a complaint, `客户` or `<客户>`, as that language names it; what is no name stays.
  static func told(_ place: String, in language: Language) -> String {
    guard language == .en else { return place }
    let isBracketed = place.hasPrefix("<") && place.hasSuffix(">")
    let name = isBracketed ? String(place.dropFirst().dropLast()) : place
    return english[name].map { isBracketed ? "<\($0)>" : $0 } ?? place
  }
}
