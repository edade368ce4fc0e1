import ArgumentParser
import Core
import PolicyFiles
import Store
import Values

/// A policy that the program brings along, or one in a file.
func loadPolicy(_ nameOrFile: String, _ filling: Filling = Filling()) throws -> LoadedPolicy {
  let result: Result<LoadedPolicy, PolicyProblems>
  if let embedded = PolicyFile.load(named: nameOrFile, filling) {
    result = embedded
  } else {
    let access = FileAccess.ofProcess()
    do {
      try access.checkReading(nameOrFile)
      result = try PolicyFile.load(path: nameOrFile, filling, mayRead: access.mayRead)
    } catch let error as UnreadableFile {
      throw unreadable(nameOrFile, error)
    }
  }
  return try checked(result, filling)
}

/// A policy with those beside it, as a file that extends the first and includes the others would
/// have them.
func loadPolicies(_ names: [String], _ filling: Filling = Filling()) throws -> LoadedPolicy {
  guard names.count > 1 else {
    let loaded = try loadPolicy(names.first ?? "", filling)
    if !loaded.policy.asksForSomething {
      throw Failure.refusal(.emptyPolicy(names.first ?? loaded.policy.name))
    }
    return loaded
  }
  let alone = Filling(takesSuggestions: true, vocabulary: filling.vocabulary)
  for name in names { _ = try loadPolicy(name, alone) }
  let title = names.map(stem).joined(separator: "+")
  let quoted = names.map { "\"\($0)\"" }
  let text = """
    extends: \(quoted[0])
    policy: \(title)
    includes: [\(quoted.dropFirst().joined(separator: ", "))]

    """
  let result = PolicyFile.read(text: text, file: title, filling) { name in
    guard FileAccess.ofProcess().mayRead(name), let text = try? PolicyFile.text(path: name) else {
      return nil
    }
    return (name, text)
  }
  return try checked(result, filling)
}

extension Office {
  /// As `loadPolicies`, where words that policies adopted before declare have the numbers of the
  /// office.
  func load(_ policies: [String], _ filling: Filling) throws -> LoadedPolicy {
    var filling = filling
    filling.vocabulary = try store.vocabulary()
    return try loadPolicies(policies, filling)
  }
}

extension Policy {
  /// Whether anything can come of it: without it, lists would become empty without a word.
  fileprivate var asksForSomething: Bool {
    !(rules.isEmpty && duties.isEmpty && templates.isEmpty && surveys.isEmpty)
  }
}

/// A policy's name from that of its file.
private func stem(_ name: String) -> String {
  let last = name.split(separator: "/").last.map(String.init) ?? name
  return last.hasSuffix(".yaml") ? String(last.dropLast(5)) : last
}

private func checked(
  _ result: Result<LoadedPolicy, PolicyProblems>, _ filling: Filling
) throws -> LoadedPolicy {
  switch result {
  case .failure(let problems): throw Failure.policy(problems.diagnostics)
  case .success(let loaded):
    let names = loaded.policy.parameters.map(\.name)
    for name in filling.values.keys.sorted() where !names.contains(name) {
      throw Failure.value(
        "--set",
        .unknownWord(
          name, nearest: nearest(to: name, among: names).map { Bilingual($0, $0) },
          choices: names.map { Bilingual($0, $0) }))
    }
    return loaded
  }
}

private func unreadable(_ name: String, _ error: UnreadableFile) -> Failure {
  switch error {
  case .missing:
    let isPath = name.contains("/") || name.contains(".")
    return isPath
      ? .file(path: name, .missing)
      : .lookup(.noPolicy(name, nearest: nearest(to: name, among: PolicyFile.embeddedNames)))
  case .notAFile: return .file(path: name, .notAFile)
  case .refused(let number): return .file(path: name, .unreadable(reason(number)))
  }
}

/// What `--set` fills into the blanks of a policy.
struct FillingOption: ParsableArguments {
  @Option("填制度的空白  Fill a blank of the policy.", "名=值") var set: [String] = []

  func read() throws(Failure) -> Filling {
    var values: [String: String] = [:]
    for text in set {
      guard let (name, value) = pair(text) else {
        throw .option("--set", .unreadableSetting(text))
      }
      values[halfWidth(name)] = try readText(value, at: "--set", limit: 200)
    }
    return Filling(values)
  }
}
