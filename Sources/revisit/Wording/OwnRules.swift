import Core

extension Rule {
  /// Whether it is the rule of `log --next`.
  var isPromise: Bool { id == Rule.next.id }

  /// Whether it is the rule by which customers are graded.
  var isGrading: Bool { id == Rule.gradingID }

  /// What people call a rule of the program's own; nil for one of a policy.
  var ownName: Bilingual? {
    switch id {
    case Rule.next.id: Bilingual("与客户的约定", "the promise")
    case Rule.reply.id: Bilingual("答应的回复", "the promised reply")
    case Rule.payment.id: Bilingual("付款到期", "the payment")
    case Rule.gradingID: Bilingual("定级", "the grade")
    default: nil
    }
  }
}
