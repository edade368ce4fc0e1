import Core

extension PolicyMessages {
  /// Why a rule that is written correctly still makes no sense.
  static let senseTable: [ProblemCode: Entry] = [
    .sharedEntry: Entry(
      Bilingual("两项职责用同一种台账", "two duties of one kind of entry"),
      Bilingual(
        "一条台账只结一项职责，所以每项职责的台账各有名称。",
        "An entry settles one duty, so that each has a name of its own."),
      "settled_by: {ledger: 接待监管}"),
    .neverInStage: Entry(
      Bilingual("阶段与事件矛盾", "stage against events"),
      Bilingual(
        "阶段由事件得出：认购后是已认购，签约后是已签约，交房或入住后是已交房；流失的客户什么都不应做。",
        "Stages follow from events: reserved, signed, delivered; nothing is owed to the lost."),
      "audience: {stage: 已签约, has: 签约}"),
    .neverStarts: Entry(
      Bilingual("起因被对象排除", "a start that the audience excludes"),
      Bilingual(
        "起因发生后，客户就有了这件事；对象又要求没有，这条规则永远不会生效。",
        "Once it has happened the customer has it, and the audience asks for those who have not."),
      "audience: {has_not: 签约}\nafter: 认购"),
    .endsAtOnce: Entry(
      Bilingual("起因就是终点", "a start that ends it"),
      Bilingual(
        "until 里的事从起因那天起算数，起因自己也在内。",
        "What until names counts from the start on, the start included."),
      "after: 来访\nuntil: 认购"),
    .noSlot: Entry(
      Bilingual("周期一次也到不了", "a cadence without a slot"),
      Bilingual(
        "第一次在 starts 之后一个周期；ends 之后的不算。",
        "The first slot is one interval after starts, and none is owed after ends."),
      "every: 3m\nends: 1y"),
    .neverOwed: Entry(
      Bilingual("从结束起算", "counted from an end"),
      Bilingual(
        "流失、退房之后规则都停，等再次来电、来访或成交；从它们起算的永远不会要求。",
        "After a loss or a cancellation rules wait for a call, a visit or a deal; what counts from it never asks."
      ),
      "after: [来电, 来访]\ndue: 3"),
    .neverHas: Entry(
      Bilingual("has 里的结束", "an end in has"),
      Bilingual(
        "has 说的是上次流失或退房以来的事，流失和退房自己不在其中。",
        "has is about what happened since the last loss or cancellation, which are not among it."),
      "audience: {has: 来访, has_not: 认购}"),
    .suppressedForAll: Entry(
      Bilingual("对所有对象都不适用", "suppressed for all of its audience"),
      Bilingual(
        "特殊客户的 suppresses 使规则对他们不适用；规则的对象全是他们，就没有人了。",
        "A segment takes its members out of a rule; if the rule is for nobody else, nobody is left."
      ),
      "segments:\n  - {id: s-1, audience: {tag: VIP}, suppresses: [my-1]}"),
    .untilRequired: Entry(
      Bilingual("终点早已发生", "an end that has come already"),
      Bilingual(
        "对象都已有的事，要在起因之后再发生一次才结束规则；多半是 has 或 until 写错了。",
        "Only another such event after the start ends the rule; most often has or until is a slip."),
      "audience: {has: 来访}\nuntil: 认购"),
    .outsideCallWindows: Entry(
      Bilingual("电话不在约电时段", "a call outside the call windows"),
      Bilingual(
        "约电时段只作提示，名单上两个时间会互相矛盾。", "Call windows advise; the list would give two hours that differ."
      ),
      "call_windows: {hours: [10:00-11:30]}\nat: 10:00-10:30"),
    .nothingToSpread: Entry(
      Bilingual("没有可分批的日子", "nothing to spread over"),
      Bilingual(
        "spread 把客户摊到窗口的几天里；节点当天只有一天。", "spread needs a window of several days."),
      "milestones: [交房]\nlead: 7\nspread: true"),
  ]
}
