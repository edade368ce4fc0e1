import ArgumentParser
import Core
import Store
import Values

struct ScriptCommand: ReadsOffice {
  static let configuration = CommandConfiguration.command(
    "script", "话术：开场 没空 结束  What to say in a call.",
    examples: "revisit script", "revisit script --customer 王芳")

  @OptionGroup var common: CommonOptions
  @Argument("编号或事由，如 投诉；默认全部  Its id, or what it is about.", "话术") var name: String?
  @Option("打给哪位客户  To whom.", "客户", completion: .customers) var customer: String?
  @Option("填空，如 minutes=10  Fills a placeholder; may be repeated.", "K=V") var set: [String] = []

  func run(in office: Office) throws {
    let session = office.session
    guard let policy = try office.reign(on: session.today)?.policy else {
      throw Failure.refusal(.noReign("\(session.today)"))
    }
    let customer = try customer.map { try office.customer($0) }
    let profile = try customer.flatMap { try office.store.profile(of: $0.id) }
    let given = try GivenValues(set, [policy]).values(for: name ?? "", of: [])
    let filler = try MessageValues(office, policy)
    var values =
      profile.map { filler.values(of: $0, owner: customer?.owner, given: given) }
      ?? filler.common.merging(given) { $1 }
    let speaker = try office.speaker
    if let own = speaker?.name {
      values[.specialist] = given[.specialist] ?? own
      if customer == nil { values[.consultant] = given[.consultant] ?? own }
    }
    var groups = policy.talkTracks(name)
    if groups.isEmpty, let name, !policy.talkTracks(nil).isEmpty {
      let known = policy.templates.filter { $0.kind == .script }.map(\.id)
      throw Failure.lookup(.noTemplate(name, nearest: nearest(to: name, among: known)))
    }
    if groups.isEmpty {
      if name != nil { session.warn(TalkTrack.onlyUsual(policy.name)) }
      groups = [
        TalkTrack.usual(of: speaker?.role, in: try office.store.vocabulary())
      ]
    }
    let parts = groups.map { TalkTrack($0, values).text(session).joined(separator: "\n") }
    let text = (parts + [session.say(TalkTrack.checklist)]).joined(separator: "\n\n")
    try session.answer(
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { visible(String($0)) + "\n" }.joined())
  }
}
