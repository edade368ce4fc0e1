import Core
import Glibc
import Intake
import Synchronization

/// The code page of a terminal that does not read UTF-8, as the locale names it: `zh_CN.GBK`,
/// `zh_CN.GB18030`. What goes to a file or a pipe is UTF-8 all the same.
struct CodePage: Sendable {
  private let writer: GB18030Writer
  /// The most bytes of one character: GBK has none of those that GB18030 writes with four.
  private let longest: Int

  /// Nil where no terminal is behind the descriptor, or one that reads UTF-8.
  init?(of descriptor: Int32, _ environment: Environment) {
    guard isatty(descriptor) == 1, let name = environment.codeSet,
      TextEncoding(name: name) == .gb18030
    else { return nil }
    writer = GB18030Writer()
    longest = name.contains("18030") ? 4 : 2
  }

  /// What the code page lacks becomes `?`, and is remarked on once.
  func bytes(_ text: String) -> [UInt8] {
    var lacks: Unicode.Scalar?
    let bytes = text.unicodeScalars.flatMap { scalar -> [UInt8] in
      if let code = writer.bytes(scalar), code.count <= longest { return code }
      lacks = lacks ?? scalar
      return [UInt8(ascii: "?")]
    }
    if let lacks, !CodePage.hasRemarked.exchange(true, ordering: .relaxed) {
      let code = "U+" + String(lacks.value, radix: 16, uppercase: true)
      let remark = Bilingual(
        "终端的编码没有字符 \(code)，写作“?”", "the terminal's encoding lacks \(code), written as ?")
      let language = Language(arguments: [], environment: .ofProcess())
      try? Output.problems.write("revisit: \(remark[language])\n")
    }
    return bytes
  }

  private static let hasRemarked = Atomic(false)
}
