import Core

extension ValueFault {
  func complaint(at place: String) -> Complaint {
    switch self {
    case .time(let fault): fault.complaint(at: place)
    case .unknownWord(let word, let nearest, let choices):
      unknownWord(word, nearest, choices, at: place)
    case .notANumber(let text, let least, let most):
      Complaint(
        place, Bilingual("“\(text)”不合要求", "\"\(text)\" does not fit"),
        right: Bilingual(
          "应为 \(least) 到 \(most) 的整数", "a whole number from \(least) to \(most)"))
    case .name(let fault): fault.complaint(at: place)
    case .phone(let text, let fault): fault.complaint(text, at: place)
    case .birthday(let text):
      Complaint(
        place, Bilingual("“\(text)”不是生日", "\"\(text)\" is not a birthday"),
        right: Bilingual(
          "写成 1990-05-01、05-01 或 农历八月十五", "write 1990-05-01, 05-01 or 农历八月十五"))
    case .unreadablePair(let text):
      Complaint(
        place, Bilingual("“\(text)”不是 列=字段", "\"\(text)\" is not COLUMN=FIELD"),
        right: Bilingual("例如 --map 联系人=name", "for example --map Contact=name"))
    case .unreadableSetting(let text):
      Complaint(
        place, Bilingual("“\(text)”不是 名=值", "\"\(text)\" is not NAME=VALUE"),
        right: Bilingual("例如 --set early_days=7", "for example --set early_days=7"))
    case .answers(let count, let questions):
      Complaint(
        place,
        Bilingual(
          "给了 \(count) 个分数，问卷有 \(questions.count) 题",
          "\(counted(count, "score")) for \(counted(questions.count, "question"))"),
        right: Bilingual(
          "依次写：\(questions.joined(separator: "、"))",
          "one for each of: \(questions.joined(separator: ", "))"))
    case .noWorkday:
      Complaint(
        place, Bilingual("七天都休息就没有工作日", "no day of the week would be worked"),
        right: Bilingual("至少留一天上班", "leave one"))
    case .unreadableRange(let text):
      Complaint(
        place, Bilingual("“\(text)”不是范围", "\"\(text)\" is not a range"),
        right: Bilingual("写成 90-120 或 100", "write 90-120 or 100"))
    }
  }

  private func unknownWord(
    _ word: String, _ nearest: Bilingual?, _ choices: [Bilingual], at place: String
  ) -> Complaint {
    let list = Bilingual(
      choices.map(\.zh).joined(separator: " "), choices.map(\.en).joined(separator: " "))
    return Complaint(
      place, Bilingual("不认识“\(word)”", "\"\(word)\" is not known"),
      right: nearest.map { Bilingual("是否“\($0.zh)”？", "did you mean \"\($0.en)\"?") }
        ?? Bilingual("可写 \(list.zh)", "one of \(list.en)"))
  }
}

extension NameFault {
  func complaint(at place: String) -> Complaint {
    switch self {
    case .blank:
      Complaint(place, Bilingual("姓名是空的", "the name is blank"))
    case .tooLong(let limit):
      Complaint(
        place, Bilingual("太长", "is too long"),
        right: Bilingual("最多 \(limit) 字", "at most \(limit) characters"))
    case .hidden(let code):
      Complaint(
        place,
        Bilingual("含有看不见的字符 \(code)", "holds the invisible character \(code)"),
        right: Bilingual("去掉后再试", "remove it and try again"))
    }
  }
}

extension PhoneFault {
  func complaint(_ text: String, at place: String) -> Complaint {
    switch self {
    case .mobileDigits(let count):
      Complaint(
        place,
        Bilingual("“\(text)”有 \(count) 位数字", "\"\(text)\" has \(counted(count, "digit"))"),
        right: Bilingual("手机应为 11 位，如 13800000001", "a mobile has 11, as 13800000001"))
    case .spreadsheet:
      Complaint(
        place,
        Bilingual("“\(text)”被表格软件丢了位数", "\"\(text)\" lost digits in a spreadsheet"),
        right: Bilingual("把该列设为文本后重新录入", "format the column as text and enter it again"))
    case .several:
      Complaint(
        place, Bilingual("“\(text)”像是两个号码", "\"\(text)\" looks like two numbers"),
        right: Bilingual(
          "分开写，每个号码一个 --phone", "give them apart, one --phone for each"))
    case .unreadable:
      Complaint(
        place, Bilingual("“\(text)”不是电话号码", "\"\(text)\" is not a phone number"),
        right: Bilingual(
          "手机 13800000001，座机 0571-88889999", "mobile 13800000001, landline 0571-88889999"))
    }
  }
}
