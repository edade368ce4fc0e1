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
