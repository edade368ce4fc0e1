/// What happened to a customer on a day (客户事件). The stage is derived from these; a kind that a
/// policy declares bears on no stage.
package struct EventKind: OpenTerm {
  /// 1 … 63: built-in kinds have the lowest numbers.
  package let rawValue: UInt8

  /// The kind of that number, which must be 1 … 63.
  package init(number: UInt8) { rawValue = number }

  /// Its place among the open vocabularies.
  package static let vocabulary = OpenVocabulary.events

  /// The kinds that every policy knows.
  package enum BuiltIn: UInt8, ClosedTerm {
    case callIn = 1, visit, reservation, signing, fullPayment, filing, delivery, moveIn
    case titleIssued, cancellation, lost
    case enquiry, sincerity, worksStarted, midtermPaid, worksFinished, warranty, implemented
    case mortgageBegun, mortgageGranted, areaSettled, sold, contractApproved, mortgagePapers
    case bankApproved, titlePapers, titleFees, titleReceived, inspected, solutionAgreed
    case departmentTold, worksPhoto, gift

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
      case .gift: Word("gift", "礼品", "送礼")
      }
    }
  }
}

extension EventKind {
  package static var callIn: EventKind { EventKind(.callIn) }
  package static var visit: EventKind { EventKind(.visit) }
  package static var reservation: EventKind { EventKind(.reservation) }
  package static var signing: EventKind { EventKind(.signing) }
  package static var fullPayment: EventKind { EventKind(.fullPayment) }
  package static var filing: EventKind { EventKind(.filing) }
  package static var delivery: EventKind { EventKind(.delivery) }
  package static var moveIn: EventKind { EventKind(.moveIn) }
  package static var titleIssued: EventKind { EventKind(.titleIssued) }
  package static var cancellation: EventKind { EventKind(.cancellation) }
  package static var lost: EventKind { EventKind(.lost) }
  package static var enquiry: EventKind { EventKind(.enquiry) }
  package static var worksFinished: EventKind { EventKind(.worksFinished) }
  package static var warranty: EventKind { EventKind(.warranty) }
  package static var mortgageBegun: EventKind { EventKind(.mortgageBegun) }
  package static var mortgageGranted: EventKind { EventKind(.mortgageGranted) }
  package static var areaSettled: EventKind { EventKind(.areaSettled) }
  package static var mortgagePapers: EventKind { EventKind(.mortgagePapers) }
  package static var bankApproved: EventKind { EventKind(.bankApproved) }
  package static var titlePapers: EventKind { EventKind(.titlePapers) }
  package static var titleReceived: EventKind { EventKind(.titleReceived) }
  package static var gift: EventKind { EventKind(.gift) }
}
