extension Vocabulary {
  /// The words of events and tags that policies declare (自定义事件、标签).
  package init(events: TermSet<EventKind> = [], tags: TermSet<Tag> = []) {
    self.init()
    self.events = events
    self.tags = tags
  }

  /// The declared kinds of events.
  package var events: TermSet<EventKind> {
    get { self[EventKind.self] }
    set { self[EventKind.self] = newValue }
  }

  /// The declared tags.
  package var tags: TermSet<Tag> {
    get { self[Tag.self] }
    set { self[Tag.self] = newValue }
  }
}
