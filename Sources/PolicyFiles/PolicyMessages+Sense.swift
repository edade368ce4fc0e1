import Core

// The words for rules that can never ask for anything, or never end as they say.

extension PolicyMessages {
  static func sense(_ problem: ValueProblem) -> Bilingual {
    switch problem {
    case .neverInStage(let stages):
      Bilingual(
        "没有客户能符合：stage \(stages) 与 has、has_not 矛盾，或只剩流失的客户",
        "no customer can match: has and has_not rule out stage \(stages), or leave the lost alone")
    case .neverStarts(let rule, let event):
      Bilingual(
        "规则 \(short(rule)) 从 \(event) 起算，而它的对象都没有 \(event)：永远不会要求；改 after 或 audience",
        "rule \(short(rule)) counts from \(event), which nobody of its audience can have: it never asks; "
          + "change after or audience")
    case .endsAtOnce(let rule, let event):
      Bilingual(
        "规则 \(short(rule)) 从 \(event) 起算，又止于 \(event)：一开始就结束；从 until 去掉",
        "rule \(short(rule)) counts from \(event) and ends with it: it ends at once; "
          + "take it out of until")
    case .noSlot(let rule, let ends):
      Bilingual(
        "规则 \(short(rule)) 在 ends \(ends) 之前一次也到不了；ends 要不小于 starts 加一个周期",
        "rule \(short(rule)) ends after \(ends), before its first slot; "
          + "ends must be at least starts and one interval")
    case .neverOwed(let rule, let event):
      Bilingual(
        "规则 \(short(rule)) 从 \(event) 起算，而 \(event) 之后什么都不再要求：永远不会要求；改 after",
        "rule \(short(rule)) counts from \(event), after which nothing is asked any more: it never asks; "
          + "change after")
    case .neverHas(let event):
      Bilingual(
        "没有客户能符合：\(event) 之后从头算起，has 里写 \(event) 谁也不符合；从 has 去掉",
        "no customer can match: after \(event) everything begins anew, so nobody has it; take it out of has"
      )
    case .wrongShape, .fault, .interval, .offset, .hoursAlone, .notYearly, .notABoolean, .blank,
      .opensAfterDue, .emptySet, .neverHolds, .builtInWord, .wordForm, .longName, .declaredTwice,
      .tooManyWords:
      prose(problem)
    }
  }

  /// What may be meant, and asks for nothing or for little.
  static func sense(_ remark: Remark) -> Bilingual {
    switch remark {
    case .suppressedForAll(let rule, let segment):
      Bilingual(
        "规则 \(short(rule)) 的对象全都属于 \(short(segment))，对他们不适用：永远不会要求",
        "everybody that rule \(short(rule)) is for belongs to \(short(segment)), which suppresses it: "
          + "it never asks")
    case .untilRequired(let rule, let event):
      Bilingual(
        "规则 \(short(rule)) 止于 \(event)，而它的对象都已有 \(event)；只有起因之后再发生一次才会结束",
        "rule \(short(rule)) ends with \(event), which all of its audience have already; "
          + "only another one after the start ends it")
    case .outsideCallWindows(let rule, let hours):
      Bilingual(
        "规则 \(short(rule)) 的电话在 \(hours)，不在任何约电时段内；改 at 或 call_windows",
        "calls of rule \(short(rule)) are at \(hours), outside every call window; "
          + "change at or call_windows")
    case .nothingToSpread(let rule):
      Bilingual(
        "规则 \(short(rule)) 只有一天，没有可分批的；加 lead，或 opens 和 due",
        "rule \(short(rule)) has one day, nothing to spread over; add lead, or opens and due")
    case .oddWeeksMeet, .windowsNeverMeet, .swallowed, .longSurvey: prose(remark)
    }
  }
}
