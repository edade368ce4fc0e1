package import Core
import Values

extension Problem {
  /// What is wrong; what would be right. The place (line, column) is for the caller to put in
  /// front.
  package func message(_ language: Language) -> String {
    if case .fault(let fault) = detail { return fault.words(at: .file).sentence[language] }
    let sentence = words[language]
    guard !value.isEmpty else { return sentence }
    return language == .zh ? "“\(value)”\(sentence)" : "\"\(value)\" \(sentence)"
  }

  /// The table of every sentence: long because the codes are many.
  private var words: Bilingual {
    switch code {
    case .phoneInvalid, .phoneLostPrecision, .dateInvalid, .dateNoYear, .dateAmbiguous, .dateFuture,
      .lunarLeapMonthMissing, .lunarDayMissing, .calendarConflict, .nameBlank, .enumInvalid,
      .numberInvalid, .controlCharacter, .tooLong:
      // Their sentence is that of the fault which they come with.
      Bilingual("不合要求", "does not fit")
    case .phoneBlank:
      Bilingual("没有手机号；补上 11 位手机号或带区号的座机", "no phone; give a mobile or a landline with area code")
    case .phoneRepeated:
      Bilingual(
        "与第 \(earlier) 行的号码相同；合并两行或改号码",
        "is the phone of line \(earlier); merge the rows or correct it")
    case .phoneTaken:
      Bilingual(
        "是客户 \(customer) 的号码；改号码或删去此行",
        "is the phone of customer \(customer); correct it or drop the row")
    case .dateBlank: Bilingual("没有首次日期；写成 2026-03-05", "no first date; write 2026-03-05")
    case .enumBlank: Bilingual("空着；可写 \(choices)", "blank; write one of \(choices)")
    case .quoteInCell:
      Bilingual(
        "未加引号的格里有引号；整格用引号括起，里面的引号写两个",
        "a quote in an unquoted cell; quote the cell, double the quote")
    case .rowRagged:
      Bilingual(
        "\(found) 格，表头有 \(wanted) 格；补齐或去掉多出的逗号",
        "\(counted(found, "cell")), the header has \(wanted); check the commas")
    case .rowEmpty: Bilingual("空行，已跳过", "an empty row, skipped")
    case .consultantUnknown:
      Bilingual(
        "没有这位置业顾问；\(meant.zh)先用 staff add 添加",
        "no such consultant; \(meant.en)add them with staff add")
    case .consultantNear:
      Bilingual(
        "不在员工名册里；\(meant.zh)改正，或加 --new-staff 登记为新员工",
        "is nobody of the staff; \(meant.en)correct it, or give --new-staff to add them")
    case .customerKnown:
      Bilingual(
        "是客户 \(customer)，有新情况；加 --update 记下",
        "is customer \(customer), with news; give --update to record it")
    case .contradiction:
      Bilingual(
        "与已记的 \(customer)矛盾；改正此行，或用 revisit edit、revisit void 改记录",
        "contradicts \(customer) as recorded; correct the row, or the record with revisit edit or void"
      )
    case .columnMissing:
      Bilingual(
        "缺少这一列；表头可写 \(choices)，或用 --map 列=field",
        "this column is missing; its header can be \(choices), or use --map")
    case .columnDuplicate:
      Bilingual(
        "与另一列重复\(other.zh)；用 --map 列=ignore 去掉一列",
        "comes twice\(other); drop one with --map COLUMN=ignore")
    case .mapColumnUnknown:
      Bilingual(
        "是命令行写的列，文件里没有；\(meant.zh)\(choices)",
        "is a column of the command line that the file has not; \(meant.en)\(choices)")
    case .mapFieldUnknown:
      Bilingual(
        "是 --map 写的字段，没有这样的字段；\(meant.zh)\(choices)",
        "is a field of --map that there is not; \(meant.en)\(choices)")
    case .phoneNormalised, .dateNormalised, .numberNormalised, .enumAlias:
      Bilingual("读作 \(readAs)", "read as \(readAs)")
    case .phoneMultiple: Bilingual("几个号码，都留下：\(readAs)", "several numbers, all kept: \(readAs)")
    case .phoneLandline: Bilingual("座机，收不到短信：\(readAs)", "a landline, no SMS: \(readAs)")
    case .phoneForeign: Bilingual("境外号码：\(readAs)", "a number abroad: \(readAs)")
    case .duplicatePhone:
      Bilingual(
        "第 \(earlier) 行也是这个号码，但那行未导入", "line \(earlier) has this phone too, but was refused")
    case .dateTwoDigitYear: Bilingual("两位年份，读作 \(readAs)", "two-digit year, read as \(readAs)")
    case .calendarInferred: Bilingual("没写历法，读作 \(readAs)", "no calendar given, read as \(readAs)")
    case .formulaLike: Bilingual("像公式，按文字保存", "looks like a formula, kept as text")
    case .titleOnlyName: Bilingual("只有称呼，请补全名", "only a form of address; ask for the name")
    case .trimmed: Bilingual("去掉了多余的空白", "white space taken off")
    case .columnUnknown:
      Bilingual(
        "未识别的列，不导入；\(meant.zh)用 --map 列=field 指定",
        "unknown column, not imported; \(meant.en)name it with --map COLUMN=field")
    case .keptAsNote: Bilingual("读不成，原样记在备注", "cannot be read, kept in the note")
    case .wrongEncoding:
      Bilingual(
        "像是编码读错的字；Big5 的文件加 --encoding big5，别的编码另存为 CSV UTF-8，确是这样写的加 --encoding gb18030",
        "looks like text in another encoding; for Big5 add --encoding big5, for others save as CSV UTF-8, "
          + "if it is written so add --encoding gb18030")
    case .damagedText:
      Bilingual(
        "像是编码读错的字\(read.zh)；从原来的文件另存为 CSV UTF-8 再导入",
        "looks like text in another encoding\(read.en); save the original as CSV UTF-8 and import that"
      )
    case .columnAbsent:
      Bilingual(
        "没有这一列：这些客户在补记来电或来访之前没有回访任务",
        "no such column: no callbacks until a call or visit is recorded")
    }
  }
}

// MARK: - What the sentences are filled with

extension Problem {
  private var earlier: Int { if case .earlierLine(let line) = detail { line } else { 0 } }
  private var customer: String { if case .customer(let name) = detail { name } else { "" } }
  private var readAs: String { if case .readAs(let text) = detail { text } else { "" } }
  private var read: Bilingual {
    guard case .nearest(let text) = detail else { return Bilingual("", "") }
    return Bilingual("（\(text)？）", " (\(text)?)")
  }
  private var found: Int { if case .count(let found, _) = detail { found } else { 0 } }
  private var wanted: Int { if case .count(_, let wanted) = detail { wanted } else { 0 } }

  private var choices: String {
    if case .choices(let values) = detail { values.joined(separator: "/") } else { "" }
  }

  /// The value that may have been meant, as a question; empty if none is near.
  private var meant: Bilingual {
    guard case .nearest(let text) = detail else { return Bilingual("", "") }
    return Bilingual("是否“\(text)”？", "\(text)? ")
  }

  /// The column that another one repeats.
  private var other: Bilingual {
    guard case .nearest(let text) = detail else { return Bilingual("", "") }
    return Bilingual(Language.zh.bracketed(text), Language.en.bracketed(text))
  }
}
