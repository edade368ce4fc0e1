import FoundationEssentials
import Testing

/// Pictures on a page of HTML.
@Suite("Charts")
struct ChartRows {
  private func office() throws -> Office {
    let office = try Office.open()
    for (index, name) in ["王芳", "李<娜>", "赵强"].enumerated() {
      try office.enter(
        "--source 来访 --grade A", on: "2026-11-03 10:00", as: name, phone: index + 1)
    }
    try office.at("2026-11-03 11:10", "log 王芳 --by 电话 --note 近况")
    try office.at("2026-11-03 11:20", "log 赵强 无人接")
    try office.at("2026-11-04 15:00", "event 王芳 认购")
    return office
  }

  @Test("A week has all five, and needs nothing from outside") func week() throws {
    let office = try office()
    let page = try office.at("2026-11-10", "report --week 2026-W45 --format html").out
    for title in ["及时率", "今后两周", "新客转化", "每百个电话", "逾期多久"] {
      #expect(page.contains("<figcaption>\(title)"), "\(title)")
    }
    #expect(page.components("<svg").count == 6, "\(page)")
    #expect(page.contains("Content-Security-Policy") && page.contains("prefers-color-scheme: dark"))
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("<script"))
    // Of two calls before noon on Tuesday one was answered.
    #expect(page.contains(">50</text>"))
    // A month has them, a consultant's sheet and other forms have none.
    #expect(try office.at("2026-11-10", "report --month --format html").out.contains("<svg"))
    let own = try office.at("2026-11-10", "report --week 2026-W45 --consultant 李明 --format html")
    #expect(!own.out.contains("<svg"))
    #expect(try !office.at("2026-11-10", "report --week 2026-W45").out.contains("<svg"))
  }

  @Test("Nothing is drawn outside the picture, and no letter is smaller than on a phone")
  func size() throws {
    let office = try office()
    let page = try office.at("2026-11-10", "report --week 2026-W45 --format html").out
    for piece in page.components("<rect ").dropFirst() {
      func number(_ name: String) -> Int {
        Int(piece.components("\(name)=\"")[1].prefix { $0.isNumber }) ?? -1
      }
      #expect(number("x") >= 0 && number("x") + number("width") <= 360)
    }
    #expect(page.contains("viewBox=\"0 0 360 ") && page.contains("svg text { font-size: 12px"))
  }
}
