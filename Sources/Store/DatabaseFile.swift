private import Glibc

/// What can be told of a database file before SQLite opens it.
enum DatabaseFile {
  /// Throws unless `path` is a whole SQLite file that only its user and group may touch. Opening a
  /// pipe would wait for ever, so the kind is asked first.
  static func check(_ path: String) throws(StoreError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw missing(path, errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .notADatabase(path: path, .directory)
    default: throw .notADatabase(path: path, .notAFile)
    }
    guard status.st_size > 0 else { throw .truncated(path: path) }
    try checkHeader(path)
    // Asked last: nobody is to be told to change the mode of a file that is no database.
    let mode = UInt16(truncatingIfNeeded: status.st_mode & 0o7777)
    guard mode & 0o007 == 0 else { throw .worldAccessible(path: path, mode: mode) }
  }

  private static func missing(_ path: String, _ code: Int32) -> StoreError {
    switch code {
    case ENOENT, ENOTDIR: .notFound(path: path)
    case EACCES, EPERM: .denied(path: path)
    default: .io(code: 0, errno: code)
    }
  }

  /// The header's own count of pages is checked only if no journal lies there: after a crash the
  /// journal may be about to restore the rest. Header, journal and size are looked at in this order:
  /// where the journal has gone, whoever wrote the header has made the file as long as it says.
  private static func checkHeader(_ path: String) throws(StoreError) {
    let header = try read(path, count: 100)
    guard header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw .notADatabase(path: path, .otherFormat)
    }
    guard header.count == 100 else { throw .truncated(path: path) }
    let shortPageSize = Int(number(header[16..<18]))
    let pageSize = shortPageSize == 1 ? 65_536 : shortPageSize
    let countIsValid = header[24..<28] == header[92..<96]
    let pages = Int(number(header[28..<32]))
    guard countIsValid, !hasJournal(path) else { return }
    var status = stat()
    guard stat(path, &status) == 0 else { throw missing(path, errno) }
    if pages * pageSize > Int(status.st_size) { throw .truncated(path: path) }
  }

  /// Between transactions the journal is empty.
  private static func hasJournal(_ path: String) -> Bool {
    var status = stat()
    return stat(path + "-journal", &status) == 0 && status.st_size > 0
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func read(_ path: String, count: Int) throws(StoreError) -> [UInt8] {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw missing(path, errno) }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: count)
    let got = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, count) }
    guard got >= 0 else { throw .io(code: 0, errno: errno) }
    return Array(bytes.prefix(got))
  }
}

/// A database that is built under another name and then appears, whole, under its own.
struct NewDatabaseFile {
  let path: String
  /// Where it is built: in the same folder.
  let draft: String
  private var madeFolders: [String] = []
  private var isBegun = false

  init(path: String) {
    self.path = path
    draft = "\(path).new-\(getpid())"
  }

  mutating func begin(makingFolders: Bool) throws(StoreError) {
    guard access(path, F_OK) != 0 else { throw .exists(path: path) }
    if makingFolders { try makeFolder(folder(of: path)) }
    let file = open(draft, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .cannotCreate(path: path, errno: errno) }
    isBegun = true
    close(file)
  }

  private mutating func makeFolder(_ folder: String) throws(StoreError) {
    guard access(folder, F_OK) != 0 else { return }
    if let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
      try makeFolder(String(folder[..<slash]))
    }
    if mkdir(folder, 0o700) == 0 {
      madeFolders.append(folder)
    } else if errno != EEXIST {
      throw .cannotCreate(path: folder, errno: errno)
    }
  }

  /// Links the draft to its name, which fails if somebody took the name meanwhile.
  func publish() throws(StoreError) {
    guard link(draft, path) == 0 else {
      throw errno == EEXIST ? .exists(path: path) : .cannotCreate(path: path, errno: errno)
    }
    unlink(draft)
    unlink(draft + "-journal")
    syncFolder(of: path)
  }

  /// Removes what `begin` made.
  func abandon() {
    if isBegun {
      unlink(draft)
      unlink(draft + "-journal")
    }
    for folder in madeFolders.reversed() { rmdir(folder) }
  }
}

func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// Makes sure that a new name in the file's folder outlives a power cut, as far as the folder lets us.
func syncFolder(of path: String) {
  let folder = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard folder >= 0 else { return }
  fsync(folder)
  close(folder)
}

/// Removes a file that may be there. A second attempt helps where the disk failed for once.
func removeFile(_ path: String) {
  if unlink(path) != 0, errno != ENOENT { unlink(path) }
}
