import Glibc

/// A folder that a command writes files into. A file is there whole or not at all, for the owner's
/// eyes and those of its readers only; what is not an ordinary file is never replaced.
struct Folder {
  let path: String
  /// A file that must not be written over: the database.
  let spared: String?
  /// Users of the system who may read what is written there.
  private(set) var readers: [uid_t] = []
  /// False where it could not be opened to them.
  private(set) var isOpen = true

  /// Makes the folder where it is missing; its parent must be there.
  init(path: String, sparing spared: String? = nil) throws(Failure) {
    self.path = path
    self.spared = spared
    guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
    let number = errno
    guard number == EEXIST else {
      throw .file(path: path, .cannotCreate(String(cString: strerror(number))))
    }
  }

  /// A folder in it, for those readers, who may pass through this one.
  func inner(_ name: String, for readers: [uid_t]) throws(Failure) -> Folder {
    var folder = try Folder(path: path + "/" + name, sparing: spared)
    folder.readers = readers
    folder.isOpen = readers.isEmpty || open(folder.path, to: readers)
    if !readers.isEmpty, folder.isOpen { letPass() }
    return folder
  }

  private func open(_ path: String, to users: [uid_t]) -> Bool {
    let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return AccessList.open(descriptor, to: users)
  }

  /// Whoever knows the name of a folder in it may go there; what is in it nobody may list.
  private func letPass() {
    var status = stat()
    if stat(path, &status) == 0 { chmod(path, status.st_mode & 0o7777 | S_IXOTH) }
  }

  /// - Parameter isLasting: it must outlive a failing power supply, and waits for the disk.
  func write(_ text: String, to name: String, isLasting: Bool = true) throws(Failure) {
    try write(Array(text.utf8), to: name, isLasting: isLasting)
  }

  /// As `write` of a text.
  func write(_ bytes: [UInt8], to name: String, isLasting: Bool = true) throws(Failure) {
    let target = path + "/" + name
    try check(target)
    let draft = target + ".part"
    unlink(draft)
    let file = Glibc.open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw fault(target, isCreating: true) }
    if isOpen, !readers.isEmpty { _ = AccessList.open(file, to: readers) }
    let isWritten = fill(file, bytes) && (!isLasting || fsync(file) == 0)
    let number = errno
    close(file)
    guard isWritten, rename(draft, target) == 0 else {
      let reason = String(cString: strerror(isWritten ? errno : number))
      unlink(draft)
      throw .file(path: target, .unwritable(reason))
    }
  }

  /// What stands at the target may be replaced if it is an ordinary file and not the database.
  private func check(_ target: String) throws(Failure) {
    var found = stat()
    guard lstat(target, &found) == 0 else { return }
    guard found.st_mode & S_IFMT == S_IFREG else { throw .file(path: target, .exists) }
    var database = stat()
    if let spared, stat(spared, &database) == 0, database.st_ino == found.st_ino,
      database.st_dev == found.st_dev
    {
      throw .file(path: target, .exists)
    }
  }

  private func fill(_ file: Int32, _ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Glibc.write(
          file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }

  private func fault(_ target: String, isCreating: Bool) -> Failure {
    let reason = String(cString: strerror(errno))
    return .file(path: target, isCreating ? .cannotCreate(reason) : .unwritable(reason))
  }
}
