import Core
import Glibc

/// One run of a command: what it knows of the world around it, read once at the edge, and where its
/// answer goes.
struct Session: Sendable {
  let language: Language
  /// The present, as the clock or `--as-of` has it; a walk that takes a morning reads the clock again.
  var now: Moment
  /// Whether `--as-of` or REVISIT_AS_OF stands for the clock.
  let isReplayed: Bool
  let terminal: Terminal
  let databasePath: String
  /// The one who started the program, and the system's name for them.
  var caller: Caller
  let login: String?
  /// The one who works, as `--user` or REVISIT_USER names them; which of the two did.
  var userName: String?
  var namesUser: String?
  let settings: Settings
  /// What named the database, `--db` or REVISIT_DB; nil: it lies where the base directory specification
  /// puts it.
  let namesDatabase: String?
}

extension Session {
  /// In an office that the program has made for the moment, as that member or as its maker: whoever may run
  /// the program may look at it, also through sudo.
  func inSample(as name: String? = nil) -> Session {
    var own = self
    (own.caller, own.userName, own.namesUser) = (.owner, name, name.map { _ in "--user" })
    return own
  }

  var today: Day { now.day }

  var hasDatabase: Bool { access(databasePath, F_OK) == 0 }
}

// MARK: - Answering

extension Session {
  func say(_ text: Bilingual) -> String { text[language] }

  func say(_ term: some ClosedTerm) -> String { term.bilingual[language] }

  func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// Writes the answer, or a part of it, to stdout.
  func answer(_ text: String) throws(Failure) { try send(text, to: .standard, recorded: false) }

  /// As `answer`; a person reads what is long a screen at a time.
  func answerPage(_ text: String) throws(Failure) {
    if let pager = Pager(for: text, on: terminal, .ofProcess(), settings), pager.show(text) {
      return
    }
    try answer(text)
  }

  /// As `answer`, after a change that stands whether the answer can be written or not.
  func answerRecorded(_ text: String) throws(Failure) {
    try send(text, to: .standard, recorded: true)
  }

  /// Writes a first line while the change can still be called off. That the reader has gone is no
  /// reason to call it off.
  func announce(_ text: String) throws(Failure) { try announce(text, recorded: false) }

  /// As `announce`, after the change.
  func announceRecorded(_ text: String) throws(Failure) { try announce(text, recorded: true) }

  private func announce(_ text: String, recorded: Bool) throws(Failure) {
    do { try send(text, to: .standard, recorded: recorded) } catch {
      if case .system(.closed) = error { return }
      throw error
    }
  }

  private func send(_ text: String, to output: Output, recorded: Bool) throws(Failure) {
    do { try output.write(text) } catch {
      switch error {
      case .closed: throw .system(.closed)
      case .failed(let number):
        throw .system(.output(String(cString: strerror(number)), recorded: recorded))
      }
    }
  }

  /// A remark on stderr that is no failure.
  func warn(_ text: Bilingual) {
    try? Output.problems.write("revisit: " + visible(text[language]) + "\n")
  }
}
