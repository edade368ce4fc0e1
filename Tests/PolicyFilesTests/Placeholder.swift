import Testing

@Test func placeholderPolicyFiles() { #expect(Bool(true)) }
