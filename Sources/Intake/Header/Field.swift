import Values

/// What a column can hold.
package enum Field: Int, CaseIterable, Sendable {
  case name, phone, sex, source, firstDay, grade, consultant, layout, area, budget, concerns
  case objections, birthday, birthdayCalendar, reservation, signing, delivery, payment, tags, note
  case building
  /// Read by nobody: the problems that a reject file names, or a column mapped to `ignore`.
  case ignore

  /// What `--map` calls it: `first_day`.
  package var title: String {
    switch self {
    case .firstDay: "first_day"
    case .birthdayCalendar: "birthday_calendar"
    default: "\(self)"
    }
  }

  /// Its header, as the office writes it.
  package var chinese: String { headers[0] }

  /// Every header it is known by, the usual one first.
  package var headers: [String] {
    switch self {
    case .name: ["姓名", "客户姓名", "客户名称", "名字", "客户"]
    case .phone: ["手机号", "手机", "手机号码", "电话", "联系电话", "电话号码", "联系方式"]
    case .sex: ["性别"]
    case .source: ["来源渠道", "来源", "客户来源", "渠道"]
    case .firstDay: ["首次日期", "首访日期", "首次来访日期", "登记日期", "日期", "来访日期"]
    case .grade: ["级别", "等级", "客户等级", "客户级别", "意向级别"]
    case .consultant: ["置业顾问", "顾问", "销售", "销售顾问", "业务员"]
    case .layout: ["意向户型", "户型"]
    case .area: ["意向面积", "面积"]
    case .budget: ["预算", "购房预算"]
    case .concerns: ["关注点", "关注"]
    case .objections: ["抗性", "抗性点"]
    case .birthday: ["生日", "出生日期"]
    case .birthdayCalendar: ["生日类型", "历法", "生日历法"]
    case .reservation: ["认购日期", "认购"]
    case .signing: ["签约日期", "签约"]
    case .delivery: ["交房日期", "交房"]
    case .payment: ["付款方式"]
    case .tags: ["标签", "客户标签"]
    case .note: ["备注", "说明"]
    case .building: ["楼号", "楼栋"]
    case .ignore: [Field.problemsHeader]
    }
  }

  /// The column that a reject file adds.
  package static let problemsHeader = "导入问题"

  /// Columns without which no customer can be read.
  static let required: [Field] = [.name, .phone]
  /// Columns whose absence leaves customers without callbacks, so it is remarked.
  static let advised: [Field] = [.source, .firstDay]

  /// The field of that header: its own name, or one of `headers`; case, white space, full width,
  /// underscores, an asterisk, a colon and a remark in parentheses are ignored.
  package init?(header: String) {
    let wanted = Field.plain(header)
    let match = Field.allCases.first { field in
      Field.plain(field.title) == wanted || field.headers.contains { Field.plain($0) == wanted }
    }
    guard let match, !wanted.isEmpty else { return nil }
    self = match
  }

  static func plain(_ header: String) -> String {
    let folded = withoutZeroWidth(halfWidth(header)).lowercased()
    return String(folded.prefix { $0 != "(" }.filter { !$0.isWhitespace && !"_-*:".contains($0) })
  }
}
