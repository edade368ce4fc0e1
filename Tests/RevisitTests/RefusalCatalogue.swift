import Core
import Intake

@testable import revisit

// What is refused because of what is recorded, and what is wrong with a duty.

extension MessageCatalogueTests {
  static let refusals: [Entry] = [
    .init(
      .usage(.optionFirst("--db")), 64, "--db：前面缺少命令；选项写在命令之后：revisit 命令 --db",
      "--db: stands before the command; write revisit COMMAND --db"),
    .init(
      .usage(.twoMeanings("下周三", as: "@下周三")), 64,
      "下周三：可以有两种意思；写成 @下周三；是说的话就写进 --note",
      "下周三: may mean two things; write @下周三, or --note if it was said"),
    .init(
      .usage(.openQuote), 64, "\"：引号没有收尾；再写一个 \"，或用“”",
      "\": the quotation mark is not closed; write another \""),
    .init(
      .usage(.notInLine("--user")), 64, "--user：不能写在一行里；写在命令后面",
      "--user: cannot stand in one line; give it to the command"),
    .init(
      .usage(.lineNotUTF8), 64,
      "这一行不是 UTF-8；存成 UTF-8，或把 LC_ALL 设为它的编码，如 zh_CN.GB18030",
      "the line is not UTF-8; save it as UTF-8, or set LC_ALL to its encoding, as zh_CN.GB18030"),
    .init(.usage(.noAnswer("x")), 64, "x：不是回答；看帮助写  ?", "x: is no answer; ? helps"),
    .init(.usage(.nobodyBefore), 64, "b：这是第一位", "b: this is the first customer"),
    .init(.usage(.nothingOfLine), 64, "s：没有可免的", "s: there is nothing to skip"),
    .init(
      .refusal(.notSkippable([Bilingual("与客户的约定", "the promise")])), 65,
      "s：不能免做：与客户的约定；打了再记，或直接回车稍后再问",
      "s: cannot be skipped: the promise; call and record it, or Enter to be asked later"),
    .init(
      .usage(.nothingAsked(options: "--grade B")), 64, "没有说要改什么；例如 --grade B",
      "nothing to change was given; for example --grade B"),
    .init(
      .refusal(.noHoliday("2026-11-05", days: 7)), 65,
      "--before-holiday：2026-11-05 之后 7 天里没有假期开始；公司放假用 revisit calendar add 登记",
      "--before-holiday: no holiday begins in the 7 days after 2026-11-05; "
        + "enter a company holiday with revisit calendar add"),
    .init(
      .refusal(.casesFail(file: "a.yaml", failed: 1, of: 3)), 65, "a.yaml：3 个用例中 1 个不对",
      "a.yaml: 1 of 3 cases failed"),
    .init(
      .refusal(.holdsCustomers("张丽", 2)), 65,
      "张丽：名下还有 2 位客户；先把客户交给别人：revisit transfer --from 张丽 --to 姓名、姓名 --witness 经理",
      "张丽: still has 2 customers; give them to others first: "
        + "revisit transfer --from 张丽 --to NAME,NAME --witness MANAGER"),
    .init(
      .refusal(.takesOwn("张丽", place: "--to")), 65, "--to：张丽 自己就是交出的人；写别的员工",
      "--to: 张丽 is the one who hands them over; name somebody else"),
    .init(
      .refusal(.noWitness("张丽")), 65, "--witness：张丽 不能监交：要经理或管理员，又不是交接双方",
      "--witness: 张丽 cannot be the witness: "
        + "a manager or administrator who takes no part in it is wanted"),
    .init(
      .refusal(.nothingToTransfer("张丽")), 65, "--from：张丽 名下没有客户", "--from: 张丽 has no customers"),
    .init(
      .refusal(.monthClosed("2026-10")), 65, "2026-10：这个月已经结账；先打开：revisit report open 2026-10",
      "2026-10: the month is closed; open it: revisit report open 2026-10"),
    .init(
      .refusal(.monthNotOver("2026-11")), 65, "2026-11：这个月还没有过完；过完再结",
      "2026-11: the month is not over yet; close it when it is"),
    .init(
      .refusal(.monthNotClosed("2026-11")), 65, "2026-11：这个月没有结账",
      "2026-11: the month is not closed"),
    .init(
      .refusal(.wordTaken("认筹")), 65, "认筹：别人刚施行的制度占了它的号；再施行一次",
      "认筹: a policy that somebody has just adopted took its number; adopt yours again"),
    .init(
      .refusal(.familyFull("C000001")), 65, "C000001：家属已登记满 511 位",
      "C000001: has 511 relatives already, and can have no more"),
    .init(
      .refusal(.noSuchPhone("138****0001", of: "C000001")), 65,
      "--drop-phone：C000001 没有电话 138****0001", "--drop-phone: C000001 has no phone 138****0001"),
    .init(
      .refusal(.noSuchPhone("9999", of: "C000001", at: "--number")), 65,
      "--number：C000001 没有电话 9999", "--number: C000001 has no phone 9999"),
    .init(
      .refusal(.noSuchTag(.init("重点", "key"), of: "C000001")), 65,
      "--untag：C000001 没有标签 重点", "--untag: C000001 does not bear the tag key"),
    .init(
      .refusal(.staffExists("李明")), 65, "李明：已有这位员工", "李明: this member of staff exists already"),
    .init(
      .refusal(.loginTaken("lm")), 65, "--login：登录名 lm 已属他人",
      "--login: the login lm is somebody else's"),
    .init(
      .refusal(.merged("C000002", into: "C000001")), 65, "C000002：已并入 C000001；改用 C000001",
      "C000002: was merged into C000001; use C000001"),
    .init(
      .refusal(.caseOfAnother("K00002", "王芳")), 65,
      "--about：K00002 不是 王芳 的事项；编号见 revisit case list",
      "--about: K00002 is no case of 王芳; see revisit case list"),
    .init(
      .refusal(.agreedByMessage), 64,
      "--next：只发出消息，没有约定什么日子；客户答应了就写 --outcome 接通；自己要推迟用 revisit postpone",
      "--next: a message that was only sent agrees on no day; "
        + "if the customer agreed, --outcome reached; to put it off yourself, revisit postpone"),
    .init(.refusal(.alreadyVoided("9")), 65, "9：这条记录已经作废", "9: this record is void already"),
    .init(
      .refusal(.nothingToUndo(others: nil)), 65, "没有可撤销的操作；旧记录用 revisit void",
      "there is nothing to undo; for an older record use revisit void"),
    .init(
      .refusal(
        .undoBlocked(
          "log 2026-11-05 09:00 C000001 王芳", by: "王经理 2026-11-05 10:00 void",
          Bilingual("其中的记录 4 已作废", "record 4 of it was voided"))), 65,
      "log 2026-11-05 09:00 C000001 王芳：不能撤销：其中的记录 4 已作废（王经理 2026-11-05 10:00 void）；先撤销那一步",
      "log 2026-11-05 09:00 C000001 王芳: cannot be undone: record 4 of it was voided "
        + "(王经理 2026-11-05 10:00 void); undo that first"),
    .init(
      .refusal(.recordLacks(option: "--note", .init("内容", "note"), policy: "qnc")), 64,
      "--note：回访记录要写内容（制度 qnc）；在客户后面写上谈的内容，或加 --note",
      "--note: the record needs note (policy qnc); write what was said behind the customer, or give --note"
    ),
    .init(
      .refusal(.noReign("2026-01-01")), 65,
      "2026-01-01 还没有施行的制度；revisit policy adopt 制度 --from 日期",
      "no policy is in force on 2026-01-01; revisit policy adopt POLICY --from DAY"),
    .init(
      .refusal(.rewritesPast(["2026-W44", "2026-W45"], place: "--from")), 65,
      "--from：已结的周报会随之改变：2026-W44、2026-W45；确实要改就加 --rewrite-past",
      "--from: reports of weeks that are over would change: 2026-W44, 2026-W45; "
        + "give --rewrite-past if that is meant"),
    .init(
      .refusal(.emptyPolicy("a.yaml")), 78,
      "a.yaml：没有规则、事项、模板或问卷，施行后名单会是空的；写上 rules，或 extends 一份制度",
      "a.yaml: has no rules, duties, templates or surveys: lists would be empty; "
        + "write rules, or extend a policy"),
    .init(
      .option("--map-value", .unreadableValueMap("a=b")), 64,
      "--map-value：“a=b”不是 列：值=词；例如 --map-value 获客渠道：自然到访=来访",
      "--map-value: \"a=b\" is not COLUMN:VALUE=WORD; "
        + "for example --map-value Channel:walk-in=visit"),
    .init(
      .database(path: "x.db", .damaged("truncated")), 65, "x.db：已损坏（truncated）；请从备份恢复",
      "x.db: is damaged (truncated); restore it from a backup"),
    .init(
      .database(path: "x.db", .full), 74, "x.db：磁盘已满，未改动；腾出空间后再试",
      "x.db: the disk is full; nothing was changed; make room and try again"),
    .init(
      .database(path: "x.db", .noFolder), 73, "x.db：上级文件夹不存在；先建立文件夹",
      "x.db: its folder does not exist; make the folder first"),
    .init(
      .database(path: "x.db", .denied), 77, "x.db：没有权限；检查文件的所有者，和所在的盘是否只读",
      "x.db: permission denied; check who owns the file, and whether its disk is read-only"),
    .init(
      .file(path: "b.csv", .exists), 73, "b.csv：已经存在，未覆盖；先移走它，或换一个名字",
      "b.csv: exists already and was not overwritten; move it away, or choose another name"),
    .init(
      .intake(path: "a.csv", .unclosedQuote(line: 3)), 65,
      "a.csv:3: \(zh(.unclosedQuote(line: 3)))", "a.csv:3: \(en(.unclosedQuote(line: 3)))"),
    .init(
      .refusal(.rowsRefused(file: "a.csv", refused: 3, rows: 9, encoding: "GB18030")), 65,
      "a.csv：9 行中 3 行有错，全部未写入（编码 GB18030）；改后再导，或加 --skip-bad 只导入正确的行",
      "a.csv: 3 of 9 rows wrong, none was written (GB18030); correct them, or import the rest "
        + "with --skip-bad"),
  ]

