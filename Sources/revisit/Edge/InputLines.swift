import Glibc

/// The lines of standard input, each when it has come: from a file, a pipe or a terminal.
struct InputLines {
  private var pending: ArraySlice<UInt8> = []
  private var isOver = false

  /// No line is longer; what is behind so many bytes is dropped.
  private static let longest = 65_536

  /// The next line without its end; nil at the end of input, which a terminal that was closed is too.
  mutating func next() throws(Failure) -> [UInt8]? {
    var line: [UInt8] = []
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        line += pending[..<end].prefix(InputLines.longest - line.count)
        pending = pending[(end + 1)...]
        break
      }
      line += pending.prefix(InputLines.longest - line.count)
      pending = []
      if isOver {
        if line.isEmpty { return nil }
        break
      }
      try fill()
    }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return line
  }

  private mutating func fill() throws(Failure) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(0, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      let number = errno
      guard count >= 0 || number == EIO else {
        throw .file(path: "-", .unreadable(String(cString: strerror(number))))
      }
      isOver = count <= 0
      pending = buffer[..<max(0, count)]
      return
    }
  }
}
