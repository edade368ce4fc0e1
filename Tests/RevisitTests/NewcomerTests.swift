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
  @Test("Who speaks names his own role, and himself")
  func scriptOfOthers() throws {
    let office = try Office.withWang()
    try office.must("staff", "add", "孙客服", "--role", "客服")
    for words in [["script"], ["script", "--customer", "王芳"], ["brief", "王芳"]] {
      let text = try office.run(words + ["--user", "孙客服"]).out
      #expect(text.contains("的客服孙客服。您现在方便") && text.contains("我是孙客服，"), "\(words)")
      #expect(!text.contains("的置业顾问"), "\(words)")
    }
  }

  @Test("Help for a command that is none is refused")
  func helpOfNothing() throws {
    let office = try Office()
    for words in [["help", "xyz"], ["help", "case", "xyz"]] {
      let answer = try office.run(words)
      #expect(answer.code == 64 && answer.out.isEmpty && answer.err.contains("xyz"), "\(answer)")
    }
    #expect(try office.run("help", "duo").err == "revisit: duo：没有这个命令；是否“due”？\n")
    for words in [["help"], ["help", "case", "add"], ["help", "due"]] {
      #expect(try office.run(words).code == 0, "\(words)")
    }
  }

  @Test("English complaints name arguments in English")
  func englishNames() throws {
    let office = try Office.withWang()
    let missing = try office.run("log", "--lang", "en").err
    #expect(missing.hasPrefix("revisit: <customer>: is missing; for example revisit log"))
    let wrong = try office.run("void", "五", "--reason", "错", "--lang", "en").err
    #expect(wrong.hasPrefix("revisit: record: "), "\(wrong)")
    #expect(try office.run("log").err.hasPrefix("revisit: <客户>："))
  }

  @Test("A step that cannot be taken back is named")
  func blockedUndo() throws {
    let office = try Office.withWang()
    try office.must("log", "王芳", "--by", "电话", "--note", "初谈", "--user", "李明")
    try office.must("void", "记录 4", "--reason", "记错", "--user", "王经理")
    let answer = try office.run("undo", "--user", "李明")
    #expect(answer.code == 65)
    #expect(
      answer.err.hasPrefix("revisit: log 2026-11-05 09:00 C000001 王芳：不能撤销：其中的记录 4 已作废"),
      "\(answer.err)")
  }

  @Test("A page tells its day and whose list it is once")
  func pageHeading() throws {
    let page = try Office.withWang().run("due", "--consultant", "李明", "--format", "html").out
    let body = page.split(separator: "<body>").last ?? ""
    #expect(body.components(of: "顾问 李明") == 1 && page.contains("<title>回访清单  2026-11-05"))
  }
}

extension Substring {
  fileprivate func components(of part: String) -> Int {
    var (count, rest) = (0, self)
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
