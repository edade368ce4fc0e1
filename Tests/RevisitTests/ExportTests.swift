import Core
import PolicyFiles
import Store
import Testing

/// The export of an office, in the three encodings in which it comes.
@Suite struct ExportTests {
  static let encodings = ["utf8", "utf8bom", "gb18030"]

  @Test func theEncodingsGiveTheSameOffice() throws {
    let offices = try Self.encodings.map { encoding in
      let office = try Office(asOf: "2026-11-05 09:00")
      try office.must("init")
      let file = fixture("import/customers-2000.\(encoding).csv")
      let answer = try office.must("import", file, "--skip-bad", "--reject", office.path("bad.csv"))
      #expect(answer.lines[0].hasSuffix("：导入 1934，不变 0，拒绝 64，空行 2"))
      return office
    }
    let contents = try offices.map(content)
    #expect(contents[0].count == 1934)
    #expect(contents[1] == contents[0])
    #expect(contents[2] == contents[0])
    #expect(offices[1].read("bad.csv") == offices[0].read("bad.csv"))
    #expect(offices[2].read("bad.csv") == offices[0].read("bad.csv"))
    for office in offices {
      #expect(try office.run("doctor").code == 0)
    }
  }

  @Test(arguments: encodings) func importingAgainChangesNothing(_ encoding: String) throws {
    let office = try Office(asOf: "2026-11-05 09:00")
    try office.must("init")
    let first = fixture("import/customers-2000.utf8.csv")
    try office.must("import", first, "--skip-bad", "--reject", office.path("1.csv"))
    let before = try content(office)
    let again = try office.must(
      "import", fixture("import/customers-2000.\(encoding).csv"), "--skip-bad", "--reject",
      office.path("2.csv"))
    #expect(again.lines[0].hasSuffix("：导入 0，不变 1934，拒绝 64，空行 2"))
    #expect(try content(office) == before)
  }

  /// The whole office's list is written while it is made; a consultant's is made first.
  @Test func theWholeListIsEverybodysLists() throws {
    let office = try Office(asOf: "2026-11-05 09:00")
    try office.must("init")
    let file = fixture("import/customers-2000.utf8.csv")
    try office.must("import", file, "--skip-bad", "--reject", office.path("1.csv"))
    for more in [[], ["--all"], ["--ahead", "9"]] {
      func rows(_ words: String...) throws -> [String] {
        // The last column is the number of the row on that list.
        try office.run(["due", "--format", "csv", "--reveal"] + words + more).lines.dropFirst()
          .map { $0.split(separator: ",").dropLast().joined(separator: ",") }
      }
      let whole = try rows()
      #expect(whole.count > 100)
      let consultants = Set(whole.map { $0.split(separator: ",")[3] }).sorted()
      for consultant in consultants {
        let own = whole.filter { $0.split(separator: ",")[3] == consultant }
        #expect(try rows("--consultant", String(consultant)) == own, "\(consultant) \(more)")
      }
      let json = try office.run(["due", "--format", "json"] + more).out
      let numbers = json.matches(of: /"customer":"(C\d+)","name"/).map(\.output.1)
      #expect(numbers == whole.map { $0.split(separator: ",")[0] })
      #expect(json.hasPrefix("{\"version\":1,") && json.hasSuffix("}\n"))
    }
  }

  /// What the database says of a customer.
  private struct Content: Equatable {
    let customer: CustomerSummary
    let profile: Profile?
    let facts: [Fact]
  }

  private func content(_ office: Office) throws -> [Content] {
    let store = try Store.open(
      at: office.path("office.db"), readOnly: true, policies: PolicyForm.coding)
    var contents: [Content] = []
    try store.forEachCustomer { customer in
      contents.append(
        Content(
          customer: customer, profile: try store.profile(of: customer.id),
          facts: try store.history(of: customer.id)?.facts ?? []))
    }
    return contents
  }
}

/// The path of a file under Tests/Fixtures.
func fixture(_ name: String, of file: String = #filePath) -> String {
  let folders = file.split(separator: "/").dropLast(2)
  return "/" + folders.joined(separator: "/") + "/Fixtures/" + name
}
