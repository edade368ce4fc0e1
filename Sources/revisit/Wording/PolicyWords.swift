import Core
import PolicyFiles

extension Diagnostic {
  /// `FILE:LINE:COLUMN: 错误 P104: …`.
  var told: Complaint {
    Complaint(
      nil, Bilingual(PolicyMessages.headline(self, .zh), PolicyMessages.headline(self, .en)))
  }
}

/// What `policy` commands say.
enum PolicyWords {
  /// An audience asks for the customers of somebody whom the office does not know.
  static func notOfStaff(_ name: String) -> Bilingual {
    Bilingual(
      "audience 的顾问“\(name)”不在员工里，还没有客户是他的",
      "the consultant \"\(name)\" of an audience is no member of staff: nobody is of it yet")
  }

  /// An office begins with a policy that has reigned for a while.
  static func oldDebt(since day: Day) -> Bilingual {
    Bilingual(
      "注意：从 \(day) 起的回访都算欠着，客户一录入或导入就逾期、漏做；不要旧账就删掉这个文件，重来时不写 --from",
      "note: every call since \(day) is owed, so customers will be overdue as soon as they are entered; "
        + "for a clean start remove this file and leave --from out")
  }

  /// What a policy that was adopted before rules had names lacks on lists; nil where it does not.
  static func nameless(_ policy: Policy, from day: Day) -> Bilingual? {
    guard !policy.rules.isEmpty, policy.rules.allSatisfy(\.name.isEmpty) else { return nil }
    let names = policy.name.split(separator: "+")
    let values = policy.parameters.filter { !$0.isOurs }
      .compactMap { parameter in parameter.value.map { " --set \(parameter.name)=\($0)" } }
    let again =
      "revisit policy adopt \(names.joined(separator: " "))\(values.joined()) --from \(day)"
    return Bilingual(
      "规则没有简称（name:），名单上写的是条款编号；要简称就再施行一次：\(again)",
      "its rules have no short names (name:), so lists show ids; to have names adopt it again: \(again)"
    )
  }

  static func checked(_ files: [String], _ policy: Policy) -> Bilingual {
    let names = files.joined(separator: " + ")
    let (rules, duties, clauses) =
      (policy.rules.count, policy.duties.count, policy.clauses.count)
    return Bilingual(
      "\(names)：没有错误；规则 \(rules) 条" + (duties > 0 ? "，内部事项 \(duties) 项" : "")
        + "，其他条款 \(clauses) 条",
      "\(names): no errors; \(counted(rules, "rule"))"
        + (duties > 0 ? ", \(counted(duties, "duty", many: "duties"))" : "")
        + ", \(clauses) other clauses")
  }

  /// Behind a value that the source does not give.
  static let ours = Bilingual("（我们定的，制度没有写数）", " (ours: the policy gives no number)")

  /// - Parameter policy: the policy's name, of several composed ones with `+` between.
  static func howToSet(_ policy: String) -> Bilingual {
    let names = policy.split(separator: "+").joined(separator: " ")
    return Bilingual(
      "改：revisit policy adopt \(names) --set 名=值 --from 日期",
      "set it: revisit policy adopt \(names) --set NAME=VALUE --from DAY")
  }

  /// Values of a policy that is adopted which are not its own; nil where there are none.
  static func ours(of policy: Policy) -> Bilingual? {
    guard !policy.ours.isEmpty else { return nil }
    let values = policy.ours.map { parameter in
      "\(parameter.name)=\(parameter.value ?? "")"
        + (parameter.clause.isEmpty ? "" : " \(parameter.clause)")
    }
    let how = howToSet(policy.name)
    return Bilingual(
      "我们定的，制度没有写数：\(values.joined(separator: "、"))；\(how.zh)",
      "ours, for the policy gives no number: \(values.joined(separator: ", ")); \(how.en)")
  }
}
