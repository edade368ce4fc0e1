import Testing

/// How a customer is named, and who of several is meant.
@Suite("Naming a customer")
struct NamingRows {
  /// 李明 has two whose names are read `lj`, one of them on today's list; 周敏 has others of those names.
  private func office() throws -> Office {
    let office = try Office.open()
    try office.enter("--source 来访 --grade A", on: "2026-12-08 10:00", as: "罗娟", phone: 1)
    try office.enter("--source 来访 --grade D", on: "2026-12-08 10:00", as: "刘建国", phone: 2)
    try office.enter("--source 来访 --grade D", on: "2026-12-08 10:00", as: "单小雨", phone: 3)
    try office.enter(
      "--source 来访 --grade A", on: "2026-12-08 10:00", as: "刘建国", phone: 4, consultant: "周敏")
    try office.enter(
      "--source 来访 --grade D", on: "2026-12-08 10:00", as: "欧阳晓", phone: 5, consultant: "周敏")
    try office.enter("--source 来访 --grade D", on: "2026-12-08 10:00", as: "阿依·古丽", phone: 6)
    try office.enter("--source 来访 --grade D", on: "2026-12-08 10:00", as: "\"Anna Li\"", phone: 7)
    return office
  }

  private func meant(_ text: String, by user: String, _ office: Office) throws -> String? {
    let answer = try office.run(
      ["show", text, "--format", "json", "--user", user, "--as-of", "2026-12-09 09:00"])
    guard answer.code == 0 else { return nil }
    return answer.out.split(separator: "\"").first { $0.hasPrefix("C0000") }.map(String.init)
  }

  @Test(
    "The customer whom a person would have understood",
    arguments: [
      ("刘建国", "李明", "C000002"), ("刘建国", "周敏", "C000004"), ("建国", "李明", "C000002"),
      ("建国", "周敏", "C000004"), ("ljg", "李明", "C000002"), ("liujianguo", "周敏", "C000004"),
      ("LIUJG", "周敏", "C000004"), ("luojuan", "李明", "C000001"), ("sxy", "李明", "C000003"),
      ("shanxiaoyu", "李明", "C000003"), ("oyx", "周敏", "C000005"), ("ouyangxiao", "李明", "C000005"),
      ("晓", "李明", "C000005"), ("阿依古丽", "李明", "C000006"), ("阿依•古丽", "周敏", "C000006"),
      ("annali", "李明", "C000007"), ("ａｎｎａ　ＬＩ", "周敏", "C000007"), ("刘 建国", "李明", "C000002"),
      ("0005", "李明", "C000005"), ("尾号0003", "周敏", "C000003"), ("13800000004", "李明", "C000004"),
    ])
  func understood(_ text: String, _ user: String, _ customer: String) throws {
    #expect(try meant(text, by: user, office()) == customer)
  }

  @Test("Of one's own customers of a name the one on today's list; else the candidates are told")
  func list() throws {
    let office = try office()
    try office.enter("--source 来访 --grade D", on: "2026-12-08 10:00", as: "罗静", phone: 8)
    #expect(try meant("lj", by: "李明", office) == "C000001")
    try office.call("罗娟", on: "2026-12-09 08:30", by: "李明")
    let many = try office.attempt("2026-12-09 09:00", "show 罗 --user 李明")
    #expect(many.code == 65 && many.err.contains("C000001 罗娟") && many.err.contains("C000008 罗静"))
    #expect(!many.err.contains("刘建国"))
    // So are those whose initials both are.
    let initials = try office.attempt("2026-12-09 09:00", "log lj 看中三室 --user 李明")
    #expect(
      initials.code == 65
        && initials.err
          == "revisit: lj：有多位客户；请写编号：C000001 罗娟 138****0001、C000008 罗静 138****0008\n",
      "\(initials.err)")
    let office2 = try office.attempt("2026-12-09 09:00", "show 建国")
    #expect(office2.code == 65, "who is no member of staff has neither list nor customers")
  }

  @Test("Nobody of that name is said, with the nearest") func nobody() throws {
    let answer = try office().attempt("2026-12-09", "show 刘建业 --user 李明")
    #expect(answer.code == 66 && answer.err.contains("是否“刘建国”"))
    #expect(try office().attempt("2026-12-09", "show zzq --user 李明").code == 66)
  }
}

