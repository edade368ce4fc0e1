import ArgumentParser

/// `--op` of the commands that write: what tells a retry from a second order.
struct OperationOption: ParsableArguments {
  @Option(
    name: .customLong("op"), parsing: .unconditional,
    help: ArgumentHelp("操作编号：重复执行不会重复记录  An id; repeating it does nothing.", valueName: "ID"))
  var token: String?

  /// Nil where no id was given.
  func claim(
    _ arguments: [String] = Array(CommandLine.arguments.dropFirst())
  ) throws(Failure) -> OperationClaim? {
    guard let token else { return nil }
    return OperationClaim(
      token: try readName(token, at: "--op"),
      digest: OperationClaim.order(in: arguments).joined(separator: "\u{1F}"))
  }
}

/// An operation's id together with what was ordered under it.
struct OperationClaim: Hashable {
  let token: String
  let digest: String

  /// The words of the command line without those that say when, where and by whom: a retry may
  /// come later.
  static func order(in arguments: [String]) -> [String] {
    var order: [String] = []
    var isValue = false
    for word in arguments {
      defer { isValue = !isValue && circumstances.contains(word) }
      if isValue || circumstances.contains(where: { word == $0 || word.hasPrefix($0 + "=") }) {
        continue
      }
      order.append(word)
    }
    return order
  }

  private static let circumstances = ["--op", "--as-of", "--user", "--lang", "--db"]
}
