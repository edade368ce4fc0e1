import Core

/// The words of a walk down the list (`revisit call`).
enum CallMessages {
  static let why = Bilingual("为什么", "why")
  static let by = Bilingual("时限", "due")
  static let last = Bilingual("上次", "last")
  static let promised = Bilingual("答应", "promise")
  static let topics = Bilingual("谈", "talk")

  /// `3/20`, `再问 1/4`.
  static func position(_ position: (isAgain: Bool, number: Int, of: Int)) -> Bilingual {
    let count = "\(position.number)/\(position.of)"
    return position.isAgain ? Bilingual("再问 \(count)", "again \(count)") : Bilingual(count, count)
  }

  static let hint = Bilingual(
    "一行记一次，如 嫌楼层低 @下周三 :送按揭方案；直接回车稍后再问，看帮助写  ?",
    "Enter asks again later, ? helps, a call is one line as  嫌楼层低 @下周三 :送按揭方案")

  /// What can be answered, and what it means.
  private static let answers = [
    ("嫌楼层低 @下周三 :送按揭方案", "谈了什么，下次，答应的事", "said, next, promised"),
    ("占线   改期 @后天   +重点", "结果，标签，长选项也行", "outcome, tag, options"),
    ("w", "无人接", "nobody answered"), ("s 原因", "这次免做", "skipped, with the reason"),
    ("回车", "稍后再问一次", "Enter: asked again later"),
    ("b   u   q", "上一位，撤销上一个回答，结束", "back, undo, stop"),
  ]

  static let lines = answers.map { typed, zh, en in
    let typed = "  " + Width.fit(typed, 28) + "  "
    return Bilingual(typed + zh, typed + en)
  }

  /// What the help of the command says of it.
  static let help = """
    每位客户先说六行，再等一行回答  Six lines on each customer, then one of answer:
    \(zip(lines, answers).map { "\($0.zh)  \($1.2)" }.joined(separator: "\n"))
    内部事项没有客户可打，走完了列在最后，用 revisit done 记
    Duties beside the calls stand at the end; revisit done records them
    """

  static let duties = Bilingual("做完一项：revisit done 事项", "when one is done: revisit done DUTY")

  static let nothingLeft = Bilingual(
    "名单上没有要做的了；再答就再记一次", "the list asks nothing more; another answer is another record")

  static func gone(_ name: String) -> Bilingual {
    Bilingual("\(name) 已不在名单上", "\(name) is on the list no more")
  }

  static func takenBack(_ name: String) -> Bilingual {
    Bilingual("已撤销：\(name)", "taken back: \(name)")
  }

  static func end(done: Int, left: Int, settled: Int) -> Bilingual {
    Bilingual(
      "答了 \(done) 位，还有 \(left) 位；结了 \(settled) 条",
      "\(done) answered, \(left) left; \(settled) settled")
  }

  /// `约好的：11-11（周三）14:30 王芳`.
  static func agreed(_ next: [(name: String, day: Moment)]) -> Bilingual {
    let days = next.map { DueMessages.dated($0.day) }
    return Bilingual(
      "约好的：" + zip(days, next).map { "\($0.zh) \($1.name)" }.joined(separator: "；"),
      "agreed: " + zip(days, next).map { "\($0.en) \($1.name)" }.joined(separator: "; "))
  }

  static func left(_ names: [String], of count: Int) -> Bilingual {
    let more = count > names.count
    return Bilingual(
      "没打的：" + names.joined(separator: "、") + (more ? " 等 \(count) 位" : ""),
      "left: " + names.joined(separator: ", ") + (more ? " and \(count - names.count) more" : ""))
  }
}
