import Core
import PolicyFiles

/// The words for what is wrong with a policy file.
extension Diagnostic {
  var told: Problem {
    let (wrong, right) = problem.words
    let tail = Bilingual(
      "详见 revisit policy explain \(code)", "see revisit policy explain \(code)")
    return Problem(
      "\(place.file):\(place.line):\(place.column)",
      Bilingual("\(code) \(wrong.zh)", "\(code) \(wrong.en)"),
      right: right.map { Bilingual("\($0.zh); \(tail.zh)", "\($0.en); \(tail.en)") } ?? tail)
  }

  /// The line of the file with a mark under what is meant; empty where there is no line.
  var marked: [String] {
    guard !excerpt.isEmpty else { return [] }
    let number = String(place.line)
    let before = Width.of(excerpt.prefix(place.column - 1))
    let meant = max(1, Width.of(excerpt.dropFirst(place.column - 1).prefix(place.length)))
    func blank(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
    return [
      "\(blank(5 - number.count))\(number) | \(visible(excerpt))",
      "\(blank(5)) | \(blank(before))\(String(repeating: "^", count: meant))",
    ]
  }
}

typealias Words = (wrong: Bilingual, right: Bilingual?)

extension PolicyFiles.Problem {
  fileprivate var words: Words {
    switch self {
    case .file(let problem): problem.words
    case .value(let problem): problem.words
    case .key(let problem): problem.words
    case .reference(let problem): problem.words
    }
  }
}

extension FileProblem {
  fileprivate var words: Words {
    switch self {
    case .syntax(let text): (Bilingual("不是 YAML: \(text)", "not YAML: \(text)"), nil)
    case .tooLarge(let limit):
      (Bilingual("文件超过 \(limit) 字节", "the file has more than \(limit) bytes"), nil)
    case .tooDeep: (Bilingual("嵌套太深", "nested too deep"), nil)
    case .anchor:
      (
        Bilingual("不支持 YAML 的 & 和 *", "YAML's & and * are not read"),
        Bilingual("把内容写全", "write it out")
      )
    case .baseMissing(let name, let near):
      (
        Bilingual("extends 的 \"\(name)\" 不存在", "extends names \"\(name)\", which is not there"),
        near.map(suggestion)
      )
    case .baseCycle(let names):
      (
        Bilingual(
          "extends 成环: \(names.joined(separator: " -> "))",
          "extends leads back to itself: \(names.joined(separator: " -> "))"), nil
      )
    }
  }
}

extension ValueProblem {
  fileprivate var words: Words {
    switch self {
    case .wrongShape(let key, let wanted, let found):
      (
        Bilingual(
          "\(key) 应为\(wanted.words.zh), 却是\(found.words.zh)",
          "\(key) must be \(wanted.words.en), not \(found.words.en)"), nil
      )
    case .unknownTerm(let key, let text, let near, let known):
      (
        Bilingual("\(key) 不认识 \"\(text)\"", "\(key) does not know \"\(text)\""),
        near.map(suggestion)
          ?? Bilingual(
            "可写 \(known.joined(separator: " "))", "one of \(known.joined(separator: " "))")
      )
    case .notANumber(let key, let text):
      (
        Bilingual("\(key) 的 \"\(text)\" 不是整数", "\(key): \"\(text)\" is not a whole number"), nil
      )
    case .interval(let text):
      (
        Bilingual("间隔 \"\(text)\" 无法识别", "the interval \"\(text)\" is not known"),
        Bilingual("可写 3d, 3w, 1m, 半月", "write 3d, 3w, 1m or 半月")
      )
    case .outOfRange(let key, let text, let range):
      (
        Bilingual("\(key) 的 \(text) 超出范围", "\(key): \(text) is out of range"),
        Bilingual(
          "应在 \(range.lowerBound) 到 \(range.upperBound) 之间",
          "from \(range.lowerBound) to \(range.upperBound)")
      )
    case .hours, .reversedHours, .notABoolean, .blank, .opensAfterDue, .emptySet, .neverHolds:
      restWords
    }
  }