/// `find` and `due` for some of the customers.
@Suite("Filters")
struct FilterRows {
  private func office() throws -> Office {
    let office = try Office.open()
    try office.enter(
      "--source 来访 --grade A --layout 三房两厅 --budget 180-220万", on: "2026-12-08 10:00", as: "谭琳",
      phone: 1)
    try office.enter(
      "--source 来访 --grade C --budget 300万 --note 只看东边户", on: "2026-12-08 10:00", as: "邵刚", phone: 2
    )
    try office.enter("--source 来电 --grade A", on: "2026-12-08 10:00", as: "姚红", phone: 3)
    try office.enter(
      "--source 来访 --grade A", on: "2026-12-08 10:00", as: "汤伟", phone: 4, consultant: "周敏")
    try office.at("2026-12-08 11:00", "event 邵刚 认购 --user 李明")
    try office.at("2026-12-08 11:00", "edit 谭琳 --tag 重点 --user 李明")
    try office.at("2026-12-08 15:00", "log 谭琳 --by 电话 --note 嫌楼层低 \(recorded) --user 李明")
    return office
  }

  private func found(_ options: String, _ office: Office) throws -> [String] {
    let csv = try office.at("2026-12-09 09:00", "find \(options) --format csv")
    return csv.lines.dropFirst().map { String($0.split(separator: ",")[2]) }
  }

  @Test(
    "Who is found",
    arguments: [
      ("楼层低", ["谭琳"]), ("东边", ["邵刚"]), ("--grade A", ["谭琳", "姚红", "汤伟"]),
      ("--grade A,C --consultant 李明", ["谭琳", "邵刚", "姚红"]), ("--stage 认购", ["邵刚"]),
      ("--stage 已认购 --grade A", []), ("--tag 重点", ["谭琳"]), ("--layout 三房", ["谭琳"]),
      ("--budget 200万", ["谭琳"]), ("--budget 210-310万", ["谭琳", "邵刚"]),
      ("--no-contact-since 12-08 --consultant 李明", ["邵刚", "姚红"]), ("--class 来电A", ["姚红"]),
      ("tl --grade A", ["谭琳"]), ("--consultant 周敏", ["汤伟"]), ("姚 --grade C", []),
    ])
  func find(_ options: String, _ names: [String]) throws {
    #expect(try found(options, office()) == names)
  }

  @Test("The morning list takes them, and says that it is not whole") func due() throws {
    let office = try office()
    let all = try office.due("2026-12-11 09:00", "--consultant 李明").names
    #expect(all.contains("谭琳") && all.contains("姚红"))
    for (options, names) in [
      ("--tag 重点", ["谭琳"]), ("--class 来电", ["姚红"]), ("--budget 50万", []),
    ] {
      #expect(try office.due("2026-12-11 09:00", "--consultant 李明 \(options)").names == names)
    }
    let page = try office.at("2026-12-11 09:00", "due --consultant 李明 --grade A --tag 重点")
    #expect(page.lines.contains("只看：级别 A，重点"))
    let whole = try office.at("2026-12-11 09:00", "due --format csv --class 来访").lines
    #expect(whole.dropFirst().allSatisfy { !$0.contains("姚红") } && whole.count > 1)
  }

  @Test("What is no grade, stage, tag, amount or day is refused where it stands") func refused()
    throws
  {
    let office = try office()
    for (options, place) in [
      ("--grade E", "--grade"), ("--stage 看房", "--stage"), ("--tag 没有", "--tag"),
      ("--budget 很多", "--budget"), ("--no-contact-since 大后年", "--no-contact-since"),
    ] {
      for command in ["find", "due"] {
        let answer = try office.attempt("2026-12-09", "\(command) \(options)")
        #expect(answer.code == 64 && answer.err.contains("\(place)："), "\(command) \(options)")
      }
    }
  }
}
