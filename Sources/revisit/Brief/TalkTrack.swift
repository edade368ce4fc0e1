import Core

/// The lines of a call (话术): how to open it, what to say to who is busy, how to close.
struct TalkTrack {
  /// What it is for.
  let title: String
  let lines: [(says: String, clause: String, text: String)]
  /// Blanks that nobody could fill.
  let missing: [Placeholder]

  /// The templates that belong together: `gcs-open`, `gcs-busy`, `gcs-close`.
  init(_ templates: [Template], _ values: [Placeholder: String]) {
    var missing: [Placeholder] = []
    lines = templates.map { template in
      let spoken = template.spoken(with: values)
      missing += spoken.missing.filter { !missing.contains($0) }
      return (template.says, template.clause, spoken.text)
    }
    title = templates.first.map { TalkTrack.family($0.id) } ?? ""
    self.missing = missing
  }

  /// What stands before the last hyphen: `gcs`.
  static func family(_ id: String) -> String {
    id.lastIndex(of: "-").map { String(id[..<$0]) } ?? id
  }

  /// Our own lines where the policy has none, as somebody of that role says them; nil: the customer's
  /// consultant.
  static func usual(of speaker: Role?, in vocabulary: Vocabulary) -> [Template] {
    let role = speaker ?? .consultant
    let word = role.word(in: vocabulary).chinese
    let name = role == .consultant ? "{consultant}" : "{specialist}"
    return [
      Template(
        id: "usual-open", kind: .script, says: "开场",
        text: "{name}{title}您好，我是{project}的\(word)\(name)。您现在方便说几句吗？"),
      Template(
        id: "usual-busy", kind: .script, says: "客户没空",
        text: "打扰您了。您看什么时候方便？我按您说的时间再打过来。"),
      Template(
        id: "usual-close", kind: .script, says: "结束",
        text: "谢谢您抽空和我说这些，您关心的几件事我都记下了。我是\(name)，有事随时找我，再见！"),
    ]
  }

  /// Told to who asks for the lines of one matter.
  static func onlyUsual(_ policy: String) -> Bilingual {
    Bilingual(
      "制度 \(policy) 没有自己的话术；下面是通用的",
      "policy \(policy) has no script of its own; here is the usual one")
  }

  static let checklist = Bilingual(
    "要点：报上自己的姓名；称呼用“您”；先说来意再问方便不方便；等客户先挂",
    "checklist: leave your name; say 您; say why you call, then ask if it suits; let them hang up first"
  )
}

extension Policy {
  /// The talk tracks that `name` means: a template's id, what their ids begin with, or what they
  /// are about; all of them without a name. Templates that belong together stand together.
  func talkTracks(_ name: String?) -> [[Template]] {
    let scripts = templates.filter { $0.kind == .script }
    let families = scripts.map { TalkTrack.family($0.id) }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let groups = families.map { family in
      scripts.filter { TalkTrack.family($0.id) == family }
    }
    guard let name else { return groups }
    let topic = CaseKind(name)?.chinese ?? name
    return groups.filter { group in
      group.contains {
        $0.id == name || TalkTrack.family($0.id) == name || $0.says.contains(topic)
      }
    }
  }
}

extension TalkTrack {
  func text(_ session: Session) -> [String] {
    var rows = lines.map { line in
      let head = line.says + session.language.bracketed(line.clause)
      return head.isEmpty ? line.text : head + session.language.colon + line.text
    }
    if !missing.isEmpty {
      let names = missing.map { "{\($0.rawValue)}" }.joined(separator: " ")
      rows.append(session.say("没有值，留空：\(names)", "left blank: \(names)"))
    }
    return rows
  }
}
