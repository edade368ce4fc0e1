import Core
import Intake
import Testing

private func headerProblems(_ text: String, _ columns: [ColumnOverride] = []) -> [String] {
  do {
    _ = try read(.bytes(Array(text.utf8)), columns: columns)
    return []
  } catch IntakeFailure.header(let problems) {
    return problems.map { "\($0.column) \($0.code.rawValue)" }
  } catch {
    return ["\(error)"]
  }
}

@Suite struct HeaderTests {
  @Test(arguments: [
    ("姓名", Field.name), ("客户姓名", .name), ("名字", .name), ("手机号", .phone), ("电话", .phone),
    ("联系电话", .phone), ("手机", .phone), ("性别", .sex), ("来源渠道", .source), ("来源", .source),
    ("首次日期", .firstDay), ("首访日期", .firstDay), ("登记日期", .firstDay), ("日期", .firstDay),
    ("级别", .grade), ("等级", .grade), ("客户等级", .grade), ("置业顾问", .consultant),
    ("顾问", .consultant), ("销售", .consultant), ("意向户型", .layout), ("户型", .layout),
    ("意向面积(㎡)", .area), ("面积", .area), ("预算（万）", .budget), ("关注点", .concerns),
    ("抗性", .objections), ("楼号", .building), ("生日", .birthday), ("生日类型", .birthdayCalendar),
    ("认购日期", .reservation), ("签约日期", .signing), ("交房日期", .delivery),
    ("付款方式", .payment), ("标签", .tags), ("备注", .note), ("name", .name), ("First Day", .firstDay),
    ("first_day", .firstDay), (" *姓 名：", .name), ("姓名\u{200B}", .name), ("PHONE", .phone),
    ("导入问题", .ignore),
  ]) func isKnown(header: String, field: Field) {
    #expect(Field(header: header) == field)
  }

  @Test func noHeaderNamesTwoFields() {
    for field in Field.allCases {
      for header in field.headers + [field.title] { #expect(Field(header: header) == field) }
    }
    #expect(Field(header: "") == nil)
    #expect(Field(header: "(备注)") == nil)
  }

  @Test(arguments: [
    ("姓名,性别\n", ["手机号 column_missing"]),
    ("性别,级别\n", ["姓名 column_missing", "手机号 column_missing"]),
    ("姓名,手机号,来源,渠道\n", ["渠道 column_duplicate"]),
    ("姓名,手机号,楼栋,楼栋\n", ["楼栋 column_duplicate"]),
    ("姓名,手机号,姓名\n", ["姓名 column_duplicate"]),
    ("\n", ["姓名 column_missing", "手机号 column_missing"]),
  ]) func isRefused(text: String, problems: [String]) {
    #expect(headerProblems(text) == problems)
  }

  @Test func overridesNameColumns() throws {
    let text = "称呼,号码,来源,日期\n王芳,13800000001,来访,2026-01-02\n"
    #expect(headerProblems(text) == ["姓名 column_missing", "手机号 column_missing"])
    let columns = [
      ColumnOverride(column: "称呼", field: "name"), ColumnOverride(column: "号码", field: "手机号"),
    ]
    let outcome = try read(.bytes(Array(text.utf8)), columns: columns)
    #expect(outcome.rows.map(\.profile.phones) == [["13800000001"]])
    #expect(outcome.opening?.header.warnings == [])
    let wrong = [
      ColumnOverride(column: "称乎", field: "name"), ColumnOverride(column: "号码", field: "phon"),
    ]
    #expect(
      headerProblems(text, wrong).prefix(2) == ["称乎 map_column_unknown", "phon map_field_unknown"])
  }

  @Test func anOverrideTakesTheFieldFromItsUsualColumn() throws {
    let text = "姓名,手机号,电话2,来源,日期\n王芳,13800000001,13900000002,来访,2026-01-02\n"
    let columns = [ColumnOverride(column: "电话2", field: "phone")]
    let outcome = try read(.bytes(Array(text.utf8)), columns: columns)
    #expect(outcome.rows.map(\.profile.phones) == [["13900000002"]])
    #expect(outcome.opening?.header.warnings.map(\.column) == ["手机号"])
    let ignore = [ColumnOverride(column: "渠道", field: "ignore")]
    #expect(headerProblems("姓名,手机号,来源,渠道\n", ignore) == [])
  }

  @Test func severalColumnsHoldPhones() throws {
    // Two columns used to be a duplicate; a customer may have several numbers.
    let outcome = try read("姓名,手机号1,手机号2,联系电话\n王芳,13800000001,13900000002,无\n")
    #expect(outcome.rows.map(\.profile.phones) == [["13800000001", "13900000002"]])
    #expect(outcome.rows.map(\.profile.note) == ["联系电话：无"])
    #expect(outcome.codes == ["2 联系电话 kept_as_note"])
  }

  @Test(arguments: [
    ("渠道:自然到访=来访", true), ("渠道：a＝b", true), ("渠道:=来访", false), (":a=b", false),
    ("渠道=来访", false), ("渠道:a=", false),
  ]) func valueMapTexts(text: String, isRead: Bool) {
    #expect((ValueOverride(text) != nil) == isRead)
  }

  @Test func unknownAndAbsentColumnsAreRemarked() throws {
    let outcome = try read("姓名,手机号,级別,车位,\n王芳,13800000001,,3,\n")
    let warnings = outcome.opening?.header.warnings ?? []
    #expect(
      warnings.map { "\($0.column) \($0.code.rawValue)" } == [
        "级別 column_unknown", "车位 column_unknown", " column_unknown",
        "来源渠道 column_absent", "首次日期 column_absent",
      ])
    #expect(warnings.first?.detail == .nearest("级别"))
    #expect(warnings.dropFirst(2).first?.value == "#5")
    #expect(outcome.rows.count == 1)
    #expect(outcome.rows.first?.source == nil)
  }

  @Test(arguments: [
    ("列=field", true), ("列=", false), ("=field", false), ("列", false), ("a=b=c", false),
  ]) func overrideTexts(text: String, isRead: Bool) {
    #expect((ColumnOverride(text) != nil) == isRead)
  }
}
