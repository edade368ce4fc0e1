import Testing

@testable import revisit

/// What somebody types who has read the README once.
@Suite struct NewcomerTests {
  @Test("A case is handed on by one and to another: the two are told apart")
  func whoGotACase() throws {
    let office = try Office.withWang()
    try office.must("staff", "add", "小陈", "--role", "客服")
    try office.must("case", "add", "王芳", "投诉", "--about", "漏水", "--user", "李明")
    try office.must("case", "step", "K1", "派单", "--to", "小陈", "--note", "急", "--user", "李明")
    let records = try office.must("show", "王芳").lines
    #expect(records.contains { $0.contains("李明  投诉派单 小陈：急") })
    let steps = try office.must("case", "show", "K1").lines.map {
      $0.split(separator: " ").suffix(3).joined(separator: " ")
    }
    #expect(steps.contains("派单 小陈 急") && steps.contains("09:00 登记 李明"), "\(steps)")
  }

  @Test("A script is spoken by who asks for it; a policy without its own says so")
  func usualScript() throws {
    let office = try Office.withWang()
    let all = try office.run("script", "--user", "李明")
    #expect(all.err == "" && all.lines[0].contains("我是____的置业顾问李明"))
    let one = try office.run("script", "投诉", "--user", "李明")
    #expect(one.code == 0 && one.out == all.out)
    #expect(one.err == "revisit: 制度 qnc 没有自己的话术；下面是通用的\n")
    let english = try office.run("script", "投诉", "--lang", "en").err
    #expect(english == "revisit: policy qnc has no script of its own; here is the usual one\n")
  }

  @Test("A ledger whose entries are all closed is not called empty")
  func nothingPending() throws {
    let office = try Office.withWang()
    try office.must("ledger", "add", "培训", "--user", "李明")
    #expect(try office.must("ledger", "list", "--open").out == "这几天的台账没有未结的\n")
    let english = try office.must("ledger", "list", "--open", "--lang", "en").out
    #expect(english == "nothing that was entered on these days is still open\n")
  }

  @Test("A relative's birthday has the same name as the customer's own")
  func birthdays() throws {
    let office = try Office.withWang()
    let words = ["family", "add", "王芳", "--relation", "儿子", "--birthday", "2016-01-02"]
    #expect(try office.run(words).lines[1] == "家属 1  儿子  生日 2016-01-02")
  }

  @Test("The text of a template stands below it, as wide as the page")
  func templates() throws {
    let lines = try Office.withWang().must("message", "templates").lines
    let place = try #require(lines.firstIndex { $0.hasPrefix("topping_out") })
    #expect(lines[place].hasSuffix("封顶"))
    #expect(lines[place + 1].hasPrefix("    {project}{date}封顶了。谢谢您一路关注"))
  }

  @Test("A command of the second level that is none tells which there are")
  func secondLevel() throws {
    let answer = try Office.withWang().run("family", "王芳")
    #expect(answer.code == 64)
    #expect(answer.err == "revisit: 王芳：revisit family 后面没有这个命令；可写 add list\n")
  }

  @Test("A column of --map that the file lacks is named, and the one that was meant")
  func mappedColumn() throws {
    let office = try Office.withWang()
    try office.write("客户姓名,联系电话,来源\n孙丽,13800000021,来访\n", to: "a.csv")
    let answer = try office.run("import", office.path("a.csv"), "--map", "电话=phone")
    #expect(answer.code == 64)
    #expect(answer.err.contains("“电话”是命令行写的列，文件里没有；是否“联系电话”？"))
  }
}
