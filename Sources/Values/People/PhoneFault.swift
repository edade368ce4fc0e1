import Core

/// What is wrong with a telephone number.
package enum PhoneFault: Error, Hashable, Sendable {
  case noDigits
  /// Some digits are hidden by asterisks.
  case masked
  /// So many digits; a mobile has 11.
  case digits(Int)
  /// A landline without its area code.
  case noAreaCode
  /// Other text stands beside the digits.
  case otherText
  /// A spreadsheet has rewritten it, as `1.38E+10`.
  case spreadsheet
  /// More than one number, where one is asked for.
  case several
}

extension PhoneFault {
  package func words(_ text: String) -> FaultWords {
    switch self {
    case .noDigits:
      FaultWords(
        text, "不是电话号码", "is not a phone number",
        right: Bilingual(
          "手机 13800000001，座机 0571-88889999", "mobile 13800000001, landline 0571-88889999"))
    case .masked:
      FaultWords(
        text, "被星号遮住", "is masked by asterisks",
        right: Bilingual("填完整号码", "give the whole number"))
    case .digits(11):
      FaultWords(
        text, "不是手机号，也不是带区号的座机", "is neither a mobile nor a landline with area code",
        right: Bilingual("核对号码", "check the number"))
    case .digits(let count):
      FaultWords(
        text, "有 \(count) 位数字", "has \(count) \(count == 1 ? "digit" : "digits")",
        right: Bilingual("手机应为 11 位，如 13800000001", "a mobile has 11, as 13800000001"))
    case .noAreaCode:
      FaultWords(
        text, "是缺区号的座机", "is a landline without area code",
        right: Bilingual("写成 0571-88889999", "write 0571-88889999"))
    case .otherText:
      FaultWords(
        text, "夹着别的字", "has other text beside the number",
        right: Bilingual("只留号码，别的写进备注", "leave the number alone, put the rest into the note"))
    case .spreadsheet:
      FaultWords(
        text, "被表格软件丢了位数", "lost digits in a spreadsheet",
        right: Bilingual("把该列设为文本后重新录入", "format the column as text and enter it again"))
    case .several:
      FaultWords(
        text, "像是两个号码", "looks like two numbers",
        right: Bilingual("分开写，每个号码一个 --phone", "give them apart, one --phone for each"))
    }
  }
}
