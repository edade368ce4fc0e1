import Glibc
import Intake
import Testing

@testable import revisit

/// A walk down the morning's list, line by line through the program.
@Suite("A walk down the list")
struct CallRows {
  /// 李明's list of Wednesday, 2026-12-09: 钱蓉 overdue, 冯涛 who likes the evening, 韩雪 ungraded, and 蒋欣,
  /// with whom the day was agreed, and 周全, whom nothing but a weekly call is due to.
  private func office() throws -> Office {
    let office = try Office.open(asOf: "2026-12-09 10:20")
    try office.enter("--source 来访 --grade A --tag 重点", on: "2026-12-07 10:00", as: "钱蓉")
    try office.enter("--source 来电 --grade B", on: "2026-12-08 10:00", as: "冯涛", phone: 2)
    try office.at("2026-12-08 10:05", "edit 冯涛 --hours 19-20")
    try office.enter("--source 来访", on: "2026-12-09 09:00", as: "韩雪", phone: 3)
    try office.enter("--source 来访 --grade C", on: "2026-12-04 10:00", as: "蒋欣", phone: 4)
    try office.at("2026-12-04 16:00", "log 蒋欣 看中两居室 @12-09 :带首付清单")
    try office.enter("--source 来访 --grade C", on: "2026-12-02 10:00", as: "周全", phone: 5)
    try office.at("2026-12-02 16:00", "log 周全 初谈")
    return office
  }

  private func walk(
    _ office: Office, _ lines: String..., options: [String] = []
  ) throws -> Office.Answer {
    try office.run(
      ["call"] + options, environment: ["REVISIT_USER": "李明"],
      typed: lines.map { $0 + "\n" }.joined())
  }

  /// Whose card each prompt stood under.
  private func asked(_ answer: Office.Answer) -> [String] {
    let cards = answer.lines.filter { $0.contains("  C00000") && $0.contains("/") }
    return cards.compactMap {
      $0.split(separator: " ").drop { !$0.hasPrefix("C0") }.dropFirst().first
    }
    .map(String.init)
  }

