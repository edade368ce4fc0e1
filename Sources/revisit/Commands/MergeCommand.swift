import ArgumentParser
import Core
import Store

struct MergeCommand: ChangesOffice {
  static let configuration = CommandConfiguration.command(
    "merge", "合并重复的客户  Merge a customer who was entered twice.",
    examples: "revisit merge C000002 --into C000001", "revisit merge 李娜 --into 王芳")

  @OptionGroup var common: CommonOptions
  @Option(.operation) var op: String?
  @Argument("并掉哪一位  Who is merged.", "客户", completion: .customers) var customer: String
  @Option("并入哪一位  Into whom.", "CUSTOMER") var into: String

  func run(in office: Office) throws {
    let session = office.session
    let from = try office.customer(customer)
    let target = try office.customer(into)
    try office.requireOwn(from)
    guard from.id != target.id else {
      throw Failure.refusal(.mergeWithItself(number(from.id)))
    }
    try office.change(target, "merge") { transaction in
      // Told before the phones move.
      let name = try office.line(from)
      try transaction.merge(from.id, into: target.id)
      return [session.say("并入：\(name)", "merged into it: \(name)")]
    }
  }
}
