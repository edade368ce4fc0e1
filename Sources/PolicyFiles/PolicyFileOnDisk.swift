import Glibc

/// A file that cannot be opened as a policy at all.
package enum UnreadableFile: Error, Hashable, Sendable {
  case missing
  /// A folder, device or pipe.
  case notAFile
  case refused(errno: Int32)
}

extension PolicyFile {
  /// Checks the policy in that file. `extends` names an embedded policy or a file by its path
  /// from the folder of this one.
  ///
  /// - Parameter mayRead: whether a file may be opened; one that may not is as good as missing.
  package static func load(
    path: String, _ filling: Filling = Filling(),
    mayRead: @escaping (String) -> Bool = { _ in true }
  ) throws(UnreadableFile) -> Result<LoadedPolicy, PolicyProblems> {
    let bytes = try contents(of: path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let place = Place(file: path, line: firstBadLine(of: bytes), column: 1)
      let diagnostic = Diagnostic(.file(.encoding), at: place)
      return .failure(PolicyProblems(diagnostics: [diagnostic]))
    }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    return read(text: text, file: path, filling) { name in
      let file = name.hasPrefix("/") ? name : folder + name
      guard mayRead(file), let bytes = try? contents(of: file) else { return nil }
      return String(validating: bytes, as: UTF8.self).map { (file, $0) }
    }
  }

  /// The text of a file; nil where it is not UTF-8.
  package static func text(path: String) throws(UnreadableFile) -> String? {
    String(validating: try contents(of: path), as: UTF8.self)
  }

  /// The bytes of a regular file, at most one more than a policy may have.
  private static func contents(of path: String) throws(UnreadableFile) -> [UInt8] {
    let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .refused(errno: errno)
    }
    defer { Glibc.close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .notAFile
    }
    var bytes = [UInt8](repeating: 0, count: SourceText.largest + 1)
    var count = 0
    while count < bytes.count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
        return Glibc.read(descriptor, rest.baseAddress, rest.count)
      }
      if got == 0 { break }
      guard got > 0 else { throw .refused(errno: errno) }
      count += got
    }
    return Array(bytes[..<count])
  }

  /// The number of the first line that is not UTF-8.
  private static func firstBadLine(of bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let bad = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
    return (bad ?? 0) + 1
  }
}
