import Core

/// Why something that was understood is not recorded.
enum RefusalFault: Hashable, Sendable {
  /// The phone belongs to that customer, as `C000001 王芳`.
  case phoneTaken(String, by: String)
}

extension RefusalFault {
  var exitCode: ExitCode {
    switch self {
    case .phoneTaken: .data
    }
  }

  var problem: Problem {
    switch self {
    case .phoneTaken(let phone, let owner):
      Problem(
        "--phone", Bilingual("\(phone) 已登记在 \(owner)", "\(phone) belongs to \(owner) already"),
        right: Bilingual("同一人就直接用该客户", "use that customer if it is the same person"))
    }
  }
}
