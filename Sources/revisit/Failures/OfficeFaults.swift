import Core

/// Why what was named was not found, or not found alone.
enum LookupFault: Hashable, Sendable {
  case noCustomer(String, nearest: String?)
  /// `candidates` are lines such as `C000142 王小明 138****8000`; `more` of them are left out.
  case manyCustomers(String, candidates: [String], more: Int)
  /// Digits name a row, but the user has seen no list.
  case noList(String)
  /// The list that the user saw last was made for another day.
  case oldList(String, day: String)
  case noRow(String, of: Int)
  case noStaff(String, place: String, nearest: String?)
  /// The one who is said to work is no member of staff.
  case noUser(String, place: String, nearest: String?)
  case manyStaff(String, place: String, candidates: [String])
  case noFact(String)
  case noRule(String, nearest: String?)
  case noPolicy(String, nearest: String?)
  case noMilestone(String)
  case noCase(String)
  case noDuty(String, nearest: String?)
  case noEntry(String)
  /// No kind of entry that the policy or the ledger knows, which are these.
  case noEntryKind(String, nearest: String?, [String])
  case noMessage(String)
  case noBatch(String)
  /// The line of a file names no text of those that are reported.
  case notInBatch(String, place: String)
  case noTemplate(String, nearest: String?)
}

/// Why something that was understood is not recorded.
enum RefusalFault: Hashable, Sendable {
  /// The phone belongs to that customer, as `C000001 王芳`.
  case phoneTaken(String, by: String)
  /// `at`: the option that named it.
  case noSuchPhone(String, of: String, at: String = "--drop-phone")
  case noSuchTag(Bilingual, of: String)
  case staffExists(String)
  case loginTaken(String)
  /// A member who has left is given nothing more.
  case hasLeft(String, place: String)
  /// A member who leaves still has so many customers.
  case holdsCustomers(String, Int)
  /// Who hands customers over is to get them.
  case takesOwn(String, place: String)
  /// Who is to see the handing over takes part in it, or is no manager.
  case noWitness(String)
  case nothingToTransfer(String)
  case merged(String, into: String)
  case mergeWithItself(String)
  case linkWithItself(String)
  /// A conversation is said to be about a case of another customer.
  case caseOfAnother(String, String)
  case familyFull(String)
  case wordTaken(String)
  /// No holiday begins in so many days after that one.
  case noHoliday(String, days: Int)
  case alreadyVoided(String)
  /// The one who works has no step to take back; the newest of others, as `log … 王芳`, and whose it is.
  case nothingToUndo(others: String?)
  /// The step that was to be taken back, where it is told, and the one in its way.
  case undoBlocked(String?, by: String, Bilingual)
  case tokenReused(String, by: String)
  /// The policy in force wants that field in the record of a reached contact.
  case recordLacks(option: String, Bilingual, policy: String)
  case mandatoryRule(String, article: String)
  /// Nothing of that rule is open; when it will be, if it will.
  case nothingToSkip(String, next: String?)
  /// What a list asks for and nothing excuses.
  case notSkippable([Bilingual])
  /// Nothing is open, in time and due by that day; what is late, where anything is.
  case nothingToPostpone(to: String, late: Bilingual?)
  /// A plan for a day more than a year ahead.
  case farAhead(String, option: String)
  case noReign(String)
  /// The policy has neither rules nor duties nor templates.
  case emptyPolicy(String)
  /// The outcome cannot come of that channel.
  case outcome(Bilingual, by: Bilingual)
  /// A day was given with a message that was only sent.
  case agreedByMessage
  /// None of the surveys of that policy can be the one meant.
  case noSurvey(String, [String])
  /// The duty is counted from what happens with customers.
  case countedDuty(String, Bilingual)
  /// Each member of that role owes the duty; whose it is was not said, or is of another role.
  case whoseDuty(String, role: Bilingual)
  case notClosable(String)
  case casesFail(file: String, failed: Int, of: Int)
  case messageSent(String)
  case messageHandedOut(String)
  /// The gateway's failure comes after the text was recorded as sent.
  case failedAfterSent(String)
  /// The reports of those weeks, which are over, would change.
  case rewritesPast([String], place: String)
  /// The month takes no more records.
  case monthClosed(String)
  /// The month has days to come, so it cannot be closed.
  case monthNotOver(String)
  case monthNotClosed(String)
  case rowsRefused(file: String, refused: Int, rows: Int, encoding: String)
}

/// Why a text cannot go out as it is.
enum TextFault: Hashable, Sendable {
  case unfilled(UnfilledText)
  case openPlaceholder(String)
  case badFrame(FrameProblem)
  case notApproved(String)
  /// The rule has no message.
  case noMessage(rule: String)
  /// A value for any text would be told in several.
  case severalTexts(Placeholder, templates: [String])
  /// A value would answer the cases of several customers.
  case severalCases(Placeholder, customers: [String])
}

/// A text that lacks something, and the customers that lack it.
struct UnfilledText: Hashable, Sendable {
  let template: String
  let placeholders: [Placeholder]
  /// `C000001 王芳`, the first of them.
  let customer: String
  var count = 1
}
