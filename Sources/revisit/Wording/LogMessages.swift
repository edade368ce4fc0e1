import Core

/// The words of a call in one line.
enum LogMessages {
  /// The line of the help, and what each of its words means.
  static let line = """
    一行记一次：revisit log 3 嫌楼层低 @下周三 :送按揭方案 +重点 -有抗性
      3          客户：最近一次名单的行号，或编号、电话、尾号、姓名  The customer.
      嫌楼层低   谈的内容；无人接、占线、改期这样的词是结果  What was said, or came of it.
      @下周三    约定下次，后面可以跟钟点：@周五 14:30  When next.
      :送按揭方案  答应了什么  What was promised.
      +重点 -有抗性  加标签、去标签  Tags to give and to take away.
    revisit log - 从标准输入一行读一次；一次一次走名单：revisit call
    """

  static func recorded(_ count: Int, failed: Int) -> Bilingual {
    let done = Bilingual("记下 \(count) 行", "\(counted(count, "line")) recorded")
    return failed == 0
      ? done
      : Bilingual("\(done.zh)，没有记 \(failed) 行", "\(done.en), \(failed) refused")
  }
}
