import ArgumentParser

/// An operation's id together with what was ordered under it.
struct OperationClaim: Hashable {
  let token: String
  let digest: String

  /// Nil where no id was given.
  init?(_ id: String?, for command: some ParsableCommand) throws(Failure) {
    guard let id else { return nil }
    token = try readName(id, at: "--op")
    digest = order(of: command)
  }
}

/// The names of the declared arguments that were given, those of when, where and by whom aside.
func given(in command: some ParsableCommand) -> [String] {
  words(of: command).map { String($0.drop { $0 == "_" }.prefix { $0 != ":" }) }
}

/// What a command was asked, by name of its options. So it does not matter in which order they were
/// given, nor whether a value stood behind `=` or a space. When, where and by whom is left out: a
/// retry may come later.
private func order(of command: some ParsableCommand) -> String {
  ([String(reflecting: type(of: command))] + words(of: command)).joined(separator: "\u{1F}")
}

private func words(of arguments: Any) -> [String] {
  Mirror(reflecting: arguments).children.flatMap { label, value -> [String] in
    guard let given = (value as? any GivenValue)?.given else { return [] }
    if given is CommonOptions || label == "_op" { return [] }
    if given is any ParsableArguments { return words(of: given) }
    let text = String(reflecting: given)
    return ["nil", "false", "[]"].contains(text) ? [] : ["\(label ?? ""): \(text)"]
  }
}

/// A declared argument with what the command line gave it.
private protocol GivenValue {
  var given: Any { get }
}

extension Argument: GivenValue { fileprivate var given: Any { wrappedValue } }
extension Option: GivenValue { fileprivate var given: Any { wrappedValue } }
extension Flag: GivenValue { fileprivate var given: Any { wrappedValue } }
extension OptionGroup: GivenValue { fileprivate var given: Any { wrappedValue } }
