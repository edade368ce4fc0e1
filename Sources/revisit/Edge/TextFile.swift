import Glibc

/// The lines of a text file that an argument names, or of standard input (`-`).
func lines(ofNamed path: String) throws(Failure) -> [String] {
  try FileAccess.ofProcess().checkReading(path)
  return try lines(ofFile: path)
}

/// The lines of a text file, however long; a line is what stands before a line feed.
func lines(ofFile path: String) throws(Failure) -> [String] {
  guard let file = path == "-" ? fdopen(dup(STDIN_FILENO), "r") : fopen(path, "re") else {
    let number = errno
    throw .file(path: path, number == ENOENT ? .missing : .unreadable(reason(number)))
  }
  defer { fclose(file) }
  var lines: [String] = []
  var buffer: UnsafeMutablePointer<CChar>?
  var capacity = 0
  defer { free(buffer) }
  while true {
    let count = getline(&buffer, &capacity, file)
    guard count >= 0, let buffer else { break }
    let bytes = UnsafeRawBufferPointer(start: buffer, count: count)
    let line = String(decoding: bytes, as: UTF8.self)
    lines.append(line.hasSuffix("\n") ? String(line.dropLast()) : line)
  }
  guard ferror(file) == 0 else { throw .file(path: path, .unreadable(reason(EIO))) }
  return lines
}
