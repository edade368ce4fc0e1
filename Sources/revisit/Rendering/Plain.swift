extension Width {
  /// The columns of plain text, nil where a character in it needs a closer look.
  ///
  /// Plain are printable ASCII, Han and their punctuation in full width: each scalar is a character
  /// by itself, hides nothing and takes one column or two. Nearly all text is plain, and to know it
  /// by its bytes costs a fiftieth of finding characters as Unicode has them.
  static func ofPlain(_ text: some StringProtocol) -> Int? {
    let columns = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      var columns = 0
      var index = 0
      while index < bytes.count {
        let length = plainLength(bytes, index)
        guard length > 0 else { return nil }
        columns += length == 1 ? 1 : 2
        index += length
      }
      return columns
    }
    return columns ?? nil
  }

  /// The bytes of the plain character that begins there: 1 (narrow), 3 (wide), or 0 where it is not
  /// plain.
  static func plainLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 0x20...0x7E ~= first ? 1 : 0 }
    guard first >= 0xE3, index + 2 < bytes.count else { return 0 }
    let (second, third) = (bytes[index + 1], bytes[index + 2])
    let isPlain =
      switch first {
      case 0xE5...0xE9: true
      case 0xE4: second >= 0xB8  // from U+4E00 on
      case 0xE3: second == 0x80 && 0x81...0xA9 ~= third  // U+3001 to U+3029
      case 0xEF: second == 0xBC && third >= 0x81 || second == 0xBD && third <= 0xA0
      default: false
      }
    return isPlain ? 3 : 0
  }

  /// The first characters of `text`, at most `count`.
  static func beginning(of text: String, _ count: Int) -> String {
    text.utf8.count <= count ? text : String(text.prefix(count))
  }
}
