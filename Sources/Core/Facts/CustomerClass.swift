/// The class of a customer (客户类别): how the customer came or how far they have come, the grade, and
/// the segments. It is derived from facts; rules are for classes, and lists show them.
package struct CustomerClass: Hashable, Sendable {
  /// How a prospect came, or how far a buyer has come.
  package let standing: Standing
  /// The quality of the lead; nil while it is not graded.
  package let grade: Grade?
  /// The segments that the customer belongs to.
  package let tags: TermSet<Tag>

  /// The class of a customer of that description.
  package init(_ state: Snapshot) {
    standing = Standing(state)
    grade = state.grade
    tags = state.tags
  }

  /// How a prospect came, or how far a buyer has come.
  package enum Standing: UInt8, ClosedTerm {
    case callIn = 1, visit, leadList, unknown, reserved, signed, delivered, lost

    package var word: Word {
      switch self {
      case .callIn: Word("call_in", "来电")
      case .visit: Word("visit", "来访", "到访")
      case .leadList: Word("lead_list", "客资")
      case .unknown: Word("unknown", "来源不明")
      case .reserved: Word("reserved", "认购", "已认购")
      case .signed: Word("signed", "签约", "已签约")
      case .delivered: Word("delivered", "交房", "已交房")
      case .lost: Word("lost", "流失")
      }
    }

    /// Whoever has visited is a visitor, however they came first.
    init(_ state: Snapshot) {
      switch state.stage {
      case .lost: self = .lost
      case .delivered: self = .delivered
      case .signed: self = .signed
      case .reserved: self = .reserved
      case .prospect where state.events.contains(.visit): self = .visit
      case .prospect where state.events.contains(.callIn): self = .callIn
      case .prospect: self = state.source.map(Standing.init) ?? .unknown
      }
    }

    private init(_ source: Source) {
      switch source {
      case .callIn: self = .callIn
      case .visit: self = .visit
      case .leadList: self = .leadList
      }
    }

    /// Whether the customer has neither bought nor left, so that the grade says how close they are.
    package var isProspect: Bool {
      switch self {
      case .callIn, .visit, .leadList, .unknown: true
      case .reserved, .signed, .delivered, .lost: false
      }
    }
  }
}

// MARK: - As it is written

extension CustomerClass {
  /// `来访A`, `来电`, `认购`: the standing, of a prospect with the grade.
  package var bilingual: Bilingual {
    let grade = standing.isProspect ? self.grade : nil
    return Bilingual(
      standing.chinese + (grade?.name ?? ""),
      standing.english + (grade.map { " \($0.name)" } ?? ""))
  }

  /// Stable in JSON: `visit_A`, `call_in`, `reserved`. The tags have a key of their own.
  package var name: String {
    let grade = standing.isProspect ? self.grade : nil
    return standing.name + (grade.map { "_\($0.name)" } ?? "")
  }
}

/// What is asked of a class: `来访A`, `来电`, `B`, `VIP`, `认购 重点`.
package struct ClassFilter: Hashable, Sendable {
  private var standing: CustomerClass.Standing?
  private var grade: Grade?
  /// Only those without a grade.
  private var isUngraded = false
  private var tags: TermSet<Tag> = []

  /// Whether the class has everything that is asked for.
  package func admits(_ found: CustomerClass) -> Bool {
    (standing.map { $0 == found.standing } ?? true) && (grade.map { $0 == found.grade } ?? true)
      && (!isUngraded || found.grade == nil) && found.tags.isSuperset(of: tags)
  }

  /// Words with spaces, commas or plus signs between them; nil where one is not understood.
  package init?(_ text: String, in vocabulary: Vocabulary) {
    let words = text.split { $0.isWhitespace || "，、,+＋".contains($0) }
    guard !words.isEmpty else { return nil }
    for word in words where !take(word, vocabulary) { return nil }
  }

  private mutating func take(_ word: Substring, _ vocabulary: Vocabulary) -> Bool {
    for standing in CustomerClass.Standing.allCases {
      let spellings = [standing.chinese, standing.name] + standing.word.aliases
      let begun = spellings.filter { word.lowercased().hasPrefix($0) }.max { $0.count < $1.count }
      guard let begun else { continue }
      let rest = word.dropFirst(begun.count).drop { $0 == "_" }
      guard rest.isEmpty || takeGrade(rest) else { continue }
      self.standing = standing
      return true
    }
    if takeGrade(word) { return true }
    guard let tag = Tag(word, in: vocabulary) else { return false }
    tags.insert(tag)
    return true
  }

  private mutating func takeGrade(_ word: Substring) -> Bool {
    if ["未定级", "ungraded"].contains(word) {
      isUngraded = true
      return true
    }
    guard let found = Grade(word) else { return false }
    grade = found
    return true
  }
}
