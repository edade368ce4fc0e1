import ArgumentParser
import Core
import Store
import Values

struct FineCommand: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "fine", "罚款：按制度起草，经理核定、免除，本人申诉  Fines: drafted, then decided.",
    examples: "revisit fine list", "revisit fine add --for 李明 --amount 10 --note 记录不详",
    note: """
      list 一个月该罚的；add 记一笔；confirm 1 核定，waive 1 --reason 免除，appeal 1 --reason 申诉
      list shows a month's; add enters one; confirm, waive and appeal take the number of the list.
      """)

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument(
    help: ArgumentHelp("做什么，编号  list, add, confirm, waive or appeal; the number.", valueName: "编号"))
  var words: [String] = []
  @Option(
    parsing: .unconditional, help: ArgumentHelp("哪个月，默认本月  Which month.", valueName: "月份"))
  var month: String?
  @Option(
    name: .customLong("for"), parsing: .unconditional,
    help: ArgumentHelp("add：罚谁  Whom.", valueName: "姓名"), completion: .staff)
  var whom: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("add：几元，10 至 50  How much.", valueName: "N"))
  var amount: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("add：为什么  What for.", valueName: "TEXT"))
  var note: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("免除、申诉的原因  Why it is waived.", valueName: "TEXT"))
  var reason: String?
  @OptionGroup var format: FormatOption

  private enum Verb: String, CaseIterable { case list, add, confirm, waive, appeal }

  func run(in office: Office) throws {
    let verb: Verb = try words.first.map { try readChoice($0, at: "编号") } ?? .list
    switch verb {
    case .list: try list(office)
    case .add: try add(office)
    case .confirm: try decide(.confirmed, office)
    case .waive: try decide(.waived, office)
    case .appeal: try decide(.appealed, office)
    }
  }

  /// Who is fined sees their own.
  private func list(_ office: Office) throws {
    let session = office.session
    let format = try format.read()
    let days = try session.month(month, at: "--month")
    let fines = try office.store.snapshot { try office.fines(days) }
    let own = office.rights == .all ? nil : office.user.name
    let shown = fines.enumerated().map { (place: $0 + 1, fine: $1) }.filter {
      own == nil || $0.fine.miss.consultant == own
    }
    try session.answer(.fines(shown), "罚款", "Fines", as: format)
  }

  private func add(_ office: Office) throws {
    try office.require(.inspect)
    let session = office.session
    guard let whom else { throw FineCommand.lacks("--for") }
    guard let amount else { throw FineCommand.lacks("--amount") }
    guard let note else { throw FineCommand.lacks("--note") }
    let member = try office.staff(whom, at: "--for")
    let yuan = try readNumber(amount, at: "--amount", in: 10...50)
    let text = try readText(note, at: "--note", limit: 200)
    let headline = session.say(InspectionWords.fined(member.name, yuan, text))
    try office.write("fine add", headline: visible(headline) + "\n") {
      try $0.addEntry(
        Fine.kinds[0].kind, at: session.now, staff: member.id, count: yuan, text: text)
    }
    try session.answerRecorded(Aftermath.undoHint(session))
  }

  private func decide(_ state: Fine.State, _ office: Office) throws {
    let session = office.session
    if state != .appealed { try office.require(.inspect) }
    if state != .confirmed, reason == nil {
      throw Failure.usage(.missing("--reason", example: "revisit fine waive 1 --reason 初犯"))
    }
    let reason = try reason.map { try readText($0, at: "--reason", limit: 200) } ?? ""
    let days = try session.month(month, at: "--month")
    guard words.count == 2 else {
      throw Failure.usage(.missing("编号", example: "revisit fine confirm 1"))
    }
    let fines = try office.fines(days)
    let place = try readNumber(words[1], at: "编号", in: 1...1_000_000)
    guard place <= fines.count else { throw Failure.lookup(.noEntry(words[1])) }
    let fine = fines[place - 1]
    if try office.store.closedMonth(from: days.lowerBound) != nil {
      throw Failure.refusal(.monthClosed(String("\(days.lowerBound)".dropLast(3))))
    }
    let member = try office.store.staff(named: fine.miss.consultant)
    if state == .appealed, office.rights != .all, member?.id != office.user.staff {
      throw Failure.lookup(.noEntry(words[1]))
    }
    let headline = session.say(
      InspectionWords.decided(fine.key, fine.miss.consultant, fine.rule.fine, state.rawValue))
    let kind = Fine.kinds.first { $0.state == state }?.kind ?? Fine.kinds[0].kind
    try office.write("fine \(state.rawValue)", headline: visible(headline) + "\n") {
      try $0.addEntry(
        kind, at: session.now, staff: member?.id, customer: fine.miss.customer,
        count: state == .confirmed ? fine.rule.fine : 1,
        text: fine.key + (reason.isEmpty ? "" : " \(reason)"))
    }
    try session.answerRecorded(Aftermath.undoHint(session))
  }
}
