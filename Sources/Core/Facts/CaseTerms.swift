/// What a case is about (事项): a matter that the office must handle and call back about.
package enum CaseKind: UInt8, ClosedTerm {
  case complaint = 1, suggestion, repair, enquiry, service

  package var word: Word {
    switch self {
    case .complaint: Word("complaint", "投诉")
    case .suggestion: Word("suggestion", "建议", "意见")
    case .repair: Word("repair", "报修", "工单", "维修")
    case .enquiry: Word("enquiry", "咨询", "询盘")
    case .service: Word("service", "服务", "售后服务", "服务预约")
    }
  }
}

/// A step in the life of a case (事项进展).
package enum CaseStepKind: UInt8, ClosedTerm {
  case opened = 1, assigned, agreed, promised, replied, handled, escalated, closed, told

  package var word: Word {
    switch self {
    case .opened: Word("opened", "登记", "受理")
    case .assigned: Word("assigned", "派单", "指派")
    case .agreed: Word("agreed", "方案", "定方案")
    case .promised: Word("promised", "承诺", "约定回复")
    case .replied: Word("replied", "回复", "答复")
    case .handled: Word("handled", "处理", "处理完", "完成")
    case .escalated: Word("escalated", "升级", "上报")
    case .closed: Word("closed", "关闭", "结案")
    case .told: Word("told", "告知", "已告知", "告知部门")
    }
  }

  /// Whether the member of staff of such a step is the one whom the case was given to, not the one
  /// who took the step.
  package var givesAway: Bool { self == .assigned || self == .escalated }
}

/// How soon a case wants attention (紧急程度).
package enum Urgency: UInt8, ClosedTerm {
  case urgent = 1, normal, low

  package var word: Word {
    switch self {
    case .urgent: Word("urgent", "紧急")
    case .normal: Word("normal", "普通", "一般")
    case .low: Word("low", "低", "不急")
    }
  }
}

/// The person whose birthday it is (谁的生日).
package enum BirthdayOwner: UInt8, ClosedTerm {
  case own = 1, family

  package var word: Word {
    switch self {
    case .own: Word("own", "本人", "客户")
    case .family: Word("family", "家属", "家人")
    }
  }
}
