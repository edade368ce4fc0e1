import CStart
import Glibc

/// The file of a batch, on its way to whoever fetches it.
///
/// It is written whole under the name `FILE.part`, then the batch is recorded, then the file gets its
/// own name by a rename that never replaces another. So whatever happens in between, the two names
/// tell how far it has come, and nothing more need be recorded: a `.part` of a recorded batch was
/// never seen by a gateway and is still to be published; one of no recorded batch is nothing; and
/// where there is no `.part`, the file was handed out, also if it has been fetched since. To rename
/// first and record after would leave texts in two batches, to record and never look again would lose
/// them.
struct BatchFile {
  /// From the root on.
  let path: String
  private let folder: String

  private var draft: String { path + ".part" }

  /// Of a batch that was recorded.
  init(recorded path: String) {
    self.path = path
    folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) + "/"
  }

  /// A new file: what a gateway has not fetched is not written over. Makes its folder where that is
  /// missing.
  init(new path: String) throws(Failure) {
    try FileAccess.ofProcess().checkWriting(path)
    let slash = path.lastIndex(of: "/")
    let above = slash.map { String(path[...$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    guard mkdir(above, 0o700) == 0 || errno == EEXIST, let whole = realpath(above, nil) else {
      throw .file(path: path, .unmade(errno))
    }
    defer { free(whole) }
    let found = String(cString: whole)
    self.init(recorded: (found == "/" ? "" : found) + "/" + name)
    guard !name.isEmpty, !isThere else { throw .file(path: path, .exists) }
  }

  private var isThere: Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Writes it under its first name; on the disk when this returns.
  func write(_ text: String) throws(Failure) {
    unlink(draft)
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .file(path: path, .unmade(errno)) }
    let number = fill(file, text)
    close(file)
    guard number == 0 else {
      remove()
      throw .file(path: path, .unwritable(reason(number)))
    }
  }

  /// Gives it its own name, unless another process has done so; 0, or the error number.
  func publish() -> Int32 {
    if cstart_rename_sparing(draft, path) != 0 {
      // Some file systems know no rename that spares what is there: they are asked before.
      let isPublished = errno == ENOENT || errno == EINVAL && !isThere && rename(draft, path) == 0
      guard isPublished else { return errno }
    }
    return syncFolder()
  }

  /// Takes away what `write` made.
  func remove() { unlink(draft) }

  /// Whether it still has its first name, and says just that; a process was killed before it could be
  /// published.
  func isWaiting(with text: String) throws(Failure) -> Bool {
    guard access(draft, F_OK) == 0 else {
      guard errno == ENOENT || errno == ENOTDIR else {
        throw .file(path: draft, .unreadable(reason(errno)))
      }
      return false
    }
    return try lines(ofFile: draft) == text.split(separator: "\n").map(String.init)
  }

  private func fill(_ file: Int32, _ text: String) -> Int32 {
    do { try Output(descriptor: file).write(text) } catch {
      return switch error {
      case .closed: EPIPE
      case .failed(let number): number
      }
    }
    return fsync(file) == 0 ? syncFolder() : errno
  }

  /// So that a new name outlives a power cut; 0, or the error number.
  private func syncFolder() -> Int32 {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return errno }
    defer { close(descriptor) }
    return fsync(descriptor) == 0 ? 0 : errno
  }
}

extension FileFault {
  /// A disk that fails is told apart from a place where nothing can be made.
  fileprivate static func unmade(_ number: Int32) -> FileFault {
    [EIO, ENOSPC, EDQUOT].contains(number)
      ? .unwritable(reason(number)) : .cannotCreate(reason(number))
  }
}
