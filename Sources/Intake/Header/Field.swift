import Values

/// What a column can hold.
package enum Field: Int, CaseIterable, Sendable {
  case name, phone, sex, source, firstDay, grade, consultant, layout, area, budget, concerns
  case objections, birthday, birthdayCalendar, reservation, signing, delivery, payment, tags, note
  case building
  /// How the customer came to know of the project, where that is no source: kept with the note.
  case channel
  /// The last contact, what was said in it and when the next one is agreed.
  case lastContact, followUp, nextContact
  /// Read by nobody: the problems that a reject file names, or a column mapped to `ignore`.
  case ignore

  /// What `--map` calls it: `first_day`.
  package var title: String {
    switch self {
    case .firstDay: "first_day"
    case .birthdayCalendar: "birthday_calendar"
    case .lastContact: "last_contact"
    case .followUp: "follow_up"
    case .nextContact: "next_contact"
    default: "\(self)"
    }
  }

  /// Its header, as the office writes it.
  package var chinese: String { headers[0] }

  /// Every header it is known by, the usual one first.
  package var headers: [String] {
    switch self {
    case .name: ["姓名", "客户姓名", "客户名称", "名字", "客户", "客户名"]
    case .phone:
      [
        "手机号", "手机", "手机号码", "电话", "联系电话", "电话号码", "联系方式", "客户电话", "客户手机", "备用电话",
        "备用手机", "其他电话", "第二电话", "第二联系电话",
      ]
    case .sex: ["性别"]
    case .source: ["来源渠道", "来源", "客户来源", "渠道"]
    case .firstDay: ["首次日期", "登记日期", "日期", "来电日期", "首电日期", "建档日期"] + Field.visitHeaders
    case .grade: ["级别", "等级", "客户等级", "客户级别", "意向级别", "意向等级"]
    case .consultant:
      [
        "置业顾问", "顾问", "销售", "销售顾问", "业务员", "归属顾问", "所属顾问", "归属人", "归属", "所属销售", "负责人", "跟进人",
        "跟进顾问", "接待人", "接待顾问", "归属销售", "销售员", "客户归属",
      ]
    case .layout: ["意向户型", "户型"]
    case .area: ["意向面积", "面积"]
    case .budget: ["预算", "购房预算"]
    case .concerns: ["关注点", "关注"]
    case .objections: ["抗性", "抗性点"]
    case .birthday: ["生日", "出生日期", "客户生日"]
    case .birthdayCalendar: ["生日类型", "历法", "生日历法"]
    case .reservation: ["认购日期", "认购", "认购时间"]
    case .signing: ["签约日期", "签约", "签约时间"]
    case .delivery: ["交房日期", "交房", "交房时间"]
    case .payment: ["付款方式"]
    case .tags: ["标签", "客户标签"]
    case .note: ["备注", "说明"]
    case .building: ["楼号", "楼栋"]
    case .channel: ["获客渠道", "获客途径", "认知途径", "认知渠道", "媒体渠道", "了解渠道"]
    case .lastContact:
      [
        "最近跟进时间", "最近跟进日期", "最后跟进时间", "最后跟进日期", "上次跟进时间", "上次跟进日期", "跟进时间", "跟进日期",
        "最近回访日期", "最近回访时间", "上次回访日期", "最近联系时间", "最近联系日期", "最后联系时间",
      ]
    case .followUp:
      [
        "跟进记录", "跟进内容", "最近跟进内容", "最近跟进记录", "跟进情况", "回访记录", "回访内容", "最近回访内容", "最近回访记录",
        "回访情况", "沟通记录", "沟通内容",
      ]
    case .nextContact:
      [
        "下次跟进时间", "下次跟进日期", "下次回访日期", "下次回访时间", "下次联系时间", "下次联系日期", "预约回访日期",
      ]
    case .ignore: [Field.problemsHeader]
    }
  }

  /// Headers of a first day that say it was a visit.
  static let visitHeaders = [
    "首访日期", "首次来访日期", "来访日期", "到访日期", "首次到访日期", "来访时间", "到访时间", "首访时间", "首次到访时间",
    "首次来访时间",
  ]

  /// Whether a column of that title says that its day is one of a visit.
  static func isVisit(_ header: String) -> Bool {
    let wanted = plain(header)
    return visitHeaders.contains { plain($0) == wanted }
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
    guard !wanted.isEmpty, let match = Field.match(wanted) ?? Field.numberedPhone(wanted) else {
      return nil
    }
    self = match
  }

  private static func match(_ wanted: String) -> Field? {
    allCases.first { field in
      plain(field.title) == wanted || field.headers.contains { plain($0) == wanted }
    }
  }

  /// 手机号1, 电话2: a customer may have several.
  private static func numberedPhone(_ wanted: String) -> Field? {
    guard let last = wanted.last, "123456789一二三四".contains(last) else { return nil }
    return match(String(wanted.dropLast())) == .phone ? .phone : nil
  }

  static func plain(_ header: String) -> String {
    let folded = withoutZeroWidth(halfWidth(header)).lowercased()
    return String(folded.prefix { $0 != "(" }.filter { !$0.isWhitespace && !"_-*:".contains($0) })
  }
}
