/// What happened to a customer on a day (客户事件). The stage is derived from these.
package enum EventKind: UInt8, Term {
  case callIn = 1, visit, reservation, signing, fullPayment, filing, delivery, moveIn
  case titleIssued, cancellation, lost
  case enquiry, sincerity, worksStarted, midtermPaid, worksFinished, warranty, implemented
  case mortgageBegun, mortgageGranted, areaSettled, sold, contractApproved, mortgagePapers
  case bankApproved, titlePapers, titleFees, titleReceived, inspected, solutionAgreed
  case departmentTold, worksPhoto

  package var word: Word {
    switch self {
    case .callIn: Word("call_in", "来电", "电话来访")
    case .visit: Word("visit", "来访", "到访", "上门")
    case .reservation: Word("reservation", "认购", "reserved", "subscribed")
    case .signing: Word("signing", "签约", "signed")
    case .fullPayment: Word("full_payment", "全款到账", "paid")
    case .filing: Word("filing", "备案", "filed")
    case .delivery: Word("delivery", "交房", "delivered")
    case .moveIn: Word("move_in", "入住", "moved_in")
    case .titleIssued: Word("title_issued", "产权证", "房产证")
    case .cancellation: Word("cancellation", "退房", "退订")
    case .lost: Word("lost", "流失")
    case .enquiry: Word("enquiry", "咨询", "询盘")
    case .sincerity: Word("sincerity", "诚意登记")
    case .worksStarted: Word("works_started", "开工")
    case .midtermPaid: Word("midterm_paid", "中期款")
    case .worksFinished: Word("works_finished", "竣工")
    case .warranty: Word("warranty", "保修手续")
    case .implemented: Word("implemented", "实施完成", "项目完成")
    case .mortgageBegun: Word("mortgage_begun", "按揭办理", "按揭申请")
    case .mortgageGranted: Word("mortgage_granted", "放款", "按揭放款")
    case .areaSettled: Word("area_settled", "面积补差")
    case .sold: Word("sold", "出售")
    case .contractApproved: Word("contract_approved", "合同审批")
    case .mortgagePapers: Word("mortgage_papers", "按揭资料")
    case .bankApproved: Word("bank_approved", "银行审核通过", "银行审核")
    case .titlePapers: Word("title_papers", "办证资料")
    case .titleFees: Word("title_fees", "办证费用")
    case .titleReceived: Word("title_received", "产权证签收")
    case .inspected: Word("inspected", "验房")
    case .solutionAgreed: Word("solution_agreed", "方案商定")
    case .departmentTold: Word("department_told", "已告知部门", "告知部门")
    case .worksPhoto: Word("works_photo", "现场照片")
    }
  }
}

/// Where a customer came from first (客户来源).
package enum Source: UInt8, Term {
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
package enum Grade: UInt8, Term {
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

/// A segment a customer belongs to (客户标签).
package enum Tag: UInt8, Term {
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

/// How far a customer has come (客户阶段); derived, never stored.
package enum Stage: UInt8, Term {
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
package enum Channel: UInt8, Term {
  case phone = 1, sms, wechat, email, letter, homeVisit, faceToFace, online

  package var word: Word {
    switch self {
    case .phone: Word("phone", "电话", "来电", "去电")
    case .sms: Word("sms", "短信")
    case .wechat: Word("wechat", "微信")
    case .email: Word("email", "邮件", "电子邮件")
    case .letter: Word("letter", "信函", "信件")
    case .homeVisit: Word("home_visit", "上门", "家访")
    case .faceToFace: Word("face_to_face", "面谈", "面访")
    case .online: Word("online", "在线")
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
package enum Outcome: UInt8, Term {
  case reached = 1, noAnswer, refused, rescheduled, sent

  package var word: Word {
    switch self {
    case .reached: Word("reached", "接通", "已接通")
    case .noAnswer: Word("no_answer", "无人接", "未接", "无人接听")
    case .refused: Word("refused", "拒绝")
    case .rescheduled: Word("rescheduled", "改期")
    case .sent: Word("sent", "已发送", "发送")
    }
  }

  /// Whether a contact with this outcome can settle an obligation.
  package var counts: Bool {
    switch self {
    case .reached, .refused, .sent: true
    case .noAnswer, .rescheduled: false
    }
  }
}

/// A point in a project's life that customers are told of (项目节点).
package enum MilestoneKind: UInt8, Term {
  case launch = 1, discount, activity, showFlat, salesPromotion, toppingOut, delivery, construction
  case showFlatClosed, moveInPeriod, weather

  package var word: Word {
    switch self {
    case .launch: Word("launch", "开盘")
    case .discount: Word("discount", "优惠")
    case .activity: Word("activity", "活动")
    case .showFlat: Word("show_flat", "样板房开放", "样板间开放", "样板房", "样板间")
    case .salesPromotion: Word("sales_promotion", "SP活动", "SP")
    case .toppingOut: Word("topping_out", "封顶")
    case .delivery: Word("delivery", "交房")
    case .construction: Word("construction", "工程节点")
    case .showFlatClosed: Word("show_flat_closed", "样板房关闭", "样板间关闭")
    case .moveInPeriod: Word("move_in_period", "入伙", "集中入住")
    case .weather: Word("weather", "天气预警", "恶劣天气")
    }
  }
}

extension MilestoneKind {
  /// What `milestones: all` of a policy means: the points of the project itself, without alerts,
  /// closures and periods that only some rules know.
  package static let nodes: TermSet<MilestoneKind> = [
    .launch, .discount, .activity, .showFlat, .salesPromotion, .toppingOut, .delivery,
    .construction,
  ]
}

/// What a member of staff does in the office (岗位).
package enum Role: UInt8, Term {
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
