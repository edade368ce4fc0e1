package import Core

/// What `revisit policy explain CODE` says.
package struct ProblemExplanation: Hashable, Sendable {
  package let code, title: String
  /// Why it is refused.
  package let why: String
  /// Lines of a policy file that are right.
  package let example: String
}

extension PolicyMessages {
  /// The explanation of a code such as `P104` (case ignored), or nil for an unknown one.
  package static func explanation(
    _ code: String, _ language: Language
  ) -> ProblemExplanation? {
    guard let code = ProblemCode(rawValue: code.uppercased()), let entry = table[code] else {
      return nil
    }
    return ProblemExplanation(
      code: code.rawValue, title: entry.title[language], why: entry.why[language],
      example: entry.example)
  }

  /// Every code, in order.
  package static var codes: [String] { ProblemCode.allCases.map(\.rawValue) }

  struct Entry {
    fileprivate let title: Bilingual
    fileprivate let why: Bilingual
    fileprivate let example: String

    init(_ title: Bilingual, _ why: Bilingual, _ example: String) {
      self.title = title
      self.why = why
      self.example = example
    }
  }

  private static let table = [
    fileTable, valueTable, wordTable, keyTable, referenceTable, remarkTable, senseTable,
  ]
  .reduce(into: [ProblemCode: Entry]()) { $0.merge($1) { first, _ in first } }

  private static let fileTable: [ProblemCode: Entry] = [
    .syntax: Entry(
      Bilingual("不是合格的 YAML", "not valid YAML"),
      Bilingual(
        "文件按 YAML 书写：用空格缩进，键后是冒号加空格，列表每项以“- ”开头。",
        "A policy is written in YAML: indent with spaces, a colon and a space after a key, "
          + "\"- \" before each item of a list."),
      "rules:\n  - id: my-1\n    says: \"先问：何时方便\""),
    .tooLarge: Entry(
      Bilingual("文件过大", "the file is too large"),
      Bilingual("制度是手写的短文件；这么大多半选错了文件。", "A policy is short; this is probably another file."),
      "extends: qnc"),
    .tooDeep: Entry(
      Bilingual("层次过深", "nested too deeply"),
      Bilingual("多半是括号没有闭合。", "Most often a bracket was not closed."),
      "grade: [A, B]"),
    .anchor: Entry(
      Bilingual("不支持锚点", "no anchors"),
      Bilingual(
        "YAML 的 & 和 * 会让一行代表许多行，出错难查；共用的对象请在 audiences 里起名字。",
        "& and * of YAML let one line stand for many, which hides mistakes; give shared audiences "
          + "a name instead."),
      "audiences:\n  caller: {source: 来电}\nrules:\n  - {id: my-1, audience: caller, …}"),
    .baseMissing: Entry(
      Bilingual("找不到所扩展的制度", "the base policy is not found"),
      Bilingual(
        "extends 写内置制度的名字（revisit policy list），或与本文件相对的路径。",
        "extends takes the name of a built-in policy (revisit policy list), or a path from this file."
      ),
      "extends: qnc"),
    .baseCycle: Entry(
      Bilingual("extends 成环", "extends in a circle"),
      Bilingual("一个制度不能（间接）扩展自己。", "A policy cannot extend itself, even through others."),
      "extends: qnc"),
    .encoding: Entry(
      Bilingual("不是 UTF-8", "not UTF-8"),
      Bilingual("制度文件用 UTF-8 保存；GBK 的文件请另存。", "A policy is saved as UTF-8."),
      "policy: 我的制度"),
  ]

