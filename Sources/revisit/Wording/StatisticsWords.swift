import Core

/// The words of the sections that a report has beside its figures.
enum StatisticsWords {
  static let none = Bilingual("没有客户", "no customers")
  static let noObjection = Bilingual("没有记", "none recorded")

  static func title(_ division: StatisticsDivision) -> Bilingual {
    let column = column(division)
    return Bilingual("客户统计，按\(column.zh)", "Customers by \(column.en)")
  }

  static func column(_ division: StatisticsDivision) -> Bilingual {
    switch division {
    case .source: WeekMessages.source
    case .grade: WeekMessages.grade
    case .consultant: Bilingual("顾问", "consultant")
    case .stage: Bilingual("阶段", "stage")
    case .objection: Bilingual("抗性", "objection")
    }
  }

  static func missed(_ days: Int) -> Bilingual {
    Bilingual(
      "漏做超过 \(days) 天、还没有做的", "Missed by more than \(counted(days, "day")) and still undone")
  }

  static let nothingMissed = Bilingual("没有", "none")

  static func policy(_ period: Period) -> Bilingual {
    Bilingual(
      "制度评估  \(period.days.lowerBound) 至 \(period.days.upperBound)",
      "How the rules did  \(period.days.lowerBound) to \(period.days.upperBound)")
  }

  static let noRules = Bilingual("这段时间没有应做的", "nothing was due in that time")
  static let coverage = Bilingual("覆盖率：联系到的 ÷ 应回访的客户", "Coverage: in contact of those owed")
  static let callbacks = Bilingual("回访报告", "Callbacks")
}

/// By what customers are counted.
enum StatisticsDivision: String, CaseIterable {
  case source, grade, consultant, stage, objection
}
