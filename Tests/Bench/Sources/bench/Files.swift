import Glibc

enum Files {
  /// Writes at once, so that a table grows while it is being measured.
  static func say(_ text: String, to descriptor: Int32 = 1) {
    var text = text
    text.withUTF8 { _ = write(descriptor, $0.baseAddress, $0.count) }
  }

  static func save(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw BenchError.failed("open \(path)") }
    defer { fclose(file) }
    guard fputs(text, file) >= 0 else { throw BenchError.failed("write \(path)") }
  }

  static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  static func removeDatabase(_ path: String) {
    unlink(path)
    unlink(path + "-journal")
  }

  static func copy(_ path: String, to target: String) throws {
    let from = open(path, O_RDONLY | O_CLOEXEC)
    let to = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    defer {
      close(from)
      close(to)
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(from, &buffer, buffer.count)
      guard count > 0 else { break }
      guard write(to, buffer, count) == count else { throw BenchError.failed("copy \(path)") }
    }
    fsync(to)
  }

  /// Removes a folder that holds plain files only.
  static func removeFolder(_ path: String) throws {
    guard let folder = opendir(path) else { return }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      unlinkat(dirfd(folder), name, 0)
    }
    rmdir(path)
  }

  /// Where the running program lies.
  static func ownFolder() -> String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { readlink("/proc/self/exe", $0, bytes.count) } ?? 0
    }
    let path = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}
