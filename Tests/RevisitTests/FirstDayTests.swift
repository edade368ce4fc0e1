import Testing

@testable import revisit

/// What an office is told on its first day.
@Suite("The first day")
struct FirstDayTests {
  private static let head = "姓名,手机号,来源渠道,首次日期,级别,置业顾问\n"

  @Test("An import says what it means for tomorrow: a book of the last days")
  func freshBook() throws {
    let office = try Office.open(from: "2027-04-05", asOf: "2027-04-08 09:00")
    try office.write(
      Self.head + """
        卫兰,13800000001,来访,2027-04-08,A,李明
        沈冰,13800000002,来访,2027-04-07,B,李明
        韩雪,13800000003,来电,2027-04-08,B,周敏
        杨柳,13800000004,来访,2027-04-08,,周敏
        朱颜,13800000005,来电,2027-04-08,B,

        """, to: "a.csv")
    let told = try office.must("import", office.path("a.csv")).lines
    let place = try #require(told.firstIndex { $0.hasPrefix("新客户到 04-15 要联系（人次）：今天 5") })
    #expect(told[place].contains("（逾期 1）"), "\(told)")
    let names = told[(place + 1)...].prefix { $0.hasPrefix("  ") }
    #expect(
      names.map { String($0.dropFirst(2).prefix { $0 != "：" }) } == ["李明", "周敏", "未分配"], "\(told)")
    #expect(names.first?.contains("今天 2（逾期 1）") == true, "\(told)")
    #expect(told.contains("无安排、不在谁名单上的 1 位（revisit find --unplanned 列出）"))
    // The list of today says the same.
    let list = try office.must("due", "--user", "李明").lines[0]
    #expect(list.contains("逾期 1  今天 1"), "\(list)")
  }

  @Test("A book of long ago: what is owed since the policy reigns, and who has no plan")
  func oldBook() throws {
    let office = try Office.open(from: "2027-04-05", asOf: "2027-04-08 09:00")
    let rows = (1...12).map {
      "客\("甲乙丙丁戊己庚辛壬癸子丑".map(String.init)[$0 - 1]),138000001\($0 + 10),来访,2026-0\($0 % 9 + 1)-03,D,李明\n"
    }
    try office.write(Self.head + rows.joined(), to: "a.csv")
    let check = try office.must("import", office.path("a.csv"), "--dry-run", "--lang", "en").out
    let told = try office.must("import", office.path("a.csv"), "--lang", "en").out
    #expect(
      told.contains("new customers due by 04-15: ") || told.contains("nobody of the new customers"),
      "\(told)")
    #expect(check.split(separator: "\n").dropLast() == told.split(separator: "\n").dropLast())
    let again = try office.must("import", office.path("a.csv")).out
    #expect(!again.contains("新客户"))
  }

  @Test("A policy that reigned before there was a customer brings a debt")
  func debt() throws {
    let old = try Office(asOf: "2027-04-08")
    let told = try old.must("init", "--from", "2027-03-01").out
    #expect(told.contains("注意：从 2027-03-01 起的回访都算欠着"), "\(told)")
    let new = try Office(asOf: "2027-04-08")
    let quiet = try new.must("init").out
    #expect(!quiet.contains("注意"))
    #expect(
      quiet.contains("下一步：revisit staff add") && quiet.contains("然后：") && quiet.contains("每天："))
  }

  @Test("Two minutes with a training office, from beginning to end through a pipe")
  func tour() throws {
    let office = try Office(asOf: "2027-04-08 10:30")
    for options in [[], ["--no-wait"]] {
      let answer = try office.run(["tour"] + options, typed: "\n\n\n")
      #expect(answer.code == 0 && answer.err.isEmpty, "\(answer.err)")
      let steps = answer.lines.filter { $0.hasPrefix("$ revisit ") }
      #expect(
        steps == [
          "$ revisit due", "$ revisit log 王芳 喜欢中间楼层 @后天", "$ revisit why 王芳",
          "$ revisit report --week",
        ])
      #expect(answer.out.contains("顾问 李明") && answer.out.contains("约定 2027-04-10：喜欢中间楼层"))
      #expect(answer.out.contains("与客户的约定") && answer.out.contains("回访周报 2027-W14"))
      #expect(answer.lines.last == "这是演练，什么都没有留下。自己的案场：revisit init --office 案场名")
    }
    let english = try office.run(["tour", "--lang", "en"], typed: "")
    #expect(
      english.code == 0 && english.lines.contains("$ revisit log 王芳 likes a middle floor @+2d"))
    // Whoever else's name is set for the office at work.
    let other = try office.run(["tour"], environment: ["REVISIT_USER": "赵新"], typed: "")
    #expect(other.code == 0 && other.err.isEmpty, "\(other.err)")
    #expect(try office.run("demo", environment: ["REVISIT_USER": "赵新"]).code == 0)
    // Nothing of it stays, in the office's own file neither.
    #expect(contents(office.path("office.db")) == nil)
  }
}
