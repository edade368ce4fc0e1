import ArgumentParser
import Core
import Store

/// Most of its options stand here and not in groups, which cost a third of a millisecond each: no other
/// command runs as often while somebody waits.
struct LogCommand: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "log", "记一次回访  Record a callback.",
    examples: "revisit log 王芳 嫌楼层低 @下周三 :送按揭方案 +重点",
    "revisit log 王芳 无人接", note: LogMessages.line)

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("客户：行号 编号 电话 尾号 姓名；- 从标准输入读  The customer.", "客户", completion: .customers)
  var customer: String
  @Argument("结果和谈的内容  What came of it, what was said.", "一句") var words: [String] = []
  @Option("电话 短信 微信 邮件 信函 上门 面谈 在线，默认照名单  By what means.", "MEANS") var by: String?
  @Option("接通 无人接 占线 关机 挂断 拒绝 改期 空号 停机 错号 已发送  What came of it.", "OUTCOME")
  var outcome: String?
  @Option("谈了什么；接通时必填  What was said.", "TEXT") var note: String?
  @Option("意向 A B C D  The intention.", "GRADE", completion: .words(of: Grade.self))
  var intention: String?
  @Option("同时定级 A B C D  Gives the grade too.", "GRADE", completion: .words(of: Grade.self))
  var grade: String?
  @Option("约定下次：DAY 或“DAY HH:MM”  When next.", "DAY") var next: String?
  @Option("答应了什么，需要 --next  What was promised.", "TEXT") var promise: String?
  @Option("加标签，如 重点，VIP  Add tags.", "TAG") var tag: [String] = []
  @Option("去标签  Remove tags.", "TAG") var untag: [String] = []
  @Option("打的哪个号码，默认第一个能用的  Which number was called.", "PHONE", name: .customLong("number"))
  var dialled: String?
  @Option("客户的反馈  What the customer thinks.", "TEXT") var feedback: String?
  @Option("后续怎样跟进  What is done next.", "TEXT") var followUp: String?
  @Option("满意度 1 至 5  How satisfied the customer is.", "1..5") var satisfaction: String?
  @Option("上门时谁签的名  Who signed at the visit.", "NAME") var signed: String?
  @Flag(help: FarAheadOption.help) var yes = false
  @Option("谈的是哪个事项，如 K00001  About which case.", "事项") var about: String?
  @Option("问卷的分数，如 5,4,5；没答的写 -  The scores of a survey.", "SCORES") var answers: String?
  @Option("哪份问卷，多份时要写  Which survey.", "ID") var survey: String?
  @Option(.day) var on: String?
  @Option(.hour) var time: String?

  func run(in office: Office) throws {
    if customer == "-" { return try LogBatch(self).run(in: office) }
    let named = try office.named(customer)
    let logged = try log(named, headline: try office.heading(named.customer) + "\n", at: office)
    try office.session.answerRecorded(logged.told + Aftermath.undoHint(office.session))
  }
}

extension LogCommand {
  static let name = "log"

  /// The options that no value follows.
  private static let flags = ["--yes", "--help"]

  /// The words of a command line as the reader of options takes them.
  static func written(_ words: [String]) -> [String] {
    CallLine.withoutHyphens(words, flags: flags)
  }
}
