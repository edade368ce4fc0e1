import Core
import PolicyFiles

/// The words of cases.
enum PolicyTestMessages {
  static func told(_ difference: PolicyTestDifference) -> Bilingual {
    switch difference {
    case .missing(let expected):
      let window = expected.window.map { " " + $0 } ?? ""
      return Bilingual(
        "应有 \(expected.rule)\(window)，没有", "\(expected.rule)\(window) should be owed, is not")
    case .otherWindow(let expected, let found):
      let (wanted, found) = (expected.window ?? "", found)
      return Bilingual(
        "\(expected.rule) 应为 \(wanted)，实为 \(found.joined(separator: "、"))",
        "\(expected.rule) should be \(wanted), is \(found.joined(separator: ", "))")
    case .unwanted(let rule, let window):
      return Bilingual("不应有 \(rule)，却有 \(window)", "\(rule) should not be owed, is \(window)")
    }
  }
}
