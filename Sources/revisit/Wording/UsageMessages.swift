import Core

extension UsageFault {
  var complaint: Complaint {
    switch self {
    case .unknownCommand(let word, let nearest):
      Complaint(
        word, Bilingual("没有这个命令", "no such command"),
        right: nearest.map(suggestion) ?? Bilingual("全部命令见 revisit --help", "see revisit --help"))
    case .unknownSubcommand(let word, let command, let nearest, let choices):
      Complaint(
        word, Bilingual("\(command) 后面没有这个命令", "is no command of \(command)"),
        right: nearest.map(suggestion)
          ?? Bilingual(
            "可写 \(choices.joined(separator: " "))", "one of \(choices.joined(separator: ", "))"))
    case .unknownOption(let word, let command, let nearest):
      Complaint(
        word, Bilingual("没有这个选项", "no such option"),
        right: nearest.map(suggestion)
          ?? Bilingual("可用的选项见 \(command) --help", "see \(command) --help for the options"))
    case .optionFirst(let option):
      Complaint(
        option, Bilingual("前面缺少命令", "stands before the command"),
        right: Bilingual("选项写在命令之后：revisit 命令 \(option)", "write revisit COMMAND \(option)"))
    case .missing(let name, let example):
      Complaint(
        name, Bilingual("没有给出", "is missing"),
        right: Bilingual("例如 \(example)", "for example \(example)"))
    case .missingValue(let option):
      Complaint(
        option, Bilingual("后面缺少值", "has no value"),
        right: Bilingual("写成 \(option) 值", "write \(option) VALUE"))
    case .emptyValue(let option):
      Complaint(option, Bilingual("值不能为空", "the value must not be empty"))
    case .unexpected(let words):
      unexpected(words)
    case .notUTF8(let word, let place):
      Complaint(
        word, Bilingual("第 \(place) 个词不是 UTF-8", "word \(place) is not UTF-8"),
        right: Bilingual(
          "把终端设为 UTF-8，或把 LC_ALL 设为终端的编码，如 zh_CN.GB18030",
          "set the terminal to UTF-8, or LC_ALL to its encoding, as zh_CN.GB18030"))
    case .flagWithValue(let flag):
      Complaint(
        flag, Bilingual("这个选项不带值", "takes no value"),
        right: Bilingual("只写 \(flag)", "write \(flag) alone"))
    case .conflict(let first, let second):
      Complaint(
        first, Bilingual("不能与 \(second) 同时使用", "cannot be used with \(second)"),
        right: Bilingual("只留一个", "keep one of them"))
    case .needs(let first, let second):
      Complaint(first, Bilingual("还需要 \(second)", "needs \(second) as well"))
    case .twoMeanings(let word, let meant):
      Complaint(
        word, Bilingual("可以有两种意思", "may mean two things"),
        right: Bilingual(
          "写成 \(meant)；是说的话就写进 --note", "write \(meant), or --note if it was said"))
    case .notInLine(let option):
      Complaint(
        option, Bilingual("不能写在一行里", "cannot stand in one line"),
        right: Bilingual("写在命令后面", "give it to the command"))
    case .lineNotUTF8:
      Complaint(
        nil, Bilingual("这一行不是 UTF-8", "the line is not UTF-8"),
        right: Bilingual(
          "存成 UTF-8，或把 LC_ALL 设为它的编码，如 zh_CN.GB18030",
          "save it as UTF-8, or set LC_ALL to its encoding, as zh_CN.GB18030"))
    case .noAnswer(let text):
      Complaint(
        text, Bilingual("不是回答", "is no answer"), right: Bilingual("看帮助写  ?", "? helps"))
    case .nobodyBefore:
      Complaint("b", Bilingual("这是第一位", "this is the first customer"))
    case .nothingOfLine:
      Complaint("s", Bilingual("没有可免的", "there is nothing to skip"))
    case .openQuote:
      Complaint(
        "\"", Bilingual("引号没有收尾", "the quotation mark is not closed"),
        right: Bilingual("再写一个 \"，或用“”", "write another \""))
    case .nothingAsked(let options):
      Complaint(
        nil, Bilingual("没有说要改什么", "nothing to change was given"),
        right: Bilingual("例如 \(options)", "for example \(options)"))
    case .noHome:
      Complaint(
        "HOME", Bilingual("没有设置，找不到数据库的位置", "is not set, so the database has no place"),
        right: Bilingual("用 --db 文件 指定", "name a file with --db"))
    case .replayed:
      Complaint(
        "--as-of",
        Bilingual(
          "不是演练案场，当作另一天只能查看（REVISIT_AS_OF 也一样）",
          "this is no training office: another day is for reading only (REVISIT_AS_OF too)"),
        right: Bilingual(
          "补记用 --on 和 --time；演练另建：revisit init --training",
          "enter what was with --on and --time; to train, revisit init --training"))
    case .moved(let option, let command):
      Complaint(
        option, Bilingual("这里不再用", "is not used here any more"),
        right: Bilingual("用 \(command)", "use \(command)"))
    case .other(let text):
      Complaint(nil, Bilingual("命令行无法理解（\(text)）", text))
    }
  }

  private func unexpected(_ words: [String]) -> Complaint {
    let list = words.joined(separator: " ")
    return Complaint(
      nil, Bilingual("多出的参数：\(list)", "arguments too many: \(list)"),
      right: Bilingual("含空格的值要加引号", "quote a value that has spaces"))
  }
}

/// `是否 "due"?`
func suggestion(_ word: String) -> Bilingual {
  Bilingual("是否“\(word)”？", "did you mean \"\(word)\"?")
}
