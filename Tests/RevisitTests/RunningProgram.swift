import Glibc

/// A program that was started and may still run.
final class RunningProgram {
  private let pid: pid_t
  /// What `waitpid` told, once it has ended.
  private var status: Int32?

  /// Starts it, in its caller's folder by default. What it reads is a file, by default nothing.
  init(
    _ program: String, _ arguments: [String], _ environment: [String], _ out: String, _ err: String,
    folder: String?, input: String? = nil
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, input ?? "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, out, flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, err, flags, 0o600)
    let words = folder.map { ["/usr/bin/env", "-C", $0] } ?? []
    var argv = (words + [program] + arguments).map { strdup($0) } + [nil]
    var envp = environment.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var child = pid_t()
    // Ctrl-C means to it what it usually means, also where the tests run in the background.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let failure = posix_spawn(&child, words.first ?? program, &actions, &attributes, &argv, &envp)
    guard failure == 0 else { throw Office.Trouble.system(failure) }
    pid = child
  }

  /// Waits for its end; its exit code, or 128 and the signal.
  func wait() throws -> Int32 {
    while true {
      if let status { return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F }
      try look(0)
    }
  }

  /// Sends it a signal.
  func send(_ signal: Int32) { kill(pid, signal) }

  func hasEnded() throws -> Bool {
    if status == nil { try look(WNOHANG) }
    return status != nil
  }

  private func look(_ options: Int32) throws {
    var found: Int32 = 0
    let ended = waitpid(pid, &found, options)
    if ended == pid { status = found }
    if ended < 0, errno != EINTR { throw Office.Trouble.system(errno) }
  }

  /// What it has used of the processor while it waits for something; nil while it does not wait.
  var waitsAfter: [Substring]? {
    let line = text(ofFile: "/proc/\(pid)/stat")?.split(separator: ")").last
    let fields = line?.split(separator: " ")
    guard let fields, fields.count > 12, fields[0] == "S" else { return nil }
    return Array(fields[11...12])
  }
}
