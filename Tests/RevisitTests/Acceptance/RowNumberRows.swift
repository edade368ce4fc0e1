import Testing

/// Naming a customer by the row of the list that one saw last.
@Suite("Row numbers")
struct RowNumberRows {
  private func office() throws -> Office {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-12-01 10:00", as: "蒋欣", phone: 1)
    try office.enter("--source 来访 --grade A", on: "2026-12-01 10:00", as: "许林", phone: 2)
    try office.enter(
      "--source 来电", on: "2026-12-01 10:00", as: "蒋欣", phone: 3, consultant: "周敏")
    return office
  }

  private func told(_ office: Office, _ line: String, by user: String = "李明") throws -> String {
    try office.attempt("2026-12-02 09:30", "\(line) --user \(user)").lines.first ?? ""
  }

  @Test("A row means the customer of one's last list, whatever wrote it and from anywhere")
  func rows() throws {
    let office = try office()
    for format in ["table", "json", "csv", "html"] {
      try office.at("2026-12-02 09:00", "find 许林 --user 李明")
      #expect(try told(office, "show 1").hasPrefix("C000002  许林"))
      try office.at("2026-12-02 09:00", "due --format \(format) --user 李明")
      #expect(try told(office, "show 1").hasPrefix("C000001  蒋欣"), "\(format)")
      #expect(try told(office, "brief ０2").contains("许林"), "\(format)")
    }
    try office.at("2026-12-02 09:00", "due --user 周敏")
    #expect(try told(office, "show 1", by: "周敏").hasPrefix("C000003"))
    #expect(try told(office, "show 1").hasPrefix("C000001"), "another's list is another's")
  }

  @Test("A row that is not there, of no list, or of a list of another day is refused in words")
  func refused() throws {
    let office = try office()
    let none = try office.attempt("2026-12-02", "show 2 --user 李明")
    #expect(none.code == 66 && none.err.contains("还没有列表"))
    try office.at("2026-12-02", "due --user 李明")
    let far = try office.attempt("2026-12-02", "show 3 --user 李明")
    #expect(far.code == 66 && far.err.contains("上次的列表只有 2 行"))
    let old = try office.attempt("2026-12-03", "log 2 --by 电话 --note 近况 --user 李明")
    #expect(old.code == 65 && old.err.contains("上次的列表是 2026-12-02 的"))
    #expect(try office.attempt("2026-12-02", "show 0002 --user 李明").out.contains("许林"))
    try office.at("2026-12-02", "find 钱 --user 李明")
    #expect(try office.attempt("2026-12-02", "show 1 --user 李明").err.contains("上次的列表是空的"))
  }

  @Test("A row that is about a case brings it along") func cases() throws {
    let office = try office()
    try office.at("2026-12-01 14:00", "case add 许林 投诉 --about 电梯 --user 李明")
    try office.at("2026-12-01 15:00", "case add 许林 报修 --about 水管 --user 李明")
    try office.at("2026-12-02 09:00", "case list --user 李明")
    let told = try office.at("2026-12-02 10:00", "log 2 --by 电话 --note 已派人 --user 李明")
    #expect(told.out.contains("谈的是 K00002"))
    let other = try office.at(
      "2026-12-02 10:10", "log 2 --by 电话 --note 再说一遍 --about K1 --user 李明")
    #expect(other.out.contains("谈的是 K00001"), "what is said goes before the row")
  }

  @Test("The file of the rows is the user's own and no step of the office") func file() throws {
    let office = try office()
    let before = contents(office.path("office.db"))
    try office.at("2026-12-02", "due --user 李明")
    #expect(contents(office.path("office.db")) == before)
    #expect(office.read("office.db.list-staff-1")?.split(separator: "\n").count == 5)
  }
}
