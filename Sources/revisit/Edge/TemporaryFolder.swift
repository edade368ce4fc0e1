import Glibc

/// A folder that goes again with all that is in it.
struct TemporaryFolder {
  let path: String

  /// Where temporary files belong, or else where the program runs.
  init() throws(Failure) {
    let bases = [getenv("TMPDIR").map { String(cString: $0) }, "/tmp", "."].compactMap { $0 }
    for base in bases {
      guard let path = TemporaryFolder.make(in: base) else { continue }
      self.path = path
      return
    }
    throw .file(path: bases[0], .cannotCreate(String(cString: strerror(errno))))
  }

  private static func make(in base: String) -> String? {
    var template = Array((base + "/revisit-demo-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func remove() {
    guard let folder = opendir(path) else { return }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { unlink(path + "/" + name) }
    }
    closedir(folder)
    rmdir(path)
  }
}
