import Core

/// The words of a call in one line.
enum LogMessages {
  /// The line of the help, and what each of its words means.
  static let line = """
    一行记一次  A call in one line:
      revisit log 3 嫌楼层低 @下周三 :送按揭方案 +重点 -有抗性

      3              客户：名单的行号，或编号、电话、尾号、姓名  The customer.
      嫌楼层低       谈了什么（--note）  What was said.
      无人接 占线 …  结果的词就是结果（--outcome）  What came of it.
      @下周三        约定下次（--next），可以跟钟点：@周五 14:30  When next.
      :送按揭方案    答应了什么（--promise）  What was promised.
      +重点 -有抗性  加标签、去标签（--tag、--untag）  Tags given and taken away.

      方式照名单，不在名单上的是电话（--by）  By the list's means, else a call.
      revisit log -  从标准输入读，一行一次  A call a line from standard input.
    """

  static func recorded(_ count: Int, failed: Int) -> Bilingual {
    let done = Bilingual("记下 \(count) 行", "\(counted(count, "line")) recorded")
    return failed == 0
      ? done
      : Bilingual("\(done.zh)，没有记 \(failed) 行", "\(done.en), \(failed) refused")
  }
}
