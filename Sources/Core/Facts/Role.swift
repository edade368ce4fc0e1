/// What a member of staff does in the office (岗位).
package struct Role: OpenTerm {
  /// 1 … 63: built-in roles have the lowest numbers.
  package let rawValue: UInt8

  /// The role of that number, which must be 1 … 63.
  package init(number: UInt8) { rawValue = number }

  /// Its place among the open vocabularies.
  package static let vocabulary = OpenVocabulary.roles

  /// The roles that every policy knows.
  package enum BuiltIn: UInt8, ClosedTerm {
    case consultant = 1, manager, clerk, service

    package var word: Word {
      switch self {
      case .consultant: Word("consultant", "置业顾问")
      case .manager: Word("manager", "销售经理", "经理")
      case .clerk: Word("clerk", "内业")
      case .service: Word("service", "客服", "客服专员")
      }
    }
  }
}

extension Role {
  package static var consultant: Role { Role(.consultant) }
  package static var manager: Role { Role(.manager) }
  package static var clerk: Role { Role(.clerk) }
  package static var service: Role { Role(.service) }
}
