import Core
import Store
import Values

/// Which customers a list is asked for.
struct CustomerFilter: Sendable {
  private var grades: [Grade] = []
  private var stages: [Stage] = []
  private var tags: TermSet<Tag> = []
  private var kind: ClassFilter?
  private var layout: String?
  /// In yuan.
  private var budget: ClosedRange<Int>?
  /// Those who were reached on that day or after it are left out.
  private var silentSince: Day?
  /// What is asked for, for the list's heading.
  private(set) var words: [Bilingual] = []

  /// Whether nothing is asked for.
  var isEmpty: Bool { words.isEmpty }

  /// Whether customers who are lost can be among those asked for.
  var wantsLost: Bool { stages.contains(.lost) || kind != nil }

  /// Whether the customer is asked for.
  ///
  /// - Parameters:
  ///   - facts: all that has happened.
  ///   - profile: is read only where it is asked about.
  func admits(
    _ state: Snapshot, _ facts: some BidirectionalCollection<Fact>, profile: () throws -> Profile?
  ) rethrows -> Bool {
    guard grades.isEmpty || state.grade.map(grades.contains) == true,
      stages.isEmpty || stages.contains(state.stage), state.tags.isSuperset(of: tags),
      kind.map({ $0.admits(CustomerClass(state)) }) ?? true, isSilent(facts)
    else { return false }
    guard layout != nil || budget != nil else { return true }
    guard let profile = try profile() else { return false }
    if let layout, profile.layout.map({ foldedName($0).contains(layout) }) != true { return false }
    return budget.map { profile.budget?.overlaps($0) == true } ?? true
  }

  private func isSilent(_ facts: some BidirectionalCollection<Fact>) -> Bool {
    guard let silentSince else { return true }
    return !facts.reversed().prefix { $0.day >= silentSince }.contains { fact in
      guard case .contact(let contact) = fact.body else { return false }
      return contact.isConversation && contact.outcome == .reached
    }
  }
}

extension CustomerFilter {
  init(_ options: some ListsCustomers, _ office: Office) throws {
    let vocabulary =
      try options.tag ?? options.kind == nil ? Vocabulary() : office.store.vocabulary()
    if let grade = options.grade {
      grades = try readTerms(grade, at: "--grade")
      words.append(LookupMessages.ofGrade(grades.map(\.name).joined(separator: ",")))
    }
    if let stage = options.stage {
      stages = try readTerms(stage, at: "--stage")
      words.append(stages.map(\.bilingual).joined(separator: Bilingual("、", ", ")))
    }
    if let tag = options.tag {
      let found: [Tag] = try readTerms(tag, at: "--tag", in: vocabulary)
      tags = TermSet(found)
      words += found.map { $0.word(in: vocabulary).bilingual }
    }
    if let text = options.kind {
      kind = try CustomerFilter.kind(text, vocabulary)
      words.append(Bilingual(text, text))
    }
    if let text = options.layout {
      layout = foldedName(try readLine(text, at: "--layout"))
      words.append(LookupMessages.ofLayout(text))
    }
    if let text = options.budget {
      budget = try readAmount(text, .yuan, at: "--budget")
      words.append(LookupMessages.ofBudget(text))
    }
    if let text = options.noContactSince {
      let day = try office.session.day(text, at: "--no-contact-since")
      silentSince = day
      words.append(LookupMessages.silent(since: day))
    }
  }

  private static func kind(_ text: String, _ words: Vocabulary) throws(Failure) -> ClassFilter {
    if let filter = ClassFilter(text, in: words) { return filter }
    let known =
      CustomerClass.Standing.allCases.map(\.chinese) + Grade.allCases.map(\.name) + ["未定级"]
      + Tag.known(to: words).map { $0.word(in: words).chinese }
    throw Failure.value(
      "--class", .unknownWord(text, nearest: nearest(to: text, among: known), among: known))
  }
}
