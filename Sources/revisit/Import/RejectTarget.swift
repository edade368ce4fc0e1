import Core
import Glibc
import Intake

/// The file that refused rows go to, mode 0600, never over another file. They are gathered in a file
/// without a name, so that nothing is left of them where the import is broken off, and get their
/// name last; it is removed where the import comes to nothing.
final class RejectTarget {
  let path: String
  private let language: Language
  private var header: HeaderMap?
  private var writer: RejectFile?
  /// The file without a name.
  private var draft: Int32 = -1
  private var isNamed = false
  private var pending = ""

  init(_ path: String, _ language: Language) throws(Failure) {
    self.path = path
    self.language = language
    try FileAccess.ofProcess().checkWriting(path)
    var status = stat()
    guard lstat(path, &status) != 0 else { throw .file(path: path, .exists) }
  }

  func open(_ header: HeaderMap) {
    self.header = header
    writer = RejectFile(header, language: language)
  }

  func add(_ refusal: Refusal) throws(Failure) {
    guard let writer, let header else { return }
    if draft < 0 {
      let name = "\(path).new-\(getpid())"
      draft = try make(name)
      unlink(name)
      pending = writer.head(header)
    }
    pending += writer.row(refusal)
    if pending.utf8.count > 1 << 16 { try flush() }
  }

  /// Everything is on the disk, under its name, when this returns.
  func finish() throws(Failure) {
    guard draft >= 0 else { return }
    try flush()
    let file = try make(path)
    isNamed = true
    defer { close(file) }
    try copy(to: file)
    guard fsync(file) == 0 else { throw unwritable(errno) }
    close(draft)
  }

  func abandon() {
    if isNamed { unlink(path) }
  }

  private func make(_ name: String) throws(Failure) -> Int32 {
    let file = Glibc.open(name, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else {
      throw .file(path: path, errno == EEXIST ? .exists : .cannotCreate(reason(errno)))
    }
    return file
  }

  private func copy(to file: Int32) throws(Failure) {
    guard lseek(draft, 0, SEEK_SET) == 0 else { throw unwritable(errno) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(draft, &bytes, bytes.count)
      if count == 0 { return }
      guard count > 0 else { throw unwritable(errno) }
      do { try Output(descriptor: file).write(bytes[..<count]) } catch { throw unwritable(error) }
    }
  }

  private func flush() throws(Failure) {
    do { try Output(descriptor: draft).write(pending) } catch { throw unwritable(error) }
    pending = ""
  }

  private func unwritable(_ trouble: Output.Trouble) -> Failure {
    switch trouble {
    case .closed: unwritable(EPIPE)
    case .failed(let number): unwritable(number)
    }
  }

  private func unwritable(_ number: Int32) -> Failure {
    .file(path: path, .unwritable(reason(number)))
  }
}
