package import Core

extension IntakeFailure {
  /// The line it concerns, where it concerns one.
  package var line: Int? {
    switch self {
    case .badBytes(_, _, let line), .nul(let line), .unclosedQuote(let line),
      .textAfterQuote(let line), .bareCarriageReturn(let line), .tooLarge(let line),
      .otherSeparator(let line):
      line
    case .missing, .notAFile, .unreadable, .empty, .spreadsheet: nil
    case .header(let problems): problems.first?.line
    }
  }

  /// How the program ends on it (sysexits).
  package var exitCode: Int32 {
    switch self {
    case .missing, .notAFile: 66
    case .unreadable: 74
    case .header(let problems):
      problems.contains { $0.code == .mapColumnUnknown || $0.code == .mapFieldUnknown } ? 64 : 65
    case .empty, .spreadsheet, .badBytes, .nul, .unclosedQuote, .textAfterQuote,
      .bareCarriageReturn, .tooLarge, .otherSeparator:
      65
    }
  }

  /// What is wrong; what would be right. For a header, one line a problem.
  package func message(_ language: Language) -> String {
    if case .header(let problems) = self {
      return problems.map { $0.message(language) }.joined(separator: "\n")
    }
    return words[language]
  }

  private var words: Bilingual {
    switch self {
    case .missing: Bilingual("没有这个文件", "no such file")
    case .notAFile: Bilingual("不是普通文件；给出 CSV 文件", "not a regular file; give a CSV file")
    case .unreadable(let errno):
      Bilingual("读不出来（errno \(errno)）", "cannot be read (errno \(errno))")
    case .empty: Bilingual("空文件；第一行应是表头", "an empty file; the first line should be the header")
    case .spreadsheet:
      Bilingual(
        "是 Excel 工作簿；另存为 CSV UTF-8 后再导入", "an Excel workbook; save as CSV UTF-8 and import that")
    case .badBytes(let encoding, let offset, let line):
      Bilingual(
        "第 \(line) 行，第 \(offset) 字节不是 \(encoding.rawValue)；用 --encoding 指明编码或重新导出",
        "line \(line), byte \(offset) is not \(encoding.rawValue); give --encoding or export again")
    case .nul: Bilingual("有零字节，不是文本；另存为 CSV UTF-8", "a zero byte, so no text; save as CSV UTF-8")
    case .unclosedQuote: Bilingual("这里的引号没有关上；补上引号", "this quote is never closed; close it")
    case .textAfterQuote:
      Bilingual("引号关上后还有字；格内的引号要写两个", "text after a closing quote; double a quote inside a cell")
    case .bareCarriageReturn:
      Bilingual(
        "只有回车没有换行；另存为 CSV（Windows 或 Unix 换行）",
        "a lone carriage return; save with Windows or Unix line ends")
    case .otherSeparator:
      Bilingual(
        "表头用“，”“；”“、”或“|”分隔；另存为 CSV UTF-8，列之间用半角逗号",
        "the header is separated by Chinese commas or by |; save as CSV UTF-8, with commas")
    case .tooLarge:
      Bilingual(
        "一格超过 1 MiB 或一行过大；检查引号", "a cell beyond 1 MiB, or too large a row; check the quotes")
    case .header: Bilingual("", "")
    }
  }
}
