/// A point in a project's life that customers are told of (项目节点).
package struct MilestoneKind: OpenTerm {
  /// 1 … 63: built-in kinds have the lowest numbers.
  package let rawValue: UInt8

  /// The kind of that number, which must be 1 … 63.
  package init(number: UInt8) { rawValue = number }

  /// Its place among the open vocabularies.
  package static let vocabulary = OpenVocabulary.milestones

  /// The kinds that every policy knows.
  package enum BuiltIn: UInt8, ClosedTerm {
    case launch = 1, discount, activity, showFlat, salesPromotion, toppingOut, delivery
    case construction, showFlatClosed, moveInPeriod, weather

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
}

extension MilestoneKind {
  package static var launch: MilestoneKind { MilestoneKind(.launch) }
  package static var discount: MilestoneKind { MilestoneKind(.discount) }
  package static var activity: MilestoneKind { MilestoneKind(.activity) }
  package static var showFlat: MilestoneKind { MilestoneKind(.showFlat) }
  package static var salesPromotion: MilestoneKind { MilestoneKind(.salesPromotion) }
  package static var toppingOut: MilestoneKind { MilestoneKind(.toppingOut) }
  package static var delivery: MilestoneKind { MilestoneKind(.delivery) }
  package static var construction: MilestoneKind { MilestoneKind(.construction) }
  package static var moveInPeriod: MilestoneKind { MilestoneKind(.moveInPeriod) }
  package static var weather: MilestoneKind { MilestoneKind(.weather) }
}

extension MilestoneKind {
  /// What `milestones: all` of a policy means beside the kinds that it declares itself: the points of
  /// the project, without alerts, closures and periods that only some rules know.
  package static let nodes: TermSet<MilestoneKind> = [
    .launch, .discount, .activity, .showFlat, .salesPromotion, .toppingOut, .delivery,
    .construction,
  ]
}
