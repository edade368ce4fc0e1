import Testing

@Test func placeholderRevisit() { #expect(Bool(true)) }
