import FoundationEssentials
import Testing

/// `--format json --fields`: the list and what is really written are one.
@Suite("The fields of every JSON", .serialized)
struct JSONFieldsTests {
  /// A wenxin and qnc office with a bit of everything: a complaint, a dead number, a deal, a text.
  private static func office() throws -> Office {
    let office = try Office.under("qnc wenxin", from: "2027-03-01")
    try office.enter("--source 来访 --grade A --tag 重点", on: "2027-03-01 10:00", as: "卫兰")
    try office.enter("--source 来电 --grade B", on: "2027-03-02 10:00", as: "沈冰", phone: 2)
    try office.at("2027-03-02 11:00", "log 沈冰 聊过 \(recorded) @03-04 :送户型图 --user 李明")
    try office.at("2027-03-02 12:00", "case add 卫兰 投诉 --about 漏水 --user 李明")
    try office.at("2027-03-02 12:10", "event 沈冰 认购")
    try office.at("2027-03-02 12:20", "log 卫兰 空号 --user 李明")
    try office.at("2027-03-02 12:30", "milestone add 封顶 --on 2027-03-20")
    try office.at("2027-03-02 12:40", "family add 卫兰 --relation 配偶 --name 陈平 --born 1990-03-05")
    try office.at("2027-03-02 12:50", "message draft")
    return office
  }

  private static let commands = [
    "due", "due --all", "find 沈", "show 沈冰", "why 沈冰", "brief 沈冰", "report --week",
    "report --callback-rate 2027-03", "case list", "case show K1", "message list",
    "message templates", "message outbox", "calendar show", "calendar list", "milestone list",
    "family list 卫兰", "staff list", "office", "ledger list", "policy list", "policy coverage qnc",
    "policy diff qnc yufu", "policy plan 沈冰 --policy yufu --to +30天",
    "policy rehearse yufu --from 2027-03-01 --to 2027-03-04", "doctor",
  ]

  @Test(arguments: commands)
  func listed(command: String) throws {
    let office = try Self.shared.get()
    let json = try office.at("2027-03-04 10:30", "\(command) --format json", wide: true)
    let value = try JSONDecoder().decode(Value.self, from: Data(json.out.utf8))
    let (written, empty) = paths(value, "")
    let list = try office.at("2027-03-04 10:30", "\(command) --format json --fields", wide: true)
    try agree(list, written, empty)
  }

  @Test func anImportsToo() throws {
    let office = try Office.open(from: "2027-03-01", asOf: "2027-03-04 10:30")
    try office.write(
      "姓名,手机号,来源渠道,首次日期,级别,置业顾问\n卫兰,138 0000 0001,来访,2027/3/2,A,李明\n", to: "a.csv")
    let answer = try office.must("import", office.path("a.csv"), "--format", "json")
    let value = try JSONDecoder().decode(Value.self, from: Data(answer.out.utf8))
    let (written, empty) = paths(value, "")
    let list = try office.must("import", office.path("a.csv"), "--format", "json", "--fields")
    try agree(list, written, empty)
  }

  @Test func aBatchsLinesToo() throws {
    let office = try Office.open(policy: "wenxin", from: "2026-12-01")
    try office.at("2026-12-01", "office set project 江南里")
    try office.enter("--source 客资", on: "2026-12-07", as: "邱月")
    try office.at("2026-12-07", "event 邱月 认购 --on 2026-12-07")
    try office.at("2026-12-07 18:00", "message draft --on 2026-12-08 --rule wx-1.2")
    let list = try office.at("2026-12-08 08:00", "message batch --fields")
    let line = try office.batch("2026-12-08 08:00").out.split(separator: "\n")[0]
    let value = try JSONDecoder().decode(Value.self, from: Data(line.utf8))
    try agree(list, paths(value, "").all, [])
  }

  private func agree(_ list: Office.Answer, _ written: Set<String>, _ empty: Set<String>) throws {
    #expect(list.lines.first?.hasPrefix("字段") == true)
    let rows = list.lines.dropFirst().map { $0.split(separator: " ", maxSplits: 1) }
    for row in rows { #expect(row.count == 2, "no meaning: \(row)") }
    let told = Set(rows.compactMap { $0.first.map(String.init) })
    #expect(told.count == rows.count, "told twice")
    #expect(written.subtracting(told).isEmpty, "written, not told: \(written.subtracting(told))")
    // What stands in an empty list, and counts of which there are none, are not written.
    let rest = told.subtracting(written).filter { path in
      !empty.contains {
        path == $0 || path == $0 + "[]" || path.hasPrefix($0 + "[].") || path.hasPrefix($0 + ".")
      }
    }
    #expect(rest.isEmpty, "told, not written: \(rest)")
  }

  /// The paths of the members, and those of lists and objects without any.
  private func paths(_ value: Value, _ place: String) -> (all: Set<String>, empty: Set<String>) {
    var (all, empty): (Set<String>, Set<String>) = ([], [])
    func take(_ value: Value, _ path: String) {
      let below = paths(value, path)
      all.formUnion(below.all)
      empty.formUnion(below.empty)
    }
    switch value {
    case .object(let members):
      for (key, member) in members { take(member, place.isEmpty ? key : "\(place).\(key)") }
      if !place.isEmpty { all.insert(place) }
      if !place.isEmpty, !place.hasSuffix("[]") { empty.insert(place) }
    case .array(let items):
      let isOfObjects = items.contains { if case .object = $0 { true } else { false } }
      if isOfObjects {
        items.forEach { take($0, place + "[]") }
      } else {
        all.insert(place)
        empty.insert(place)
      }
    default: all.insert(place)
    }
    // An empty list says not whether objects would stand in it.
    return (
      all.filter { path in !(empty.contains(path) && path == place) || isPlain(value) }, empty
    )
  }

  private func isPlain(_ value: Value) -> Bool {
    if case .array(let items) = value { return !items.isEmpty }
    return true
  }

  private static let shared = Result { try office() }

  @Test func onlyOfJSON() throws {
    let office = try Office.open()
    let answer = try office.run("due", "--format", "csv", "--fields")
    #expect(answer.code == 64 && answer.err == "revisit: --fields：还需要 --format json\n")
    #expect(
      try office.must("due", "--fields").out
        == office.must("due", "--format", "json", "--fields").out)
    let english = try office.must("why", "--help").out
    #expect(english.contains("--fields"))
    #expect(try office.run("brief", "x", "--format", "csv").err.contains("可写 table json"))
  }

  @Test func rowsOfTheMorningInCSV() throws {
    let office = try Self.shared.get()
    let csv = try office.at("2027-03-04 10:30", "due --format csv").out
    let lines = csv.split(whereSeparator: \.isNewline)
    #expect(
      lines[0].hasSuffix(",channels,row") && lines[1].hasSuffix(",1") && lines[2].hasSuffix(",2"))
  }

  @Test func whyAndBriefAsValues() throws {
    let office = try Self.shared.get()
    let why = try office.at("2027-03-04 10:30", "why 沈冰 --format json").out
    #expect(
      why.hasPrefix(#"{"version":1,"as_of":"2027-03-04 10:30","customer":"C000002","name":"沈冰""#))
    #expect(why.contains(#""rule":"agreed""#) && why.contains(#""listed":true"#))
    let brief = try office.at("2027-03-04 10:30", "brief 沈冰 --format json --user 李明").out
    #expect(brief.contains(#""promise":"送户型图""#) && brief.contains(#""rule":"agreed""#))
    #expect(!brief.contains("13800000002"))
  }
}
