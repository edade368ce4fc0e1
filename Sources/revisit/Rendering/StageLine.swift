import Core

/// How far a customer has come since the deal, with the days, and which papers are missing.
struct StageLine: Sendable {
  struct Step: Sendable {
    let kind: EventKind.BuiltIn
    /// Nil: still to come.
    let day: Day?
  }

  let steps: [Step]
  let missing: [MissingPaper]

  /// Nil where there is no deal. `facts` in their order.
  init?(_ facts: [Fact], _ state: Snapshot, contract: String?) {
    var days: [EventKind: Day] = [:]
    for fact in facts {
      guard case .event(let kind) = fact.body else { continue }
      if kind == .lost || kind == .cancellation { days = [:] } else { days[kind] = fact.day }
    }
    guard days[.reservation] != nil || days[.signing] != nil else { return nil }
    let isLoan = state.tags.contains(.mortgage) || days[.mortgageBegun] != nil
    steps = StageLine.order.filter { kind in
      days[EventKind(kind)] != nil || StageLine.always.contains(kind) || isLoan && kind.isOfLoan
    }.map { Step(kind: $0, day: days[EventKind($0)]) }
    missing = MissingPaper.all(days, state.tags, isLoan: isLoan, contract: contract)
  }

  private static let order: [EventKind.BuiltIn] = [
    .reservation, .signing, .filing, .mortgageBegun, .mortgageGranted, .fullPayment, .areaSettled,
    .delivery, .moveIn, .titleIssued, .titleReceived,
  ]

  /// Shown though they are still to come.
  private static let always: TermSet<EventKind.BuiltIn> = [
    .signing, .filing, .fullPayment, .delivery, .moveIn, .titleIssued,
  ]
}

/// A paper that a signed customer should have by now.
enum MissingPaper: Hashable, Sendable {
  case contractNumber, mortgagePapers, titlePapers
  /// A copy, where the bank keeps the certificate.
  case title(isCopy: Bool)

  fileprivate static func all(
    _ days: [EventKind: Day], _ tags: TermSet<Tag>, isLoan: Bool, contract: String?
  ) -> [MissingPaper] {
    guard days[.signing] != nil else { return [] }
    var missing: [MissingPaper] = contract == nil ? [.contractNumber] : []
    if isLoan, days[.mortgagePapers] == nil, days[.mortgageGranted] == nil {
      missing.append(.mortgagePapers)
    }
    let isIn = days[.delivery] != nil || days[.moveIn] != nil
    if isIn, days[.titlePapers] == nil, days[.titleIssued] == nil { missing.append(.titlePapers) }
    if days[.titleIssued] != nil, days[.titleReceived] == nil {
      missing.append(.title(isCopy: isLoan))
    }
    return missing
  }

  /// Stable name in JSON.
  var name: String {
    switch self {
    case .contractNumber: "contract"
    case .mortgagePapers: EventKind.BuiltIn.mortgagePapers.name
    case .titlePapers: EventKind.BuiltIn.titlePapers.name
    case .title(isCopy: true): "title_copy"
    case .title(isCopy: false): "title_original"
    }
  }

  var words: Bilingual {
    switch self {
    case .contractNumber: Bilingual("合同编号", "contract number")
    case .mortgagePapers: EventKind.BuiltIn.mortgagePapers.bilingual
    case .titlePapers: EventKind.BuiltIn.titlePapers.bilingual
    case .title(isCopy: true): Bilingual("产权证复印件签收", "receipt for the title's copy")
    case .title(isCopy: false): Bilingual("产权证原件签收", "receipt for the title")
    }
  }
}

extension EventKind.BuiltIn {
  fileprivate var isOfLoan: Bool { self == .mortgageBegun || self == .mortgageGranted }
}

// MARK: - Words

extension StageLine {
  /// `认购 2026-11-02 → 签约 2026-11-05 → 备案 -`, and what is missing.
  func lines(_ session: Session) -> [String] {
    let parts = steps.map { "\(session.say($0.kind)) \($0.day.map { "\($0)" } ?? "-")" }
    let papers = missing.map { session.say($0.words) }
    let line = parts.joined(separator: " → ")
    return [session.say("进程 \(line)", "dossier \(line)")]
      + (papers.isEmpty
        ? []
        : [
          session.say(
            "缺 \(papers.joined(separator: "、"))", "missing \(papers.joined(separator: ", "))")
        ])
  }

  /// What programs read of a step.
  static var fields: [Listing.Field<Step>] {
    [
      .init("stage", "哪一步", "step") { .text($0.kind.name) },
      .init("day", "哪天，还没到的没有", "day, none if still to come") { .optional($0.day) },
    ]
  }
}
