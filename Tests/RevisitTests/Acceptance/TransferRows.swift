import FoundationEssentials
import Glibc
import Testing

/// Whose customers they are, and how they go to somebody else.
@Suite("Customers change hands")
struct TransferRows {
  /// 宋岚 has nine customers of grade C; 丁一 and 罗文 are her colleagues, 曹经理 the manager.
  private func office(policy: String = "qnc", customers: Int = 9) throws -> Office {
    let office = try Office(asOf: "2026-11-20 09:00")
    try office.at("2026-11-01", "init --policy \(policy) --from 2026-11-01 --office 江湾")
    for name in ["宋岚", "丁一", "罗文"] { try office.at("2026-11-01", "staff add \(name)") }
    try office.at("2026-11-01", "staff add 曹经理 --role 经理")
    try office.at("2026-11-01", "office set reserve_phone 028-88886666")
    try office.at("2026-11-01", "office set hotline 028-88887777")
    for number in 1...customers {
      let grade = number > 6 && customers > 9 ? "A" : "C"
      try office.at(
        "2026-11-02 10:00",
        "add 客\(number)号 --phone 1391000\(1000 + number) --source 来访 --grade \(grade) "
          + "--consultant 宋岚")
    }
    return office
  }

  private func shares(_ office: Office, _ asOf: String) throws -> [String: Int] {
    struct Answer: Decodable {
      struct Row: Decodable { let consultant: String? }
      let customers: [Row]
    }
    let answer = try office.at(asOf, "find 客 --all --format json")
    let rows = try JSONDecoder().decode(Answer.self, from: Data(answer.out.utf8)).customers
    return rows.reduce(into: [:]) { $0[$1.consultant ?? "", default: 0] += 1 }
  }

  @Test("F105: a customer is given to a colleague, the list moves and the history keeps both")
  func assigned() throws {
    let office = try office()
    try office.at("2026-11-20 09:00", "edit 客3号 --consultant 丁一")
    #expect(try office.at("2026-11-20 10:00", "due --user 丁一").out.contains("客3号"))
    #expect(try !office.at("2026-11-20 10:00", "due --user 宋岚").out.contains("客3号"))
    let shown = try office.at("2026-11-20 10:00", "show 客3号")
    #expect(shown.out.contains("顾问记录 2026-11-02 宋岚、2026-11-20 丁一"), "\(shown.out)")
    // The day before it is the former one's.
    #expect(try office.at("2026-11-19", "due --user 宋岚").out.contains("客3号"))
  }

  @Test("F106: a leaver's nine customers go to two, 5 and 4, with a text each, as one step")
  func leaver() throws {
    let office = try office()
    let day = "2026-11-20 09:00"
    let alone = try office.attempt(day, "transfer --from 宋岚 --to 丁一,罗文 --on 2026-11-20")
    #expect(alone.code == 64 && alone.err.contains("--witness"))
    for witness in ["宋岚", "罗文"] {
      let own = try office.attempt(
        day, "transfer --from 宋岚 --to 丁一,罗文 --witness \(witness)")
      #expect(own.code == 65 && own.err.contains("不能监交"), "\(own.err)")
    }
    #expect(try office.attempt(day, "staff leave 宋岚").err.contains("revisit transfer --from 宋岚"))
    let done = try office.at(
      day, "transfer --from 宋岚 --to 丁一,罗文 --witness 曹经理 --on 2026-11-20")
    #expect(done.out.contains("丁一 5 位：C 5") && done.out.contains("罗文 4 位：C 4"), "\(done.out)")
    #expect(done.out.contains("监交 曹经理") && done.out.contains("起草告知短信 9 条"))
    #expect(try shares(office, day) == ["丁一": 5, "罗文": 4])
    let texts = try office.at(day, "message outbox --date 2026-11-20")
    #expect(texts.out.contains("2026-11-20 10:00") && texts.out.contains("丁一"))
    #expect(try office.batch(day).lines.count == 9)
    // By number in turn.
    #expect(try office.at(day, "find 客1号").out.contains("丁一"))
    #expect(try office.at(day, "find 客2号").out.contains("罗文"))
    #expect(try office.at(day, "show 客2号").out.contains("监交 曹经理"))
    try office.at(day, "staff leave 宋岚")
  }

  @Test("F106: it is taken back as one step, with its texts")
  func takenBack() throws {
    let office = try office()
    let day = "2026-11-20 09:00"
    try office.at(day, "transfer --from 宋岚 --to 丁一,罗文 --witness 曹经理")
    try office.at(day, "undo")
    #expect(try shares(office, day) == ["宋岚": 9])
    #expect(try office.batch(day).lines.isEmpty)
    #expect(try office.at(day, "doctor").code == 0)
  }

  @Test("F106: each grade is split, and the whole; the policy's own text waits for nobody")
  func grades() throws {
    let office = try office(policy: "roster", customers: 11)
    let day = "2026-11-20 09:00"
    let done = try office.at(
      day, "transfer --from 宋岚 --to 丁一,罗文 --witness 曹经理 --out \(office.path("单"))")
    // Six of C and five of A: 3 and 3, 3 and 2.
    #expect(done.out.contains("A 3，C 3") && done.out.contains("A 2，C 3"), "\(done.out)")
    let sheet = office.read("单/交接-丁一.txt") ?? ""
    #expect(sheet.contains("交接单  宋岚") && !sheet.contains("罗文 5"))
    #expect(office.read("单/交接-罗文.html")?.contains("<table") == true)
    let text = try office.at(day, "message outbox", wide: true).out
    #expect(text.contains("之前为您服务的同事"), "\(text)")
    for name in ["交接-丁一", "交接-罗文"] {
      for end in [".txt", ".html"] { unlink(office.path("单/\(name)\(end)")) }
    }
    rmdir(office.path("单"))
  }

