import ArgumentParser
import Core
import Testing

@testable import revisit

/// A call in one line, and the answers of a walk.
@Suite struct CallLineTests {
  /// What a line says, in the order of the grammar's table.
  private func told(_ line: String) throws -> [String] {
    let line = try CallLine(try CallLine.words(line))
    return [line.next, line.promise].map { $0?.text ?? "" }
      + [line.tags, line.untags].map { $0.map(\.text).joined(separator: " ") }
      + [line.outcome?.text ?? "", line.note ?? ""]
  }

  @Test(arguments: [
    ("嫌楼层低 @下周三 :送按揭方案 +重点", ["下周三", "送按揭方案", "重点", "", "", "嫌楼层低"]),
    ("  怕噪音　＠周五 14:30 ：带样板房 ＋VIP －有抗性 ", ["周五 14:30", "带样板房", "VIP", "有抗性", "", "怕噪音"]),
    ("-重点 -VIP 太贵了", ["", "", "", "重点 VIP", "", "太贵了"]),
    ("@ 后天 下午4点 ! 回电 想看三室 再比比", ["后天 下午4点", "回电", "", "", "", "想看三室 再比比"]),
    ("！发户型图 @明天下午4点 见过了", ["明天下午4点", "发户型图", "", "", "", "见过了"]),
    ("没接 无人接", ["", "", "", "", "无人接", ""]),
    ("通了 客户说改天再看", ["", "", "", "", "通了", "客户说改天再看"]),
    ("\"微信 明天\" @\"11-20 9:30\"", ["11-20 9:30", "", "", "", "", "微信 明天"]),
    ("他说\"太吵\" 占线", ["", "", "", "", "占线", "他说\"太吵\""]),
    ("@周五 三点一刻 谈价", ["周五 三点一刻", "", "", "", "", "谈价"]),
  ])
  func aLineIsRead(_ line: String, _ parts: [String]) throws {
    #expect(try told(line) == parts)
  }

  @Test(arguments: [
    ("没接 占线", "没接：不能与 占线 同时使用；只留一个"),
    ("@周三 @周五", "@：不能与 @ 同时使用；只留一个"),
    (":送图 ：送价目", "：：不能与 : 同时使用；只留一个"),
    ("太远 下周三", "下周三：可以有两种意思；写成 @下周三；是说的话就写进 --note"),
    ("太远 14:30", "14:30: 可以有两种意思；写成 @14:30；是说的话就写进 --note"),
    ("加了 微信", "微信：可以有两种意思；写成 --by 微信；是说的话就写进 --note"),
    ("再谈 +3天", "+3天：可以有两种意思；写成 @+3天；是说的话就写进 --note"),
    ("再谈 @", "@：后面缺少值；写成 @ 值"),
    ("再谈 @ :送图", "@：后面缺少值；写成 @ 值"),
    ("\"再谈", "\"：引号没有收尾；再写一个 \"，或用“”"),
  ])
  func whatMayMeanTwoThingsIsRefused(_ line: String, _ complaint: String) throws {
    let failure = #expect(throws: Failure.self) { try told(line) }
    #expect(failure?.exitCode == .usage)
    let lines = failure?.complaints.map { $0.line(in: .zh) }
    #expect(lines == ["revisit: " + complaint.replacing("：：", with: ":：")])
  }

  /// What an option says and a sign too is said twice; the same outcome is said once.
  @Test func optionsAreTheSame() throws {
    var line = try CallLine(["没接", "再打"])
    try line.add(
      note: nil, outcome: "无人接", next: "周五", promise: nil, tag: ["重点"], untag: [])
    #expect(line.outcome?.text == "无人接" && line.next?.place == "--next" && line.note == "再打")
    #expect(throws: Failure.usage(.conflict("--note", "再打"))) {
      try line.add(note: "晚上", outcome: nil, next: nil, promise: nil, tag: [], untag: [])
    }
    #expect(throws: Failure.usage(.conflict("--next", "--next"))) {
      try line.add(note: nil, outcome: nil, next: "周六", promise: nil, tag: [], untag: [])
    }
  }

  @Test func aHyphenIsNoOptionInFullWidth() {
    let words = ["3", "-重点", "--note", "-重点", "--yes", "-VIP", "--by=电话", "-h", "-", "--", "-A"]
    #expect(
      CallLine.withoutHyphens(words, flags: ["--yes"])
        == ["3", "－重点", "--note", "-重点", "--yes", "－VIP", "--by=电话", "-h", "-", "--", "-A"])
  }

  /// Only the options that no value follows are known to have none.
  @Test func theFlagsOfLogAreKnown() {
    let rows = LogCommand.helpMessage(includeHidden: true, columns: 1000).split(separator: "\n")
    let flags = rows.map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("-") }
      .map { $0.split(separator: "  ")[0] }.filter { !$0.contains("<") }
      .flatMap { $0.split(separator: ", ") }.filter { $0.hasPrefix("--") }
    #expect(!flags.isEmpty)
    for flag in flags {
      #expect(LogCommand.written([String(flag), "-重点"]) == [String(flag), "－重点"], "\(flag)")
    }
    #expect(LogCommand.written(["--note", "-重点"]) == ["--note", "-重点"])
  }

  @Test(arguments: [
    ("", CallAnswer.later), ("　 ", .later), ("w", .log(["无人接"])),
    ("Ｗ 老公接的", .log(["无人接", "老公接的"])),
    ("s 客户出差", .skip(reason: "客户出差")), ("b", .back), ("u", .undo), ("？", .help), ("Q", .stop),
    ("quit", .stop), ("嫌楼层低 @周三", .log(["嫌楼层低", "@周三"])), ("OK 了", .log(["OK", "了"])),
  ])
  func anAnswerIsRead(_ line: String, _ answer: CallAnswer) throws {
    #expect(try CallAnswer(line) == answer)
  }

  @Test(arguments: [
    ("s", UsageFault.needs("s", "原因")), ("x", .noAnswer("x")), ("u 王芳", .noAnswer("u")),
    ("s客户出差", .twoMeanings("s客户出差", as: "s 客户出差")), ("w老公接", .twoMeanings("w老公接", as: "w 老公接")),
  ])
  func aLetterThatIsNoCommandIsNoNote(_ line: String, _ fault: UsageFault) {
    #expect(throws: Failure.usage(fault)) { try CallAnswer(line) }
  }

  /// Whatever is typed is read or refused, and every word of a note stood in the line.
  @Test func noLineTraps() {
    let pool = [
      "嫌楼层低 @下周三 :送按揭方案 +重点 无人接", "＠周五 14:30 ：带图 －有抗性 \"想看 三室\"", "s 客户出差", "w 老公接", "",
    ]
    for line in WrittenTexts.all(pool, more: 3000, seed: 20_261_207) {
      _ = try? CallAnswer(line)
      guard let words = try? CallLine.words(line), let read = try? CallLine(words) else { continue }
      let (bare, note) = (line.filter { $0 != "\"" }, (read.note ?? "").filter { $0 != "\"" })
      #expect(
        note.split(separator: " ").allSatisfy { bare.contains($0) }, "\(line.debugDescription)")
    }
  }
}
