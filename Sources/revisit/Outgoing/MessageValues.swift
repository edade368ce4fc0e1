import Core
import Store
import Values

/// What fills the braces of a text, from the office, its staff and one customer.
struct MessageValues {
  private let texts: [Placeholder: String]
  private let staff: [StaffID: String]

  /// - Parameter policy: fills what the office has not set with its parameters of those names.
  init(_ office: Office, _ policy: Policy?) throws {
    var texts: [Placeholder: String] = [:]
    for parameter in policy?.parameters ?? [] {
      if let place = Placeholder(rawValue: parameter.name) { texts[place] = parameter.value }
    }
    for (key, place) in OfficeSetting.places {
      if let text = try office.store.office(key) { texts[place] = text }
    }
    if texts[.project] == nil { texts[.project] = try office.store.office(.name) }
    texts[.host] = texts[.company] ?? texts[.project]
    self.texts = texts
    var staff = try office.staffNames()
    if let own = office.user.staff, staff[own] == nil { staff[own] = office.user.name }
    self.staff = staff
  }

  /// What holds for every customer.
  var common: [Placeholder: String] { texts }

  /// - Parameter occasion: what the occasion says of itself.
  /// - Parameter given: on the command line: above everything else.
  /// - Parameter isCustomersHome: layout and area are those the customer wants, not a show flat's.
  func values(
    of profile: Profile, owner: StaffID?, occasion: [Placeholder: String] = [:],
    given: [Placeholder: String] = [:], isCustomersHome: Bool = true
  ) -> [Placeholder: String] {
    var values = texts
    values[.name] = profile.name
    values[.title] = MessageValues.title(of: profile)
    values[.consultant] = owner.flatMap { staff[$0] }
    values[.specialist] = values[.consultant]
    if isCustomersHome {
      values[.layout] = profile.layout
      values[.area] = profile.area.map {
        $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
      }
    }
    return values.merging(occasion) { $1 }.merging(given) { $1 }
  }
}

extension MessageValues {
  /// A name that ends in a form of address takes no second one: 张先生您好.
  fileprivate static func title(of profile: Profile) -> String? {
    if titleOfName(profile.name) != nil { return "" }
    return switch profile.sex {
    case .male: "先生"
    case .female: "女士"
    case nil: nil
    }
  }
}

/// What an office says of itself, as `revisit office` names it.
enum OfficeSetting {
  static let places: [(key: OfficeKey, place: Placeholder)] = [
    (.project, .project), (.company, .company), (.hotline, .hotline), (.csPhone, .csPhone),
    (.propertyPhone, .propertyPhone), (.reservePhone, .reservePhone),
  ]

  static func words(_ key: OfficeKey) -> Bilingual {
    switch key {
    case .name: Bilingual("案场", "office")
    case .training: DueMessages.training
    case .project: Bilingual("项目", "project")
    case .company: Bilingual("公司", "company")
    case .hotline: Bilingual("热线", "hotline")
    case .csPhone: Bilingual("客服电话", "customer service")
    case .propertyPhone: Bilingual("物业电话", "property management")
    case .reservePhone: Bilingual("首席预约电话", "appointments")
    case .timeZone: Bilingual("时区", "time zone")
    case .weeklyCap: Bilingual("每周上限", "weekly cap")
    case .restDays: Bilingual("休息日", "rest days")
    }
  }
}

extension Placeholder {
  /// Where a value for it comes from.
  var source: Bilingual {
    if let key = OfficeSetting.places.first(where: { $0.place == self })?.key {
      return Bilingual(
        "revisit office set \(key.rawValue) 值", "revisit office set \(key.rawValue) VALUE")
    }
    switch self {
    case .name, .title, .layout, .area:
      return Bilingual(
        "revisit edit 客户，或 --set \(rawValue)=值",
        "revisit edit CUSTOMER, or --set \(rawValue)=VALUE")
    case .consultant, .specialist:
      return Bilingual("给客户定一位置业顾问", "give the customer a consultant")
    default: return Bilingual("--set \(rawValue)=值", "--set \(rawValue)=VALUE")
    }
  }
}
