import Glibc
import Testing

/// Who works, and what they may do: the program's own user, a member named, and one who comes through sudo.
@Suite("The program knows who works")
struct RightsRows {
  /// 郑总 is the manager and has `daemon` for a login, 李明 (`bin`) and 宋雅 are consultants, 孙倩 is 客服;
  /// 魏东 is 李明's, 韩梅 宋雅's.
  private func office() throws -> Office {
    let office = try Office(asOf: "2027-03-01 09:00")
    try office.must("init", "--policy", "qnc", "--from", "2027-03-01")
    try office.must("staff", "add", "郑总", "--role", "经理", "--login", "daemon")
    try office.must("staff", "add", "李明", "--login", "bin")
    try office.must("staff", "add", "宋雅")
    try office.must("staff", "add", "孙倩", "--role", "客服")
    try office.must("staff", "add", "何平", "--role", "内业")
    for (name, phone, consultant) in [("魏东", "13811110001", "李明"), ("韩梅", "13811110002", "宋雅")] {
      try office.must(
        "add", name, "--phone", phone, "--source", "来访", "--grade", "A", "--consultant", consultant)
    }
    return office
  }

  /// Runs the program as somebody whom sudo lets run it: `daemon` is user 1 and `bin` user 2 on every Linux.
  private func through(
    _ office: Office, _ user: Int, _ words: String..., variables: [String: String] = [:]
  ) throws -> Office.Answer {
    try through(office, user, words, variables: variables)
  }

  private func through(
    _ office: Office, _ user: Int, _ words: [String], variables: [String: String] = [:]
  ) throws -> Office.Answer {
    // Without the variables that name an office: sudo drops them, and /etc/revisit.conf names it.
    let path = office.path("data/revisit/revisit.db")
    mkdir(office.path("data"), 0o700)
    mkdir(office.path("data/revisit"), 0o700)
    link(office.path("office.db"), path)
    var environment = [
      "SUDO_UID": "\(user)", "REVISIT_DB": "", "XDG_DATA_HOME": office.path("data"),
    ]
    environment.merge(variables) { $1 }
    return try office.run(words, environment: environment)
  }

  @Test("a name that nobody has is refused, with the nearest")
  func nobody() throws {
    let office = try office()
    for words in [["due"], ["log", "魏东", "--by", "电话"], ["show", "魏东"]] {
      let answer = try office.run(words + ["--user", "郑总总"])
      #expect(answer.code == 64 && answer.out.isEmpty, "\(words)")
    }
    let near = try office.run("due", "--user", "李名")
    #expect(near.code == 64 && near.err.contains("李明"))
    let variable = try office.run("due", environment: ["REVISIT_USER": "zzz"])
    #expect(variable.code == 64)
    #expect(variable.err == "revisit: REVISIT_USER：没有员工“zzz”；员工见 revisit staff list\n")
  }

