import ArgumentParser
import Core
import Store
import Values

struct DoneCommand: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "done", "做完一项内部事项，交了一份报告  A duty is done, a report handed in.",
    examples: "revisit done 巡查 --for 孙客服", "revisit done wx-6.1b --for 孙客服 --note 正常")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("事项编号，或台账、报告的名称  The duty, or its report.", "事项") var duty: String
  @Option(
    "谁的，默认本人  Whose; the user's own by default.", "姓名", name: .customLong("for"), completion: .staff
  ) var member: String?
  @OptionGroup var when: WhenOptions
  @OptionGroup var entry: EntryOptions

  func run(in office: Office) throws {
    let session = office.session
    let moment = try session.happened(on: when.on, at: when.time)
    let (count, note) = try entry.read()
    let duties = try office.duties(named: duty, on: moment.day)
    let staff = try office.member(named: member)
    guard let first = duties.first, let kind = first.evidence.entryName else { return }
    try check(duties, staff, try office.store.vocabulary())
    let title = [first.id, first.article].filter { !$0.isEmpty }.joined(separator: " ")
    try office.record(
      EntryDraft(kind: kind, moment: moment, staff: staff, count: count, note: note),
      as: "done", title: title)
  }

  /// Where each of a role owes it, it must be known whose it is.
  private func check(
    _ duties: [Duty], _ staff: Staff?, _ words: Vocabulary
  ) throws(Failure) {
    var asked: Role?
    for duty in duties {
      guard case .role(let role, any: false) = duty.holder, role != staff?.role else { return }
      asked = role
    }
    if let asked { throw .refusal(.whoseDuty(duty, role: asked.word(in: words).bilingual)) }
  }
}

/// What is said of an entry of the ledger beside its kind.
struct EntryOptions: ParsableArguments {
  @Option("几份，默认 1  How many.", "N") var count: String = "1"
  @Option("内容，缘由  What, and why.", "TEXT") var note: String?

  func read() throws(Failure) -> (count: Int, note: String?) {
    let count = try readNumber(count, at: "--count", in: 1...9999)
    return (count, try note.map { (text) throws(Failure) in try readText(text, at: "--note") })
  }
}

extension Evidence {
  /// What an entry is called that counts for it.
  var entryName: String? {
    switch self {
    case .ledger(let kind): kind
    case .report(let name): name
    case .event: nil
    }
  }
}

extension Office {
  /// The duties of the policy in force that go by that id, or by the name of what settles them.
  func duties(named text: String, on day: Day) throws -> [Duty] {
    guard let policy = try reign(on: day)?.policy else {
      throw Failure.refusal(.noReign("\(day)"))
    }
    let wanted = trimmed(text)
    if let own = policy.duties.first(where: { $0.id == wanted }) {
      if case .event(let kind) = own.evidence {
        throw Failure.refusal(.countedDuty(own.id, kind.word(in: policy.vocabulary).bilingual))
      }
      return [own]
    }
    let named = policy.duties.filter { $0.evidence.entryName == wanted }
    guard named.isEmpty else { return named }
    let names = policy.duties.flatMap { [$0.id, $0.evidence.entryName ?? $0.id] }
    throw Failure.lookup(.noDuty(text, nearest: nearest(to: wanted, among: names)))
  }

  /// The member that `--for` names, or who works.
  func member(named name: String?) throws -> Staff? {
    if let name { return try staff(name, at: "--for") }
    return try speaker
  }
}
