import Glibc

/// A file descriptor that text goes to. Every write is checked, which `print` is not.
struct Output: Sendable {
  let descriptor: Int32
  /// What a terminal reads instead of UTF-8.
  private var page: CodePage?

  static let standard = Output(ofProcess: 1)
  static let problems = Output(ofProcess: 2)

  /// A file.
  init(descriptor: Int32) { self.descriptor = descriptor }

  /// What a terminal's pager reads: it shows it on the terminal as it is.
  init(behind descriptor: Int32) {
    self.descriptor = descriptor
    page = Output.standard.page
  }

  private init(ofProcess descriptor: Int32) {
    self.descriptor = descriptor
    page = CodePage(of: descriptor, .ofProcess())
  }

  enum Trouble: Error, Equatable {
    /// The reader has gone: nothing more is wanted and nothing is wrong.
    case closed
    case failed(errno: Int32)
  }

  /// Whether `text` can be written without waiting for whoever reads.
  func isReady(for text: String) -> Bool {
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG { return true }
    var wish = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return text.utf8.count <= PIPE_BUF && poll(&wish, 1, 0) == 1
  }

  /// Writes all of `text`, also over short writes and interrupts.
  func write(_ text: String) throws(Trouble) {
    if let page { return try write(page.bytes(text)[...]) }
    var text = text
    try check(text.withUTF8 { writeAll(UnsafeRawBufferPointer($0)) })
  }

  func write(_ bytes: ArraySlice<UInt8>) throws(Trouble) {
    try check(bytes.withUnsafeBytes(writeAll))
  }

  private func check(_ result: Int32) throws(Trouble) {
    guard result != 0 else { return }
    throw result == EPIPE ? .closed : .failed(errno: result)
  }

  /// 0, or the error number.
  private func writeAll(_ bytes: UnsafeRawBufferPointer) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = Glibc.write(
        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(written)
    }
    return 0
  }
}
