import Testing

/// The calls of the coming days for other programs' calendars.
@Suite("A calendar file")
struct CalendarFileRows {
  private func office() throws -> Office {
    let office = try Office.open()
    try office.enter(
      "--source 来访 --grade A", on: "2026-11-03 10:00", as: "欧阳很长很长很长很长很长很长的名字", phone: 1)
    try office.at(
      "2026-11-03 11:00",
      "log 0001 --by 电话 --note 近况 --next \"2026-11-06 16:00\" --promise \"送户型图,很长;很长很长很长很长很长的\"")
    return office
  }

  /// Lines put together again.
  private func lines(_ text: String) -> [String] {
    text.replacing("\r\n ", with: "").components("\r\n").filter { !$0.isEmpty }
  }

  @Test("Lines are folded, values escaped, and no number is whole unless asked for")
  func form() throws {
    let office = try office()
    let text = try office.at("2026-11-04 09:00", "calendar ics --consultant 李明").out
    #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
    #expect(text.components("\r\n").allSatisfy { $0.utf8.count <= 75 })
    let all = lines(text)
    #expect(all.contains { $0.hasPrefix("DESCRIPTION:") && $0.contains("户型图\\,很长\\;") }, "\(all)")
    #expect(all.count { $0 == "BEGIN:VEVENT" } == all.count { $0 == "END:VEVENT" })
    #expect(all.contains { $0.hasPrefix("TRIGGER:") } && !text.contains("13800000001"))
    #expect(
      try office.at("2026-11-04 09:00", "calendar ics --consultant 李明 --reveal").out.replacing(
        "\r\n ", with: ""
      ).contains("13800000001"))
  }

  @Test("The same call keeps its name from day to day, and stands at the hour agreed")
  func updates() throws {
    let office = try office()
    let first = lines(try office.at("2026-11-04 09:00", "calendar ics --consultant 李明").out)
    let later = lines(try office.at("2026-11-05 09:00", "calendar ics --consultant 李明").out)
    let names = first.filter { $0.hasPrefix("UID:") }
    #expect(!names.isEmpty && Set(names) == Set(later.filter { $0.hasPrefix("UID:") }))
    #expect(Set(names).count == names.count)
    #expect(later.contains("DTSTART:20261106T160000"), "\(later)")
    try office.at("2026-11-05 09:00", "calendar ics --consultant 李明 --out \(office.path("a.ics"))")
    #expect(office.read("a.ics")?.hasPrefix("BEGIN:VCALENDAR") == true)
  }
}
