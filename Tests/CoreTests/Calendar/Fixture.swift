import Core
import Foundation
import Testing

/// Files of `Tests/Fixtures/calendar`.
enum Fixture {
  static func text(_ name: String) throws -> String {
    let folder = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appendingPathComponent("Fixtures/calendar/\(name)")
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// The rows below the header, cut at the commas.
  static func rows(_ name: String) throws -> [[String]] {
    try text(name).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}

/// The day written in a test; the calendar's first day, with an issue recorded, if there is none.
func day(_ iso: String) -> Day {
  guard let day = Day(iso: iso) else {
    Issue.record("no such day: \(iso)")
    return .first
  }
  return day
}

func days(_ iso: String) -> [Day] { iso.split(separator: " ").map { day(String($0)) } }
