import Glibc
import Testing

@testable import revisit

/// A call in one line, and lines from standard input, through the program.
@Suite("A call in one line")
struct CallLineRows {
  private func office() throws -> Office {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A --tag 有抗性", on: "2026-11-02 10:00")
    try office.enter("--source 来访 --grade C", on: "2026-11-02 10:05", as: "赵倩", phone: 2)
    return office
  }

  @Test("Note, next, promise and tags in one line say what the options say")
  func oneLine() throws {
    let (short, long) = (try office(), try office())
    let answer = try short.at(
      "2026-11-05 16:00", "log 王芳 嫌楼层低 @下周三 :送按揭方案 +重点 -有抗性")
    let options =
      "--by 电话 --note 嫌楼层低 --next 下周三 --promise 送按揭方案 --tag 重点 --untag 有抗性"
    #expect(try long.at("2026-11-05 16:00", "log 王芳 \(options)").out == answer.out)
    #expect(
      answer.lines[1] == "记录 8  2026-11-05（周四）16:00  "
        + "电话 接通，约定 2026-11-11：嫌楼层低；答应：送按揭方案；标签 重点；去掉标签 有抗性")
    let shown = try short.show("2026-11-05 16:01")
    #expect(shown.tags == ["key"] && shown.contacts == 1)
    // One step: one undo takes all of it back.
    try short.at("2026-11-05 16:02", "undo")
    #expect(try short.show("2026-11-05 16:03").tags == ["resistant"])
  }

  @Test(
    "A word of an outcome is the outcome; a sentence that holds one is what was said",
    arguments: [
      ("无人接", "电话 无人接"), ("占线 @周五", "电话 占线"), ("没接 老公接的", "电话 无人接：老公接的"),
      ("改期 @后天", "电话 改期，约定 2026-11-07"), ("不要 买了别家", "电话 拒绝：买了别家"), ("打错", "电话 错号"),
      ("客户说改期再看", "电话 接通：客户说改期再看"), ("\"改期 再看\"", "电话 接通：改期 再看"),
      ("想看三室 @周五 14:30", "电话 接通，约定 2026-11-06 14:30：想看三室"),
    ])
  func outcomes(_ line: String, _ told: String) throws {
    let office = try office()
    let answer = try office.at("2026-11-05 16:00", "log 赵倩 \(line)")
    #expect(answer.lines[1].contains(told), "\(answer.out)")
  }

  @Test("The channel is what the list asks for; for somebody not on it a call")
  func channel() throws {
    let office = try office()
    try office.at("2026-11-03", "edit 王芳 --averse")
    func recorded(_ line: String) throws -> String {
      try office.at("2026-11-05 16:00", "log \(line)").lines[1]
    }
    #expect(try recorded("王芳 发了").contains("短信 已发送"))
    #expect(try recorded("赵倩 \"聊了 近况\"").contains("电话 接通"))
    try office.at("2026-11-03", "edit 赵倩 --averse")
    try office.enter("--source 来访 --grade B", on: "2026-11-05 09:00", as: "孙丽", phone: 3)
    try office.at("2026-11-05 09:05", "edit 孙丽 --averse")
    // Who did not answer was called, whatever the list asks for.
    #expect(try recorded("孙丽 占线").contains("电话 占线"))
    #expect(try recorded("孙丽 没接").contains("电话 无人接"))
    #expect(try recorded("孙丽 当面聊的 --by 面谈").contains("面谈 接通：当面聊的"))
    let refused = try office.attempt("2026-11-05 16:00", "log 李明 发了")
    #expect(refused.code == 66)
  }

  @Test(
    "What could be meant in two ways is refused, and nothing is recorded",
    arguments: [
      "没接 占线", "再谈 --outcome 接通 没接", "再谈 @周三 --next 周四", "再谈 --note 太贵", "太远 下周三", "加了 微信",
      "再谈 :送图", "再谈 +没有的标签", "再谈 +3天", "再谈 @昨天", "再谈 @",
    ])
  func twoWays(_ line: String) throws {
    let office = try office()
    let before = try office.must("doctor").out
    let answer = try office.attempt("2026-11-05 16:00", "log 王芳 \(line)")
    #expect(answer.code == 64 && answer.out.isEmpty && !answer.err.isEmpty, "\(answer.err)")
    #expect(try office.must("doctor").out == before)
  }

  @Test("The help shows the line, and no shell interprets a sign of it")
  func shells() throws {
    let office = try office()
    let help = try office.must("log", "--help").out
    let shown = try #require(
      help.split(separator: "\n").first { $0.contains("revisit log 3 ") })
    let line = "revisit " + shown.split(separator: "revisit ", maxSplits: 1)[1]
    let words = ["log", "3", "嫌楼层低", "@下周三", ":送按揭方案", "+重点", "-有抗性"]
    #expect(line == "revisit " + words.joined(separator: " "))
    let typed = """
      revisit() { printf '%s\\n' "$@"; }
      \(line)
      revisit log 3 @周五 14:30 ：带样板房 ＋VIP －有抗性 +重点 -VIP

      """
    try office.write(typed, to: "typed")
    // A file for each glob that a sign might begin.
    for name in ["a", "下周三", "重点"] { try office.write("", to: name) }
    let all =
      words + ["log", "3", "@周五", "14:30", "：带样板房", "＋VIP", "－有抗性", "+重点", "-VIP"]
    let shells = [
      ("/bin/bash", ["--norc", "--noprofile", "-i", "+m", "-O", "extglob", "-O", "failglob"]),
      ("/bin/bash", ["--norc", "-H"]), ("/bin/zsh", ["-f", "-i"]), ("/usr/bin/zsh", ["-f"]),
    ]
    for (shell, options) in shells where access(shell, X_OK) == 0 {
      let running = try RunningProgram(
        shell, options, ["PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=\(office.folder)"],
        office.path("stdout"), office.path("stderr"), folder: office.folder,
        input: office.path("typed"))
      #expect(try running.wait() == 0, "\(shell) \(options)")
      let said = office.read("stdout")?.split(separator: "\n").map(String.init)
      #expect(said == all, "\(shell) \(options)")
    }
  }

  // MARK: - Lines from standard input

  @Test("Each line is an operation of its own; problems are told with their line, the rest is done")
  func batch() throws {
    let office = try office()
    let lines = """
      王芳 嫌楼层低 @下周三 ！送按揭方案

      王方 没接
      赵倩 没接 占线\r
      \u{FEFF}赵倩 "想看 三室" --intention B
      C000002 -没有的标签 谈了
      赵倩 谈了 --user 周敏
      """
    let answer = try office.run(["log", "-"], typed: lines)
    #expect(answer.code == 65)
    let problems = answer.err.split(separator: "\n").map(String.init)
    #expect(
      problems == [
        "revisit: -:3: 王方：没有这位客户；是否“王芳”？", "revisit: -:4: 没接：不能与 占线 同时使用；只留一个",
        "revisit: -:6: -：不认识“没有的标签”；" + (problems.count > 2 ? tail(problems[2]) : ""),
        "revisit: -:7: --user：不能写在一行里；写在命令后面",
      ])
    #expect(answer.lines.last == "记下 2 行，没有记 4 行")
    #expect(answer.lines.contains { $0.contains("嫌楼层低；答应：送按揭方案") })
    #expect(answer.lines.contains { $0.contains("意向 B：想看 三室") })
    // Each by itself: one undo takes the last of them back.
    #expect(try office.at("2026-11-05 10:00", "undo").out.contains("C000002 赵倩"))
    #expect(try office.show("2026-11-05 10:00").contacts == 1)
  }

  private func tail(_ problem: String) -> String {
    problem.split(separator: "；", maxSplits: 1).dropFirst().joined()
  }

  @Test("A batch repeated under one id records nothing twice, and what was mended")
  func batchAgain() throws {
    let office = try office()
    let words = ["log", "-", "--op", "早上", "--on", "11-04", "--by", "电话"]
    let first = try office.run(words, typed: "王芳 嫌楼层低\n赵情 太贵了\n")
    #expect(first.code == 65 && first.lines.last == "记下 1 行，没有记 1 行")
    let again = try office.run(words, typed: "王芳 嫌楼层低\n赵倩 太贵了\n")
    #expect(again.code == 0 && again.lines.first == "已经记过，没有重复", "\(again.err)")
    #expect(try office.show("2026-11-05").contacts == 1)
    let records = try office.show("2026-11-05", "赵倩").records
    #expect(records.contains { $0.day == "2026-11-04" && $0.note == "太贵了" })
    let other = try office.run(words, typed: "王芳 嫌吵\n")
    #expect(other.code == 65 && other.err.contains("-:1: --op"))
  }

  @Test("What belongs to one line is not said of all")
  func ofOneLine() throws {
    let office = try office()
    let answer = try office.run(["log", "-", "--follow-up", "再联系"], typed: "王芳 谈了\n")
    #expect(answer.code == 64)
    #expect(answer.err == "revisit: -：不能与 --follow-up 同时使用；只留一个\n")
    let words = try office.run(["log", "-", "没接"], typed: "王芳 谈了\n")
    #expect(words.code == 64 && words.err.hasPrefix("revisit: 多出的参数：没接"))
    let sign = try office.run(["log", "-"], typed: "王芳 -\n")
    #expect(sign.code == 65 && sign.err.hasPrefix("revisit: -:1: -：后面缺少值"))
  }
}
