extension Vocabulary {
  /// The declared kinds of events (自定义事件).
  package var events: TermSet<EventKind> { self[EventKind.self] }

  /// The declared tags (自定义标签).
  package var tags: TermSet<Tag> { self[Tag.self] }
}

extension Vocabulary {
  /// The declared kinds of milestones (自定义节点).
  package var milestones: TermSet<MilestoneKind> { self[MilestoneKind.self] }

  /// The declared festivals (自定义节日).
  package var festivals: TermSet<Festival> { self[Festival.self] }
}

extension Vocabulary {
  /// The declared roles (自定义岗位).
  package var roles: TermSet<Role> { self[Role.self] }
}
