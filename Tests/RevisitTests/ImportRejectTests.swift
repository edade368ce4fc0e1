import Glibc
import Testing

@testable import revisit

/// The file that refused rows go to, and an import that is broken off.
@Suite struct ImportRejectTests {
  private func office(rows: String) throws -> Office {
    let office = try Office.open()
    try office.write("姓名,手机号,来源渠道\n" + rows, to: "a.csv")
    return office
  }

  private static let mixed = "孙丽,13800000021,来访\n赵强,1380000002,来访\n"

  private func names(_ office: Office) -> [String] {
    var names: [String] = []
    guard let folder = opendir(office.folder) else { return [] }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  @Test("Refused rows go to a file that only its owner reads") func ownersAlone() throws {
    let office = try office(rows: Self.mixed)
    try office.must("import", office.path("a.csv"), "--skip-bad")
    var status = stat()
    #expect(stat(office.path("a.refused.csv"), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(names(office).filter { $0.contains("refused") } == ["a.refused.csv"])
  }

  @Test("A file that is there is not written over, nor is a link that points nowhere")
  func isKept() throws {
    let office = try office(rows: Self.mixed)
    try office.write("mine\n", to: "b.csv")
    symlink(office.path("nowhere"), office.path("c.csv"))
    for name in ["b.csv", "c.csv", "stdout"] {
      let answer = try office.run(
        "import", office.path("a.csv"), "--skip-bad", "--reject", office.path(name),
        environment: ["REVISIT_LANG": "en"])
      #expect(answer.code == 73 && answer.err.contains(name), "\(answer)")
    }
    #expect(office.read("b.csv") == "mine\n" && office.read("nowhere") == nil)
    #expect(try office.run("show", "孙丽").code != 0)
  }

  @Test("Where the file cannot be made, nothing is imported") func noPlace() throws {
    let office = try office(rows: Self.mixed)
    let answer = try office.run(
      "import", office.path("a.csv"), "--skip-bad", "--reject", office.path("no/b.csv"))
    #expect(answer.code == 73, "\(answer)")
    #expect(try office.run("show", "孙丽").code != 0)
  }

  @Test("Without a refused row no file appears") func noFile() throws {
    let office = try office(rows: "孙丽,13800000021,来访\n")
    try office.must("import", office.path("a.csv"), "--skip-bad")
    #expect(names(office).allSatisfy { !$0.contains("refused") })
  }

  @Test("Broken off by Ctrl-C, an import leaves nothing of itself") func interrupted() throws {
    let rows = (0..<40_000).map { number in
      let phone = number % 50 == 49 ? "138" : String(13_600_000_000 + number)
      return "客户\(number),\(phone),来访\n"
    }
    let office = try office(rows: rows.joined())
    let before = names(office)
    let running = try office.start(
      ["import", office.path("a.csv"), "--skip-bad"], output: office.path("stdout"))
    // Long enough to have begun, and much shorter than it takes.
    usleep(300_000)
    running.send(SIGINT)
    #expect(try running.wait() == 128 + SIGINT)
    #expect(try office.run("show", "客户1").code != 0)
    try office.must("doctor")
    let known = Set(before + ["stdout", "stderr", "office.db-journal"])
    #expect(names(office).allSatisfy { known.contains($0) }, "\(names(office))")
    // The same import again is whole.
    try office.must("import", office.path("a.csv"), "--skip-bad")
    #expect(office.read("a.refused.csv")?.split(separator: "\n").count == 801)
  }
}