  private static let valueTable: [ProblemCode: Entry] = [
    .wrongShape: Entry(
      Bilingual("值的写法不对", "a value of the wrong kind"),
      Bilingual(
        "有的键要一个值，有的要列表，有的要键和值。",
        "Some keys take one value, some a list, some keys with values of their own."),
      "openings: [天气, 优惠]\ncall_windows: {hours: [10:00-11:30]}"),
    .unknownTerm: Entry(
      Bilingual("不认识的词", "an unknown word"),
      Bilingual(
        "这里只能写固定的词，中文英文都可以；事件和标签也可以用 events 和 tags 声明过的。",
        "Only the words of a fixed list can stand here, Chinese or English; "
          + "of events and tags also what events: and tags: declare."),
      "after: 来电\nchannel: [短信, wechat]"),
    .notANumber: Entry(
      Bilingual("不是这里能写的整数", "no whole number that can stand here"),
      Bilingual(
        "天数和次数写数字，不带单位；过大的数字多半是笔误。",
        "Days and counts are digits without a unit; a number too large is most often a slip."),
      "due: 3"),
    .interval: Entry(
      Bilingual("间隔无法识别", "an unreadable interval"),
      Bilingual(
        "间隔是数字加单位 d w m y（或天、周、个月、年），或半月、季度、半年；半月是 15 天。",
        "An interval is a number with d, w, m or y, or 半月 (15 days), 季度, 半年."),
      "every: 3d\nevery: 半月\nevery: {weekdays: [周四], weeks: odd}"),
    .hours: Entry(
      Bilingual("时段无法识别", "unreadable hours"),
      Bilingual(
        "时段写作 10:00-11:30，整点可写 10-12，从 00:00 到 24:00。",
        "Hours are 10:00-11:30, or whole hours 10-12, from 00:00 to 24:00."),
      "at: 13:00-24:00"),
    .reversedHours: Entry(
      Bilingual("时段颠倒", "hours reversed"),
      Bilingual("结束要晚于开始；时段不过夜。", "Hours end after they begin, on the same day."),
      "hours: [10:00-11:30, 15:30-17:00]"),
    .notABoolean: Entry(
      Bilingual("不是 true 或 false", "neither true nor false"),
      Bilingual(
        "no、off、yes 在 YAML 里读法不一，所以只认 true 和 false（或“是”和“否”）。",
        "YAML readers differ on no, off and yes; only true and false (是 and 否) are read."),
      "expires: true"),
    .blank: Entry(
      Bilingual("空白", "a blank"),
      Bilingual(
        "空着的值和 ____ 不会被当作某个默认值。", "A blank or ____ never stands for some default."),
      "due: 3"),
    .opensAfterDue: Entry(
      Bilingual("开始晚于截止", "opens after it is due"),
      Bilingual("opens 和 due 都从起因当天数，opens 不能大于 due。", "Both count from the day of the trigger."),
      "opens: 1\ndue: 3"),
    .emptySet: Entry(
      Bilingual("空的列表", "an empty list"),
      Bilingual(
        "空列表可以理解为“没有人”或“所有人”；不限就不要写这个键。",
        "An empty list could mean nobody or everybody; to ask nothing, leave the key out."),
      "grade: [A, B]"),
    .neverHolds: Entry(
      Bilingual("没有客户能符合", "nobody can match"),
      Bilingual("同一个词既要求又排除，这条规则永远不会生效。", "The same is asked for and excluded."),
      "audience: {has: 来访, has_not: 认购}"),
    .offset: Entry(
      Bilingual("间距无法识别", "an unreadable distance"),
      Bilingual(
        "从起因那天算起的间距：数字是天，也可带单位 d 天、w 周、m 月、y 年、h 小时，可以相加减。",
        "A distance from the day of the trigger: a number of days, or with d, w, m, y, h, or a sum."
      ),
      "due: 1m+3d"),
  ]

