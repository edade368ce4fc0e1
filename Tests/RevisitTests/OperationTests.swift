import ArgumentParser
import Testing

@testable import revisit

/// Every command that writes, ordered twice under one `--op`: in other words that mean the same, on
/// a later day, by somebody else; and then another order under that id.
@Suite struct OperationTests {
  struct Order: Sendable {
    let first: String
    let again: String
    let other: String

    init(_ first: String, _ again: String, _ other: String) {
      self.first = first
      self.again = again
      self.other = other
    }
  }

  @Test(arguments: ["wenxin", "qnc"])
  func anOrderIsCarriedOutOnce(_ policy: String) throws {
    let orders = policy == "qnc" ? OperationTests.visitors : OperationTests.buyers
    let office = try Office.open(policy: policy, asOf: "2026-11-18 09:00")
    try office.write("姓名,电话,来源\n赵强,13800000009,来访\n", to: "new.csv")
    try office.write("date,kind,name\n2027-10-01,holiday,国庆\n", to: "2027.csv")
    for (index, order) in orders.enumerated() {
      func run(_ line: String, _ rest: String...) throws -> Office.Answer {
        let line = line.replacing("FOLDER", with: office.folder)
        return try office.run(Readme.words(line) + ["--op", "x\(index)"] + rest)
      }
      let first = try run(order.first)
      #expect(first.code == 0 && !first.out.contains("已经记过"), "\(order.first): \(first.err)")
      let state = try office.must("doctor").out
      let again = try run(order.again, "--as-of", "2026-12-20", "--user", "王经理")
      #expect(again.code == 0 && again.out == "已经记过，没有重复\n", "\(order.again): \(again.err)")
      let other = try run(order.other)
      #expect(other.code == 65, "\(order.other): \(other.out)")
      #expect(other.err.contains("--op：“x\(index)”已用于别的内容"), "\(order.other)")
      #expect(try office.must("doctor").out == state, "\(order.first)")
    }
  }

  @Test func noCommandThatWritesIsLeftOut() {
    let tried = Set((OperationTests.buyers + OperationTests.visitors).map(\.first))
    for path in writers(below: Revisit.self) {
      #expect(tried.contains { $0.hasPrefix(path + " ") || $0 == path }, "\(path)")
    }
  }

  private func writers(below command: any ParsableCommand.Type) -> [String] {
    command.configuration.subcommands.flatMap { next -> [String] in
      let below = next.configuration.subcommands
      guard below.isEmpty else { return writers(below: next).map { "\(next._commandName) \($0)" } }
      return next is any ChangesOffice.Type ? [next._commandName] : []
    }
  }

