import ArgumentParser
import Core
import Testing

@testable import revisit

/// What a Chinese reader reads as prose takes the marks of GB/T 15834; the half-width ones stand in
/// code, numbers, times and places of a file alone.
@Suite struct PunctuationTests {
  @Test(arguments: [
    "您若想来, 回我一声", "标签(重点)", "张三 (经理)", "不是日期; 写成 2026-11-05", "可写: A B", "好吗?", "生日快乐!",
    "见“说明”, 再试", "制度 qnc, 见 why", "错误: “x”不认识",
  ])
  func aHalfWidthMarkBesideHanIsFound(_ text: String) {
    #expect(!Prose.strayMarks(in: text).isEmpty)
  }

  @Test(arguments: [
    "您若想来，回我一声", "标签（重点）", "10:00-11:30、15:30-17:00", "2026-11-05（周四）09:00",
    "rules.yaml:3:5: 错误 P104：x",
    "revisit: 王方：没有这位客户", "revisit log 3 嫌楼层低 :送方案", "grade: 意向", "{stage: 意向, has: 来访}",
    "write 3d, 1m or 半月: 15 days",
    "姓名,手机号,级别",
    "员工  The staff (员工).",
  ])
  func codeNumbersAndEnglishPass(_ text: String) {
    #expect(Prose.strayMarks(in: text) == [])
  }

  @Test func theLiteralsOfSwiftAreRead() {
    let source = #"""
      let a = "甲\("乙" + b(c))丙" // "丁"
      let d = "\"戊\" 己", e = """
        庚
          辛
        """
      """#
    #expect(SwiftLiterals.of(source).sorted() == ["\"戊\" 己", "乙", "庚", "甲§丙", "辛"].sorted())
  }

  @Test func ofTheSources() throws {
    let files = try files(under: "Sources", ending: ".swift")
    #expect(files.count > 100)
    for file in files {
      let literals = SwiftLiterals.of(try #require(text(ofFile: file)))
      for literal in literals { #expect(Prose.strayMarks(in: literal) == [], "\(file)") }
    }
  }

  @Test func ofTheRules() throws {
    let files = try files(under: "rules", ending: ".yaml")
    #expect(files.count > 20)
    for file in files {
      for text in PolicyProse.of(try #require(text(ofFile: file))) {
        #expect(Prose.strayMarks(in: text) == [], "\(file)")
      }
    }
  }

  @Test func ofThePages() throws {
    for page in ["README.md", "rules/README.md"] {
      guard let text = text(ofFile: repository + "/" + page) else { continue }
      for line in MarkdownProse.of(text) { #expect(Prose.strayMarks(in: line) == [], "\(page)") }
    }
  }

  @Test func ofTheHelp() throws {
    let office = try Office()
    let commands = commands(below: Revisit.self, [])
    #expect(commands.count > 50)
    for command in commands {
      let page = try office.run(command + ["--help"]).out
      for line in page.replacing("OVERVIEW: ", with: "").split(separator: "\n") {
        expect(String(line), "\(command)")
      }
    }
  }

  @Test func ofTheErrors() {
    let entries =
      MessageCatalogueTests.usage + MessageCatalogueTests.values
      + MessageCatalogueTests.time + MessageCatalogueTests.lookup + MessageCatalogueTests.refusals
      + MessageCatalogueTests.duties + MessageCatalogueTests.system
    for line in entries.flatMap(\.failure.complaints).map({ $0.line(in: .zh) }) {
      expect(line, line)
    }
  }

  @Test func ofTheAnswers() throws {
    let office = try Office.withWang()
    try office.must("log", "王芳", "--by", "电话", "--note", "嫌楼层低", "--next", "下周三")
    try office.must("case", "add", "王芳", "投诉", "--about", "房屋质量")
    let asked = [
      "demo", "due --consultant 李明", "due --all", "why 王芳", "show 王芳", "brief 王芳", "find 王",
      "report --week", "report --survey", "report --half 2026-11a",
      "report --loans",
      "calendar show", "calendar list", "case list", "case show K00001", "staff list",
      "ledger list",
      "message list", "message templates", "milestone list", "policy list", "policy coverage",
      "policy explain P104", "policy help", "policy help all", "daily --dry-run", "doctor",
      "script", "policy plan 王芳 --policy yufu --to +30天", "tour --no-wait", "man",
      "completion fish",
    ]
    for command in asked {
      let answer = try office.run(command.split(separator: " ").map(String.init))
      let page = (answer.out + answer.err).replacing("OVERVIEW: ", with: "")
      for line in page.split(separator: "\n") { expect(String(line), command) }
    }
  }

  /// The words of every command below one.
  private func commands(below command: any ParsableCommand.Type, _ words: [String]) -> [[String]] {
    command.configuration.subcommands.flatMap { next in
      let words = words + [next._commandName]
      return [words] + commands(below: next, words)
    }
  }

  private func expect(_ line: String, _ place: String) {
    #expect(Prose.strayMarks(in: line) == [], "\(place): \(line)")
  }
}
