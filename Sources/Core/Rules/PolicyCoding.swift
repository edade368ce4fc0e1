/// How an adopted policy is kept as bytes. The form is described with the keys of the policy
/// language (PolicyFiles) and kept by Store, neither of which knows the other: whoever opens an
/// office hands it over.
package struct PolicyCoding: Sendable {
  /// What comes of the bytes of an adopted policy.
  package enum Decoded: Hashable, Sendable {
    case policy(Policy)
    /// A newer program wrote it, in that version of the form.
    case newer(version: Int)
    case damaged

    /// Nil where the bytes say no policy that this program knows.
    package var policy: Policy? {
      if case .policy(let policy) = self { policy } else { nil }
    }
  }

  /// The bytes of a policy.
  package let encode: @Sendable (Policy) -> [UInt8]
  /// The words that the policy declares get their numbers from the vocabulary, which is extended by
  /// those that it lacks.
  package let decode: @Sendable ([UInt8], inout Vocabulary) -> Decoded

  package init(
    encode: @escaping @Sendable (Policy) -> [UInt8],
    decode: @escaping @Sendable ([UInt8], inout Vocabulary) -> Decoded
  ) {
    self.encode = encode
    self.decode = decode
  }
}
