import Core

/// The words of handing customers over (交接).
enum TransferMessages {
  /// What a successor writes, where the policy has no text `successor`.
  static let template = Template(
    id: "successor", says: "接替同事告知客户",
    text: "{name}{title}您好，我是{project}的置业顾问{consultant}，今后由我为您服务，您的情况我都已了解，有事请随时找我。")

  static func title(_ from: String, _ day: Day, until last: Day?) -> Bilingual {
    guard let last else {
      return Bilingual("交接单  \(from)  自 \(day)", "Handed over by \(from)  from \(day)")
    }
    return Bilingual(
      "临时交接单  \(from)  \(day) 至 \(last)，\(last + 1) 交还",
      "Handed over by \(from)  \(day) to \(last), back on \(last + 1)")
  }

  static func witness(_ name: String) -> Bilingual {
    Bilingual("监交 \(name)", "witness \(name)")
  }

  /// What stands with the change of consultant in the customer's history.
  static func note(from name: String, isTemporary: Bool) -> Bilingual {
    isTemporary
      ? Bilingual("\(name) 临时交接", "for \(name), for a time")
      : Bilingual("\(name) 交接", "from \(name)")
  }

  /// `李明 5 位：A 2，B 3`.
  static func share(_ name: String, _ count: Int, _ grades: [(Bilingual, Int)]) -> Bilingual {
    func told(_ language: Language) -> String {
      grades.map { "\($0.0[language]) \($0.1)" }.joined(separator: language == .zh ? "，" : ", ")
    }
    return Bilingual(
      "\(name) \(count) 位：\(told(.zh))", "\(name) \(counted(count, "customer")): \(told(.en))")
  }

  static let ungraded = Bilingual("未定级", "not graded")

  static func drafted(_ count: Int, toApprove: Int) -> Bilingual {
    let wait = toApprove == 0 ? "" : "，待批 \(toApprove)：revisit message approve"
    let waiting = toApprove == 0 ? "" : ", \(toApprove) to approve: revisit message approve"
    return Bilingual("起草告知短信 \(count) 条\(wait)", "\(counted(count, "text")) drafted\(waiting)")
  }

  static func last(_ talk: LastTalk) -> Bilingual {
    Bilingual(
      "\(talk.day) \(talk.channel.chinese) \(talk.outcome.chinese)",
      "\(talk.day) \(talk.channel.english) \(talk.outcome.english)")
  }

  /// When somebody was last spoken with, and how.
  struct LastTalk {
    let day: Day
    let channel: Channel
    let outcome: Outcome
  }

  // MARK: Whose a customer was

  static let owners = Bilingual("顾问记录", "consultants")

  static func owner(_ name: String, from day: Day, isToCome: Bool) -> Bilingual {
    isToCome
      ? Bilingual("\(day) 起 \(name)", "\(name) from \(day)")
      : Bilingual("\(day) \(name)", "\(day) \(name)")
  }
}
