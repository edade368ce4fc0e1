package import Values

/// Where something stands in a policy file. Lines and columns count from 1, columns in characters.
package struct Place: Hashable, Sendable {
  package var file: String
  package var line: Int
  package var column: Int
  /// Characters that are meant, at least 1.
  package var length: Int

  package init(file: String, line: Int, column: Int, length: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
    self.length = length
  }
}

/// One problem of a policy file: what, where, and the line it stands on. Words are made of it by
/// `PolicyMessages`.
package struct Diagnostic: Hashable, Sendable {
  package let problem: Problem
  package let place: Place
  /// The line of the file, without its end; empty where there is none.
  package var excerpt: String

  package init(_ problem: Problem, at place: Place, excerpt: String = "") {
    self.problem = problem
    self.place = place
    self.excerpt = excerpt
  }

  /// Stable: `P104`.
  package var code: String { problem.code.rawValue }
}

/// Everything that is wrong with a policy, in the order of files and lines. Never empty.
package struct PolicyProblems: Error, Hashable, Sendable {
  package let diagnostics: [Diagnostic]
}

/// What can be wrong with a policy file. The facts; the words are in `PolicyMessages`.
package enum Problem: Hashable, Sendable {
  case file(FileProblem)
  case value(ValueProblem)
  case key(KeyProblem)
  case reference(ReferenceProblem)
  case remark(Remark)

  package var code: ProblemCode {
    switch self {
    case .file(let problem): problem.code
    case .value(let problem): problem.code
    case .key(let problem): problem.code
    case .reference(let problem): problem.code
    case .remark(let remark): remark.code
    }
  }
}

/// The whole file cannot be read.
package enum FileProblem: Hashable, Sendable {
  /// Not YAML; the parser's own words.
  case syntax(String)
  case tooLarge(limit: Int)
  /// Not UTF-8.
  case encoding
  case tooDeep
  /// An anchor `&name` or alias `*name` of YAML.
  case anchor
  /// `extends` names nothing that can be read.
  case baseMissing(String, nearest: String?)
  /// `extends` leads back to itself.
  case baseCycle([String])
}

/// A value does not say what its key needs.
package enum ValueProblem: Hashable, Sendable {
  case wrongShape(key: String, wanted: Shape, found: Shape)
  /// What can be wrong with such a value wherever it is written.
  case fault(key: String, ValueFault)
  case interval(String)
  /// A distance such as `1m-3d`.
  case offset(key: String, text: String)
  /// Not a number of clock hours up to a day.
  case hoursAlone(key: String, text: String)
  /// Not a day that comes every year.
  case notYearly(key: String, text: String)
  case notABoolean(key: String, text: String)
  case blank(key: String)
  case opensAfterDue(opens: String, due: String)
  case emptySet(key: String)
  /// An audience that no customer can be in: the two keys ask for and exclude the same.
  case neverHolds(wanted: String, excluded: String, term: String)
  /// In `events` or `tags`: the word means something already.
  case builtInWord(String, means: String)
  /// In `events` or `tags`: too long, or with a character that no word has.
  case wordForm(String, longest: Int)
  /// What lists call a rule is longer than they have room for.
  case longName(key: String, String, most: Int)
  case declaredTwice(String, firstLine: Int)
  /// The words that are declared, here and by what the office adopted before, have no room.
  case tooManyWords(key: String, most: Int)
  /// An audience whose stages its own events rule out.
  case neverInStage(String)
  /// A rule that counts from an event which its audience must not have.
  case neverStarts(rule: String, event: String)
  /// A rule that counts from an event which ends it.
  case endsAtOnce(rule: String, event: String)
  /// A cadence that ends before its first slot.
  case noSlot(rule: String, ends: String)
  /// A rule that counts from a loss or a cancellation, which end everything.
  case neverOwed(rule: String, event: String)
  /// `has` names a loss or a cancellation, after which nobody has it.
  case neverHas(String)
}

/// How a node of YAML is written.
package enum Shape: Hashable, Sendable {
  case text, list, map
}

/// A key is missing, superfluous or in the wrong place.
package enum KeyProblem: Hashable, Sendable {
  case unknown(String, nearest: String?)
  case duplicate(String, firstLine: Int)
  case missing(String, of: String)
  case noSchedule(rule: String)
  case twoSchedules(rule: String, [String])
  /// A key that means nothing beside this schedule.
  case misplaced(String, beside: String)
  /// `off`, `change` and `like` need `extends`.
  case needsBase(String)
  /// Without a line the id is one of the base.
  case duplicateID(String, firstLine: Int?)
  /// Entries of that kind would settle the duty of that id too, and nobody could say which is meant.
  case sharedEntry(String, with: String)
}

/// A name leads nowhere.
package enum ReferenceProblem: Hashable, Sendable {
  case unknownRule(String, nearest: String?)
  case cycle([String])
  case unknownAudience(String, nearest: String?)
  /// The rule was switched off by `off`, and that rule still needs it.
  case switchedOff(String, neededBy: String)
  /// In `off`, `change` or `like`: the base has no such rule, segment or clause.
  case unknownInBase(String, nearest: String?)
  case replacedTwice(String, by: String)
  case unknownParameter(String, nearest: String?)
  /// A blank of the source policy that the office must fill.
  case parameterUnset(String, clause: String, suggested: String?)
  case unknownTemplate(String, nearest: String?)
  /// In the text of a template.
  case unknownPlaceholder(String, nearest: String?)
}

/// Something that may be meant so, and still deserves a word: a policy with remarks is valid.
package enum Remark: Hashable, Sendable {
  /// Odd ISO weeks 53 and 1 follow one another.
  case oddWeeksMeet
  /// Policies side by side whose call windows have no hour in common.
  case windowsNeverMeet([String])
  /// The rule of that id is due on the day of its trigger, and asks to move before a day off.
  case swallowed(String)
  /// The survey of that id asks more questions than that clause wants.
  case longSurvey(String, questions: Int, most: Int, clause: String)
  /// Everybody the rule is for belongs to a segment that it does not apply to.
  case suppressedForAll(rule: String, segment: String)
  /// Everybody the rule is for has that event behind them already.
  case untilRequired(rule: String, event: String)
  /// Calls of the rule are asked for at hours that no call window has.
  case outsideCallWindows(rule: String, hours: String)
  /// The window of the rule is one day.
  case nothingToSpread(rule: String)
}