  static let duties: [Entry] = [
    .init(
      .lookup(.noDuty("wx-9", nearest: nil)), 66,
      "wx-9：现行制度没有这项内部事项；事项见 revisit policy show",
      "wx-9: the policy in force has no such duty; revisit policy show lists them"),
    .init(
      .lookup(.noEntry("7")), 66, "7：台账没有这一条；编号见 revisit ledger list",
      "7: the ledger has no such entry; revisit ledger list tells the numbers"),
    .init(
      .lookup(.noEntryKind("绿化", nearest: nil, ["礼品", "培训"])), 66,
      "绿化：台账没有这个类别；有 礼品、培训；确是新类别加 --new-kind",
      "绿化: the ledger has no such kind; it has 礼品, 培训; for a new kind add --new-kind"),
    .init(
      .lookup(.noEntryKind("媒体记", nearest: "媒体", [])), 66, "媒体记：台账没有这个类别；是否“媒体”？",
      "媒体记: the ledger has no such kind; did you mean \"媒体\"?"),
    .init(
      .refusal(.countedDuty("ro-3.6", .init("来访", "visit"))), 64,
      "ro-3.6：按客户的来访计，不用登记；revisit event 客户 来访",
      "ro-3.6: is counted from visit of customers; revisit event CUSTOMER visit"),
    .init(
      .refusal(.whoseDuty("wx-7.1", role: .init("置业顾问", "consultant"))), 64,
      "wx-7.1：每位置业顾问各做各的；加 --for 姓名",
      "wx-7.1: each consultant owes it alone; say whose with --for NAME"),
    .init(
      .refusal(.notClosable("3")), 65, "3：已经办结，或本身就是办结",
      "3: is closed already, or closes another itself"),
  ]

  private static func zh(_ failure: IntakeFailure) -> String { failure.message(.zh) }
  private static func en(_ failure: IntakeFailure) -> String { failure.message(.en) }
}
