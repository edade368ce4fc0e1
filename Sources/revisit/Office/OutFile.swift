import Core

extension Session {
  /// Writes the answer to a file, or to stdout where none is named.
  func answer(_ text: String, toFile path: String?) throws {
    guard let path else { return try answer(text) }
    try answer(Array(text.utf8), toFile: path)
  }

  /// Writes a file and says so.
  func answer(_ bytes: [UInt8], toFile path: String) throws {
    try FileAccess.ofProcess().checkWriting(path)
    let slash = path.lastIndex(of: "/")
    let folder = try Folder(
      path: slash.map { String(path[...$0]) } ?? ".", sparing: databasePath)
    try folder.write(bytes, to: slash.map { String(path[path.index(after: $0)...]) } ?? path)
    try answer(say("已写到 \(visible(path))\n", "written to \(visible(path))\n"))
  }
}
