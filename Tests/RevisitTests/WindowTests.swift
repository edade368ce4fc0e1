import Glibc
import Testing

@testable import revisit

/// What lists look like in a window: nothing is cut at 80 columns, nothing is wider than the window, and long
/// ones go through the pager.
@Suite("Lists in a window")
struct WindowTests {
  private static let about = "厨房漏水，楼上阳台的水管也在漏，物业说三天内来看，至今没有人来过，孩子的房间也潮了"

  private func office() throws -> Office {
    let office = try Office.under("qnc wenxin", from: "2027-05-03")
    try office.enter("--source 来访 --grade A --tag 重点", on: "2027-05-03 10:00", as: "欧阳慕容雪")
    try office.enter("--source 来电 --grade B", on: "2027-05-04 10:00", as: "沈冰", phone: 2)
    try office.enter("--source 来访", on: "2027-05-06 09:00", as: "卫兰", phone: 3)
    try office.at("2027-05-04 11:00", "log 沈冰 说要先卖掉老房子再看，家里人都想住得离学校近一点 \(recorded)")
    for _ in 1...3 {
      try office.at("2027-05-04 12:00", "case add 欧阳慕容雪 投诉 --about \(Self.about)")
    }
    try office.at("2027-05-05 09:00", "message draft --on 2027-05-06")
    return office
  }

  private func shown(_ office: Office, _ line: String, _ columns: UInt16, pager: String = "cat")
    throws
    -> String
  {
    let terminal = try PseudoTerminal(columns: columns)
    let running = try office.start(
      words(line),
      environment: ["NO_COLOR": "1", "PAGER": pager, "REVISIT_AS_OF": "2027-05-06 10:30"],
      output: terminal.name)
    #expect(try running.wait() == 0, "\(line)")
    return String(decoding: terminal.all(), as: UTF8.self)
  }

  @Test func nothingIsCutAt80() throws {
    let office = try office()
    for line in [
      "due", "due --brief", "report --week", "case list", "message list", "calendar show", "find 沈",
      "ledger list", "show 沈冰", "why 欧阳慕容雪", "brief 沈冰", "milestone list", "",
    ] {
      let page = try shown(office, line, 80)
      for row in page.split(separator: "\n") {
        #expect(Width.of(String(row)) <= 80, "\(line): \(row)")
      }
      #expect(!page.contains(".."), "\(line): \(page)")
      #expect(!page.contains("qnc-") || line.hasPrefix("why"), "\(line): \(page)")
    }
    let list = try shown(office, "due", 80)
    #expect(list.contains(" ×3") && !list.contains("13800000001"), "\(list)")
  }

  @Test(arguments: [30, 40, 53, 54, 59, 60] as [UInt16])
  func narrow(columns: UInt16) throws {
    let office = try office()
    for line in ["due --consultant 李明", "due --brief", ""] {
      let page = try shown(office, line, columns)
      for row in page.split(separator: "\n") {
        #expect(Width.of(String(row)) <= Int(columns), "\(line): \(row)")
      }
    }
    let page = try shown(office, "due --consultant 李明", columns)
    #expect(page.contains("13800000001") && page.contains("13800000002"), "\(page)")
  }

  @Test func helpFits() throws {
    let office = try office()
    for line in ["log --help", "find --help", "show --help", "due -h", "help import", "--help"] {
      let terminal = try PseudoTerminal()
      let running = try office.start(words(line), output: terminal.name)
      #expect(try running.wait() == 0)
      let page = String(decoding: terminal.all(), as: UTF8.self)
      for row in page.split(separator: "\n") { #expect(Width.of(String(row)) <= 80, "\(row)") }
      // Nothing is lost by it.
      let whole = try office.run(words(line)).out
      #expect(page.filter { !$0.isWhitespace } == whole.filter { !$0.isWhitespace }, "\(line)")
    }
  }

  @Test("$PAGER, then the user's settings; cat is no pager")
  func pager() throws {
    let office = try office()
    mkdir(office.path("config"), 0o700)
    mkdir(office.path("config/revisit"), 0o700)
    try office.write("pager = sed s/^/设置:/\n", to: "config/revisit/config")
    func page(_ variables: [String: String]) throws -> String {
      let terminal = try PseudoTerminal()
      let running = try office.start(
        ["policy", "list", "--as-of", "2027-05-06"],
        environment: variables.merging(["NO_COLOR": "1", "XDG_CONFIG_HOME": office.path("config")])
        {
          $1
        }, output: terminal.name)
      #expect(try running.wait() == 0)
      return String(decoding: terminal.all(), as: UTF8.self)
    }
    #expect(try page([:]).hasPrefix("设置:制度"))
    #expect(try page(["PAGER": "sed s/^/变量:/"]).hasPrefix("变量:制度"))
    #expect(try page(["PAGER": "cat"]).hasPrefix("制度"))
  }
}
