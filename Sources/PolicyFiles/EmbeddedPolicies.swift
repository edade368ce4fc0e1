import CEmbed

/// The files of `rules/` in the binary.
enum EmbeddedPolicies {
  /// Every embedded file: its path in `rules/` and its bytes.
  static var files: [(path: String, bytes: UnsafeBufferPointer<UInt8>)] {
    (0..<cembed_rules_count()).compactMap { index in
      let file = cembed_rules(index)
      guard let name = file.name else { return nil }
      return (String(cString: name), UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
  }

  /// The policies, in the order in which they are listed: `qnc`.
  static var names: [String] {
    files.compactMap { file in
      guard file.path.hasSuffix(".yaml"), !file.path.contains("/") else { return nil }
      return String(file.path.dropLast(5))
    }
  }

  /// The text of the policy of that name, or of the one whose clauses begin with those letters:
  /// `ch` is `charter`, as its clauses are `ch-2`, `ch-10` ….
  static func text(_ name: String) -> String? {
    text(ofFile: name) ?? names.lazy.compactMap(text(ofFile:)).first { $0.contains("id: \(name)-") }
  }

  private static func text(ofFile name: String) -> String? {
    files.first { $0.path == name + ".yaml" }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// How diagnostics name an embedded file, so that it is never taken for one of the office.
  static func label(_ name: String) -> String { "embedded/\(name).yaml" }
}
