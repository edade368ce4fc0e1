import Core

/// The words of the day in ten lines.
enum TodayMessages {
  /// `今天要联系 12 位：逾期 3，今天 7，可先做 2`.
  static func calls(_ total: Int, _ groups: [Bilingual]) -> Bilingual {
    let told = groups.joined(separator: Bilingual("，", ", "))
    return Bilingual(
      "要联系 \(total) 位：\(told.zh)", "\(counted(total, "customer")) to contact: \(told.en)")
  }

  /// `16:00 王芳 送按揭方案`, with the day where it is not today.
  static func promise(
    _ due: Moment, _ name: String, _ texts: [String], at now: Moment
  ) -> Bilingual {
    let day = due.day == now.day ? nil : DueMessages.shortDay(due.day, now)
    let when = [day, due.time.map { "\($0)" }].compactMap { $0 }
    let what = (when + [name] + texts).joined(separator: " ")
    return Bilingual(what, what)
  }

  static func promises(_ first: [Bilingual], of count: Int) -> Bilingual {
    let told = first.joined(separator: Bilingual("；", "; "))
    return count > first.count
      ? Bilingual("约定 \(count)：\(told.zh)；…", "promised \(count): \(told.en); ...")
      : Bilingual("约定 \(count)：\(told.zh)", "promised \(count): \(told.en)")
  }

  static func duties(_ count: Int) -> Bilingual {
    Bilingual("内部事项 \(count)", counted(count, "duty", many: "duties"))
  }

  static func unplanned(_ count: Int) -> Bilingual {
    Bilingual(
      "无安排 \(count) 位：revisit find --unplanned", "\(count) without a plan: revisit find --unplanned"
    )
  }

  static func outOfReach(_ names: [String]) -> Bilingual {
    let first = names.prefix(5)
    let more = names.count > first.count
    return Bilingual(
      "号码无效 \(names.count) 位：\(first.joined(separator: "、"))\(more ? " 等" : "")",
      "no live number, \(names.count): \(first.joined(separator: ", "))\(more ? " ..." : "")")
  }

  static func lastWeek(_ tally: Tally) -> Bilingual {
    let rate = tally.rate.percent.map { "\($0)%" } ?? "–"
    return Bilingual(
      "上周及时率 \(rate)：应回访 \(tally.due)，迟 \(tally.late)，漏 \(tally.missed)",
      "last week \(rate) on time: \(tally.due) due, \(tally.late) late, \(tally.missed) missed")
  }

  static func behind(_ first: [(name: String, tally: Tally)], of count: Int) -> Bilingual {
    func told(_ language: Language) -> String {
      first.map { name, tally in
        let rate = tally.rate.percent.map { "\($0)%" } ?? "–"
        return language == .zh
          ? "\(name) \(rate)（漏 \(tally.missed)）" : "\(name) \(rate) (\(tally.missed) missed)"
      }.joined(separator: language == .zh ? "，" : ", ")
    }
    let more = count > first.count
    return Bilingual(
      "上周落后：\(told(.zh))\(more ? " 等 \(count) 位" : "")",
      "behind last week: \(told(.en))\(more ? ", \(count) in all" : "")")
  }

  static let noCustomers = Bilingual(
    "还没有客户：从表格导入用 revisit import 客户.csv，一位一位登记用 revisit add",
    "no customers yet: revisit import FILE.csv takes a sheet, revisit add one of them")

  static let call = Bilingual(
    "接着：revisit due 看名单      revisit call 一位一位打",
    "next: revisit due, the list      revisit call, one by one")
  static let lookAtWeek = Bilingual(
    "接着：revisit due 看名单      revisit report --week 看本周",
    "next: revisit due, the list      revisit report --week")
  static let plan = Bilingual(
    "接着：revisit find --unplanned 看谁没有安排      revisit report --week 看本周",
    "next: revisit find --unplanned      revisit report --week")

  /// Where there is no office yet.
  static func begin(_ path: String) -> Bilingual {
    Bilingual(
      """
      revisit：案场回访，今天该联系谁、为什么、什么时候以前。
      这里还没有案场（\(path)）。
      先看一个示例案场的早晨：revisit demo
      开始自己的：            revisit init --office 案场名
      """,
      """
      revisit: whom a sales office must call back today, why, and by when.
      There is no office here yet (\(path)).
      See a sample office's morning: revisit demo
      Begin your own:                revisit init --office NAME
      """)
  }
}
