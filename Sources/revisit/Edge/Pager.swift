import Glibc

/// What shows a person a long text a screen at a time: `$PAGER`, else the `pager` of the settings, the
/// user's before the machine's, else less where it is installed.
struct Pager {
  private let command: String

  /// Nil where the text fits the window or nobody reads it there; where the pager is `cat`; and through
  /// sudo, for a pager would run commands with the rights of the database's owner.
  init?(
    for text: String, on terminal: Terminal, _ environment: Environment, _ settings: Settings
  ) {
    guard terminal.isInteractive, let height = terminal.height, environment["SUDO_UID"] == nil,
      getuid() == geteuid(), text.utf8.count(where: { $0 == UInt8(ascii: "\n") }) >= height
    else { return nil }
    if let chosen = environment["PAGER"] ?? settings[.pager] {
      guard chosen != "cat" else { return nil }
      command = chosen
    } else {
      let places = ["/usr/bin/less", "/bin/less"]
      let usual = places.first { (path: String) in access(path, X_OK) == 0 }
      guard let usual else { return nil }
      command = usual
    }
  }

  /// Whether it could be started. What its reader did not go on to is no failure.
  func show(_ text: String) -> Bool {
    // Colours pass, and what fits after all is not waited for.
    setenv("LESS", "FRX", 0)
    guard let pipe = popen(command, "w") else { return false }
    // An interrupt is the pager's to answer.
    let before = signal(SIGINT, SIG_IGN)
    try? Output(behind: fileno(pipe)).write(text)
    pclose(pipe)
    signal(SIGINT, before)
    return true
  }
}
