import Glibc

/// Where the bytes of an import come from. Both kinds can be read again from any position, so
/// that the encoding is found before the first row is read.
package enum ByteSource: Sendable {
  case bytes([UInt8])
  /// An open regular file. It is read by absolute position; its own offset stays as it is.
  case file(descriptor: Int32, size: Int)

  /// Length in bytes.
  package var size: Int {
    switch self {
    case .bytes(let bytes): bytes.count
    case .file(_, let size): size
    }
  }

  /// Fills `buffer` from `offset` on; the number of bytes read, 0 at the end.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(IntakeFailure) -> Int
  {
    switch self {
    case .bytes(let bytes):
      let count = min(buffer.count, max(0, bytes.count - offset))
      bytes.withUnsafeBytes {
        buffer.copyMemory(from: .init(rebasing: $0[offset..<offset + count]))
      }
      return count
    case .file(let descriptor, _):
      return try ByteSource.read(descriptor, at: offset, into: buffer)
    }
  }

  private static func read(
    _ descriptor: Int32, at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(IntakeFailure) -> Int {
    while true {
      let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
      if count >= 0 { return count }
      if errno != EINTR { throw .unreadable(errno: errno) }
    }
  }
}

extension ByteSource {
  /// Opens `path` for `body` and closes it afterwards; `-` is standard input. Anything else but a regular
  /// file is refused (`IntakeFailure.missing`, `.notAFile`, `.unreadable`).
  package static func withFile<Result>(
    _ path: String, _ body: (ByteSource) throws -> Result
  ) throws -> Result {
    if path == "-" { return try withInput(body) }
    // Without O_NONBLOCK a FIFO that nobody writes would hold the program for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR
        ? IntakeFailure.missing : IntakeFailure.unreadable(errno: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw IntakeFailure.unreadable(errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw IntakeFailure.notAFile }
    return try body(.file(descriptor: descriptor, size: Int(status.st_size)))
  }

  /// Standard input as a file of its own, which nobody sees: what comes through a pipe cannot be read again.
  private static func withInput<Result>(_ body: (ByteSource) throws -> Result) throws -> Result {
    guard let file = tmpfile() else { throw IntakeFailure.unreadable(errno: errno) }
    defer { fclose(file) }
    var size = 0
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(STDIN_FILENO, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw IntakeFailure.unreadable(errno: errno) }
      if count == 0 { break }
      guard fwrite(block, 1, count, file) == count else {
        throw IntakeFailure.unreadable(errno: errno)
      }
      size += count
    }
    guard fflush(file) == 0 else { throw IntakeFailure.unreadable(errno: errno) }
    return try body(.file(descriptor: fileno(file), size: size))
  }
}
