import FoundationEssentials
import Glibc
import Testing

/// Every text goes out exactly once: looked at, handed out, reported back.
@Suite("Batches")
struct BatchRows {
  /// Two buyers of 12-07 who are each owed a text the day after, drafted.
  private func office(_ names: [String] = ["周杰", "吴敏"]) throws -> Office {
    let office = try Office.open(policy: "wenxin", from: "2026-12-01")
    try office.at("2026-12-01", "office set project 江南里")
    for (index, name) in names.enumerated() {
      try office.enter("--source 客资", on: "2026-12-07", as: name, phone: index + 1)
      try office.at("2026-12-07", "event \(name) 认购 --on 2026-12-07")
    }
    try office.at("2026-12-07 18:00", "message draft --on 2026-12-08 --rule wx-1.2")
    return office
  }

  private struct Line: Decodable, Equatable {
    let batch: Int
    let id: Int
    let number: String
    let send_at: String
  }

  private func lines(_ text: String?) throws -> [Line] {
    try (text ?? "").split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
  }

  @Test("To look changes nothing, in any format and as often as one looks") func look() throws {
    let office = try office()
    let before = contents(office.path("office.db"))
    for format in ["table", "json", "csv", "html"] {
      let seen = try office.at("2026-12-08 08:00", "message outbox --format \(format)")
      #expect(seen.out.contains("周杰") && seen.out.contains("吴敏"), "\(format)")
    }
    try office.at("2026-12-08 08:00", "message list")
    #expect(contents(office.path("office.db")) == before)
    #expect(try lines(office.batch("2026-12-08 08:01").out).count == 2)
    #expect(try office.at("2026-12-08 08:02", "message outbox").out.contains("没有要发的"))
    let old = try office.attempt(
      "2026-12-08 08:03", "message outbox --out \(office.path("o.jsonl"))")
    #expect(old.code == 64 && old.err.contains("用 revisit message batch --out"))
  }

