/// How a text file writes its characters.
package enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case utf8BOM = "UTF-8-BOM"
  case gb18030 = "GB18030"
  case utf16LE = "UTF-16LE"
  case utf16BE = "UTF-16BE"
  case big5 = "Big5"

  /// Reads the names that people and programs give them (`utf8`, `gbk`, `GB2312`, `big5`…);
  /// case, spaces, dashes and underscores are ignored. `utf16` alone is little-endian.
  package init?(name: String) {
    let plain = name.lowercased().filter { !"-_ ".contains($0) }
    switch plain {
    case "utf8": self = .utf8
    case "utf8bom", "utf8sig": self = .utf8BOM
    case "gb18030", "gbk", "gb2312", "cp936", "ansi": self = .gb18030
    case "utf16", "utf16le", "unicode": self = .utf16LE
    case "utf16be": self = .utf16BE
    case "big5", "cp950", "big5tw": self = .big5
    default: return nil
    }
  }

  /// The bytes that may stand before the text.
  var mark: [UInt8] {
    switch self {
    case .utf8, .utf8BOM: [0xEF, 0xBB, 0xBF]
    case .gb18030: [0x84, 0x31, 0x95, 0x33]
    case .utf16LE: [0xFF, 0xFE]
    case .utf16BE: [0xFE, 0xFF]
    case .big5: []
    }
  }
}

// MARK: - Finding it

extension TextEncoding {
  /// The encoding of `source`: by its byte order mark, else UTF-8 where every byte agrees, else
  /// GB18030. Big5 is never found: its bytes are sound GB18030 too, and names that look wrong then are
  /// refused.
  ///
  /// A file that begins with many sound characters of UTF-8 is UTF-8 with a damaged byte further
  /// down, and read as such: as GB18030 it would turn into nonsense without an error. (One
  /// Chinese character of GB18030 in seven looks like sound UTF-8; six in a row do not happen.)
  package static func detect(_ source: ByteSource) throws -> TextEncoding {
    let head = try source.head(4)
    if let marked = byMark(head) { return marked }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw IntakeFailure.spreadsheet
    }
    guard let defect = try UTF8Check.firstDefect(of: source) else { return .utf8 }
    return defect.soundBefore >= 6 ? .utf8 : .gb18030
  }

  private static func byMark(_ head: [UInt8]) -> TextEncoding? {
    [.utf8BOM, .gb18030, .utf16LE, .utf16BE].first { head.starts(with: $0.mark) }
  }
}

extension ByteSource {
  /// The first bytes, at most `count`.
  func head(_ count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let read = try chunk(at: 0, into: &bytes)
    return Array(bytes.prefix(read))
  }

  func chunk(at offset: Int, into bytes: inout [UInt8]) throws -> Int {
    try bytes.withUnsafeMutableBytes { try read(at: offset, into: $0) }
  }
}
