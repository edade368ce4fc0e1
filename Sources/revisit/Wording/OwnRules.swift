import Core
import Values

extension Rule {
  /// Whether it is the rule of `log --next`.
  var isPromise: Bool { id == Rule.next.id }

  /// Whether it is the rule by which customers are graded.
  var isGrading: Bool { id == Rule.gradingID }

  /// What lists and reports call it: by its short name, or by its id where the policy gives it none.
  var called: Bilingual {
    ownName ?? OfficeNames.called(id, name, englishName)
  }

  /// As `called`, where the customer stands beside it.
  var calledOnList: Bilingual { isPromise ? DueMessages.promised : called }

  /// As `called`; without a name the article stands behind the id.
  var cited: Bilingual {
    guard name.isEmpty, ownName == nil else { return called }
    return Bilingual(article.isEmpty ? id : "\(id) \(article)", id)
  }

  /// Whether that is how somebody names it: by id or short name.
  func isCalled(_ text: String) -> Bool { id == text || !name.isEmpty && name == text }

  /// What people call a rule of the program's own; nil for one of a policy.
  var ownName: Bilingual? { Rule.ownName(id) }

  /// What people call the program's own rule of that id; nil: it has none such.
  static func ownName(_ id: String) -> Bilingual? {
    switch id {
    case next.id: Bilingual("与客户的约定", "the promise")
    case reply.id: Bilingual("答应的回复", "the promised reply")
    case answering.id: Bilingual("答复事项", "the answer to the case")
    case payment.id: Bilingual("付款到期", "the payment")
    case gradingID: Bilingual("定级", "the grade")
    default: nil
    }
  }
}

extension [Rule] {
  /// The id or short name that was most likely meant.
  func nearest(to text: String) -> String? {
    Values.nearest(to: text, among: map(\.id) + map(\.name).filter { !$0.isEmpty })
  }
}

extension Duty {
  /// What lists and reports call it.
  var called: Bilingual { OfficeNames.called(id, name, englishName) }
}

private enum OfficeNames {
  static func called(_ id: String, _ name: String, _ english: String) -> Bilingual {
    if name.isEmpty { return Bilingual(id, english.isEmpty ? id : english) }
    return Bilingual(name, english.isEmpty ? name : english)
  }
}