  static let buyers = [
    Order("staff add 孙客服 --role 客服", "staff add --role=客服 孙客服", "staff add 孙客服"),
    Order(
      "staff edit 孙客服 --area 3# --skill 水电", "staff edit --skill 水电 --area 3# 孙客服",
      "staff edit 孙客服 --area 3#"),
    Order("office set project 阳光花园", "office set project 阳光花园", "office set project 阳光"),
    Order(
      "add 王芳 --phone 13800000001 --source 客资 --consultant 李明 --on 11-02",
      "add --on=11-02 --consultant 李明 --source=客资 --phone=13800000001 王芳",
      "add 王芳 --phone 13800000001 --source 客资 --consultant 李明"),
    Order(
      "event 王芳 认购 --on 11-02 --note 三室", "event --note=三室 王芳 --on 11-02 认购",
      "event 王芳 认购 --on 11-02"),
    Order(
      "message draft --on 2026-11-19 --rule wx-1.3a --set obtained=主体封顶",
      "message draft --set obtained=主体封顶 --rule wx-1.3a --on 2026-11-19",
      "message draft --on 2026-11-19 --rule wx-1.3a --set obtained=封顶"),
    Order("message approve --all", "message approve --all", "message approve 1"),
    Order(
      "message batch --date 2026-11-19 --out FOLDER/out.jsonl",
      "message batch --out=FOLDER/out.jsonl --date=2026-11-19",
      "message batch --date 2026-11-19 --out FOLDER/other.jsonl"),
    Order("message sent 1 --on 11-18", "message sent --on=11-18 1", "message sent 1"),
    Order(
      "add 李娜 --phone 13800000002 --source 来电", "add 李娜 --source 来电 --phone 13800000002",
      "add 李娜 --phone 13800000002 --phone 13800000003 --source 来电"),
    Order(
      "family add 王芳 --relation 女儿 --born 2015-03-01",
      "family add --born=2015-03-01 --relation=女儿 王芳", "family add 王芳 --relation 女儿"),
    Order(
      "case add 王芳 投诉 --about 电梯 --by 电话", "case add --by=电话 王芳 --about=电梯 投诉",
      "case add 王芳 投诉 --about 电梯"),
    Order("case add 王芳 报修", "case add 王芳 报修", "case add 王芳 投诉"),
    Order(
      "case step K00001 派单 --to 孙客服", "case step --to=孙客服 K00001 派单",
      "case step K00001 派单 --to 李明"),
    Order("case link K00001 K00002", "case link K00001 K00002", "case link K00002 K00001"),
    Order(
      "done 巡查 --for 孙客服 --note 正常", "done --note=正常 --for=孙客服 巡查", "done 巡查 --for 孙客服"),
    Order(
      "ledger add 礼品 --customer 王芳 --note 生日", "ledger add --note=生日 --customer=王芳 礼品",
      "ledger add 礼品 --customer 王芳 --note 生日 --count 2"),
    Order("ledger close 1 --note 好", "ledger approve --note=好 1", "ledger close 1"),
    Order(
      "milestone add 封顶 --on 11-25 --title 3号楼", "milestone add --title=3号楼 --on=11-25 封顶",
      "milestone add 封顶 --on 11-25"),
    Order(
      "milestone move 1 --on 11-27", "milestone move --on=11-27 1", "milestone move 1 --on 11-28"),
    Order(
      "calendar add 春节放假 --from 2027-02-05 --to 2027-02-10",
      "calendar add --to=2027-02-10 --from=2027-02-05 春节放假",
      "calendar add 春节放假 --from 2027-02-05 --to 2027-02-10 --open"),
    Order(
      "calendar off 李明 --on 11-20 --reason 病假", "calendar off --reason=病假 李明 --on=11-20",
      "calendar off 李明 --on 11-20"),
    Order("calendar rest 周三 周四", "calendar rest 周三 周四", "calendar rest 周三"),
    Order(
      "calendar import FOLDER/2027.csv", "calendar import FOLDER/2027.csv",
      "calendar import FOLDER/new.csv"),
    Order("import FOLDER/new.csv", "import FOLDER/new.csv", "import FOLDER/new.csv --skip-bad"),
    Order(
      "policy adopt yufu --from 2026-12-01", "policy adopt --from=2026-12-01 yufu",
      "policy adopt yufu --from 2026-12-02"),
    Order("merge 李娜 --into 王芳", "merge --into=王芳 李娜", "merge 王芳 --into 李娜"),
    Order(
      "transfer --from 李明 --to 周敏 --witness 王经理", "transfer --witness 王经理 --to=周敏 --from=李明",
      "transfer --from 李明 --to 孙客服 --witness 王经理"),
    Order("staff leave 李明", "staff leave 李明", "staff leave 李明 --on 昨天"),
  ]

  static let visitors = [
    Order(
      "add 王芳 --phone 13800000001 --source 来访 --grade C --tag 重点 --on 11-04",
      "add --tag=重点 --grade=C --source=来访 --phone=13800000001 --on=11-04 王芳",
      "add 王芳 --phone 13800000001 --source 来访 --grade C --tag VIP --on 11-04"),
    Order(
      "skip 王芳 qnc-2.1.4 --reason 出差", "skip --reason=出差 王芳 qnc-2.1.4",
      "skip 王芳 qnc-2.1.4 --reason 病了"),
    Order(
      "add 孙莉 --phone 13800000003 --source 来访 --grade A --on 11-18",
      "add --grade=A --source=来访 --phone=13800000003 --on=11-18 孙莉",
      "add 孙莉 --phone 13800000003 --source 来访 --grade B --on 11-18"),
    Order(
      "postpone 孙莉 --to 11-20 --reason 出差", "postpone --reason=出差 --to=11-20 孙莉",
      "postpone 孙莉 --to 11-21 --reason 出差"),
    Order(
      "log 王芳 --by 电话 --note 嫌楼层低 --next 下周三 --promise 方案 --time 08:30",
      "log --time=08:30 --promise 方案 --next=下周三 --note=嫌楼层低 --by 电话 王芳",
      "log 王芳 --by 电话 --note 嫌楼层低 --next 下周三 --time 08:30"),
    Order(
      "edit 王芳 --grade B --averse --layout 三室", "edit --layout=三室 --averse 王芳 --grade=B",
      "edit 王芳 --grade B --layout 三室"),
    Order("review 6 --note 问预算", "review --note=问预算 6", "review 6 --note 再问"),
    Order(
      "fine add --for 李明 --amount 10 --note 记录不详",
      "fine add --note=记录不详 --amount=10 --for=李明",
      "fine add --for 李明 --amount 20 --note 记录不详"),
    Order("void 4 --reason 记错", "void --reason=记错 4", "void 5 --reason 记错"),
    Order("undo", "undo", "void 4 --reason 记错"),
  ]
}
