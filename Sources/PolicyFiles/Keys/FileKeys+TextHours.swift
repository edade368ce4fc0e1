import Core

// The hours of an office's texts: of policies side by side those that all of them allow.

extension Policy {
  /// It stands in no stored form: reading puts the hours into the rules.
  static let textHours = KeyDescription<Policy>(
    ["text_hours"],
    help: [
      .file(
        ["text_hours"], "定时的短信（expires）只在这段时间发；几份合用取共同的时间，各自的规则都收窄",
        "the hours of timed texts; of several policies those they share, for the rules of all",
        [
          "text_hours: 00:00-20:00", "rules:",
          "  - {id: r-1, after: 来访, due: 0, at: \"13:00-24:00\", channel: 短信, message: t, expires: true}",
          "templates: [{id: t, text: 谢谢到访}]",
        ], ["2026-11-02 来访"], on: "2026-11-02 14:00",
        owed: ["r-1 2026-11-02 13:00..2026-11-02 20:00"])
    ])
}

extension Reader {
  /// Takes from the windows of texts what lies outside the hours of any of the policies.
  mutating func narrowTexts(_ rules: inout [Rule?]) {
    let written = documents.compactMap { $0.settings["text_hours"] }
    let ranges = written.compactMap { hours($0, key: "text_hours") }
    guard let first = ranges.first, let place = written.first?.place else { return }
    guard let shared = ranges.dropFirst().reduce(TimeRange?.some(first), { $0?.shared(with: $1) })
    else {
      return warn(.windowsNeverMeet(written.compactMap(\.text)), at: place)
    }
    for index in rules.indices {
      guard let rule = rules[index], rule.isTimedText else { continue }
      let own = rule.hours ?? shared
      guard let narrowed = own.shared(with: shared) else {
        warn(.windowsNeverMeet([rule.id, "\(shared)"]), at: place)
        continue
      }
      rules[index]?.hours = narrowed
    }
  }
}

extension Rule {
  /// Sends a text that is worth nothing once its time is over.
  fileprivate var isTimedText: Bool {
    expires && !message.names.isEmpty && !channels.allowed.isEmpty
      && channels.allowed.elements.allSatisfy { $0.strength == Channel.sms.strength }
  }
}

extension TimeRange {
  /// What lies in both; nil where nothing does.
  fileprivate func shared(with other: TimeRange) -> TimeRange? {
    TimeRange(from: max(from, other.from), to: min(to, other.to))
  }
}
