import ArgumentParser
import Core
import Store

struct CallCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "call", "一位一位走今天的名单，边打边记  Walk down today's list.",
    examples: "revisit call", "revisit call --consultant 李明", note: CallMessages.help)

  @OptionGroup var common: CommonOptions
  @Option("走这位顾问的名单  One consultant's list.", "姓名", completion: .staff) var consultant: String?

  func run() throws {
    try Session(common).inOffice(readOnly: false) { office in
      try office.refuseReplay()
      var call = try CallRound(consultant, office)
      try call.run()
    }
  }
}

/// One walk down a list: its customers, who answers, and what came of it.
private struct CallRound {
  private var office: Office
  private let query: DueQuery
  /// As it was in the beginning.
  private let list: DueList
  private var walk: CallWalk
  private var input = InputLines()
  private let echoes = !Terminal.typesInput

  init(_ consultant: String?, _ office: Office) throws {
    let owner = try office.listOwner(named: consultant)
    var (query, engine) = try office.list(of: owner)
    query.showsPhones = owner != nil
    let list = try office.store.snapshot {
      var list = try office.dueList(query, engine)
      list.duties = try office.dutiesOfList(engine, of: owner)
      return list
    }
    (self.office, self.query, self.list) = (office, query, list)
    walk = CallWalk(list.items.filter(\.line.strictest.isListed).map(\.customer))
  }

  mutating func run() throws {
    try say(DueText(list, office.session.language).heading + [Bilingual("", "")])
    guard walk.current != nil else {
      try say([DueMessages.empty])
      return try tellDuties()
    }
    try say([CallMessages.hint])
    var isForward = true
    while let customer = walk.current {
      try refreshClock()
      let item = try office.dueItem(customer, query, list.engine)
      if isForward, try passes(item) { continue }
      try show(customer, item)
      guard let step = try ask(customer, item) else { break }
      isForward = step == .forward
    }
    try tellEnd()
  }

  /// What asks nothing any more, or not at this hour, is passed over.
  private mutating func passes(_ item: DueItem?) throws -> Bool {
    guard let item else {
      let name = try walk.current.flatMap { try office.store.customer($0)?.name } ?? ""
      try say([CallMessages.gone(name)])
      walk.drop()
      return true
    }
    return list.waits(item, at: office.session.now) && walk.waitForHours()
  }

  private func show(_ customer: CustomerID, _ item: DueItem?) throws {
    let heading = try office.store.customer(customer).map(office.heading) ?? number(customer)
    let card = CallCard(item: item, heading: heading, position: walk.position)
    try office.session.answer("\n" + card.text(list, office.session))
  }
}

// MARK: - Answers

extension CallRound {
  private enum Step { case forward, back }

  /// Asks until an answer moves the walk; nil: it is to stop.
  private mutating func ask(_ customer: CustomerID, _ item: DueItem?) throws -> Step? {
    while true {
      try office.session.answer("> ")
      guard let bytes = try input.next() else {
        try office.session.answer("\n")
        return nil
      }
      do {
        guard let line = Environment.ofProcess().text(bytes) else {
          throw Failure.usage(.lineNotUTF8)
        }
        if echoes { try office.session.answer(visible(line) + "\n") }
        try refreshClock()
        switch try CallAnswer(line) {
        case .later: walk.putOff()
        case .log(let words): try log(words, customer, item)
        case .skip(let reason): try skip(reason, customer, item)
        case .back:
          guard walk.back() else { throw Failure.usage(.nobodyBefore) }
          return .back
        case .undo:
          try undo()
          return .back
        case .help:
          try say(CallMessages.lines)
          continue
        case .stop: return nil
        }
        return .forward
      } catch let failure as Failure where failure.isOfCall {
        tell(failure)
      } catch let error as StoreError {
        tell(Failure(error, path: office.session.databasePath))
      }
    }
  }

  private func tell(_ failure: Failure) {
    for complaint in failure.complaints {
      try? Output.problems.write(complaint.line(in: office.session.language) + "\n")
    }
  }

