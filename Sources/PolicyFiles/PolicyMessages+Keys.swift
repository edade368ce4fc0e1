import Core

// The words for problems with keys and names.

extension PolicyMessages {
  static func prose(_ problem: KeyProblem) -> Bilingual {
    switch problem {
    case .unknown(let key, let nearest):
      Bilingual(
        "不认识的键“\(short(key))”" + perhaps(nearest).zh,
        "unknown key \"\(short(key))\"" + perhaps(nearest).en)
    case .duplicate(let key, let line):
      Bilingual(
        "键“\(short(key))”重复，第 \(line) 行已有；只留一个",
        "the key \"\(short(key))\" is already on line \(line); keep one")
    case .missing(let key, let owner):
      Bilingual("\(short(owner)) 缺“\(key)”", "\(short(owner)) needs \"\(key)\"")
    case .noSchedule(let rule):
      Bilingual(
        "规则 \(short(rule)) 没说何时；应有 due、every、festivals 或 milestones",
        "rule \(short(rule)) does not say when; it needs due, every, festivals or milestones")
    case .twoSchedules(let rule, let keys):
      Bilingual(
        "规则 \(short(rule)) 有几种时间：\(keys.joined(separator: "、"))；只留一种，或分成两条",
        "rule \(short(rule)) has several schedules: \(keys.joined(separator: ", ")); keep one")
    case .misplaced(let key, let beside):
      Bilingual(
        "“\(key)”不能与 \(beside) 同用；请删去",
        "\"\(key)\" means nothing beside \(beside); delete it")
    case .needsBase(let key):
      Bilingual("“\(key)”要先写 extends", "\"\(key)\" needs extends")
    case .duplicateID(let id, let line): duplicate(short(id), line)
    case .sharedEntry(let kind, let id):
      Bilingual(
        "台账“\(short(kind))”已用来结 \(short(id))，记一条看不出结的是哪项；换一个名称",
        "entries \"\(short(kind))\" settle \(short(id)) already, and one would not say which; "
          + "take another name")
    }
  }

  static func prose(_ problem: ReferenceProblem) -> Bilingual {
    switch problem {
    case .unknownRule(let id, let nearest):
      Bilingual(
        "没有规则“\(short(id))”" + perhaps(nearest).zh,
        "no rule \"\(short(id))\"" + perhaps(nearest).en)
    case .cycle(let ids):
      Bilingual(
        "规则互相等待：\(ids.joined(separator: " → "))",
        "the rules wait for one another: \(ids.joined(separator: " → "))")
    case .unknownAudience(let name, let nearest):
      Bilingual(
        "audiences 里没有“\(short(name))”" + perhaps(nearest).zh,
        "no audience \"\(short(name))\"" + perhaps(nearest).en)
    case .switchedOff(let id, let user):
      Bilingual(
        "\(short(id)) 已被 off 停用，而 \(short(user)) 还要用它；一并停用或改写 \(short(user))",
        "\(short(id)) is switched off, and \(short(user)) needs it; switch that off or change it")
    case .unknownInBase(let id, let nearest):
      Bilingual(
        "所扩展的制度里没有“\(short(id))”" + perhaps(nearest).zh,
        "the base policy has no \"\(short(id))\"" + perhaps(nearest).en)
    case .replacedTwice(let id, let other):
      Bilingual(
        "\(short(id)) 已由 \(short(other)) 取代", "\(short(id)) is already replaced by \(short(other))")
    case .unknownParameter(let name, let nearest):
      Bilingual(
        "parameters 里没有“\(short(name))”" + perhaps(nearest).zh,
        "no parameter \"\(short(name))\"" + perhaps(nearest).en)
    case .parameterUnset(let name, let clause, let suggested):
      unset(short(name), clause, suggested)
    case .unknownTemplate(let name, let nearest):
      Bilingual(
        "templates 里没有“\(short(name))”" + perhaps(nearest).zh,
        "no template \"\(short(name))\"" + perhaps(nearest).en)
    case .unknownPlaceholder(let name, let nearest):
      Bilingual(
        "没有占位符 {\(short(name))}" + perhaps(nearest).zh,
        "no placeholder {\(short(name))}" + perhaps(nearest).en)
    }
  }

