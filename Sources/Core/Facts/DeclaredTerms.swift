extension Vocabulary {
  /// The declared kinds of events (自定义事件).
  package var events: TermSet<EventKind> { self[EventKind.self] }

  /// The declared tags (自定义标签).
  package var tags: TermSet<Tag> { self[Tag.self] }
}
