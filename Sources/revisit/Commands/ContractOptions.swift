import ArgumentParser
import Core
import Store
import Values

/// How a buyer pays (付款方式).
enum PayMeans: UInt8, ClosedTerm {
  case mortgage = 1, lumpSum, instalments

  var word: Word {
    switch self {
    case .mortgage: Word("mortgage", "按揭")
    case .lumpSum: Word("lump_sum", "一次性付款", "一次性", "全款")
    case .instalments: Word("instalments", "分期", "分期付款")
    }
  }

  /// The tags that follow from it, with those that it takes away.
  fileprivate var tags: [(Tag, Bool)] {
    switch self {
    case .mortgage: [(.mortgage, true), (.lumpSum, false)]
    case .lumpSum: [(.lumpSum, true), (.mortgage, false)]
    case .instalments: [(.mortgage, false), (.lumpSum, false)]
    }
  }
}

/// What a contract says, as `event 签约` and `event 认购` take it.
struct ContractOptions: ParsableArguments {
  @Option("合同编号  The contract's number.", "NUMBER", name: .customLong("no")) var contract: String?
  @Option("付款方式：按揭 一次性付款 分期  How they pay.", "MEANS") var pay: String?
  @Option("房款哪天到期  When the payment is due.", "DAY") var payBy: String?
  @Option("楼号，如 3#  The building.", "楼") var building: String?
}

struct ContractEntry {
  let number: String?
  let means: PayMeans?
  let payBy: Day?
  let building: String?

  init(_ options: ContractOptions, _ event: EventKind, _ moment: Moment, _ session: Session) throws
  {
    let given = [
      ("--no", options.contract), ("--pay", options.pay), ("--pay-by", options.payBy),
      ("--building", options.building),
    ]
    if let first = given.first(where: { $0.1 != nil }), event != .signing, event != .reservation {
      throw Failure.usage(.needs(first.0, session.say(EventKind.BuiltIn.signing)))
    }
    building = try options.building.map { try readBuilding($0) }
    number = try options.contract.map { halfWidth(try readText($0, at: "--no", limit: 60)) }
    means = try options.pay.map { try readTerm($0, at: "--pay") }
    payBy = try options.payBy.map { try session.day($0, at: "--pay-by", lean: .plan) }
    if let payBy, payBy < moment.day {
      throw Failure.value("--pay-by", .time(.past("\(payBy)", earliest: "\(moment.day)")))
    }
  }

  /// Records what was given beside the event; what it tells of that.
  func write(
    to transaction: Transaction, of customer: CustomerSummary, _ state: Snapshot?,
    on moment: Moment, _ office: Office
  ) throws -> [String] {
    let session = office.session
    var told: [String] = []
    if let number {
      try transaction.setProfile(.contract, number, of: customer.id, on: moment.day)
      told.append("\(session.say(ProfileField.contract)) \(number)")
    }
    if let means {
      try transaction.setProfile(.payment, means.chinese, of: customer.id, on: moment.day)
      for (tag, on) in means.tags where on || state?.tags.contains(tag) ?? false {
        try transaction.append(to: customer.id, on: moment.day, .tag(tag, on))
      }
      told.append("\(session.say(ProfileField.payment)) \(session.say(means))")
    }
    if let building {
      try transaction.setProfile(.building, building, of: customer.id, on: moment.day)
      told.append("\(session.say(ProfileField.building)) \(building)")
    }
    if let payBy {
      let fact = CaseStep.payment(by: payBy)
      try transaction.append(
        to: customer.id, on: moment.day, at: moment.time, .step(fact),
        staff: office.user.staff ?? customer.owner)
      told.append(session.say(FactWords.tell(fact)))
    }
    return told.isEmpty ? [] : [told.joined(separator: "  ")]
  }
}
