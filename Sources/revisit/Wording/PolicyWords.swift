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
        + "，其他条款 \(clauses) 条\n",
      "\(names): no errors; \(counted(rules, "rule"))"
        + (duties > 0 ? ", \(counted(duties, "duty", many: "duties"))" : "")
        + ", \(clauses) other clauses\n")
  }
}
