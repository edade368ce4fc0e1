package import Core
import Values

extension YearFileProblem {
  /// What is wrong; what would be right. The place is for the caller to put in front.
  package var message: Bilingual {
    switch fault {
    case .columnMissing(let column):
      Bilingual(
        "缺少一列：\(headers(column))；表头写成 date,kind,name",
        "a column is missing: \(headers(column)); write the header as date,kind,name")
    case .columnUnknown(let title):
      Bilingual(
        "“\(title)”不是这里的列；表头写成 date,kind,name",
        "\"\(title)\" is no column of this file; write the header as date,kind,name")
    case .columnRepeated(let title):
      Bilingual("“\(title)”重复了一列；去掉一列", "\"\(title)\" repeats a column; drop one")
    case .ragged(let found, let expected):
      Bilingual(
        "\(found) 格，表头有 \(expected) 格；补齐或去掉多出的逗号",
        "\(counted(found, "cell")), the header has \(expected); check the commas")
    case .strayQuote:
      Bilingual(
        "未加引号的格里有引号；去掉引号", "a quote in an unquoted cell; take it out")
    case .noDay(let fault): fault.words(at: .file).sentence
    case .otherYear(let day, let year):
      Bilingual(
        "\(day) 不在 \(year) 年；一个文件只写一年，这一天写进 \(day.year) 年的文件再导入",
        "\(day) is not of \(year); a file holds one year: import this day with those of \(day.year)"
      )
    case .repeated(let day, let line):
      Bilingual(
        "\(day) 在第 \(line) 行已写过；只留一行", "\(day) stands on line \(line) already; keep one")
    case .unknownKind(let text):
      Bilingual(
        "不认识“\(text)”；放假写 holiday，调休上班写 workday",
        "\"\(text)\" is not known; write holiday for a day off, workday for one that is worked")
    case .notWeekend(let day):
      Bilingual(
        "\(day) 不是周六或周日，不会是调休上班；核对日期，或改成 holiday",
        "\(day) is neither Saturday nor Sunday, so no make-up workday; check it, or write holiday")
    case .noName: Bilingual("没有名称；写上节日，如 国庆节", "no name; give the holiday, as 国庆节")
    case .unfitName(let text):
      Bilingual(
        "“\(text)”太长或有看不见的字符；写 20 字以内的节日名称",
        "\"\(text)\" is too long or has invisible characters; a name has at most 20")
    case .noDays:
      Bilingual(
        "只有表头，没有一天；逐行写出放假和调休上班的日子",
        "a header and no day; write the days off and the make-up workdays, one a line")
    }
  }

  private func headers(_ column: YearColumn) -> String {
    column.headers.prefix(2).joined(separator: "/")
  }
}
