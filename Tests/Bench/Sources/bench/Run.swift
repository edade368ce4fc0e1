import Glibc

enum BenchError: Error {
  case failed(String)
}

/// What one run of a command took.
struct Run {
  /// Seconds on the clock.
  let wall: Double
  /// Seconds of processor time, of all threads.
  let cpu: Double
  /// Peak resident memory in KB.
  let peak: Int
}

/// Runs commands under the meter, a small process of its own.
struct Meter {
  let path: String

  /// Runs a command with its output discarded; it must exit with 0.
  func run(_ command: [String]) throws -> Run {
    let words = try output(of: [path, "meter"] + command).split(whereSeparator: \.isWhitespace)
    guard words.count == 4, words[3] == "0", let wall = Double(words[0]),
      let cpu = Double(words[1]), let peak = Int(words[2])
    else { throw BenchError.failed(command.joined(separator: " ")) }
    return Run(wall: wall / 1e9, cpu: cpu / 1e6, peak: peak)
  }

  /// What a command writes to its standard output.
  func output(of command: [String]) throws -> String {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw BenchError.failed("pipe") }
    defer { close(ends[0]) }
    let child = spawn(command, output: ends)
    close(ends[1])
    guard let child else { throw BenchError.failed("cannot run \(command[0])") }
    let text = Meter.readAll(ends[0])
    var status: Int32 = 0
    waitpid(child, &status, 0)
    guard status == 0 else { throw BenchError.failed(command.joined(separator: " ")) }
    return text
  }

  private func spawn(_ command: [String], output ends: [Int32]) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    // Nobody's settings reach either side.
    let environment = ["PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=/nonexistent"]
    var arguments = command.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var child = pid_t()
    let code = posix_spawnp(&child, command[0], &actions, nil, &arguments, &variables)
    return code == 0 ? child : nil
  }

  private static func readAll(_ descriptor: Int32) -> String {
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return String(decoding: text, as: UTF8.self) }
      text += buffer[..<count]
    }
  }
}
