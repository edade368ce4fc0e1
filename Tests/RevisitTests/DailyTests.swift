import Intake
import Testing

@testable import revisit

/// The morning's files of an office that two threads read.
@Suite struct DailyTests {
  private func office() throws -> Office {
    let office = try Office.open(asOf: "2026-11-05")
    try office.must(
      "import", fixture("import/customers-2000.utf8.csv"), "--skip-bad", "--reject",
      office.path("bad.csv"))
    return office
  }

  @Test func theWeekIsTheSameInWhateverPartsItIsRead() throws {
    let office = try office()
    try office.must("daily", "--out", office.folder)
    // By books and the rest there, by ranges of numbers here.
    let words = ["report", "--from", "2026-11-04", "--to", "2026-11-05"]
    let week = try office.run(words + ["--format", "csv"]).out
    #expect(week.split(whereSeparator: \.isNewline).count > 3)
    // Whoever has no plan stands behind the week.
    let file = office.read("2026-11-05-经理.csv")
    #expect(file?.hasPrefix(CSVWriter.byteOrderMark + week) == true)
    #expect(file?.contains("customer,name,class,consultant,reasons") == true)
    let page = try office.run(words, environment: ["COLUMNS": "\(DailyFiles.paper.width)"])
    #expect(office.read("2026-11-05-经理.txt")?.hasSuffix(page.out) == true)
  }

  @Test func twoRunsWriteTheSame() throws {
    let office = try office()
    let first = try office.must("daily", "--out", office.folder)
    let names = first.lines.dropFirst().map { String($0.dropFirst(2)) }
    let before = names.map(office.read)
    #expect(names.count > 3)
    #expect(try office.must("daily", "--out", office.folder) == first)
    #expect(names.map(office.read) == before)
  }

  @Test func nobodysListIsWrittenOver() throws {
    let office = try Office.open(asOf: "2026-11-05")
    for name in ["甲/乙", "甲_乙", "经理"] { try office.must("staff", "add", name) }
    let lines = try office.must("daily", "--out", office.folder).lines
    let texts = lines.filter { $0.hasSuffix(".txt") }
    #expect(texts.count == 6 && Set(texts).count == 6)
  }
}
