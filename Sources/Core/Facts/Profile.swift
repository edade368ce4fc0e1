/// What is known of a customer beside dated facts (客户档案). Of it the engine reads the
/// building alone, and that only where a milestone is about one.
package struct Profile: Hashable, Sendable {
  /// The customer's name as entered.
  package var name: String
  /// Digits as dialled in the mainland: a mobile without +86 (13800000001), a landline with its
  /// area code (057188889999), a number abroad with 00 (0085291234567).
  package var phones: [String]
  /// Nil where it is not known.
  package var sex: Sex?
  /// Nil where it is not known.
  package var birthday: Birthday?
  /// Wanted layout (意向户型).
  package var layout: String?
  /// Wanted area in square metres (意向面积).
  package var area: ClosedRange<Int>?
  /// Budget in yuan (预算).
  package var budget: ClosedRange<Int>?
  /// What matters to the customer (关注点).
  package var concerns: String?
  /// Reasons against buying (抗性).
  package var objections: String?
  /// How they pay (付款方式).
  package var payment: String?
  /// Whatever else is worth knowing (备注).
  package var note: String?
  /// The number of the contract (合同编号).
  package var contract: String?
  /// The building of the home that they bought, such as `3#` (楼号).
  package var building: String?

  /// A profile of which only name and phones are known.
  package init(name: String, phones: [String] = []) {
    self.name = name
    self.phones = phones
  }
}

/// How a customer is addressed (性别).
package enum Sex: UInt8, ClosedTerm {
  case male = 1, female

  package var word: Word {
    switch self {
    case .male: Word("male", "男", "男士", "先生", "M")
    case .female: Word("female", "女", "女士", "小姐", "F")
    }
  }
}

/// A field of a profile whose values are kept with their days. The name is the first.
package enum ProfileField: UInt8, ClosedTerm {
  case name = 1, sex, birthday, layout, area, budget, concerns, objections, payment, note, contract
  case building

  package var word: Word {
    switch self {
    case .name: Word("name", "姓名")
    case .sex: Word("sex", "性别")
    case .birthday: Word("birthday", "生日")
    case .layout: Word("layout", "意向户型", "户型")
    case .area: Word("area", "意向面积", "面积")
    case .budget: Word("budget", "预算")
    case .concerns: Word("concerns", "关注点")
    case .objections: Word("objections", "抗性")
    case .payment: Word("payment", "付款方式")
    case .note: Word("note", "备注")
    case .contract: Word("contract", "合同编号", "合同号")
    case .building: Word("building", "楼号", "楼栋")
    }
  }
}
