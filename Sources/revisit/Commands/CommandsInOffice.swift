import ArgumentParser
import Store

/// A command that answers from an office and leaves it as it is.
protocol ReadsOffice: ParsableCommand {
  var common: CommonOptions { get }

  /// Reads the values that were given, and answers.
  func run(in office: Office) throws
}

/// A command that changes an office: one order, carried out once under one `--op`.
protocol ChangesOffice: ParsableCommand {
  var common: CommonOptions { get }
  var op: String? { get }

  /// Reads the values that were given, makes the change, and tells what it did.
  func run(in office: Office) throws

  /// Does what the first time may have left over, where the same order was carried out before.
  func finish(in office: Office) throws
}

extension ReadsOffice {
  func run() throws {
    try Session(common).inOffice(readOnly: true) { try run(in: $0) }
  }
}

extension ChangesOffice {
  func finish(in office: Office) throws {}

  /// What was ordered before under the same `--op` is said to have been done. It is not read again:
  /// its days may have passed since.
  func run() throws {
    let session = try Session(common)
    let claim = try OperationClaim(op, for: self)
    try session.inOffice(readOnly: false, under: claim, carryOut)
  }

  /// Once under the office's claim.
  func carryOut(in office: Office) throws {
    do {
      if try office.isDone() { throw RepeatedOrder() }
      try run(in: office)
    } catch is RepeatedOrder {
      try finish(in: office)
      let session = office.session
      try session.answer(session.say("已经记过，没有重复\n", "recorded before, not repeated\n"))
    }
  }
}

extension Office {
  /// Whether what it was claimed for has been carried out. Another order under the same id is an
  /// error.
  fileprivate func isDone() throws -> Bool {
    try claim.map { try store.isDone(token: $0.token, digest: $0.digest) } ?? false
  }
}
