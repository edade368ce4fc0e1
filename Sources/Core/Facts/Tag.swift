/// A segment a customer belongs to (客户标签).
package struct Tag: OpenTerm {
  /// 1 … 63: built-in tags have the lowest numbers.
  package let rawValue: UInt8

  /// The tag of that number, which must be 1 … 63.
  package init(number: UInt8) { rawValue = number }

  /// Its place among the open vocabularies.
  package static let vocabulary = OpenVocabulary.tags

  /// The tags that every policy knows.
  package enum BuiltIn: UInt8, ClosedTerm {
    case key = 1, resistant, leaderReferred, vip, major, important
    case mortgage, lumpSum, renting, highEnd, keyPerson, offPlan, collectiveMoveIn

    package var word: Word {
      switch self {
      case .key: Word("key", "重点", "重点客户")
      case .resistant: Word("resistant", "有抗性", "抗性")
      case .leaderReferred: Word("leader_referred", "领导介绍")
      case .vip: Word("vip", "VIP", "贵宾")
      case .major: Word("major", "大客户")
      case .important: Word("important", "重要", "重要客户")
      case .mortgage: Word("mortgage", "按揭")
      case .lumpSum: Word("lump_sum", "一次性付款", "全款")
      case .renting: Word("renting", "租房", "租赁")
      case .highEnd: Word("high_end", "高端")
      case .keyPerson: Word("key_person", "核心人物")
      case .offPlan: Word("off_plan", "期房")
      case .collectiveMoveIn: Word("collective_move_in", "集中入住")
      }
    }
  }
}

extension Tag {
  package static var key: Tag { Tag(.key) }
  package static var resistant: Tag { Tag(.resistant) }
  package static var leaderReferred: Tag { Tag(.leaderReferred) }
  package static var vip: Tag { Tag(.vip) }
  package static var major: Tag { Tag(.major) }
  package static var mortgage: Tag { Tag(.mortgage) }
  package static var lumpSum: Tag { Tag(.lumpSum) }
  package static var keyPerson: Tag { Tag(.keyPerson) }
}
