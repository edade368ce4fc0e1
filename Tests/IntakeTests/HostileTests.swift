import Core
import Intake
import Testing

/// Reproducible noise (SplitMix64).
private struct Noise: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Nothing that a file can hold may end the program, and every row is accounted for.
@Suite struct HostileTests {
  private static func start(of file: String) throws -> [UInt8] {
    try ByteSource.withFile(fixture("import/\(file)")) { Array(try contents(of: $0).prefix(4000)) }
  }

  private static func check(_ bytes: [UInt8]) throws {
    do {
      let outcome = try read(.bytes(bytes))
      let summary = try #require(outcome.summary)
      #expect(summary.rows == summary.accepted + summary.refused + summary.empty)
      #expect(outcome.rows.count == summary.accepted)
      #expect(outcome.rows.allSatisfy { !$0.profile.name.isEmpty && !$0.profile.phones.isEmpty })
      #expect(outcome.refusals.allSatisfy { !$0.errors.isEmpty })
    } catch is IntakeFailure {}
  }

  @Test(arguments: ["customers-2000.utf8.csv", "customers-2000.gb18030.csv"])
  func damagedFiles(file: String) throws {
    let sound = try HostileTests.start(of: file)
    var noise = Noise(state: 20_260_305)
    for _ in 0..<150 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...8, using: &noise) {
        let place = Int.random(in: 0..<bytes.count, using: &noise)
        switch Int.random(in: 0..<3, using: &noise) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &noise)
        case 1: bytes.remove(at: place)
        default: bytes.insert(UInt8.random(in: 0...127, using: &noise), at: place)
        }
      }
      try HostileTests.check(bytes)
    }
  }

  @Test func oddValuesInEveryColumn() throws {
    let alphabet = Array("0123456789019./-: +年月日农历闰初十廿一二万亿平E*'=,;\u{3000}\u{200B}０９ATw王")
    let fields = Field.allCases.filter { $0 != .ignore }
    let writer = CSVWriter(neutralisesFormulas: true)
    var noise = Noise(state: 7)
    var text = writer.row(fields.map(\.chinese))
    for _ in 0..<1500 {
      text += writer.row(
        fields.map { _ in
          String(
            (0..<Int.random(in: 0...11, using: &noise)).compactMap { _ in
              alphabet.randomElement(using: &noise)
            })
        })
    }
    try HostileTests.check(Array(text.utf8))
  }

  @Test func everyCutOfAFileIsReadOrRefused() throws {
    let sound = try HostileTests.start(of: "customers-2000.gb18030.csv").prefix(600)
    for length in 0...sound.count { try HostileTests.check(Array(sound.prefix(length))) }
  }
}