  @Test("A batch has a number, a file for its owner alone, and the same bytes for ever")
  func number()
    throws
  {
    let office = try office()
    let file = office.path("sms.jsonl")
    let handed = try office.at("2026-12-08 10:20", "message batch --out \(file)")
    #expect(handed.out.contains("第 1 批，2 条写到 \(file)"))
    #expect(handed.out.contains("revisit message sent --batch 1"))
    var status = stat()
    #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600)
    let found = try lines(text(ofFile: file))
    #expect(
      found.map(\.batch) == [1, 1]
        && found.map(\.send_at) == Array(repeating: "2026-12-08T10:20", count: 2))
    // Whatever becomes of the customer's phones and of the texts meanwhile.
    try office.at("2026-12-08 11:00", "edit 周杰 --phone 13700000007 --drop-phone 13800000001")
    try office.at("2026-12-08 12:00", "message sent --batch 1")
    let again = try office.at("2026-12-20", "message batch 1 --out \(office.path("again.jsonl"))")
    #expect(again.out.contains("又写了一遍"))
    #expect(office.read("again.jsonl") == text(ofFile: file))
    #expect(try office.attempt("2026-12-20", "message batch 1 --out \(file)").code == 73)
    #expect(try office.attempt("2026-12-20", "message batch 2 --out \(file).2").code == 66)
    #expect(try office.attempt("2026-12-20", "message batch").err.contains("--out"))
    #expect(try office.at("2026-12-20", "message list --all --format csv").out.contains(",sent,1,"))
  }

  @Test("What was drafted for a number that is gone goes to the one that is there")
  func otherPhone()
    throws
  {
    let office = try office(["周杰"])
    try office.at("2026-12-07 19:00", "edit 周杰 --phone 13700000007 --drop-phone 13800000001")
    let first = try office.batch("2026-12-08 08:00").out
    #expect(try lines(first).map(\.number) == ["13700000007"])
    try office.at("2026-12-08 09:00", "edit 周杰 --phone 13600000006 --drop-phone 13700000007")
    try office.at("2026-12-08 09:01", "message batch 1 --out \(office.path("again.jsonl"))")
    #expect(office.read("again.jsonl") == first)
    #expect(try office.at("2026-12-08 12:00", "message sent --batch 1").out.contains("已结：认购祝贺"))
  }

  @Test("A failure frees the text and the duty: drafted again, in a batch of its own")
  func failure()
    throws
  {
    let office = try office(["周杰", "吴敏", "郑浩"])
    try office.batch("2026-12-08 08:00")
    try office.write("\u{FEFF}13800000002，空号\r\n\n 3 ,网关超时\n", to: "failed.csv")
    let report = "message sent --batch 1 --failed \(office.path("failed.csv"))"
    let told = try office.at("2026-12-08 10:30", report).out
    #expect(told.hasPrefix("已发送 1 条，没有发出 2 条\n"))
    #expect(told.contains("没有发出（空号），仍应发，号码已标为无效") && told.contains("没有发出（网关超时），仍应发\n"))
    let owed = try office.due("2026-12-08 10:30").items.filter {
      $0.reasons.contains { $0.rule == "wx-1.2" }
    }
    #expect(owed.map(\.name).sorted() == ["吴敏", "郑浩"])
    #expect(try office.at("2026-12-08 10:31", "message sent --batch 1").out.contains("没有重复"))
    let ledger = try office.at("2026-12-08", "ledger list --from 12-08", wide: true).out
    #expect(ledger.contains("短信未达") && ledger.contains("138****0002 空号"))
    let undo = try office.attempt("2026-12-08 10:32", "undo")
    #expect(undo.code == 65 && undo.err.contains("不能撤销"))
    try office.at("2026-12-08 10:20", "edit 吴敏 --phone 13700000007 --drop-phone 13800000002")
    try office.at("2026-12-08 10:25", "message draft --rule wx-1.2")
    let second = try lines(office.batch("2026-12-08 10:26").out)
    #expect(
      second.map(\.batch) == [2, 2] && second.map(\.number) == ["13700000007", "13800000003"])
    #expect(Set(second.map(\.id)).isDisjoint(with: [1, 2, 3]))
    #expect(try office.at("2026-12-08", "doctor").out.contains("没有问题"))
  }

  @Test("A failure that names no text of the batch records nothing; nor one that comes too late")
  func strayFailure() throws {
    let office = try office()
    try office.batch("2026-12-08 08:00")
    try office.write("1,超时\n13900000000,空号\n", to: "stray.csv")
    let stray = try office.attempt(
      "2026-12-08 12:00", "message sent --batch 1 --failed \(office.path("stray.csv"))")
    #expect(stray.code == 65 && stray.err.contains("stray.csv:2: “13900000000”不是其中的短信"))
    let all = try office.at("2026-12-08 12:00", "message sent --batch 1").out
    #expect(all.contains("已发送 2 条"))
    try office.write("1,超时\n", to: "late.csv")
    let late = try office.attempt(
      "2026-12-08 12:01", "message sent --batch 1 --failed \(office.path("late.csv"))")
    #expect(late.code == 65 && late.err.contains("短信 1 已经记为发出"))
  }

  @Test("What was handed out is not undone") func undo() throws {
    let office = try office()
    try office.batch("2026-12-08 08:00")
    let undo = try office.attempt("2026-12-08 08:01", "undo")
    #expect(undo.code == 65 && undo.err.contains("已交给网关"))
    #expect(try office.batch("2026-12-08 08:02").out.isEmpty)
  }

  @Test("A buyer who was merged meanwhile keeps nobody from reporting") func merged() throws {
    let office = try office()
    try office.batch("2026-12-08 08:00")
    try office.at("2026-12-08 09:00", "merge 吴敏 --into 周杰")
    let sent = try office.at("2026-12-08 12:00", "message sent --batch 1").out
    #expect(sent.contains("已发送 2 条"))
  }

  @Test("A file that a killed process left under its first name is published by the next run")
  func halfDone() throws {
    let office = try office()
    let file = office.path("sms.jsonl")
    try office.at("2026-12-08 08:00", "message batch --out \(file) --op b1")
    // As a kill between the commit and the rename leaves it.
    #expect(rename(file, file + ".part") == 0)
    let text = text(ofFile: file + ".part")
    let next = try office.at("2026-12-09 08:00", "message batch --out \(office.path("next.jsonl"))")
    #expect(next.err.contains("第 1 批上次没有写完，现在写到 \(file)"))
    #expect(office.read("sms.jsonl") == text && office.read("sms.jsonl.part") == nil)
    // One of no recorded batch is nothing; a file that was fetched is not written again.
    #expect(rename(file, office.path("fetched")) == 0)
    try office.write("{}\n", to: "sms.jsonl.part")
    let quiet = try office.at(
      "2026-12-09 08:01", "message batch --out \(office.path("third.jsonl"))")
    #expect(quiet.err == "" && office.read("sms.jsonl") == nil)
  }
}
