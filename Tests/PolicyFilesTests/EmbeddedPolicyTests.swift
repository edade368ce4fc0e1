import Core
import PolicyFiles
import Testing

@Suite struct EmbeddedPolicyTests {
  @Test(arguments: PolicyFile.embeddedNames)
  func everyEmbeddedPolicyLoads(_ name: String) throws {
    let loaded = try #require(PolicyFile.load(named: name)).get()
    #expect(loaded.policy.name == name)
    #expect(!loaded.policy.rules.isEmpty)
  }
}
