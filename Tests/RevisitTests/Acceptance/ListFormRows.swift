import Testing

/// How a line of the list tells channels and gifts, and in which order lines stand.
@Suite("The channel of a line, and the order of lines")
struct ListFormRows {
  private static let policy = """
    policy: forms
    rules:
      - {id: f-1, after: 来访, due: 0, channel: [微信, 电话, 短信], audience: {has_not: 认购}}
      - {id: f-2, after: 签约, due: 0, channel: {all_of: [短信, 微信]}}
      - {id: f-3, after: 交房, due: 0, channel: 上门, gift: true, priority: 5}
      - {id: f-4, after: 来电, due: 0, channel: [短信, 电话]}

    """

  private func office() throws -> Office {
    let office = try Office.open(from: "2028-02-01")
    try office.write(Self.policy, to: "forms.yaml")
    try office.at("2028-02-01", "policy adopt \(office.path("forms.yaml")) --from 2028-02-01")
    return office
  }

  @Test("The channel that the rule names first, then the others that do") func channels() throws {
    let office = try office()
    try office.enter("--source 来访", on: "2028-02-29", as: "陈刚")
    try office.enter("--source 来电", on: "2028-02-29", as: "何苗", phone: 2)
    let page = try office.at("2028-02-29", "due --brief", wide: true).out
    #expect(page.contains("方式：微信/电话/短信") && page.contains("方式：短信/电话"))
    #expect(try office.due("2028-02-29").item("陈刚")?.channel == "wechat")
    let json = try office.at("2028-02-29", "due --format json").out
    #expect(json.contains("\"channels\":[\"wechat\",\"phone\",\"sms\"]"))
    #expect(try office.why("2028-02-29", "陈刚").contains("微信 或 电话 或 短信"))
    let brief = try office.at("2028-02-29", "brief 陈刚").out
    #expect(brief.contains("\n  方式：微信/电话/短信\n"), "\(brief)")
    #expect(try office.at("2028-02-29", "due --format csv").out.contains(",wechat phone sms"))
    try office.at("2028-02-29", "daily --out \(office.folder)")
    #expect(office.read("2028-02-29-李明.txt")?.contains("  微信/电话/短信  ") == true)
    #expect(office.read("2028-02-29-李明.csv")?.contains(",sms phone") == true)
    try office.at("2028-02-29", "edit 何苗 --averse")
    #expect(try office.at("2028-02-29", "due", wide: true).out.contains("  短信  "))
    try office.at("2028-02-29", "edit 陈刚 --averse")
    #expect(try office.due("2028-02-29").item("陈刚")?.channel == "wechat")
    let english = try office.at("2028-02-29", "due --brief --lang en", wide: true).out
    #expect(english.contains("wechat/sms"))
  }

  @Test("Two reasons: the strongest is asked for, with what does for both; all of several; a gift")
  func several() throws {
    let office = try office()
    try office.enter("--source 来电", on: "2028-02-29", as: "何苗")
    try office.at("2028-02-29", "event 何苗 来访")
    let both = try office.at("2028-02-29", "due --brief", wide: true).out
    #expect(both.contains("方式：微信/电话/短信"), "\(both)")
    try office.enter("--source 来访", on: "2028-02-29", as: "林晓", phone: 2)
    try office.at("2028-02-29", "event 林晓 认购")
    try office.at("2028-02-29", "event 林晓 签约")
    #expect(try office.at("2028-02-29", "due", wide: true).out.contains("  短信+微信  "))
    try office.enter("--source 客资", on: "2028-02-29", as: "马超", phone: 3)
    try office.at("2028-02-29", "event 马超 交房")
    let page = try office.at("2028-02-29", "due", wide: true)
    let place = page.lines.firstIndex { $0.contains("马超") }
    #expect(try page.lines[#require(place)].contains("备礼"))
    #expect(page.out.components(separatedBy: "备礼") == 2, "of that line alone")
  }

  @Test("Of one day the higher priority first, then the grade, then the number") func order() throws
  {
    let office = try office()
    for (index, (name, grade)) in [
      ("陈刚", "C"), ("何苗", ""), ("马超", "A"), ("林晓", "B"), ("许诺", "A"),
    ].enumerated() {
      let grade = grade.isEmpty ? "" : " --grade \(grade)"
      try office.enter("--source 来访\(grade)", on: "2028-02-29", as: name, phone: index + 1)
    }
    try office.enter("--source 客资 --grade D", on: "2028-02-29", as: "孙倩", phone: 8)
    try office.at("2028-02-29", "event 孙倩 交房")
    #expect(
      try office.due("2028-02-29").names == ["孙倩", "马超", "许诺", "林晓", "陈刚", "何苗"])
    try office.enter("--source 来访 --grade D", on: "2028-02-28", as: "早客", phone: 9)
    #expect(try office.due("2028-02-29").names.first == "早客", "what is overdue stands first")
  }
}

extension String {
  fileprivate func components(separatedBy part: String) -> Int {
    var (count, rest) = (1, self[...])
    while let found = rest.firstRange(of: part) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
