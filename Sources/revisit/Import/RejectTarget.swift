import Core
import Glibc
import Intake

/// The file that refused rows go to. It is made at the first of them, mode 0600, never over
/// another file, and removed where the import comes to nothing.
final class RejectTarget {
  let path: String
  private let language: Language
  private var header: HeaderMap?
  private var writer: RejectFile?
  private var descriptor: Int32 = -1
  private var pending = ""

  init(_ path: String, _ language: Language) throws(Failure) {
    self.path = path
    self.language = language
    var status = stat()
    guard lstat(path, &status) != 0 else { throw .file(path: path, .exists) }
  }

  func open(_ header: HeaderMap) {
    self.header = header
    writer = RejectFile(header, language: language)
  }

  func add(_ refusal: Refusal) throws(Failure) {
    guard let writer, let header else { return }
    if descriptor < 0 {
      descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard descriptor >= 0 else {
        throw .file(path: path, errno == EEXIST ? .exists : .cannotCreate(reason(errno)))
      }
      pending = writer.head(header)
    }
    pending += writer.row(refusal)
    if pending.utf8.count > 1 << 16 { try flush() }
  }

  /// Everything is on the disk when this returns.
  func finish() throws(Failure) {
    guard descriptor >= 0 else { return }
    try flush()
    guard fsync(descriptor) == 0 else { throw .file(path: path, .unwritable(reason(errno))) }
    close(descriptor)
  }

  func abandon() {
    if descriptor >= 0 { unlink(path) }
  }

  private func flush() throws(Failure) {
    do { try Output(descriptor: descriptor).write(pending) } catch {
      switch error {
      case .closed: throw .file(path: path, .unwritable(reason(EPIPE)))
      case .failed(let number): throw .file(path: path, .unwritable(reason(number)))
      }
    }
    pending = ""
  }
}
