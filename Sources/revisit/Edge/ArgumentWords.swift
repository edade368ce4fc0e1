import Intake

/// The words of the command line, which the system hands over as bytes.
enum ArgumentWords {
  /// Those of this process behind the program's name.
  static func ofProcess() -> [[UInt8]] {
    let words = UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
    return words.dropFirst().compactMap { word in
      word.map { word in
        var bytes: [UInt8] = []
        while word[bytes.count] != 0 { bytes.append(UInt8(bitPattern: word[bytes.count])) }
        return bytes
      }
    }
  }

  /// Each word as text: UTF-8, or GB18030 where the locale writes it. A word that is neither is
  /// refused, before anything can be done with what was guessed of it.
  static func text(_ words: [[UInt8]], environment: Environment) throws(Failure) -> [String] {
    var texts: [String] = []
    for (index, word) in words.enumerated() {
      if let text = environment.text(word) {
        texts.append(text)
      } else {
        throw .usage(.notUTF8(String(decoding: word, as: UTF8.self), place: index + 1))
      }
    }
    return texts
  }
}

extension Environment {
  /// What those bytes say: UTF-8, or GB18030 where the locale writes it; nil: neither.
  ///
  /// Bytes of two Chinese characters in GBK may be valid UTF-8, then of letters that take two bytes
  /// each and that nobody there writes.
  func text(_ bytes: [UInt8]) -> String? {
    let text = String(validating: bytes, as: UTF8.self)
    guard codeSet.flatMap(TextEncoding.init(name:)) == .gb18030 else { return text }
    if let text,
      text.unicodeScalars.contains(where: { $0.value >= 0x800 })
        || text.utf8.allSatisfy({ $0 < 0x80 })
    {
      return text
    }
    return TextEncoding.gb18030.text(bytes) ?? text
  }
}