  private var restWords: Words {
    switch self {
    case .hours(let text):
      (
        Bilingual("时段 \"\(text)\" 无法识别", "the hours \"\(text)\" cannot be read"),
        Bilingual("写成 10:00-11:30", "write 10:00-11:30")
      )
    case .reversedHours(let text):
      (Bilingual("时段 \"\(text)\" 先后颠倒", "the hours \"\(text)\" end before they begin"), nil)
    case .notABoolean(let key, let text):
      (
        Bilingual("\(key) 的 \"\(text)\" 不是 true 或 false", "\(key): \"\(text)\" is no truth value"),
        Bilingual("写 true 或 false", "write true or false")
      )
    case .blank(let key): (Bilingual("\(key) 是空的", "\(key) is blank"), nil)
    case .opensAfterDue(let opens, let due):
      (
        Bilingual("\(opens) 日后才可做, 却限 \(due) 日内", "opens on day \(opens), due on day \(due)"),
        Bilingual("opens 不得大于 due", "opens must not be greater than due")
      )
    case .emptySet(let key): (Bilingual("\(key) 一项也没有", "\(key) names nothing"), nil)
    case .neverHolds(let wanted, let excluded, let term):
      (
        Bilingual(
          "\(wanted) 要求而 \(excluded) 排除 \(term), 没有客户符合",
          "\(wanted) asks for \(term) and \(excluded) excludes it: it fits no customer"), nil
      )
    default: (Bilingual("值不合要求", "the value does not fit"), nil)
    }
  }
}

extension Shape {
  fileprivate var words: Bilingual {
    switch self {
    case .text: Bilingual("一个值", "a value")
    case .list: Bilingual("列表", "a list")
    case .map: Bilingual("键值", "keys and values")
    }
  }
}

extension KeyProblem {
  fileprivate var words: Words {
    switch self {
    case .unknown(let key, let near):
      (Bilingual("不认识的键 \"\(key)\"", "unknown key \"\(key)\""), near.map(suggestion))
    case .duplicate(let key, let line):
      (
        Bilingual("键 \"\(key)\" 重复, 第 \(line) 行已有", "the key \"\(key)\" stands on line \(line) already"),
        nil
      )
    case .missing(let key, let owner):
      (Bilingual("\(owner) 缺少 \(key)", "\(owner) lacks \(key)"), nil)
    case .noSchedule(let rule):
      (Bilingual("规则 \(rule) 没说何时做", "rule \(rule) does not say when"), nil)
    case .twoSchedules(let rule, let keys):
      (
        Bilingual(
          "规则 \(rule) 说了两种时间: \(keys.joined(separator: " "))",
          "rule \(rule) says two times: \(keys.joined(separator: " "))"),
        Bilingual("只留一种", "keep one")
      )
    case .misplaced(let key, let beside):
      (Bilingual("\(key) 与 \(beside) 并用没有意义", "\(key) means nothing beside \(beside)"), nil)
    case .needsBase(let key):
      (Bilingual("\(key) 需要 extends", "\(key) needs extends"), nil)
    case .duplicateID(let id, let line):
      (Bilingual("编号 \(id) 重复, 第 \(line) 行已有", "the id \(id) stands on line \(line) already"), nil)
    }
  }
}

extension ReferenceProblem {
  fileprivate var words: Words {
    switch self {
    case .unknownRule(let id, let near):
      (Bilingual("没有规则 \(id)", "there is no rule \(id)"), near.map(suggestion))
    case .cycle(let ids):
      (
        Bilingual(
          "规则互为前提: \(ids.joined(separator: " -> "))",
          "rules wait for one another: \(ids.joined(separator: " -> "))"), nil
      )
    case .unknownAudience(let name, let near):
      (Bilingual("没有对象 \(name)", "there is no audience \(name)"), near.map(suggestion))
    case .switchedOff(let id):
      (Bilingual("规则 \(id) 已被 off 停用", "rule \(id) was switched off"), nil)
    case .unknownInBase(let id, let near):
      (Bilingual("基础制度里没有 \(id)", "the base has no \(id)"), near.map(suggestion))
    case .replacedTwice(let id, let other):
      (Bilingual("\(id) 已由 \(other) 替换", "\(id) is replaced by \(other) already"), nil)
    case .unknownParameter(let name, let near):
      (Bilingual("没有参数 \(name)", "there is no parameter \(name)"), near.map(suggestion))
    case .parameterUnset(let name, let clause):
      (
        Bilingual("参数 \(name) 还没填 (条款 \(clause))", "the parameter \(name) is blank (clause \(clause))"),
        Bilingual("填上后再用", "fill it in")
      )
    }
  }
}
