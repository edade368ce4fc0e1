import Core
import PolicyFiles

extension Diagnostic {
  /// `FILE:LINE:COLUMN: 错误 P104: …`.
  var told: Complaint {
    Complaint(
      nil, Bilingual(PolicyMessages.headline(self, .zh), PolicyMessages.headline(self, .en)))
  }
}

/// A policy that the program brings along, or one in a file.
func loadPolicy(_ nameOrFile: String) throws -> LoadedPolicy {
  let result: Result<LoadedPolicy, PolicyProblems>
  if let embedded = PolicyFile.load(named: nameOrFile) {
    result = embedded
  } else {
    do { result = try PolicyFile.load(path: nameOrFile) } catch {
      throw unreadable(nameOrFile, error)
    }
  }
  switch result {
  case .success(let loaded): return loaded
  case .failure(let problems): throw Failure.policy(problems.diagnostics)
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
