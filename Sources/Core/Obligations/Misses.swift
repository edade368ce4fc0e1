/// The day after something was missed, from which the rules count that wait for a miss of it.
struct Miss {
  let rule: Int
  let anchor: Anchor
  /// The day on which it was made up for.
  let madeUp: Day?

  /// Of several that one day follows, the one that is made up for last counts.
  fileprivate func outlasts(_ other: Miss) -> Bool {
    (madeUp ?? .last, anchor.origin.day) > (other.madeUp ?? .last, other.anchor.origin.day)
  }
}

extension [Miss] {
  /// Of each day and case one, by day.
  var anchors: [Anchor] {
    reduce(into: [Miss]()) { kept, miss in
      let same = kept.firstIndex {
        $0.anchor.day == miss.anchor.day && $0.anchor.caseNumber == miss.anchor.caseNumber
      }
      guard let same else { return kept.append(miss) }
      if miss.outlasts(kept[same]) { kept[same] = miss }
    }.map(\.anchor).sorted { $0.day < $1.day }
  }
}

extension Anchor {
  /// The day on which the miss that it counts from was made up for.
  fileprivate var madeUp: Day? {
    if case .madeUp = closes?.cause { closes?.day } else { nil }
  }
}

extension Dossier {
  /// What the rules that wait for a miss count from: the day after its due day, until it is made up
  /// for; nil where it was done, excused or void by its due day, or is not yet past it.
  func missed(_ ready: ReadyRule, _ window: Window, _ verdict: Verdict) -> Miss? {
    let due = window.due.day
    guard due < now.day else { return nil }
    let later: Action?
    switch verdict {
    case .superseded, .held: return nil
    case .done(let action, _), .skipped(let action):
      guard due < action.day else { return nil }
      later = action
    case .open:
      if let leaves = window.leaves, leaves.day <= due { return nil }
      later = ready.isCadence ? successor(of: window, ready) : nil
    }
    var anchor = window.anchor.missed(on: due + 1)
    let end = later.map { Ending(day: $0.day, cause: .madeUp($0.fact)) }
    let madeUp = [anchor.madeUp, end?.day].compactMap { $0 }.min()
    anchor.closes = .earliest(anchor.closes, end)
    return Miss(rule: ready.index, anchor: anchor, madeUp: madeUp)
  }

  /// What came after a slot that nothing settled, for a newer one.
  private func successor(of window: Window, _ ready: ReadyRule) -> Action? {
    actions.first { action in
      action.day > window.due.day
        && (action.skips(ready)
          || settles(action, ready, window.key, since: window.anchor))
    }
  }
}
