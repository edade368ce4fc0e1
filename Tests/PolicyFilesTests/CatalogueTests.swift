import Core
import PolicyFiles
import Testing

/// Every problem that a policy file can have, with the exact words for it.
@Suite struct CatalogueTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let code: String
    let text: String
    let says: [String]

    init(_ code: String, _ text: String, _ says: String...) {
      self.code = code
      self.text = text
      self.says = says
    }

    var testDescription: String { code }
  }

  @Test(arguments: cases)
  func saysExactly(_ example: Case) {
    let said = headlines(example.text)
    #expect(said == example.says)
    #expect(said.contains { $0.contains(example.code) })
  }

  @Test func everyCodeHasACase() {
    // P007 needs bytes on disk, and has a test of its own.
    #expect(Set(CatalogueTests.cases.map(\.code) + ["P007"]) == Set(PolicyMessages.codes))
  }

  static let cases =
    fileCases + valueCases + keyCases + nameCases + ownCases
    + SenseCatalogue.cases.map { Case($0.code, $0.text, $0.zh) }

  /// A policy with one rule of these keys.
  static func rule(_ keys: String) -> String {
    let lines = keys.split(separator: "\n").map { "    \($0)" }
    return "rules:\n  - id: r1\n" + lines.joined(separator: "\n") + "\n"
  }
}

func headlines(_ text: String, _ language: Language = .zh) -> [String] {
  let result = PolicyFile.read(text: text, file: "me.yaml") { name in
    name == "me.yaml" ? ("me.yaml", text) : nil
  }
  let told =
    switch result {
    case .failure(let problems): problems.diagnostics
    case .success(let loaded): loaded.remarks
    }
  return told.map { PolicyMessages.headline($0, language) }
}
