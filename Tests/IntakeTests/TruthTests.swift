import Core
import FoundationEssentials
import Intake
import Testing

/// The shared export, 2,000 rows in three encodings, against what its makers say is in it.
@Suite struct TruthTests {
  private static let files = [
    ("customers-2000.utf8.csv", TextEncoding.utf8),
    ("customers-2000.utf8bom.csv", .utf8BOM),
    ("customers-2000.gb18030.csv", .gb18030),
  ]

  private static func outcome(_ file: String) throws -> Outcome {
    try ByteSource.withFile(fixture("import/\(file)")) { try read($0) }
  }

  @Test(arguments: files) func everyRowIsAsTheTruthSays(
    file: String, encoding: TextEncoding
  ) throws {
    let truth = try Truth.load()
    let outcome = try TruthTests.outcome(file)
    #expect(outcome.opening?.encoding == encoding)
    let rows = Dictionary(uniqueKeysWithValues: outcome.rows.map { ($0.row, $0) })
    let refusals = Dictionary(uniqueKeysWithValues: outcome.refusals.map { ($0.row, $0) })
    for expected in truth.rows {
      let found = TruthTests.remarks(rows[expected.row], refusals[expected.row])
      #expect(found == expected.remarks, "row \(expected.row)")
      let isRepeat = found.contains("手机号 duplicate_phone") && rows[expected.row] == nil
      #expect(
        (refusals[expected.row] != nil) == (!expected.refusing.isEmpty || isRepeat),
        "row \(expected.row)")
      if let row = rows[expected.row] {
        var clean = TruthTests.clean(row)
        // What could not be read of a birthday stands in the note.
        if expected.refusing.count < expected.errors.count {
          #expect(clean.生日 == nil && clean.备注?.contains("生日：") == true)
          (clean.生日, clean.备注) = (expected.clean.生日, expected.clean.备注)
        }
        #expect(clean == expected.clean, "row \(expected.row)")
      }
    }
  }

  /// A repeat of an accepted row's phone is an error here and a warning in the truth file.
  private static func remarks(_ row: CustomerRow?, _ refusal: Refusal?) -> [String] {
    let problems = (row?.warnings ?? []) + (refusal.map { $0.errors + $0.warnings } ?? [])
    return problems.map { problem in
      let code = problem.code == .phoneRepeated ? .duplicatePhone : problem.code
      return "\(problem.column) \(code.rawValue)"
    }.sorted()
  }

  /// Birthdays of a lunar kind, and the phones as this program stores them.
  private static func clean(_ row: CustomerRow) -> Truth.Clean {
    var clean = Truth.Clean()
    clean.姓名 = row.profile.name
    clean.手机号 = row.profile.phones.map { $0.hasPrefix("0") ? "+86" + $0.dropFirst() : "+86" + $0 }
    clean.性别 = row.profile.sex?.chinese
    clean.来源渠道 = row.source?.chinese
    clean.首次日期 = row.firstDay?.description
    clean.级别 = row.grade?.name
    clean.置业顾问 = row.consultant
    clean.意向户型 = row.profile.layout
    clean.意向面积 = row.profile.area.map { [$0.lowerBound, $0.upperBound] }
    clean.预算 = row.profile.budget.map { [$0.lowerBound, $0.upperBound] }
    clean.关注点 = row.profile.concerns
    clean.抗性 = row.profile.objections
    clean.生日 = row.profile.birthday.map(Truth.Birth.init)
    clean.认购日期 = row.reservation?.description
    clean.签约日期 = row.signing?.description
    clean.交房日期 = row.delivery?.description
    clean.付款方式 = row.profile.payment
    clean.备注 = row.profile.note
    return clean
  }

  @Test func allThreeFilesSayTheSame() throws {
    let outcomes = try TruthTests.files.map { try TruthTests.outcome($0.0) }
    for outcome in outcomes.dropFirst() {
      #expect(outcome.rows == outcomes[0].rows)
      #expect(outcome.refusals.map(\.row) == outcomes[0].refusals.map(\.row))
      #expect(outcome.codes == outcomes[0].codes)
    }
  }

  @Test func countsAddUp() throws {
    let summary = try #require(try TruthTests.outcome("customers-2000.utf8.csv").summary)
    #expect(summary.rows == 2000)
    #expect(summary.empty == 2)
    #expect(summary.accepted + summary.refused + summary.empty == summary.rows)
    // 67 rows with errors, 25 of them about a birthday alone, two empty, and sound rows that repeat an
    // accepted phone.
    #expect(summary.refused == 40 + 24)
  }

  @Test func aRepeatNamesTheEarlierLine() throws {
    let outcome = try TruthTests.outcome("customers-2000.utf8.csv")
    let refusal = try #require(outcome.refusals.first { $0.row == 49 })
    let earlier = try #require(outcome.rows.first { $0.row == 41 })
    #expect(refusal.errors.map(\.detail) == [.earlierLine(earlier.line)])
    // Row 38 has no name, so its phone is free for row 231.
    let heir = try #require(outcome.rows.first { $0.row == 231 })
    let refused = try #require(outcome.refusals.first { $0.row == 38 })
    let remark = try #require(heir.warnings.first { $0.code == .duplicatePhone })
    #expect(remark.detail == .earlierLine(refused.line))
  }
}

/// The truth file, as far as it is compared.
struct Truth: Decodable {
  struct Birth: Decodable, Equatable {
    let calendar: String
    let year: Int?
    let month: Int
    let day: Int
    let leap: Bool

    init(_ birthday: Birthday) {
      calendar = birthday.isLunar ? "lunar" : "solar"
      year = birthday.year
      month = birthday.month
      day = birthday.day
      leap = birthday.isLeapMonth
    }
  }

  struct Clean: Decodable, Equatable {
    var 姓名: String?
    var 手机号: [String] = []
    var 性别: String?
    var 来源渠道: String?
    var 首次日期: String?
    var 级别: String?
    var 置业顾问: String?
    var 意向户型: String?
    var 意向面积: [Int]?
    var 预算: [Int]?
    var 关注点: String?
    var 抗性: String?
    var 生日: Birth?
    var 认购日期: String?
    var 签约日期: String?
    var 交房日期: String?
    var 付款方式: String?
    var 备注: String?
  }

  struct Remark: Decodable {
    let code: String
    let field: String?
  }

  struct Row: Decodable {
    let row: Int
    let clean: Clean
    let errors: [Remark]
    let warnings: [Remark]

    /// Those that refuse the customer: a birthday is a side matter, which refuses nobody.
    var refusing: [Remark] { errors.filter { $0.field != "生日" } }

    var remarks: [String] {
      let kept = errors.count - refusing.count
      return
        ((refusing + warnings).map { "\($0.field ?? "") \($0.code)" }
        + [String](repeating: "生日 kept_as_note", count: kept)).sorted()
    }
  }

  let rows: [Row]

  static func load() throws -> Truth {
    let text = try ByteSource.withFile(fixture("import/customers-2000.truth.json")) { source in
      try contents(of: source)
    }
    return try JSONDecoder().decode(Truth.self, from: Data(text))
  }
}
