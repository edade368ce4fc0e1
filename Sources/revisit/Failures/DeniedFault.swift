/// Why the one who works may not do what they ask for.
enum DeniedFault: Hashable, Sendable {
  /// Nobody of the staff has the login; these can give it to a member.
  case unknownLogin(String, ask: [String])
  /// That option or variable is not for whoever comes through sudo.
  case notThroughSudo(String)
  /// A manager or an administrator does it: these.
  case reserved(ReservedDeed, for: [String])
  /// The customer, as `C000002 张丽 138****0002`, is a colleague's.
  case ofColleague(String, of: String)
  /// Texts that the one who would approve them drafted, by their numbers.
  case ownDraft(String)
}

/// What a manager or an administrator does, and nobody else.
enum ReservedDeed: Hashable, Sendable {
  case adoptPolicy, changeStaff, liftDoNotContact, approveTexts, importCustomers, transfer
  case closeMonth, inspect
}
