import Core

/// The words for customers for whom nothing is planned (无安排).
enum PlanMessages {
  /// `无安排（3）`.
  static func title(_ count: Int) -> Bilingual {
    Bilingual("无安排（\(count)）", "without a plan (\(count))")
  }

  /// `无安排 3（revisit find --unplanned 列出）`.
  static func tally(_ count: Int) -> Bilingual {
    Bilingual("无安排 \(count)（\(command) 列出）", "without a plan \(count) (\(command) lists them)")
  }

  /// `无安排 3：C000004 陈刚（没定级）、…`.
  static func named(_ items: [Bilingual], of total: Int) -> Bilingual {
    let names = items.joined(separator: Bilingual("、", ", "))
    let isWhole = items.count == total
    return Bilingual(
      "无安排 \(total)：\(names.zh)" + (isWhole ? "" : " 等（\(command) 列出）"),
      "without a plan \(total): \(names.en)" + (isWhole ? "" : ", … (\(command) lists them)"))
  }

  /// What lists them.
  static let command = "revisit find --unplanned"

  /// `C000004 陈刚（没定级、没有顾问）`.
  static func named(
    _ customer: CustomerID, _ name: String, _ gaps: TermSet<PlanGap>
  ) -> Bilingual {
    let who = "\(number(customer)) \(name)"
    let why = reasons(gaps)
    return Bilingual("\(who)（\(why.zh)）", "\(who) (\(why.en))")
  }

  static let everybodyIs = Bilingual("每位客户都有安排。", "Everybody has a plan.")

  static func reasons(_ gaps: TermSet<PlanGap>) -> Bilingual {
    gaps.elements.map(\.bilingual).joined(separator: Bilingual("、", ", "))
  }

  /// What is said at once of somebody who will be on no list.
  static func onNoList(_ gaps: TermSet<PlanGap>) -> Bilingual {
    let why = reasons(gaps)
    let cures = gaps.elements.compactMap(cure)
    let end = cures.joined(separator: Bilingual("；", "; "))
    return Bilingual(
      "注意：无安排，不会出现在谁的名单上：\(why.zh)" + (cures.isEmpty ? "" : "；\(end.zh)"),
      "note: without a plan, on nobody's list: \(why.en)" + (cures.isEmpty ? "" : "; \(end.en)"))
  }

  /// `没定级的 12 位：revisit edit 客户 --grade B`.
  static func imported(_ gap: PlanGap, _ count: Int) -> Bilingual {
    let cure = cure(gap)
    return Bilingual(
      "其中\(gap.chinese)的 \(count) 位" + (cure.map { "：\($0.zh)" } ?? ""),
      "of them \(gap.english): \(count)" + (cure.map { "; \($0.en)" } ?? ""))
  }

  static func imported(_ count: Int) -> Bilingual {
    Bilingual(
      "无安排、不在谁名单上的 \(count) 位（\(command) 列出）",
      "without a plan, on nobody's list: \(count) (\(command) lists them)")
  }

  /// The command that helps; nil where the policy has nothing for such a customer.
  private static func cure(_ gap: PlanGap) -> Bilingual? {
    switch gap {
    case .noGrade: Bilingual("revisit edit 客户 --grade B", "revisit edit CUSTOMER --grade B")
    case .noBeginning:
      Bilingual("revisit event 客户 来访 --on 日期", "revisit event CUSTOMER visit --on DAY")
    case .noConsultant:
      Bilingual("revisit edit 客户 --consultant 姓名", "revisit edit CUSTOMER --consultant NAME")
    case .noRule: nil
    }
  }
}