  @Test("through sudo it is the one whose login it is, and nobody else")
  func sudo() throws {
    let office = try office()
    let own = try through(office, 2, "due")
    #expect(own.code == 0 && own.out.contains("顾问 李明") && !own.out.contains("韩梅"))
    let unknown = try through(office, 65534, "due")
    #expect(unknown.code == 77 && unknown.out.isEmpty)
    #expect(unknown.err.contains("不在员工名单里；请 郑总 执行 revisit staff edit 姓名 --login"))
    let missing = try through(office, 4_000_000, "show", "魏东")
    #expect(missing.code == 77)
    #expect(try through(office, 2, "due", "--user", "郑总").code == 77)
    #expect(try through(office, 2, "due", variables: ["REVISIT_USER": "郑总"]).code == 77)
    #expect(try through(office, 2, "due", "--db", office.path("office.db")).code == 77)
    #expect(
      try through(office, 2, "due", variables: ["REVISIT_DB": office.path("office.db")]).code == 77)
    #expect(try through(office, 1, "due", "--user", "李明").out.contains("顾问 李明"))
  }

  @Test("a consultant works with own customers; of a colleague's it is said whose they are")
  func colleagues() throws {
    let office = try office()
    for words in [
      ["log", "韩梅", "--by", "电话", "--note", "看房"], ["event", "韩梅", "认购"],
      ["edit", "韩梅", "--grade", "B"], ["postpone", "韩梅", "--to", "03-03"],
      ["merge", "韩梅", "--into", "魏东"],
      ["ledger", "add", "礼品", "--customer", "韩梅", "--note", "生日"],
      ["show", "韩梅", "--reveal"], ["family", "add", "韩梅", "--relation", "配偶", "--name", "陈平"],
    ] {
      let refused = try through(office, 2, words)
      #expect(refused.code == 77 && refused.out.isEmpty, "\(words)")
      #expect(refused.err.contains("是 宋雅 的客户；找 宋雅 或经理"), "\(refused.err)")
    }
    // The database's own user may act for anybody, and is told.
    let told = try office.must("log", "韩梅", "--by", "电话", "--note", "看房", "--user", "李明")
    #expect(told.err.contains("是 宋雅 的客户"))
    #expect(try office.run("show", "韩梅", "--reveal", "--user", "李明").code == 77)
    try office.must("undo", "--user", "李明")
    let seen = try through(office, 2, "show", "韩梅").out
    #expect(seen.contains("138****0002") && seen.contains("宋雅") && !seen.contains("13811110002"))
    let list = try through(office, 2, "due", "--consultant", "宋雅").out
    #expect(list.contains("138****0002") && !list.contains("13811110002"))
    // What anybody hears may be recorded by anybody, and whose case it is may speak about it.
    #expect(try through(office, 2, "case", "add", "韩梅", "投诉", "--about", "漏水").code == 0)
    let spoken = ["log", "韩梅", "--by", "电话", "--note", "在修", "--about", "K00001"]
    #expect(try through(office, 2, spoken).code == 77)
    try office.must("case", "step", "K00001", "派单", "--to", "李明", "--user", "郑总")
    #expect(try through(office, 2, spoken).code == 0)
    let service = try office.must("log", "韩梅", "--by", "电话", "--note", "回访", "--user", "孙倩")
    #expect(service.err.isEmpty)
  }

  @Test("what wants a manager or an administrator is refused to others, and says whom to ask")
  func reserved() throws {
    let office = try office()
    try office.must("edit", "魏东", "--do-not-contact", "--user", "李明")
    try office.write("姓名,手机号\n陈刚,13811110003\n", to: "new.csv")
    let deeds = [
      ["policy", "adopt", "yufu", "--from", "2027-04-01"], ["staff", "add", "新人"],
      ["staff", "edit", "宋雅", "--login", "games"], ["staff", "leave", "何平"],
      ["edit", "魏东", "--contact"], ["import", office.path("new.csv")],
      ["message", "approve", "--all"],
    ]
    for deed in deeds {
      let answer = try office.run(deed + ["--user", "李明"])
      #expect(answer.code == 77 && answer.err.contains("请 郑总 来做"), "\(deed) \(answer)")
      #expect(try office.run(deed + ["--user", "孙倩"]).code == 77, "\(deed)")
      #expect(try office.run(deed + ["--user", "郑总"]).code == 0, "\(deed)")
    }
    try office.must("staff", "edit", "李明", "--administrator", "--user", "郑总")
    try office.must("staff", "edit", "宋雅", "--login", "none", "--user", "李明")
  }

  @Test("one takes back own steps; the list says whose each is")
  func undo() throws {
    let office = try office()
    try office.must("log", "魏东", "--by", "电话", "--note", "看房", "--user", "李明")
    let others = try office.run("undo", "--user", "宋雅")
    #expect(others.code == 65)
    #expect(others.err == "revisit: 没有你自己的步骤；最近一步是 李明 的；旧记录用 revisit void\n")
    let list = try office.must("undo", "--list", "--user", "宋雅").out
    #expect(list.contains("李明") && list.contains("log") && list.contains("C000001 魏东"))
    #expect(try office.must("undo", "--user", "李明").out.contains("已撤销：log"))
    #expect(try office.must("undo", "--list").out.contains("已撤销"))
  }

  @Test("whole numbers leave a row, for a manager to see")
  func reveal() throws {
    let office = try office()
    #expect(try office.must("show", "韩梅", "--reveal", "--user", "孙倩").out.contains("13811110002"))
    #expect(try office.must("find", "韩", "--reveal", "--user", "孙倩").out.contains("13811110002"))
    let told = try office.must("show", "韩梅", "--user", "郑总").out
    #expect(told.contains("看过完整号码 2 次：") && told.contains("孙倩"), "\(told)")
    #expect(try !office.must("show", "韩梅", "--user", "宋雅").out.contains("看过完整号码"))
    // It is no step that could be taken back.
    #expect(try office.run("undo", "--user", "孙倩").code == 65)
    let own = try office.must("show", "魏东", "--reveal", "--user", "李明").out
    #expect(own.contains("13811110001"))
    #expect(try !office.must("show", "魏东", "--user", "郑总").out.contains("看过完整号码"))
  }

  @Test("who leaves hands over first, and is on no list afterwards")
  func leave() throws {
    let office = try office()
    let held = try office.run("staff", "leave", "宋雅")
    #expect(held.code == 65 && held.err.contains("名下还有 1 位客户"))
    try office.must("edit", "韩梅", "--consultant", "李明")
    try office.must("staff", "leave", "宋雅")
    #expect(try office.run("due", "--user", "宋雅").code == 65)
    #expect(
      try office.run("add", "周平", "--phone", "13811110009", "--source", "来访", "--consultant", "宋雅")
        .code == 65)
    #expect(try !office.must("daily", "--dry-run").out.contains("宋雅"))
    try office.must("daily", "--out", office.path("out"))
    #expect(text(ofFile: office.path("out/2027-03-01-宋雅.txt")) == nil)
    #expect(try office.must("staff", "list").out.contains("2027-03-01"))
    try office.must("undo")
    #expect(try office.must("due", "--user", "宋雅").code == 0)
  }

  @Test("a file that the caller could not read is not read for them")
  func files() throws {
    let office = try office()
    try office.write("12345\n", to: "secret.txt")
    let sent = try through(office, 1, "message", "sent", "--file", office.path("secret.txt"))
    #expect(sent.code == 77 && !sent.err.contains("12345"), "\(sent)")
    try office.write("extends: qnc\n", to: "own.yaml")
    #expect(try through(office, 1, "policy", "check", office.path("own.yaml")).code == 77)
    #expect(try through(office, 1, "import", office.path("secret.txt")).code == 77)
    #expect(try through(office, 1, "import", office.path("nothing.csv")).code == 77)
    #expect(try through(office, 1, "daily", "--out", office.path("lists")).code == 77)
    #expect(try through(office, 1, "message", "batch", "--out", office.path("b.jsonl")).code == 77)
  }
}
