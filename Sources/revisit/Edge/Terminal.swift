import Glibc

/// What stdout looks like to whoever reads it.
struct Terminal: Sendable, Equatable {
  /// Columns that a line may take.
  var width: Int
  /// Lines of its window; nil where there is none.
  var height: Int?
  /// A person is reading: offer the next command.
  var isInteractive: Bool
  var hasColour: Bool

  /// The terminal behind stdout; 80 columns, or COLUMNS, where there is none.
  init(environment: Environment) {
    isInteractive = isatty(1) == 1
    let window = isInteractive ? Terminal.window() : nil
    width = Terminal.width(window: window?.width, columns: environment["COLUMNS"])
    height = window?.height
    hasColour =
      isInteractive && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
  }

  init(width: Int = 80, isInteractive: Bool = false, hasColour: Bool = false) {
    self.width = width
    self.isInteractive = isInteractive
    self.hasColour = hasColour
  }

  /// 20 … 1000 columns.
  static func width(window: Int?, columns: String?) -> Int {
    let wanted = window ?? columns.flatMap { Int($0) } ?? 80
    return min(max(wanted, 20), 1000)
  }

  /// Whether a person reads stderr.
  static var showsProblems: Bool { isatty(2) == 1 }

  /// Whether a person types what stdin brings, and sees it.
  static var typesInput: Bool { isatty(0) == 1 }

  private static func window() -> (width: Int, height: Int)? {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return nil
    }
    return (Int(size.ws_col), Int(size.ws_row))
  }
}
