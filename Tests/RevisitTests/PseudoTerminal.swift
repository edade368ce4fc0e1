import Glibc
import Testing

/// A terminal for a program that a test runs: what it shows is read here, and what is typed written.
final class PseudoTerminal {
  /// The end that the program has.
  let name: String
  private let descriptor: Int32
  private var held: Int32
  private var bytes: [UInt8] = []

  init(columns: UInt16 = 80) throws {
    descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    // TIOCSPTLCK unlocks the other end, TIOCGPTN tells its number, TIOCSWINSZ sets its size.
    var (locked, number) = (Int32(0), Int32(-1))
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    try #require(ioctl(descriptor, 0x4004_5431, &locked) == 0)
    try #require(ioctl(descriptor, 0x8004_5430, &number) == 0)
    try #require(ioctl(descriptor, 0x5414, &size) == 0)
    name = "/dev/pts/\(number)"
    // Held open, so that what was written is not lost when the program ends.
    held = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
  }

  deinit {
    release()
    close(descriptor)
  }

  /// Lets go of the program's end.
  private func release() {
    if held >= 0 { close(held) }
    held = -1
  }

  func type(_ typed: [UInt8]) {
    _ = write(descriptor, typed, typed.count)
  }

  /// What has been shown so far, once it holds `mark` or ten seconds have passed.
  func shown(until mark: [UInt8]) -> [UInt8] {
    for _ in 0..<1000 {
      take()
      if bytes.firstRange(of: mark) != nil { break }
      usleep(10_000)
    }
    return bytes
  }

  /// All that was shown, after the program has ended.
  func all() -> [UInt8] {
    take()
    release()
    take()
    return bytes
  }

  private func take() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count <= 0 { return }
      bytes += buffer[..<count].filter { $0 != UInt8(ascii: "\r") }
    }
  }
}