  /// Without a line the id is one of the base.
  private static func duplicate(_ id: String, _ line: Int?) -> Bilingual {
    line.map {
      Bilingual(
        "编号 \(id) 已在第 \($0) 行用过；换一个编号", "the id \(id) is taken on line \($0); take another")
    }
      ?? Bilingual(
        "编号 \(id) 是所扩展制度的；要改它写在 change 里，要取代它换个编号并写 like: \(id)",
        "the id \(id) is the base's; alter it in change, or replace it by a new id with like: \(id)"
      )
  }

  private static func unset(_ name: String, _ clause: String, _ suggested: String?) -> Bilingual {
    let ours = suggested.map { Bilingual("（建议 \($0)，非原文）", " (we suggest \($0))") }
    func head(_ colon: String) -> String { clause.isEmpty ? "" : clause + colon }
    return Bilingual(
      "\(head("："))参数 \(name) 还没填；在 parameters 里给它 value，或加 --set \(name)=…" + (ours?.zh ?? ""),
      "\(head(": "))\(name) not set; give it a value in parameters, or --set \(name)=…"
        + (ours?.en ?? ""))
  }

  /// What may be meant, and deserves a word.
  static func prose(_ remark: Remark) -> Bilingual {
    switch remark {
    case .oddWeeksMeet:
      Bilingual(
        "ISO 年有 53 周时，第 53 周和次年第 1 周都是单周，会连着两周；不要第二次就加 min_gap_days: 14",
        "in a year of 53 weeks, weeks 53 and 1 are both odd and follow one another; "
          + "min_gap_days: 14 leaves the second out")
    case .windowsNeverMeet(let names):
      Bilingual(
        "\(names.joined(separator: "、")) 的约电时段没有共同的时间；合用时请改一处的 call_windows",
        "the call windows of \(names.joined(separator: ", ")) never meet; change call_windows of one"
      )
    case .longSurvey(let id, let questions, let most, let clause):
      Bilingual(
        "问卷 \(short(id)) 有 \(questions) 题；\(clause) 要求最多 \(most) 题",
        "survey \(short(id)) has \(counted(questions, "question")); \(clause) wants \(most) at most"
      )
    case .swallowed(let id):
      Bilingual(
        "规则 \(short(id)) 当天到期又写 if_day_off: before；休息日发生的事没有更早的一天，仍在当天到期",
        "rule \(short(id)) is due on the day itself, so if_day_off: before leaves it there")
    case .suppressedForAll, .untilRequired, .outsideCallWindows, .nothingToSpread: sense(remark)
    }
  }
}

// The words for problems with declared words.

extension PolicyMessages {
  static func builtIn(_ name: String, _ means: String) -> Bilingual {
    let (zh, en) = (Language.zh.bracketed(means), Language.en.bracketed(means))
    return
      Bilingual(
        "“\(name)”本来就有\(zh)；直接用，不必声明，或换一个词",
        "\"\(name)\" is built in\(en); use it undeclared, or choose another word")
  }

  static func wordForm(_ name: String, _ longest: Int) -> Bilingual {
    Bilingual(
      "“\(name)”不能作词；最多 \(longest) 个字，只用汉字、字母、数字和 _",
      "\"\(name)\" cannot be a word; at most \(longest) letters, digits and _")
  }

  static func longName(_ key: String, _ name: String, _ most: Int) -> Bilingual {
    Bilingual(
      "\(key)：“\(name)”太长；名单上最多放 \(most) 个字，写短些",
      "\(key): \"\(name)\" is too long; lists have room for \(most) characters")
  }

  static func declaredTwice(_ name: String, _ line: Int) -> Bilingual {
    Bilingual(
      "“\(name)”第 \(line) 行已声明；只留一个",
      "\"\(name)\" is declared on line \(line) already; keep one")
  }

  static func tooManyWords(_ key: String, _ most: Int) -> Bilingual {
    Bilingual(
      "\(key) 太多：连同以前施行过的制度，一个案场最多 \(most) 个；用已有的词，或合并几个",
      "too many \(key): an office has \(most) at most, with those adopted before; "
        + "use one that is there")
  }
}
