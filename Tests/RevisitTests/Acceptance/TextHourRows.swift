import Testing

/// One office has one stretch of the day for its texts: what all of its policies allow.
@Suite("Hours of texts")
struct TextHourRows {
  private func thanks(_ policies: String) throws -> [String] {
    let office = try Office.under(policies)
    try office.enter("--source 来访 --grade B --time 10:00", on: "2026-12-08 10:00")
    return try office.due("2026-12-08 14:00").reasons().filter { $0.hasPrefix("yufu-2.1.1a") }
  }

  @Test("yufu-2.1.1a until midnight alone, until 20:00 beside wenxin, whichever comes first")
  func together() throws {
    #expect(try thanks("yufu") == ["yufu-2.1.1a due 2026-12-08 13:00..2026-12-08"])
    for policies in ["yufu wenxin", "wenxin yufu"] {
      #expect(try thanks(policies) == ["yufu-2.1.1a due 2026-12-08 13:00..2026-12-08 20:00"])
    }
  }

  @Test("A greeting of another policy is no text of the night; a call and a reply have their day")
  func others() throws {
    let office = try Office.under("qnc wenxin")
    try office.enter("--source 来访 --grade D", on: "2026-12-08")
    try office.expect(
      "qnc-2.1.5b",
      [
        "2026-12-25 09:00": "due 2026-12-25..2026-12-25 20:00", "2026-12-25 20:01": nil,
      ])
    try office.at("2026-12-28", "case add 王芳 投诉 --about 噪音")
    #expect(
      try office.due("2026-12-29").reasons().contains("wx-5.3 due 2026-12-29..2026-12-29"))
  }

  @Test("Hours that no policy shares are remarked on") func apart() throws {
    let office = try Office()
    try office.write(
      """
      extends: yufu
      policy: 清晨
      includes: [wenxin]
      text_hours: 21:00-23:00

      """, to: "清晨.yaml")
    let check = try office.run("policy", "check", office.path("清晨.yaml"))
    #expect(check.code == 0 && (check.out + check.err).contains("P402"))
  }
}
