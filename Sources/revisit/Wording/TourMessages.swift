import Core

/// What a newcomer is shown in two minutes.
enum TourMessages {
  struct Step {
    let told: Bilingual
    /// The command line as one types it, and as it is carried out.
    let shown: String
    let words: [String]
    /// Who types it; nil: the manager.
    var user: String?
  }

  /// - Parameters:
  ///   - consultant: whose morning it is.
  ///   - customer: the one who is called.
  static func steps(of consultant: String, with customer: String, _ language: Language) -> [Step] {
    let note = language == .zh ? "喜欢中间楼层" : "likes a middle floor"
    let day = language == .zh ? "@后天" : "@+2d"
    return [
      Step(
        told: Bilingual(
          "早上：今天该联系谁，什么时候以前，为什么", "the morning: whom to call, by when and why"),
        shown: "due", words: ["due"], user: consultant),
      Step(
        told: Bilingual(
          "打完电话记一行：谈了什么，下次哪天；它说结了什么、下一次哪天",
          "after a call one line: what was said, and the next day; it says what that settled"),
        shown: "log \(customer) \(note) \(day)", words: ["log", customer, note, day],
        user: consultant),
      Step(
        told: Bilingual(
          "为什么在名单上，或不在：哪一条、哪一天起算", "why somebody is on the list or not: rule and arithmetic"),
        shown: "why \(customer)", words: ["why", customer], user: consultant),
      Step(
        told: Bilingual(
          "经理看一周：做了、迟了、漏了，谁要帮忙", "a manager's week: done, late, missed, and who needs help"),
        shown: "report --week", words: ["report", "--week"]),
    ]
  }

  static let end = Bilingual(
    "这是演练，什么都没有留下。自己的案场：revisit init --office 案场名",
    "nothing of it stays. An office of your own: revisit init --office NAME")
}
