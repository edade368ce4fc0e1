import Core
import Store

/// The words for cases.
enum CaseMessages {
  /// `投诉 房屋质量 电话 客服部 紧急`; what is usual or unknown is left out.
  static func title(_ entry: CaseEntry) -> Bilingual {
    let urgency = entry.urgency == .normal ? nil : entry.urgency
    func words(_ say: (any ClosedTerm) -> String) -> String {
      [
        say(entry.kind), entry.about, entry.channel.map { say($0) } ?? "", entry.department,
        urgency.map { say($0) } ?? "",
      ].filter { !$0.isEmpty }.joined(separator: " ")
    }
    return Bilingual(words { $0.word.chinese }, words { $0.word.name })
  }

  static func title(_ record: CaseRecord) -> Bilingual {
    title(
      CaseEntry(
        record.kind, urgency: record.urgency, channel: record.channel, about: record.about,
        department: record.department))
  }

  static func linked(_ number: Int64) -> Bilingual {
    Bilingual(
      "与 \(caseNumber(number)) 是同一件事，都作重点",
      "the same as \(caseNumber(number)): both have priority")
  }

  static func otherArea(
    _ member: String, _ area: String, _ customer: String, _ building: String
  ) -> Bilingual {
    Bilingual(
      "\(member) 的区域是 \(area)，\(customer) 在 \(building)；已派",
      "\(member) repairs in \(area), \(customer) lives in \(building); assigned")
  }

  static func otherTrade(_ member: String, _ trades: String, _ thing: String) -> Bilingual {
    Bilingual(
      "\(member) 的技能是 \(trades)，这一件是 \(thing)；已派",
      "\(member) repairs \(trades), this is \(thing); assigned")
  }

  static func promised(_ day: Day) -> Bilingual {
    Bilingual("答应 \(day) 回复", "a reply was promised for \(day)")
  }

  /// `K00001 投诉 房屋质量 (王经理)`: on the line of a customer who is to be called about it.
  static func reason(_ record: CaseRecord, _ handlers: [String]) -> Bilingual {
    func names(_ language: Language) -> String {
      language.bracketed(handlers.joined(separator: language.listMark))
    }
    let about = record.about.isEmpty ? "" : " \(record.about)"
    let number = caseNumber(record.number)
    return Bilingual(
      "\(number) \(record.kind.chinese)\(about)\(names(.zh))",
      "\(number) \(record.kind.english)\(about)\(names(.en))")
  }

  // MARK: How many are called back

  static func rate(_ days: ClosedRange<Day>, _ asOf: Moment) -> Bilingual {
    Bilingual(
      "事项回访率 \(days.lowerBound) 至 \(days.upperBound)  截至 \(asOf)",
      "cases called back \(days.lowerBound) to \(days.upperBound), as of \(asOf)")
  }

  static func mark(_ percent: Int, _ clause: String, isPassed: Bool) -> Bilingual {
    let (zh, en) = (Language.zh.bracketed(clause), Language.en.bracketed(clause))
    return Bilingual(
      "及格线 \(percent)%\(zh)：\(isPassed ? "达到" : "没有达到")",
      "pass mark \(percent)%\(en): \(isPassed ? "reached" : "not reached")")
  }

  static let none = Bilingual(
    "没有事项：revisit case add 客户 投诉", "no cases: revisit case add CUSTOMER complaint")
  static let noSteps = Bilingual("没有进展", "no steps")

  static let noMark = Bilingual(
    "现行制度没有写回访率的及格线", "the policy in force gives no pass mark")
}