  @Test("Each customer in six lines at most of 80 columns, and one line of answer")
  func transcript() throws {
    let office = try office()
    let answer = try walk(
      office, "嫌楼层低 @下周三 :送按揭方案", "w", "谈妥了 @12-20 15:00", "", "太远 --grade B", "?", "q")
    #expect(answer.code == 0 && answer.err.isEmpty, "\(answer.err)")
    #expect(asked(answer) == ["钱蓉", "蒋欣", "韩雪", "周全", "冯涛", "周全"])
    let text = answer.out
    #expect(text.hasPrefix("2026-12-09（周三）10:20  顾问 李明  逾期 2  今天 3  制度 qnc  演练\n约电时段 10:00-11:30"))
    #expect(
      text.contains(
        """

        1/5  C000001 钱蓉 来访A 重点  13800000001
        为什么  当日回访 第二条（一）1；三日再访 第二条（一）2：A、B 类客户来访，当天..
        时限    逾期 2 天；电话
        谈      需求、看房感受、关注的卖点和抗性、约再谈、近况、项目..；由头：天气、优惠
        > 嫌楼层低 @下周三 :送按揭方案
        """), "\(text)")
    #expect(
      text.contains(
        """

        2/5  C000004 蒋欣 来访C  13800000004
        为什么  与客户约定
        时限    今天；电话
        上次    12-04 电话接通 看中两居室
        答应    带首付清单
        谈      由头：天气、优惠
        > w
        记录 20  2026-12-09（周三）10:20  电话 无人接
        """), "\(text)")
    #expect(
      text.contains("> 谈妥了 @12-20 15:00\n记录 21  2026-12-09（周三）10:20  电话 接通，约定 2026-12-20 15:00"))
    #expect(text.contains("5/5  C000002 冯涛 来电B  13800000002\n"))
    #expect(text.contains("时限    逾期 1 天；电话；约电时段 19:00-20:00；现在不在时段内，下一段 19:00 起"))
    #expect(text.contains("再问 1/1  C000005 周全"))
    #expect(
      text.hasSuffix(
        """
        答了 4 位，还有 1 位；结了 4 条
        约好的：2026-12-16（周三） 钱蓉；2026-12-20（周日）15:00 韩雪
        没打的：周全

        """), "\(text)")
    for line in answer.lines { #expect(Width.of(line) <= 80, "\(line)") }
    let cards = text.components(separatedBy: "\n\n").filter { $0.contains("\n> ") }
    #expect(cards.count == 6)
    for card in cards {
      #expect(card.split(separator: "\n").prefix { !$0.hasPrefix("> ") }.count <= 6)
    }
  }

  @Test("Back, undo, later, skip and stop")
  func commands() throws {
    let office = try office()
    let answer = try walk(
      office, "b", "再谈 @周六", "b", "又谈了", "u", "s", "s 出差", "u", "", "w", "", "q")
    #expect(
      asked(answer) == ["钱蓉", "蒋欣", "钱蓉", "蒋欣", "钱蓉", "钱蓉", "蒋欣", "韩雪", "周全"], "\(answer.out)")
    let problems = answer.err.split(separator: "\n")
    #expect(problems.first == "revisit: b：这是第一位", "\(answer.err)")
    #expect(answer.out.contains("已撤销：钱蓉"))
    #expect(answer.out.contains("没打的："))
  }

  @Test("What cannot be skipped says so and is asked again")
  func skip() throws {
    let office = try office()
    let answer = try walk(office, "s 客户出差", "", "s 出差", "w", "w", "s 客户出差", "q")
    #expect(asked(answer) == ["钱蓉", "蒋欣", "韩雪", "周全", "冯涛"], "\(answer.out)")
    #expect(answer.out.contains("> s 客户出差\n已结：C类每周 免做\n"), "\(answer.out)")
    #expect(
      answer.err == """
        revisit: s：不能免做：qnc-2.1.1 第二条（一）1、qnc-2.1.2 第二条（一）2；打了再记，或直接回车稍后再问
        revisit: s：不能免做：与客户的约定；打了再记，或直接回车稍后再问

        """, "\(answer.err)")
    #expect(answer.out.hasSuffix("\n答了 3 位，还有 2 位；结了 1 条\n没打的：钱蓉、冯涛\n"), "\(answer.out)")
    let twice = try walk(office, "s", "s ", "x", "太远 下周三", "太远 @昨天", "q")
    #expect(twice.err.split(separator: "\n").count == 5 && asked(twice) == ["钱蓉"], "\(twice.err)")
    #expect(try office.show("2026-12-09 11:00", "钱蓉").contacts == 0)
  }

  @Test("Each answer is an operation of its own, and the end of input stops the walk")
  func operations() throws {
    let office = try office()
    let answer = try walk(office, "要和家人商量", "没接")
    #expect(answer.code == 0 && answer.out.hasSuffix("没打的：韩雪、周全、冯涛\n"), "\(answer.out)")
    #expect(try office.at("2026-12-09 11:00", "undo --user 李明").out.contains("C000004 蒋欣"))
    #expect(try office.show("2026-12-09 11:00", "钱蓉").contacts == 1)
    #expect(try office.show("2026-12-09 11:00", "蒋欣").unanswered == 0)
    // The next walk begins where that one stopped.
    #expect(asked(try walk(office)) == ["蒋欣"])
  }

  @Test("An hour agreed for later in the day waits for the others")
  func agreedHour() throws {
    let office = try office()
    try office.at("2026-12-08 16:00", "log 周全 想下午来 @明天 15:00")
    let answer = try walk(office, "w", "w", "w", "再约 @周六", "b", "还是 @周日")
    #expect(asked(answer) == ["钱蓉", "蒋欣", "韩雪", "冯涛", "周全", "冯涛", "周全"], "\(answer.out)")
    #expect(answer.out.contains("时限    今天 15:00；电话\n"), "\(answer.out)")
    // Of two days that were agreed the newest holds.
    #expect(answer.out.contains("\n约好的：2026-12-13（周日） 冯涛\n"), "\(answer.out)")
  }

  @Test("Nobody to call, an office that is no training office, an unknown consultant")
  func nothing() throws {
    let office = try Office.open(asOf: "2026-12-09 10:20")
    let empty = try walk(office)
    #expect(empty.code == 0 && empty.out.hasSuffix("\n\n今天没有要回访的客户。\n"), "\(empty.out)")
    #expect(try walk(office, options: ["--consultant", "李名"]).code == 66)
    let real = try Office()
    try real.must("init", environment: ["REVISIT_AS_OF": ""])
    #expect(try walk(real, "w").code == 64)
  }

  @Test("Duties have no customer to walk to: they stand at the end, as under the list")
  func duties() throws {
    let office = try Office.open(policy: "wenxin", asOf: "2026-12-30 10:20")
    let answer = try walk(office, "q")
    let due = try office.must("due", "--user", "李明").out
    let title = try #require(due.firstRange(of: "内部事项（1）\n"), "\(due)")
    #expect(
      answer.out.hasSuffix("\n\n\(due[title.lowerBound...])做完一项：revisit done 事项\n"), "\(answer.out)"
    )
    #expect(try office.must("call", "--help").out.contains("内部事项没有客户可打"))
  }

  // MARK: - On a terminal

  /// Starts a walk on a terminal; what is typed there is echoed by the terminal.
  private func start(
    _ office: Office, on terminal: PseudoTerminal, _ locale: String = "zh_CN.UTF-8"
  ) throws -> RunningProgram {
    try office.start(
      ["call"], environment: ["REVISIT_USER": "李明", "LC_ALL": locale, "NO_COLOR": "1"],
      output: terminal.name, input: terminal.name)
  }

  @Test("In a GBK terminal prompts and answers are in its code page")
  func codePage() throws {
    let office = try office()
    let terminal = try PseudoTerminal()
    let running = try start(office, on: terminal, "zh_CN.GBK")
    let writer = GB18030Writer()
    func bytes(_ text: String) -> [UInt8] {
      text.unicodeScalars.flatMap { writer.bytes($0) ?? [] }
    }
    _ = terminal.shown(until: bytes("1/5") + bytes("  C000001 钱蓉"))
    terminal.type(bytes("模型 ：送图 @下周三\n"))
    _ = terminal.shown(until: bytes("2/5"))
    terminal.type(bytes("q\n"))
    #expect(try running.wait() == 0)
    let shown = try #require(TextEncoding.gb18030.text(terminal.all()))
    #expect(shown.contains("接通，约定 2026-12-16：模型；答应：送图") && shown.contains("没打的：蒋欣、韩雪"), "\(shown)")
    let records = try office.show("2026-12-09 11:00", "钱蓉").records
    #expect(records.contains { $0.note == "模型" && $0.promise == "送图" })
  }

  @Test("A walk survives its terminal, and passes over whom somebody else has called")
  func closedTerminal() throws {
    let office = try office()
    let terminal = try PseudoTerminal()
    let running = try start(office, on: terminal)
    _ = terminal.shown(until: Array("1/5".utf8))
    try office.at("2026-12-09 10:15", "log 蒋欣 来电谈了 --user 李明")
    terminal.type(Array("谈了近况\n".utf8))
    let shown = String(decoding: terminal.shown(until: Array("3/5".utf8)), as: UTF8.self)
    #expect(shown.contains("蒋欣 已不在名单上\n") && shown.contains("3/5  C000003 韩雪"), "\(shown)")
    running.send(SIGHUP)
    #expect(try running.wait() == 128 + SIGHUP)
    #expect(try office.show("2026-12-09 11:00", "钱蓉").contacts == 1)
    #expect(try office.must("doctor").code == 0)
    #expect(asked(try walk(office)) == ["韩雪"])
  }
}

extension String {
  fileprivate func components(separatedBy mark: String) -> [String] {
    split(separator: mark).map(String.init)
  }
}
