import Core

/// One question on which the two opinions differ.
struct Disagreement {
  let policies: [String]
  var story: Story
  let now: Moment
  let horizon: Day

  struct Opinions: Equatable {
    var engine: [String]
    var oracle: [String]
    var agree: Bool { engine == oracle }
  }

  static func opinions(_ story: Story, _ now: Moment, _ horizon: Day) -> [(String, Opinions)] {
    let oracle = Oracle.opinion(story, now: now, horizon: horizon)
    let engine = EngineView.lines(story, now: now, horizon: horizon)
    let list = EngineView.list(story, now: now)
    let week = EngineView.week(story, now: now)
    return [
      ("obligations", Opinions(engine: engine, oracle: oracle.obligations)),
      ("list", Opinions(engine: list, oracle: oracle.list)),
      // Both are the engine's: the first of few days, the second of all, as the oracle has them too.
      ("week", Opinions(engine: week.pass, oracle: week.everything)),
    ]
  }

  static func differs(_ story: Story, _ now: Moment, _ horizon: Day) -> Bool {
    opinions(story, now, horizon).contains { !$0.1.agree }
  }

  /// Drops facts, milestones and adoptions one by one while the opinions still differ.
  func shrunk() -> Disagreement {
    var small = self
    var shrinks = true
    while shrinks {
      shrinks = false
      for candidate in small.smaller()
      where Disagreement.differs(candidate, now, horizon) {
        small.story = candidate
        shrinks = true
        break
      }
    }
    return small
  }

  private func smaller() -> [Story] {
    var candidates: [Story] = []
    for index in story.facts.indices {
      var candidate = story
      candidate.facts.remove(at: index)
      if !candidate.facts.isEmpty { candidates.append(candidate) }
    }
    for index in story.facts.indices where story.facts[index].time != nil {
      var candidate = story
      let fact = story.facts[index]
      candidate.facts[index] = Fact(id: fact.id, day: fact.day, fact.body)
      candidates.append(candidate)
    }
    for index in story.milestones.indices {
      var candidate = story
      candidate.milestones.remove(at: index)
      candidates.append(candidate)
    }
    if !story.calendar.company.isEmpty || !story.calendar.publishedYears.isEmpty {
      var candidate = story
      candidate.calendar = .weekdays
      candidates.append(candidate)
    }
    for index in story.reigns.indices where story.reigns.count > 1 {
      var candidate = story
      candidate.reigns.remove(at: index)
      candidates.append(candidate)
    }
    return candidates
  }

  /// The story as commands, then both answers where they differ.
  func report(seed: UInt64) -> String {
    var lines = ["seed \(seed): the engine and the second opinion differ"]
    lines += Script.commands(self)
    for (name, opinions) in Disagreement.opinions(story, now, horizon) where !opinions.agree {
      lines.append("# \(name) at \(now), ahead to \(horizon)")
      for line in opinions.engine where !opinions.oracle.contains(line) {
        lines.append("  engine: \(line)")
      }
      for line in opinions.oracle where !opinions.engine.contains(line) {
        lines.append("  oracle: \(line)")
      }
      let both = opinions.engine.filter(opinions.oracle.contains)
      if !both.isEmpty { lines.append("  both:   " + both.joined(separator: "; ")) }
    }
    return lines.joined(separator: "\n")
  }
}
