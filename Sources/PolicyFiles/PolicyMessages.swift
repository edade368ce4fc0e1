package import Core
import Values

/// The words for problems of policy files.
package enum PolicyMessages {
  /// What is wrong and what would be right, in one line.
  package static func message(_ problem: Problem, _ language: Language) -> String {
    let prose =
      switch problem {
      case .file(let problem): prose(problem)
      case .value(let problem): prose(problem)
      case .key(let problem): prose(problem)
      case .reference(let problem): prose(problem)
      case .remark(let remark): prose(remark)
      }
    return printable(prose[language])
  }

  /// `FILE:LINE:COLUMN: 错误 P104: …; 详见 revisit policy explain P104`.
  package static func headline(_ diagnostic: Diagnostic, _ language: Language) -> String {
    let place = diagnostic.place
    let (code, message) = (diagnostic.code, message(diagnostic.problem, language))
    let more = Bilingual(
      "；详见 revisit policy explain \(code)", "; see revisit policy explain \(code)")
    let isRemark = if case .remark = diagnostic.problem { true } else { false }
    let kind = isRemark ? Bilingual("提醒", "warning") : Bilingual("错误", "error")
    let tail = (message.hasSuffix("?") || message.hasSuffix("？") ? "" : more[language])
    return "\(printable(place.file)):\(place.line):\(place.column): "
      + "\(kind[language]) \(code)\(language.colon)\(message)\(tail)"
  }

  /// The headline, then the line of the file with carets under what is meant.
  package static func lines(_ diagnostic: Diagnostic, _ language: Language) -> [String] {
    let headline = headline(diagnostic, language)
    let scalars = diagnostic.excerpt.unicodeScalars
    let start = diagnostic.place.column - 1
    guard !scalars.isEmpty, scalars.count <= 200, start <= scalars.count else { return [headline] }
    let number = String(diagnostic.place.line)
    let margin = String(repeating: " ", count: max(0, 5 - number.count))
    let indent = columns(scalars.prefix(start))
    let width = max(1, columns(scalars.dropFirst(start).prefix(diagnostic.place.length)))
    let blank = String(repeating: " ", count: max(5, number.count))
    return [
      headline, "\(margin)\(number) | \(printable(diagnostic.excerpt))",
      "\(blank) | \(String(repeating: " ", count: indent))\(String(repeating: "^", count: width))",
    ]
  }

  /// Columns on a terminal: two for each wide character.
  private static func columns(_ scalars: some Sequence<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// Without anything that would move the cursor or turn the direction of a terminal.
  private static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
        result.append(scalar == "\t" ? " " : "?")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  static func short(_ text: String) -> String {
    text.count > 40 ? text.prefix(40) + "…" : text
  }
}

// MARK: - The file

extension PolicyMessages {
  private static func prose(_ problem: FileProblem) -> Bilingual {
    switch problem {
    case .syntax(let detail): syntax(detail)
    case .tooLarge(let limit):
      Bilingual(
        "文件超过 \(limit / 1024) KiB；制度文件应是手写的短文件",
        "the file is larger than \(limit / 1024) KiB; a policy is a short file written by hand")
    case .encoding:
      Bilingual("这一行不是 UTF-8；请另存为 UTF-8", "this line is not UTF-8; save the file as UTF-8")
    case .tooDeep:
      Bilingual("层次太深；制度最多用到五层", "nested too deeply; a policy needs five levels at most")
    case .anchor:
      Bilingual(
        "不支持 YAML 的锚点（& 与 *）；请写全，或用 audiences 起名字",
        "anchors of YAML (& and *) are not supported; write it out, or name it in audiences")
    case .baseMissing(let name, let nearest):
      Bilingual(
        "找不到 extends 所指的制度“\(short(name))”" + perhaps(nearest).zh,
        "extends names no policy \"\(short(name))\"" + perhaps(nearest).en)
    case .baseCycle(let files):
      Bilingual(
        "extends 绕回了自己：\(files.joined(separator: " → "))",
        "extends leads back to itself: \(files.joined(separator: " → "))")
    }
  }

  private static func syntax(_ detail: String) -> Bilingual {
    switch detail {
    case "empty": Bilingual("文件是空的", "the file is empty")
    case "found a tab character that violates indentation":
      Bilingual("这里有制表符；缩进要用空格", "a tab stands here; indent with spaces")
    case "but found another document":
      Bilingual("--- 之后又是一份文件；一个文件只写一个制度", "another document begins; one policy a file")
    case "mapping values are not allowed in this context":
      Bilingual(
        "这里不能再有冒号；文字里有冒号加空格时请加引号",
        "no colon can stand here; quote a text that holds \": \"")
    case "found character that cannot start any token":
      Bilingual(
        "这里不能以这个字符开头；缩进用空格不用制表符，@ ` % 开头的文字加引号",
        "this character cannot begin a value; indent with spaces, quote a text that begins so")
    case ForeignSign.colon.rawValue:
      Bilingual("这里的冒号是全角的“：”；写成半角冒号加空格", "this colon is full-width; write : and a space")
    case ForeignSign.tightColon.rawValue:
      Bilingual("冒号后面缺空格；写成 due: 3 这样", "a space is missing after the colon; write key: value")
    case ForeignSign.comma.rawValue:
      Bilingual("这里的逗号是全角的“，”；写成半角逗号加空格", "this comma is full-width; write , and a space")
    case ForeignSign.comment.rawValue:
      Bilingual(
        "“ #”后面被当作注释，不在文字里；整句加引号，注释另起一行",
        "what follows \" #\" is a comment and no part of the text; quote the text, "
          + "put a comment on a line of its own")
    default:
      Bilingual("不是合格的 YAML（\(detail)）；请查缩进、引号和括号", "not valid YAML: \(detail)")
    }
  }

  static func perhaps(_ nearest: String?) -> Bilingual {
    guard let nearest else { return Bilingual("", "") }
    return Bilingual("；是否“\(nearest)”？", "; did you mean \"\(nearest)\"?")
  }
}

// MARK: - Values

extension PolicyMessages {
  static func prose(_ problem: ValueProblem) -> Bilingual {
    switch problem {
    case .wrongShape(let key, let wanted, let found):
      Bilingual(
        "“\(short(key))”应是\(word(wanted).zh)，这里是\(word(found).zh)",
        "\"\(short(key))\" must be \(word(wanted).en), here is \(word(found).en)")
    case .fault(let key, let fault):
      [Bilingual("\(key)：", "\(key): "), fault.words(at: .file).sentence].joined(separator: "")
    case .notABoolean(let key, let text):
      Bilingual(
        "\(key)：“\(short(text))”不是 true 或 false；是写 true，否写 false",
        "\(key): \"\(short(text))\" is neither true nor false; write true for yes, false for no")
    case .blank(let key):
      Bilingual(
        "“\(key)”还空着；请填上，或删去这一行", "\"\(key)\" is blank; fill it in, or delete the line")
    case .emptySet(let key):
      Bilingual("\(key)：空的列表；不限就删去这一行", "\(key): an empty list; delete the line to ask nothing")
    case .neverHolds(let wanted, let excluded, let term):
      Bilingual(
        "没有客户能符合：\(wanted) 和 \(excluded) 都有 \(term)",
        "no customer can match: \(term) stands in \(wanted) and in \(excluded)")
    case .neverInStage, .neverStarts, .endsAtOnce, .noSlot, .neverOwed, .neverHas: sense(problem)
    case .interval, .offset, .hoursAlone, .opensAfterDue, .notYearly: time(problem)
    case .builtInWord(let name, let means): builtIn(short(name), means == name ? "" : means)
    case .wordForm(let name, let longest): wordForm(short(name), longest)
    case .longName(let key, let name, let most): longName(key, short(name), most)
    case .declaredTwice(let name, let line): declaredTwice(short(name), line)
    case .tooManyWords(let key, let most): tooManyWords(key, most)
    }
  }

  private static func time(_ problem: ValueProblem) -> Bilingual {
    switch problem {
    case .interval(let text):
      Bilingual(
        "间隔“\(short(text))”无法识别；可写 3d、3w、1m、半月",
        "cannot read the interval \"\(short(text))\"; write 3d, 3w, 1m or 半月")
    case .offset(let key, let text) where OffsetText.isDate(text):
      Bilingual(
        "\(key)：“\(short(text))”是日期；这里写间距，如 3、-14d、1m",
        "\(key): \"\(short(text))\" is a date; write a distance, as 3, -14d or 1m")
    case .offset(let key, let text):
      Bilingual(
        "\(key)：间距“\(short(text))”无法识别；可写 3、-14d、1m、1m-3d、72h",
        "\(key): cannot read the distance \"\(short(text))\"; write 3, -14d, 1m, 1m-3d or 72h")
    case .hoursAlone(let key, let text):
      Bilingual(
        "\(key)：“\(short(text))”不是小时数；可写 1h 到 24h",
        "\(key): \"\(short(text))\" is no number of hours; write 1h to 24h")
    case .notYearly(let key, let text):
      Bilingual(
        "\(key)：“\(short(text))”不是每年的一天；写成 10-18 或 农历12-08",
        "\(key): \"\(short(text))\" is no day of every year; write 10-18 or 农历12-08")
    case .opensAfterDue(let opens, let due):
      Bilingual(
        "opens \(opens) 晚于 due \(due)；开始日不能在截止日之后",
        "opens \(opens) is after due \(due); a duty cannot open after it is due")
    case .wrongShape, .fault, .notABoolean, .blank, .emptySet,
      .neverHolds, .neverInStage, .neverStarts, .endsAtOnce, .noSlot, .neverOwed, .neverHas,
      .builtInWord, .wordForm, .longName,
      .declaredTwice, .tooManyWords:
      prose(problem)
    }
  }

  private static func word(_ shape: Shape) -> Bilingual {
    switch shape {
    case .text: Bilingual("一个值", "one value")
    case .list: Bilingual("列表", "a list")
    case .map: Bilingual("键和值", "keys with values")
    }
  }
}
