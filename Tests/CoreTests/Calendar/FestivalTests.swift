import Core
import Testing

@Suite struct FestivalTests {
  @Test func allSharedFestivals() throws {
    let rows = try Fixture.rows("festivals.csv")
    #expect(rows.count == 663)
    for row in rows {
      let festival = try #require(Festival.allCases.first { $0.builtIn?.word.chinese == row[0] })
      let year = try #require(Int(row[1].prefix(4)))
      #expect(festival.day(in: year)?.description == row[1], "\(row[0])")
    }
  }

  @Test func qingmingOfEveryYear() throws {
    let rows = try Fixture.rows("qingming.csv")
    #expect(rows.count == 200)
    for row in rows {
      let year = try #require(Int(row[0]))
      #expect(Festival.qingming.day(in: year)?.description == row[1])
    }
  }

  @Test(arguments: [
    (Festival.springFestival, 2027, "2027-02-06"), (.newYearsEve, 2027, "2027-02-05"),
    (.midAutumn, 1978, "1978-09-17"), (.midAutumn, 2026, "2026-09-25"),
    (.springFestival, 1901, "1901-02-19"), (.doubleNinth, 2100, "2100-10-12"),
    (.nationalDay, 2199, "2199-10-01"), (.newYear, 1900, "1900-01-01"),
  ])
  func day(festival: Festival, year: Int, expected: String) {
    #expect(festival.day(in: year)?.description == expected)
  }

  @Test func outsideTheCalendarsThereIsNone() {
    for festival in Festival.allCases {
      for year in [1899, 2200, Int.max, Int.min] { #expect(festival.day(in: year) == nil) }
    }
    for festival: Festival in [.springFestival, .newYearsEve, .qingming, .qixi] {
      for year in [1900, 2101] { #expect(festival.day(in: year) == nil) }
    }
  }
}
