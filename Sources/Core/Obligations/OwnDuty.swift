// The rules of the program's own that stand behind a policy's: what must be done though no clause says so.

/// What a rule of the program's own asks for.
enum OwnDuty: Sendable {
  /// A grade for whoever calls or visits, where it matters to these rules.
  case grades([ReadyRule])
  /// An answer to each case that none of those rules asks about: within so many days.
  case answers(urgent: Int, other: Int, unlessAskedBy: [ReadyRule])
  /// A payment on its day.
  case payment
  /// A payment that has not come, again and again.
  case paymentAgain
}

extension Policy {
  /// Its rules with those of the program's own that stand behind them.
  package var allRules: [Rule] { rules + [grading].compactMap { $0 } + [.answering, .payment] }

  /// The rules of the program's own, ready.
  ///
  /// - Parameter rules: the policy's, behind which they stand.
  func ownRules(
    reign: Int, _ terms: PolicyTerms, behind rules: [ReadyRule], _ staffing: Staffing
  ) -> [ReadyRule] {
    var own: [ReadyRule] = []
    func add(_ rule: Rule, _ duty: OwnDuty, isFollowed: Bool = false) {
      let index = rules.count + own.count
      own.append(
        ReadyRule(
          ref: .policy(reign: reign, rule: index), index: index, rule: rule, terms: terms,
          isFollowed: isFollowed, staffing: staffing, duty: duty))
    }
    let graded = rules.filter(\.isGraded)
    if let grading, !graded.isEmpty { add(grading, .grades(graded)) }
    add(
      .answering,
      .answers(
        urgent: number(.urgentCase), other: number(.otherCase),
        unlessAskedBy: rules.filter(\.asksAboutNewCases)))
    add(.payment, .payment, isFollowed: true)
    let payment = rules.count + own.count - 1
    add(.paymentAgain(after: payment, every: number(.paymentAgain)), .paymentAgain)
    return own
  }
}

extension Dossier {
  /// Runs what is of the program's own; false: it runs as any rule of a policy does.
  func runOwn(_ ready: ReadyRule, _ outcomes: inout Outcomes) -> Bool {
    switch ready.duty {
    case .grades: runGrading(ready, &outcomes)
    case .answers(let urgent, let other, let others):
      runAnswers(ready, within: (urgent, other), unlessAskedBy: others, &outcomes)
    case .payment: runPayments(ready, &outcomes)
    case .paymentAgain: runPaymentsAgain(ready, &outcomes)
    case nil: return false
    }
    return true
  }
}