  private mutating func log(_ words: [String], _ id: CustomerID, _ item: DueItem?) throws {
    guard let customer = try office.store.customer(id) else { return }
    let command = try LogCommand.read([number(id)] + words)
    if command.op != nil { throw Failure.usage(.notInLine("--op")) }
    let row = item?.row
    let named = NamedCustomer(
      customer: customer, matter: row?.matter.map(caseNumber), channel: row?.channel)
    let logged = try command.log(named, headline: "", at: office)
    try tell(logged.told)
    walk.answer(
      logged.op, settled: try settled(logged.change), agreed: logged.contact.agreed)
  }

  /// Excuses what the list asks for. Where something cannot be excused the customer is asked about again.
  private mutating func skip(_ reason: String, _ id: CustomerID, _ item: DueItem?) throws {
    guard let customer = try office.store.customer(id), let item else {
      throw Failure.usage(.nothingOfLine)
    }
    let skip = try office.skip(item.line.reasons, of: customer, because: reason, list.engine)
    if let (receipt, change) = skip.done {
      try tell(try Aftermath.told(change, at: office))
      walk.answer(receipt.op, settled: try settled(change), isWhole: skip.rest.isEmpty)
    }
    if !skip.rest.isEmpty { throw Failure.refusal(.notSkippable(skip.rest)) }
  }

  private func settled(_ change: Change) throws -> Int {
    guard let before = change.before, let after = change.after else { return 0 }
    return list.engine.effect(from: before, to: after, at: office.session.now).settled.count
  }

  private mutating func undo() throws {
    guard let last = walk.answers.last else { throw Failure.refusal(.nothingToUndo(others: nil)) }
    let name = try office.store.customer(last.customer)?.name ?? ""
    try office.write("undo", headline: "") { try $0.undo(last.op) }
    try say([CallMessages.takenBack(name)])
    walk.takeBack()
  }

  private mutating func refreshClock() throws {
    guard !office.session.isReplayed else { return }
    office.session.now = try Clock.now()
  }

  /// What was recorded, as wide as the window.
  private func tell(_ told: String) throws {
    let width = office.session.terminal.width
    let lines = told.split(separator: "\n").flatMap { Width.wrap(String($0), width) }
    try office.session.answerRecorded(lines.map { $0 + "\n" }.joined())
  }

  private func say(_ lines: [Bilingual]) throws {
    let session = office.session
    try session.answer(lines.map { visible(session.say($0)) + "\n" }.joined())
  }

  /// What was done, what is left, what was settled, and what was agreed.
  private func tellEnd() throws {
    let settled = walk.answers.reduce(0) { $0 + $1.settled }
    let name = { (id: CustomerID) in try office.store.customer(id)?.name ?? "" }
    let next = try walk.agreed.map { (name: try name($0.customer), day: $0.day) }
    let lines =
      [CallMessages.end(done: walk.done.count, left: walk.left.count, settled: settled)]
      + (next.isEmpty ? [] : [CallMessages.agreed(next)])
      + (walk.left.isEmpty
        ? [] : [CallMessages.left(try walk.left.prefix(10).map(name), of: walk.left.count)])
    let session = office.session
    let width = session.terminal.width
    let text = lines.flatMap { Width.wrap(visible(session.say($0)), width) }
    try session.answer("\n" + text.map { $0 + "\n" }.joined())
    try tellDuties()
  }

  /// What is owed beside calls has no customer to walk to: it stands at the end, as under `due`.
  private func tellDuties() throws {
    let session = office.session
    let duties = try office.dutiesOfList(list.engine, of: query.consultant)
    guard !duties.isEmpty else { return }
    let section = Listing.Section.duties(duties, at: session.now)
    try session.answer("\n" + Listing([section]).page(session.language, on: session.terminal))
    try say([CallMessages.duties])
  }
}

extension Failure {
  /// Whether another answer may fare better: only a system that does not play along ends a walk.
  fileprivate var isOfCall: Bool { if case .system = self { false } else { true } }
}