  private static let wordTable: [ProblemCode: Entry] = [
    .builtInWord: Entry(
      Bilingual("本来就有的词", "a built-in word"),
      Bilingual(
        "声明的词不能与已有的词（或它的别名、英文名）相同，否则同一个词有两个意思。",
        "A declared word must not be one that is there already: it would mean two things."),
      "events: [装修进场]"),
    .wordForm: Entry(
      Bilingual("不能作词", "no word"),
      Bilingual(
        "词要写在命令行和用例里，以空格分开，所以自己不含空格和标点。",
        "A word stands on the command line and in cases between spaces."),
      "events: [装修进场, 认筹]\ntags: [团购]"),
    .longName: Entry(
      Bilingual("名称太长", "a name too long"),
      Bilingual("名单一行只有六个字的位置。", "A line of a list has room for six characters."),
      "rules:\n  - id: a\n    name: 三日再访"),
    .declaredTwice: Entry(
      Bilingual("声明了两次", "declared twice"),
      Bilingual("一份文件里一个词声明一次。", "A file declares a word once."),
      "events: [装修进场, 认筹]"),
    .tooManyWords: Entry(
      Bilingual("声明的词太多", "too many words"),
      Bilingual(
        "记录里一个事件或标签只占一个 63 以内的号；施行过的词永远占着自己的号，旧记录才读得懂。",
        "A record holds an event or a tag as a number up to 63, and a word that was adopted keeps "
          + "its number for ever, so that old records can be read."),
      "tags: [团购]"),
  ]

  private static let keyTable: [ProblemCode: Entry] = [
    .unknownKey: Entry(
      Bilingual("不认识的键", "an unknown key"),
      Bilingual("写错的键如果被放过，就会漏掉回访，所以一律报错。", "A mistyped key must never cost a callback."),
      "channel: 电话"),
    .duplicateKey: Entry(
      Bilingual("键重复", "a key twice"),
      Bilingual("同一处同一个键写两次，不知以哪个为准。", "It cannot be told which of the two holds."),
      "due: 3"),
    .missingKey: Entry(
      Bilingual("缺一个键", "a key is missing"),
      Bilingual("没有它就不知道这条的意思。", "Without it the item has no meaning."),
      "- id: my-1\n  after: 来电\n  due: 0"),
    .noSchedule: Entry(
      Bilingual("规则没说何时", "a rule without a schedule"),
      Bilingual(
        "每条规则用 due（一次）、every（周期）、festivals（节日）、milestones（节点）之一说明何时。",
        "Each rule says when by one of due (once), every (again and again), festivals, milestones."),
      "after: 来访\ndue: 0"),
    .twoSchedules: Entry(
      Bilingual("规则有几种时间", "a rule with several schedules"),
      Bilingual("一条规则只有一种时间；节日和节点分成两条，编号加 a、b。", "Make two rules of it."),
      "- {id: my-5a, milestones: all}\n- {id: my-5b, festivals: all}"),
    .misplacedKey: Entry(
      Bilingual("键用错了地方", "a key in the wrong place"),
      Bilingual(
        "opens 属于 due, anchor 属于 every, lead 属于 milestones, until 属于 due 和 every。",
        "opens goes with due, anchor with every, lead with milestones, until with due and every."),
      "milestones: [开盘]\nlead: 3"),
    .needsBase: Entry(
      Bilingual("要先写 extends", "extends is needed"),
      Bilingual("off、change、like 改的是所扩展的制度。", "off, change and like alter a base policy."),
      "extends: qnc\nchange:\n  - {id: qnc-1.3, anchor: schedule}"),
    .duplicateID: Entry(
      Bilingual("编号重复", "an id twice"),
      Bilingual("编号是条文的名字，全制度唯一。", "An id names one item of the policy."),
      "change:\n  - {id: qnc-1.2, due: 5}"),
  ]

