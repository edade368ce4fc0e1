import Core
private import FoundationEssentials

/// The form in which an adopted policy is stored: JSON of the value, keys in order.
enum PolicyForm {
  static func encode(_ policy: Policy) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(policy))
  }

  /// Nil where the bytes are no policy.
  static func decode(_ bytes: [UInt8]) -> Policy? {
    try? JSONDecoder().decode(Policy.self, from: Data(bytes))
  }
}
