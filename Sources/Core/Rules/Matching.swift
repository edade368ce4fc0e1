extension Audience {
  /// Whether a customer of that description belongs to it.
  package func describes(_ state: Snapshot) -> Bool {
    // What is soonest asked, and soonest denied, first.
    state.events.isSuperset(of: has) && hasNot.isDisjoint(with: state.events)
      && noTag.isDisjoint(with: state.tags)
      && (anyTag.isEmpty || !anyTag.isDisjoint(with: state.tags))
      && (stages.isEmpty || stages.contains(state.stage))
      && sources.admits(state.source) && grades.admits(state.grade)
  }
}

extension TermSet {
  /// An empty set asks nothing; another asks for one of its elements.
  func admits(_ element: Element?) -> Bool {
    isEmpty || (element.map(contains) ?? false)
  }
}

extension Channels {
  /// The channels that satisfy it: those named and the stronger ones. Aversion turns phone to SMS.
  package func satisfying(averse: Bool) -> TermSet<Channel> {
    let wanted = wanted(averse: averse).elements
    return TermSet(
      Channel.allCases.filter { channel in
        wanted.isEmpty ? channel != .letter : wanted.contains { channel.serves(as: $0) }
      })
  }

  /// The channels asked for: phone becomes SMS for a customer who dislikes calls.
  package func wanted(averse: Bool) -> TermSet<Channel> {
    guard averse, allowed.contains(.phone) else { return allowed }
    var allowed = allowed
    allowed.remove(.phone)
    allowed.insert(.sms)
    return allowed
  }

  /// The same with the one that is asked for in front; none where any channel does.
  package func wantedInOrder(averse: Bool) -> [Channel] {
    let all = wanted(averse: averse)
    guard first != nil, case let asked = asked(averse: averse), all.contains(asked) else {
      return all.elements
    }
    return [asked] + all.elements.filter { $0 != asked }
  }

  /// The one channel to ask for: the one that the rule names first, else the weakest that does; a call
  /// where any does.
  package func asked(averse: Bool) -> Channel {
    if let first { return averse && first == .phone ? .sms : first }
    let wanted = wanted(averse: averse).elements
    let weakest = wanted.min { ($0.strength ?? 0, $0.rawValue) < ($1.strength ?? 0, $1.rawValue) }
    return weakest ?? (averse ? .sms : .phone)
  }
}

extension Channel {
  /// Whether a contact by this channel does for one by `other`: itself or something weaker.
  package func serves(as other: Channel) -> Bool {
    if self == other { return true }
    guard let strength, let needed = other.strength else { return false }
    return strength > needed
  }
}