  private static let referenceTable: [ProblemCode: Entry] = [
    .unknownRule: Entry(
      Bilingual("没有这条规则", "no such rule"),
      Bilingual("after、opens_after、distinct_from、suppresses 要写已有规则的编号。", "Name a rule's id."),
      "after: {rule: qnc-1.2}"),
    .cycle: Entry(
      Bilingual("规则互相等待", "rules in a circle"),
      Bilingual("一条规则不能（间接）等它自己做完。", "A rule cannot wait for itself, even through others."),
      "after: 来访"),
    .unknownAudience: Entry(
      Bilingual("没有这个客户范围", "no such audience"),
      Bilingual("audience 写 audiences 里的名字，或直接写条件。", "Name one of audiences, or write it out."),
      "audience: {source: 来电, grade: [A, B]}"),
    .switchedOff: Entry(
      Bilingual("规则已停用", "the rule is switched off"),
      Bilingual("off 停用的规则不能再作别的规则的起点。", "Nothing can start from a rule that is off."),
      "off: [qnc-4.2]"),
    .unknownInBase: Entry(
      Bilingual("所扩展的制度里没有", "not in the base policy"),
      Bilingual("off、change、like 要写所扩展制度里的编号。", "Name an id of the base policy."),
      "off: [qnc-4.2]"),
    .replacedTwice: Entry(
      Bilingual("取代了两次", "replaced twice"),
      Bilingual("like 取代一条；一条只能被取代一次。", "like replaces an item, and only once."),
      "- {id: my-1, like: qnc-1.1}"),
    .unknownParameter: Entry(
      Bilingual("没有这个参数", "no such parameter"),
      Bilingual("$名字 指 parameters 里的参数。", "$name stands for one of parameters."),
      "parameters:\n  days: {clause: my-1, value: 3}\nrules:\n  - {id: my-1, after: 来访, due: $days}"
    ),
    .parameterUnset: Entry(
      Bilingual("参数还没填", "a parameter is not set"),
      Bilingual(
        "原制度在这里留了空白，要由本公司填；程序不替你定。",
        "The source policy leaves a blank here for the office to fill; nothing is assumed."),
      "parameters:\n  days: {clause: my-1, value: 3}"),
    .unknownTemplate: Entry(
      Bilingual("没有这个模板", "no such template"),
      Bilingual(
        "message 和 script 写 templates 里的编号；message 可按节点或节日分开写，如 {开盘: launch, 春节: greeting}。",
        "message and script name one of templates; message may name one for each occasion."),
      "templates:\n  - {id: hello, text: \"{name}您好\"}\nrules:\n  - {id: my-1, message: hello, …}"),
    .unknownPlaceholder: Entry(
      Bilingual("没有这个占位符", "no such placeholder"),
      Bilingual(
        "花括号里的占位符发送前要填上；不认识的没法填，不能发给客户。",
        "What stands in braces is filled in before sending; an unknown one never could be."),
      "text: \"{name}{title}您好\""),
  ]

  private static let remarkTable: [ProblemCode: Entry] = [
    .oddWeeksMeet: Entry(
      Bilingual("两个单周相连", "two odd weeks in a row"),
      Bilingual(
        "2026-12-31 在第 53 周，2027-01-07 在第 1 周，都是单周。",
        "2026-12-31 lies in week 53 and 2027-01-07 in week 1; both are odd."),
      "every: {weekdays: 周四, weeks: odd, min_gap_days: 14}"),
    .windowsNeverMeet: Entry(
      Bilingual("约电时段不相交", "call windows that never meet"),
      Bilingual(
        "几份制度合用时取共同的时段；没有共同的时段，名单上就没有合适的时间。",
        "Policies side by side share the hours that all of them allow."),
      "call_windows: {hours: [10:00-11:30]}"),
    .longSurvey: Entry(
      Bilingual("问卷太长", "a long survey"),
      Bilingual(
        "参数 survey_questions 写明一份问卷最多几题（集团客服：3 至 4 题，定期更换）。",
        "The parameter survey_questions says how many questions a survey may have."),
      "survey_questions: {clause: gcs-4.2.3, value: 4}"),
    .swallowed: Entry(
      Bilingual("休息日的当天事", "a same-day rule on a day off"),
      Bilingual(
        "事情发生在休息日，当天要做的不能提前到它发生以前；要顺延就写 after。",
        "What is due on its own day cannot move to before it happened; after moves it on."),
      "due: 1\nif_day_off: after"),
  ]
}