  @Test("F106: before its day it changes nothing; on its day the lists move by themselves")
  func inAdvance() throws {
    let office = try office()
    try office.at(
      "2026-11-18 09:00", "transfer --from 宋岚 --to 丁一 --witness 曹经理 --on 2026-11-20")
    #expect(try shares(office, "2026-11-19 09:00") == ["宋岚": 9])
    #expect(try office.at("2026-11-19 09:00", "due --user 宋岚").out.contains("客1号"))
    #expect(try !office.at("2026-11-19 09:00", "due --user 丁一").out.contains("客1号"))
    #expect(try shares(office, "2026-11-20 09:00") == ["丁一": 9])
    #expect(try office.at("2026-11-20 09:00", "due --user 丁一").out.contains("客1号"))
    #expect(try office.at("2026-11-20 09:00", "doctor").code == 0)
  }

  @Test("F107: a colleague on leave gets all back on the day after the last")
  func temporary() throws {
    let office = try office()
    try office.at(
      "2027-02-03 09:00",
      "transfer --temporary --from 宋岚 --to 丁一 --until 2027-02-12")
    #expect(try office.at("2027-02-03 10:00", "due --user 丁一").out.contains("客1号"))
    #expect(try !office.at("2027-02-03 10:00", "due --user 宋岚").out.contains("客1号"))
    let shown = try office.at("2027-02-03 10:00", "show 客1号 --user 丁一")
    #expect(shown.out.contains("顾问 丁一") && shown.out.contains("2027-02-13 起 宋岚"), "\(shown.out)")
    #expect(try office.at("2027-02-12", "due --user 丁一").out.contains("客1号"))
    #expect(try !office.at("2027-02-13", "due --user 丁一").out.contains("客1号"))
    #expect(try office.at("2027-02-13", "due --user 宋岚").out.contains("客1号"))
    #expect(try office.at("2027-02-05", "doctor").code == 0)
  }

  @Test("F107: who leaves for good meanwhile gives them away; who was given one keeps it")
  func meanwhile() throws {
    let office = try office()
    try office.at(
      "2027-02-03 09:00",
      "transfer --temporary --from 宋岚 --to 丁一 --until 2027-02-12")
    // The substitute cannot leave with them.
    #expect(try office.attempt("2027-02-04 09:00", "staff leave 丁一").code == 65)
    try office.at("2027-02-04 09:00", "edit 客1号 --consultant 罗文")
    try office.at("2027-02-05 09:00", "transfer --from 宋岚 --to 罗文 --witness 曹经理")
    #expect(try shares(office, "2027-02-05 10:00") == ["罗文": 9])
    #expect(try shares(office, "2027-02-13 10:00") == ["罗文": 9])
    try office.at("2027-02-05 10:00", "undo")
    #expect(try shares(office, "2027-02-05 10:00") == ["丁一": 8, "罗文": 1])
    #expect(try shares(office, "2027-02-13 10:00") == ["宋岚": 8, "罗文": 1])
    let early = try office.attempt(
      "2027-02-05 11:00", "transfer --temporary --from 丁一 --to 罗文 --until 2027-02-04")
    #expect(early.code == 64)
    let half = try office.attempt("2027-02-05 11:00", "transfer --temporary --from 丁一 --to 罗文")
    #expect(half.code == 64 && half.err.contains("--until"))
  }

  @Test("What was agreed, what is open and what was said stand on the sheet")
  func sheet() throws {
    let office = try office(customers: 2)
    try office.at(
      "2026-11-18 10:00", "log 客1号 --by 电话 --note 想看南向 --next \"2026-11-25 15:00\" --promise 送方案")
    try office.at("2026-11-19 10:00", "case add 客2号 投诉 --about 漏水")
    let done = try office.at(
      "2026-11-20 09:00", "transfer --from 宋岚 --to 丁一 --witness 曹经理", wide: true)
    for word in ["2026-11-25 15:00 送方案", "想看南向", "K00001", "漏水", "2026-11-18 电话 接通"] {
      #expect(done.out.contains(word), "\(word): \(done.out)")
    }
  }

  @Test("A consultant hands nobody over; what is over is changed only on purpose")
  func refused() throws {
    let office = try office()
    let words = "transfer --from 宋岚 --to 丁一 --witness 曹经理"
    #expect(try office.attempt("2026-11-20 09:00", words + " --user 丁一").code == 77)
    let own = try office.attempt(
      "2026-11-20 09:00", "transfer --from 宋岚 --to 宋岚 --witness 曹经理")
    #expect(own.code == 65)
    let past = try office.attempt("2026-11-20 09:00", words + " --on 2026-11-05")
    #expect(past.code == 65 && past.err.contains("--rewrite-past"), "\(past.err)")
    try office.at("2026-11-20 09:00", words + " --on 2026-11-05 --rewrite-past")
    let none = try office.attempt("2026-11-20 09:00", words)
    #expect(none.code == 65 && none.err.contains("名下没有客户"))
  }
}
