import Core

/// What `policy check` proves of the classes of customers, in few words: those to whom nothing will ever
/// be owed, those of one kind together.
struct ClassWords {
  private let coverage: ClassCoverage
  private let vocabulary: Vocabulary

  init(_ coverage: ClassCoverage, _ vocabulary: Vocabulary) {
    self.coverage = coverage
    self.vocabulary = vocabulary
  }

  /// How many classes there are and have something, then those that have not.
  var lines: [Bilingual] {
    let (all, none) = (coverage.kinds.count, coverage.without.count)
    let total = Bilingual(
      "客户类别（来源、级别、阶段、标签）\(all) 种，有要做的 \(all - none) 种",
      "\(all) classes of customers (source, grade, stage, tag), something is owed to \(all - none)")
    guard none > 0 else { return [total] }
    let names = self.names.joined(separator: Bilingual("、", ", "))
    return [
      total,
      Bilingual(
        "什么都不会要求的：\(names.zh)；这些客户会在“无安排”里",
        "nothing is ever owed to: \(names.en); such customers stand among those without a plan"),
    ]
  }

  /// With a tag only where it is the tag that makes the difference.
  private var names: [Bilingual] {
    let without = Set(coverage.without)
    var names: [Bilingual] = []
    for (stage, tag) in groups {
      let members = coverage.without.filter { kind in
        kind.stage == stage && kind.tag == tag
          && (tag == nil || !without.contains(kind.withoutTag))
      }
      if !members.isEmpty { names.append(name(members, stage, tag)) }
    }
    return names
  }

  /// In the order of the stages, without a tag first.
  private var groups: [(Stage, Tag?)] {
    var groups: [(Stage, Tag?)] = []
    for kind in coverage.kinds where !groups.contains(where: { $0 == (kind.stage, kind.tag) }) {
      groups.append((kind.stage, kind.tag))
    }
    return groups
  }

  private func name(_ members: [ClassCoverage.Kind], _ stage: Stage, _ tag: Tag?) -> Bilingual {
    let isWhole = members.count == Source.allCases.count * (Grade.allCases.count + 1)
    let word = tag.map { $0.word(in: vocabulary).bilingual }
    var parts: [Bilingual] = []
    if isWhole {
      parts = [Bilingual("全部", "all")]
    } else {
      for source in Source.allCases {
        let grades = members.filter { $0.source == source }.map(\.grade)
        if grades.isEmpty { continue }
        let isAny = grades.count == Grade.allCases.count + 1
        let shown = grades.map { $0?.name ?? "" }
        let zh = isAny ? "" : shown.map { $0.isEmpty ? "未定级" : $0 }.joined(separator: "/")
        let en =
          isAny ? "" : " " + shown.map { $0.isEmpty ? "ungraded" : $0 }.joined(separator: "/")
        parts.append(Bilingual(source.chinese + zh, source.english + en))
      }
    }
    let inside = parts.joined(separator: Bilingual("，", ", "))
    return Bilingual(
      "\(stage.chinese)\(word.map { "且\($0.zh)" } ?? "")（\(inside.zh)）",
      "\(stage.english)\(word.map { " with \($0.en)" } ?? "") (\(inside.en))")
  }
}

extension ClassCoverage.Kind {
  fileprivate var withoutTag: ClassCoverage.Kind {
    ClassCoverage.Kind(source: source, grade: grade, stage: stage, tag: nil)
  }
}
