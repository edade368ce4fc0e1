/// Where a customer came from first (客户来源).
package enum Source: UInt8, ClosedTerm {
  case callIn = 1, visit, leadList

  package var word: Word {
    switch self {
    case .callIn: Word("call_in", "来电", "电话")
    case .visit: Word("visit", "来访", "到访", "上门")
    case .leadList: Word("lead_list", "客资")
    }
  }

  /// The event that a customer of this source is entered with.
  package var event: EventKind? {
    switch self {
    case .callIn: .callIn
    case .visit: .visit
    case .leadList: nil
    }
  }
}

/// Quality of a lead (客户级别), A best.
package enum Grade: UInt8, ClosedTerm {
  case a = 1, b, c, d

  package var word: Word {
    switch self {
    case .a: Word("A", "A类", "A级")
    case .b: Word("B", "B类", "B级")
    case .c: Word("C", "C类", "C级")
    case .d: Word("D", "D类", "D级")
    }
  }
}

/// How far a customer has come (客户阶段); derived, never stored.
package enum Stage: UInt8, ClosedTerm {
  case prospect = 1, reserved, signed, delivered, lost

  package var word: Word {
    switch self {
    case .prospect: Word("prospect", "意向")
    case .reserved: Word("reserved", "已认购", "认购")
    case .signed: Word("signed", "已签约", "签约")
    case .delivered: Word("delivered", "已交房", "交房")
    case .lost: Word("lost", "流失")
    }
  }
}

/// By what means a customer is contacted (回访方式).
package enum Channel: UInt8, ClosedTerm {
  case phone = 1, sms, wechat, email, letter, homeVisit, faceToFace, online

  package var word: Word {
    switch self {
    case .phone: Word("phone", "电话", "打电话", "来电", "去电", "致电", "通电话")
    case .sms: Word("sms", "短信", "发短信")
    case .wechat: Word("wechat", "微信", "发微信", "企业微信", "企微", "wx")
    case .email: Word("email", "邮件", "电子邮件", "电邮", "发邮件", "e-mail")
    case .letter: Word("letter", "信函", "信件", "信", "寄信", "书信")
    case .homeVisit: Word("home_visit", "上门", "家访", "登门", "上门拜访")
    case .faceToFace: Word("face_to_face", "面谈", "面访", "当面", "见面", "面对面")
    case .online: Word("online", "在线", "线上", "网上")
    }
  }

  /// Face to face 3, phone 2, written 1. A letter has none: it settles only what names it.
  package var strength: Int? {
    switch self {
    case .homeVisit, .faceToFace: 3
    case .phone: 2
    case .sms, .wechat, .email, .online: 1
    case .letter: nil
    }
  }
}

/// What came of a contact (回访结果).
package enum Outcome: UInt8, ClosedTerm {
  case reached = 1, noAnswer, refused, rescheduled, sent
  /// The line was busy, the phone off, the call cut off before a word was said.
  case busy, switchedOff, hungUp
  /// The number exists no more, is suspended, is somebody else's.
  case vacant, suspended, wrongNumber

  package var word: Word {
    switch self {
    case .reached: Word("reached", "接通", "已接通", "通了")
    case .noAnswer: Word("no_answer", "无人接", "未接", "无人接听", "没接", "不接", "没人接", "未接通", "没打通", "打不通")
    case .refused: Word("refused", "拒绝", "不要", "不需要", "拒绝了")
    case .rescheduled: Word("rescheduled", "改期", "改天")
    case .sent: Word("sent", "已发送", "发送", "发了", "已发", "发过了")
    case .busy: Word("busy", "占线", "忙线", "通话中", "忙音")
    case .switchedOff: Word("switched_off", "关机", "已关机", "关机了")
    case .hungUp: Word("hung_up", "挂断", "挂了", "被挂", "挂掉", "拒接")
    case .vacant: Word("vacant", "空号")
    case .suspended: Word("suspended", "停机", "已停机", "停机了")
    case .wrongNumber: Word("wrong_number", "错号", "打错", "打错了", "号码错")
    }
  }

  /// Whether a contact with this outcome can settle an obligation.
  package var counts: Bool {
    switch self {
    case .reached, .refused, .sent: true
    case .noAnswer, .rescheduled, .busy, .switchedOff, .hungUp, .vacant, .suspended, .wrongNumber:
      false
    }
  }

  /// Whether it was tried in vain (未接通): recorded and counted, and what is owed stays open.
  package var isAttempt: Bool {
    switch self {
    case .noAnswer, .busy, .switchedOff, .hungUp: true
    case .reached, .refused, .rescheduled, .sent, .vacant, .suspended, .wrongNumber: false
    }
  }

  /// Whether it says that nobody can be reached under the number (号码无效).
  package var saysDeadNumber: Bool {
    switch self {
    case .vacant, .suspended, .wrongNumber: true
    case .reached, .noAnswer, .refused, .rescheduled, .sent, .busy, .switchedOff, .hungUp: false
    }
  }
}
