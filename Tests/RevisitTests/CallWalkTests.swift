import Testing

@testable import revisit

/// In which order a walk asks.
@Suite struct CallWalkTests {
  /// Whom the walk asks about while those steps are taken: `.` an answer, `,` later, `b` back, `u` undo,
  /// `h` the hours do not suit, `x` gone, `p` a part of an answer.
  private func asked(_ steps: String, of count: Int64 = 3) -> String {
    var walk = CallWalk(Array(1...count))
    var told = ""
    var op: Int64 = 0
    for step in steps {
      told += walk.current.map { "\($0)" } ?? "-"
      switch step {
      case ".":
        op += 1
        walk.answer(op, settled: 1)
      case "p":
        op += 1
        walk.answer(op, settled: 1, isWhole: false)
      case ",": walk.putOff()
      case "b": if !walk.back() { told += "!" }
      case "u": walk.takeBack()
      case "h": if !walk.waitForHours() { told += "!" }
      default: walk.drop()
      }
    }
    return told + " " + (walk.current.map { "\($0)" } ?? "-")
      + " left " + walk.left.map { "\($0)" }.joined()
  }

  @Test(arguments: [
    ("...", "123 - left "), (",.,", "123 1 left 13"), (",.,.,", "12313 - left 3"),
    (",,,,,,", "123123 - left 123"), (".b..", "1212 3 left 3"), ("b", "1! 1 left 123"),
    (".,b,.", "12323 2 left 2"), ("..u..", "12323 - left "), ("..uu...", "1232123 - left "),
    ("h...", "1231 - left "), ("hhh...", "123123 - left "), ("h,,,,", "12312 3 left 231"),
    ("x..", "123 - left "), (".b.bb", "12121! 1 left 23"),
    ("p,..", "1123 1 left 1"), ("p.u", "112 1 left 123"), ("pu.", "111 2 left 23"),
  ])
  func order(_ steps: String, _ told: String) { #expect(asked(steps) == told, "\(steps)") }
}
