import Glibc

/// Finds half-width marks in Chinese prose.
enum Prose {
  /// Each `, : ; ( ) ? !` beside a Han character, directly or over one space, with what is around
  /// it. What is code or English is passed over: see `isCode` and `isEnglish`.
  static func strayMarks(in text: String) -> [String] {
    parts(of: text).filter { !isEnglish($0) }.flatMap { part in
      let characters = Array(part)
      let code = codeSpans(characters)
      return characters.indices.filter { index in
        ",:;()?!".contains(characters[index]) && !code[index]
          && (isHan(before(index, characters)) || isHan(after(index, characters)))
      }.map { String(characters[max(0, $0 - 12)..<min($0 + 13, characters.count)]) }
    }
  }

  /// A line has parts, of which one may be Chinese and one English: `中文  English`.
  private static func parts(of text: String) -> [String] {
    var parts = [""]
    var spaces = 0
    for character in text {
      if character == " " {
        spaces += 1
      } else if character == "\n" {
        spaces = 2
      } else {
        if spaces >= 2 { parts.append("") } else if spaces == 1 { parts[parts.count - 1] += " " }
        spaces = 0
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }

  private static func isHan(_ character: Character?) -> Bool {
    guard let value = character?.unicodeScalars.first?.value else { return false }
    return 0x3400...0x4DBF ~= value || 0x4E00...0x9FFF ~= value
  }

  private static func before(_ index: Int, _ characters: [Character]) -> Character? {
    var index = index - 1
    if characters.indices.contains(index), " \"”`".contains(characters[index]) { index -= 1 }
    return characters.indices.contains(index) ? characters[index] : nil
  }

  private static func after(_ index: Int, _ characters: [Character]) -> Character? {
    var index = index + 1
    while characters.indices.contains(index), " \"“`".contains(characters[index]) { index += 1 }
    return characters.indices.contains(index) ? characters[index] : nil
  }

  /// English may name a Chinese word: `write 3d or 半月`. What has no two Han side by side is a set of
  /// marks or a name; words of commands are no English.
  private static func isEnglish(_ part: String) -> Bool {
    var (han, words, isProse) = (0, 0, false)
    for word in part.split(whereSeparator: { !$0.isLetter && $0 != "-" && $0 != "_" }) {
      let count = word.count(where: isHan)
      han += count
      if zip(word, word.dropFirst()).contains(where: { isHan($0) && isHan($1) }) { isProse = true }
      if count == 0, word.count > 1, !"-_".contains(word.first ?? "-") { words += 1 }
    }
    return !isProse || words >= han && !part.contains("revisit")
  }

  /// The characters that are code: lists and maps of YAML, the key in front of a value, the number
  /// of a line behind the name of its file, the name of the program, cells of CSV, the sign of a promise
  /// in a line of `log`.
  private static func codeSpans(_ characters: [Character]) -> [Bool] {
    var code = characters.map { _ in false }
    var open: [Int] = []
    for (index, character) in characters.enumerated() {
      if "[{".contains(character) { open.append(index) }
      if "]}".contains(character) {
        for inside in (open.popLast() ?? 0)...index { code[inside] = true }
      }
    }
    for start in open { for inside in start..<code.count { code[inside] = true } }
    for index in characters.indices {
      switch characters[index] {
      case ":":
        let isSign = index == 0 || " `“".contains(characters[index - 1])
        code[index] = code[index] || isSign || isPlaceOrKey(characters[..<index])
      case ",":
        let next = index + 1 < characters.count ? characters[index + 1] : " "
        code[index] = code[index] || next != " " && characters.count(where: { $0 == "," }) > 1
      default: break
      }
    }
    return code
  }

  private static func isPlaceOrKey(_ head: ArraySlice<Character>) -> Bool {
    let digits = head.reversed().prefix { $0.isNumber }.count
    if digits > 0, head.dropLast(digits).last == ":" { return true }
    let key = head.drop { " -".contains($0) }
    return !key.isEmpty
      && key.allSatisfy { $0.isLetter && $0.isASCII && $0.isLowercase || $0 == "_" }
  }
}

/// The string literals of Swift source.
enum SwiftLiterals {
  /// Their lines, an interpolation written `§`, those inside interpolations by themselves.
  static func of(_ source: String) -> [String] {
    var reader = Reader(Array(source))
    reader.readCode(until: nil)
    return reader.lines.filter { $0.contains { !$0.isASCII } }
  }

  private struct Reader {
    let source: [Character]
    var at = 0
    var lines: [String] = []

    init(_ source: [Character]) { self.source = source }

    private func starts(_ text: String) -> Bool { source[at...].starts(with: text) }

    /// Up to the bracket that closes an interpolation, or to the end.
    mutating func readCode(until closing: Character?) {
      var depth = 0
      while at < source.count {
        if starts("//") {
          while at < source.count, source[at] != "\n" { at += 1 }
        } else if source[at] == "#" || source[at] == "\"" {
          readLiteral()
        } else {
          if source[at] == "(" { depth += 1 }
          if source[at] == ")", closing != nil {
            if depth == 0 { return }
            depth -= 1
          }
          at += 1
        }
      }
    }

    private mutating func readLiteral() {
      let hashes = source[at...].prefix { $0 == "#" }.count
      at += hashes
      guard at < source.count, source[at] == "\"" else { return }
      let quotes = starts("\"\"\"") ? "\"\"\"" : "\""
      let (end, escape) = (
        quotes + String(repeating: "#", count: hashes), "\\" + String(repeating: "#", count: hashes)
      )
      at += quotes.count
      var text = ""
      while at < source.count, !starts(end) {
        if starts(escape) {
          at += escape.count
          readEscape(&text)
        } else {
          text.append(source[at])
          at += 1
        }
      }
      at += end.count
      lines += text.split(separator: "\n").map { line in
        String(line.drop { $0 == " " && quotes.count == 3 })
      }
    }

    private mutating func readEscape(_ text: inout String) {
      let escaped = source[at]
      at += 1
      switch escaped {
      case "(":
        readCode(until: ")")
        at += 1
        text.append("§")
      case "n": text.append("\n")
      case "u": while at < source.count, source[at - 1] != "}" { at += 1 }
      default: text.append(escaped)
      }
    }
  }
}

/// The texts of a policy file: comments, what stands in double quotes, values of some keys, and the
/// lines of longer texts.
enum PolicyProse {
  /// The keys whose values are prose where they stand without quotes.
  private static let spoken: Set = ["says", "talk", "title", "source", "article"]

  static func of(_ file: String) -> [String] {
    file.split(separator: "\n").flatMap { line -> [String] in
      var rest = line[...]
      var texts: [String] = []
      if let mark = rest.firstRange(of: line.hasPrefix("#") ? "#" : " #") {
        texts.append(String(rest[mark.upperBound...]))
        rest = rest[..<mark.lowerBound]
      }
      let pieces = rest.split(separator: "\"", omittingEmptySubsequences: false)
      if pieces.count > 2 {
        texts += pieces.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
      } else if let key = rest.firstRange(of: ": ") {
        let name = rest[..<key.lowerBound].drop { " -".contains($0) }
        if spoken.contains(String(name)) { texts.append(String(rest[key.upperBound...])) }
      } else {
        texts.append(String(rest))
      }
      // A placeholder of a text is no map.
      return texts.map { $0.replacing("{", with: "〈").replacing("}", with: "〉") }
    }
  }
}

/// The lines of a Markdown page that are prose, without their code.
enum MarkdownProse {
  static func of(_ page: String) -> [String] {
    var isFenced = false
    return page.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
      if line.hasPrefix("```") { isFenced.toggle() }
      guard !isFenced, !line.hasPrefix("```"), !line.hasPrefix("    ") else { return nil }
      let pieces = line.split(separator: "`", omittingEmptySubsequences: false)
      return pieces.enumerated().map { $0.offset % 2 == 0 ? String($0.element) : "§" }.joined()
    }
  }
}

/// The folder of the package.
let repository = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

/// The files below a folder of the repository, with their whole paths.
func files(under folder: String, ending suffix: String) throws -> [String] {
  var found: [String] = []
  var folders = [repository + "/" + folder]
  while let folder = folders.popLast() {
    guard let stream = opendir(folder) else { throw Office.Trouble.system(errno) }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      if entry.pointee.d_type == UInt8(DT_DIR) { folders.append(folder + "/" + name) }
      if name.hasSuffix(suffix) { found.append(folder + "/" + name) }
    }
  }
  return found.sorted()
}
