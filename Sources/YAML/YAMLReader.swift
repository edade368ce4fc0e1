import Glibc

/// What turns a text into its nodes.
package struct YAMLReader: Sendable {
  package let read: @Sendable (String) -> Result<YAMLNode, YAMLFault>

  package init(_ read: @escaping @Sendable (String) -> Result<YAMLNode, YAMLFault>) {
    self.read = read
  }

  /// Asks the program `revisit-yaml` beside this one, a process for each text. It keeps the
  /// parser, and all that the parser brings along, out of the program that runs every morning.
  package static let beside = YAMLReader { text in
    YAMLProcess.answer(to: text, from: YAMLProcess.path).flatMap { YAMLForm.decode($0) }
      ?? .failure(.unreadable)
  }
}

/// The program that parses, and how it is asked.
package enum YAMLProcess {
  /// Where it must lie: in the folder of this program.
  package static let path = folder + "/revisit-yaml"

  /// Whether it can be run there.
  package static var isThere: Bool { access(path, X_OK) == 0 }

  private static let folder: String = {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let file = String(
      decoding: buffer[..<max(0, count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
  }()

  /// All that it writes after it was given the text; nil where it cannot be run or fails.
  static func answer(to text: String, from program: String) -> [UInt8]? {
    var ends: [Int32] = [-1, -1]
    guard
      socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0
    else { return nil }
    let (ours, theirs) = (ends[0], ends[1])
    defer { close(ours) }
    let process = spawn(program, at: theirs)
    close(theirs)
    guard let process else { return nil }
    let bytes = send(text, to: ours) ? receive(from: ours) : nil
    var status: Int32 = -1
    while waitpid(process, &status, 0) < 0 {
      // Where the parent ignores its children's end, the bytes alone must tell.
      guard errno == EINTR else { return bytes }
    }
    return status == 0 ? bytes : nil
  }

  /// Runs it with that socket as its standard input and output.
  private static func spawn(_ program: String, at socket: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, socket, 0)
    posix_spawn_file_actions_adddup2(&actions, socket, 1)
    var process: pid_t = 0
    let failure = program.withCString { name in
      var words: [UnsafeMutablePointer<CChar>?] = [UnsafeMutablePointer(mutating: name), nil]
      return posix_spawn(&process, name, &actions, nil, &words, environ)
    }
    return failure == 0 ? process : nil
  }

  private static func send(_ text: String, to socket: Int32) -> Bool {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.send(
          socket, buffer.baseAddress.map { $0 + sent }, buffer.count - sent,
          Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return shutdown(socket, Int32(SHUT_WR)) == 0
  }

  private static func receive(from socket: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(socket, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
    }
  }
}
