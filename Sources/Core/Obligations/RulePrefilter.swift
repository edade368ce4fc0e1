/// What a customer must ever have been or had for a rule to be worth a look. Most rules of a large
/// policy are left out by a few masks, before any is asked.
///
/// What it lets through may still owe nothing.
struct RulePrefilter: Sendable {
  /// One of these events; empty where something else starts the rule.
  private let starts: TermSet<EventKind>
  private let needsSteps: Bool
  private let needsBirthdays: Bool
  /// Others count from it, also where it does not apply.
  private let isForAll: Bool
  private let audience: Audience

  init(_ ready: ReadyRule) {
    let schedule = ready.rule.schedule
    starts = schedule.trigger?.kinds ?? []
    needsSteps = ready.needsSteps
    needsBirthdays = if case .occasion(.birthdays, _, _) = schedule { true } else { false }
    isForAll = ready.isFollowed
    audience = ready.rule.audience
  }

  func admits(_ dossier: Dossier) -> Bool {
    if !starts.isEmpty, starts.isDisjoint(with: dossier.kinds) { return false }
    if needsSteps, dossier.steps.isEmpty { return false }
    if needsBirthdays, dossier.birthdays.isEmpty { return false }
    return isForAll || audience.mayDescribe(dossier.past)
  }
}

/// Everything that a customer has been or had on some day on which something could be owed.
struct Past: Sendable {
  var source: Source?
  var grades: TermSet<Grade> = []
  var stages: TermSet<Stage> = []
  var tags: TermSet<Tag> = []
  var events: TermSet<EventKind> = []

  init(_ timeline: Timeline) {
    for span in timeline.spans where !span.state.isStopped {
      source = span.state.source
      if let grade = span.state.grade { grades.insert(grade) }
      stages.insert(span.state.stage)
      tags.formUnion(span.state.tags)
      events.formUnion(span.state.events)
    }
  }
}

extension Audience {
  /// Whether it can have described a customer with that past on any day.
  fileprivate func mayDescribe(_ past: Past) -> Bool {
    sources.admits(past.source) && (grades.isEmpty || !grades.isDisjoint(with: past.grades))
      && (stages.isEmpty || !stages.isDisjoint(with: past.stages))
      && (anyTag.isEmpty || !anyTag.isDisjoint(with: past.tags))
      && past.events.isSuperset(of: has)
  }
}
