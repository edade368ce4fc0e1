import Core
import Testing

@testable import PolicyFiles

/// What the tables write of a policy is read as that policy again.
@Suite struct RoundTripTests {
  @Test(arguments: PolicyFile.embeddedNames)
  func aPolicyIsReadFromWhatIsWrittenOfIt(_ name: String) throws {
    let policy = try filledIn(name)
    let text = file(policy)
    switch PolicyFile.read(text: text, file: "written.yaml") {
    case .success(let loaded): #expect(loaded.policy == policy)
    case .failure(let problems):
      let lines = problems.diagnostics.flatMap { PolicyMessages.lines($0, .zh) }
      Issue.record("\(lines.joined(separator: "\n"))")
    }
  }

  /// Keys that no shipped policy has.
  @Test func otherKeysAreWrittenToo() throws {
    let text = """
      policy: other
      capacity: 30
      weekly_cap: {times: 2, clause: 五 1}
      call_windows: {hours: ["10:00-11:30"], days: [周一, 周六]}
      events: [装修进场]
      frame: {head: [尊敬的贵宾], tail: "【{project}】"}
      templates: [{id: t, text: "{name}\\"您好\\""}]
      survey: [{id: q, questions: [服务], scale: 10, open: [意见], channel: 邮件}]
      rules:
        - {id: a, after: 装修进场, due: 1m, around: 3, if_day_off: after, fine: 5, gift: true}
        - {id: b, after: {case: 处理, of: 投诉, urgency: 紧急}, due: 72h, settled_by: {step: 关闭}, until: 关闭}
        - {id: c, after: {rule: a}, every: {years: 1, leap_day: skip}, anchor: schedule, starts: 1y, ends: 3y}
        - {id: d, milestones: all, lead: 7, spread: true, message: {开盘: t, 春节: t, 其他: t}}
        - {id: e, after: {first: 来访}, opens_after: a, due: 20, distinct_from: a, mandatory: false}
        - {id: f, max_gap: {month_ends: 3}, until: 交房, priority: -1, by: 客服, script: t}
        - {id: g, after: {all: [竣工, 全款到账]}, every: {weekdays: 周四, weeks: odd, min_gap_days: 14}}
        - {id: h, birthday: [本人, 家属], opens: -3, due: 0, channel: {all_of: [微信, 短信]}}
      """
    let policy = try PolicyFile.read(text: text, file: "other.yaml").get().policy
    let words = Filling(vocabulary: policy.vocabulary)
    let again = try PolicyFile.read(text: file(policy), file: "written.yaml", words).get().policy
    #expect(again == policy)
  }

  // MARK: A file of what is written

  private func file(_ policy: Policy) -> String {
    let naming = Naming(policy)
    let lists: [(String, [[KeyValue]])] = [
      ("rules", policy.rules.map { named($0.id, $0.keyValues(naming: naming)) }),
      ("segments", policy.segments.map { named($0.id, $0.keyValues(naming: naming)) }),
      ("clauses", policy.clauses.map { named($0.id, $0.keyValues(naming: naming)) }),
      ("duties", policy.duties.map { named($0.id, $0.keyValues(naming: naming)) }),
      (
        "templates",
        policy.templates.map { named($0.id, Template.keys.written($0, naming: naming)) }
      ),
      (
        "survey",
        policy.surveys.map { named($0.id, Questionnaire.keys.written($0, naming: naming)) }
      ),
    ]
    let settings = policy.keyValues.compactMap { pair in
      pair.file.map { "\(quoted(pair.key)): \(yaml($0))\n" }
    }
    let items = lists.filter { !$0.1.isEmpty }.map { key, items in
      "\(key):\n" + items.map { "  - \(yaml(.map($0)))\n" }.joined()
    }
    return (settings + items).joined()
  }

  private func named(_ id: String, _ pairs: [KeyValue]) -> [KeyValue] {
    [KeyValue("id", id)] + pairs
  }

  private func yaml(_ value: FileValue) -> String {
    switch value {
    case .text(let text): return quoted(text)
    case .list(let texts): return "[" + texts.map(quoted).joined(separator: ", ") + "]"
    case .map(let pairs, _):
      let written = pairs.compactMap { pair in
        pair.file.map { "\(quoted(pair.key)): \(yaml($0))" }
      }
      return "{" + written.joined(separator: ", ") + "}"
    }
  }

  private func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }
}
