package import Core

/// A policy that was read, with the text it was read from.
package struct LoadedPolicy: Hashable, Sendable {
  package let policy: Policy
  /// The whole text: the file itself, then each file it extends or includes under a comment line that names
  /// it. It is what adoption keeps for people to read; `policy` is complete without it and
  /// without the files.
  package let source: String
  /// What may be meant so, and deserves a word.
  package let remarks: [Diagnostic]
}

/// What is given to a policy beside what its file says.
package struct Filling: Hashable, Sendable {
  /// What is filled into its blanks, by the names of parameters.
  package var values: [String: String]
  /// Take what we suggest for what is still blank: to look at a policy, never to adopt it.
  package var takesSuggestions: Bool
  /// The words that others have declared before, whose numbers it takes over.
  package var vocabulary: Vocabulary

  package init(
    _ values: [String: String] = [:], takesSuggestions: Bool = false,
    vocabulary: Vocabulary = Vocabulary()
  ) {
    self.values = values
    self.takesSuggestions = takesSuggestions
    self.vocabulary = vocabulary
  }
}

/// Policies as files: reading and checking them.
///
/// Reading is pure but for `open`, which gets the name that `extends` wrote and gives the file's
/// name and text. An embedded policy's name always means the embedded one.
package enum PolicyFile {
  /// The policies in the binary: `qnc` first.
  package static var embeddedNames: [String] { EmbeddedPolicies.names }

  /// An embedded policy; `nil` if there is none of that name.
  package static func load(
    named name: String, _ filling: Filling = Filling()
  ) -> Result<LoadedPolicy, PolicyProblems>? {
    EmbeddedPolicies.text(name).map {
      read(text: $0, file: EmbeddedPolicies.label(name), filling)
    }
  }

  /// Checks a policy and tells everything that is wrong with it. `file` is how diagnostics name
  /// it; without `policy:` in the text its stem is the policy's name.
  package static func read(
    text: String, file: String, _ filling: Filling = Filling(),
    open: @escaping (String) -> (file: String, text: String)? = { _ in nil }
  ) -> Result<LoadedPolicy, PolicyProblems> {
    var documents = DocumentReader { name in
      EmbeddedPolicies.text(name).map { (EmbeddedPolicies.label(name), $0) } ?? open(name)
    }
    let document = documents.document(SourceText(text, file: file))
    if documents.isIncomplete {
      return .failure(ordered(documents.problems, in: documents.sources))
    }
    var reader = Reader(document, filling)
    let policy = reader.policy(named: stem(file))
    let problems = documents.problems + reader.problems
    guard problems.isEmpty else { return .failure(ordered(problems, in: documents.sources)) }
    let remarks = ordered(reader.warnings, in: documents.sources).diagnostics
    return .success(
      LoadedPolicy(policy: policy, source: joined(documents.sources), remarks: remarks))
  }

  private static func stem(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  private static func joined(_ sources: [SourceText]) -> String {
    let texts = sources.dropFirst().map { "\n# ==== extends: \($0.file) ====\n\($0.text)" }
    return (sources.first?.text ?? "") + texts.joined()
  }

  /// In the order of the files and within them by place; each with the line it stands on.
  private static func ordered(
    _ problems: [Diagnostic], in sources: [SourceText]
  ) -> PolicyProblems {
    let rank = Dictionary(
      sources.enumerated().map { ($1.file, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<Diagnostic> = []
    let diagnostics = problems.map { problem in
      let source = sources.first { $0.file == problem.place.file }
      let line = source?.excerpt(problem.place.line) ?? ""
      return Diagnostic(problem.problem, at: problem.place, excerpt: line)
    }
    .filter { seen.insert($0).inserted }
    .sorted { a, b in
      let (at, bt) = (rank[a.place.file] ?? 0, rank[b.place.file] ?? 0)
      return (at, a.place.line, a.place.column) < (bt, b.place.line, b.place.column)
    }
    return PolicyProblems(diagnostics: diagnostics)
  }
}
