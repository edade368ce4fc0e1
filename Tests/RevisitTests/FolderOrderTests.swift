import FoundationEssentials
import Testing

/// The folders of Core and of revisit stand one above the other: a file speaks of types of its own
/// folder and of those below it alone.
@Suite struct FolderOrderTests {
  /// From the lowest up; the folders of one step may speak of one another.
  static let core = [
    ["Terms"], ["Calendar"], ["Facts"], ["Rules"], ["Obligations"], ["Duties"],
    ["Messages", "Views"],
  ]
  static let program = [
    ["Failures"], ["Edge"], ["Rendering"], ["Wording"], ["Arguments"], ["Office"],
    [
      "Aftermath", "Brief", "Calendar", "Call", "Daily", "Demo", "Due", "Duties", "Import",
      "Inspection",
      "Outgoing",
      "Plan", "Policies", "Surveys", "Transfer", "Week", "Why",
    ],
    ["Commands"], [""],
  ]

  @Test(arguments: [("Core", core), ("revisit", program)])
  func noFileSpeaksOfWhatStandsAbove(_ target: String, _ order: [[String]]) throws {
    let files = try sources(of: target)
    let steps = files.map { file in order.firstIndex { $0.contains(file.folder) } }
    var declared: [Substring: Int] = [:]
    // A short name may mean the type within another one.
    var nested: [Substring: Int] = [:]
    for (file, step) in zip(files, steps) {
      let step = try #require(step, "\(file.path) stands in a folder without a place")
      for (_, indent, type) in file.text.matches(of: declaration).map(\.output) {
        if indent.isEmpty {
          declared[type] = min(step, declared[type] ?? step)
        } else {
          nested[type] = min(step, nested[type] ?? step)
        }
      }
    }
    #expect(declared.count > 50)
    for (file, step) in zip(files, steps) {
      let step = step ?? 0
      let above = Set(file.text.matches(of: word).map(\.output)).filter { name in
        declared[name, default: 0] > step && nested[name, default: .max] > step
      }
      #expect(above.isEmpty, "\(file.path) speaks of \(above.sorted().joined(separator: ", "))")
    }
  }

  /// What Core answers depends on what it is asked alone: it has no tables of the process that change.
  @Test func coreKeepsNothing() throws {
    let kept =
      /import Synchronization|nonisolated\(unsafe\)|@TaskLocal|static var [^{\n]*[=\n]|\n(?:package |private |fileprivate )*var .*/
    for file in try sources(of: "Core") {
      let found = file.text.matches(of: kept).map(\.output)
      #expect(found.isEmpty, "\(file.path) keeps \(found.joined(separator: ", "))")
    }
  }

  /// A type that is seen outside its file.
  private var declaration: Regex<(Substring, Substring, Substring)> {
    /(?:^|\n)( *)(?:package |indirect |final )*(?:struct|enum|class|protocol|actor|typealias) ([A-Z]\w*)/
  }

  private var word: Regex<Substring> { /\b[A-Z]\w*/ }

  /// The files of a target with the folder that each stands in, without comments.
  private func sources(of target: String) throws -> [(path: String, folder: String, text: String)] {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let folder = "/\(root)/Sources/\(target)"
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return try paths.filter { $0.hasSuffix(".swift") }.map { path in
      let lines = try #require(text(ofFile: "\(folder)/\(path)")).split(separator: "\n")
      let code = lines.map { $0[..<($0.firstRange(of: "//")?.lowerBound ?? $0.endIndex)] }
      let parts = path.split(separator: "/")
      return (path, parts.count > 1 ? String(parts[0]) : "", code.joined(separator: "\n"))
    }
  }
}
