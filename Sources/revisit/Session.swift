import Core
import Glibc
import Values

/// One run of a command: what it knows of the world around it, read once at the edge, and where its
/// answer goes.
struct Session: Sendable {
  let language: Language
  /// The present, as the clock or `--as-of` has it.
  let now: Moment
  /// Whether `--as-of` or REVISIT_AS_OF stands for the clock.
  let isReplayed: Bool
  let terminal: Terminal
  let databasePath: String
  /// Whether nobody named the database: it lies where the base directory specification puts it.
  let isUsualPlace: Bool
  /// Who works, as `--user` or REVISIT_USER names them.
  let userName: String?
  let login: String?

  init(_ options: CommonOptions, environment: Environment = .ofProcess()) throws(Failure) {
    if let lang = options.lang { _ = try readChoice(lang, at: "--lang", as: Language.self) }
    language = Language(
      arguments: options.lang.map { ["--lang", $0] } ?? [], environment: environment)
    let asked =
      options.asOf.map { ($0, "--as-of") }
      ?? environment["REVISIT_AS_OF"].map { ($0, "REVISIT_AS_OF") }
    now = try Session.present(asked)
    isReplayed = asked != nil
    terminal = Terminal(environment: environment)
    databasePath = try environment.databasePath(option: options.database)
    isUsualPlace = options.database == nil && environment["REVISIT_DB"] == nil
    userName = options.user ?? environment["REVISIT_USER"]
    login = environment.login
  }

  /// A relative day counts from the day on the clock.
  private static func present(_ asked: (text: String, place: String)?) throws(Failure) -> Moment {
    let clock = try Clock.now()
    guard let asked else { return clock }
    do { return try DayReader(today: clock.day, lean: .present).moment(asked.text) } catch {
      throw .value(asked.place, .time(error))
    }
  }
}

// MARK: - Reading values

extension Session {
  var today: Day { now.day }

  var hasDatabase: Bool { access(databasePath, F_OK) == 0 }

  /// - Parameter lean: on which side of today a day without its year lies.
  func day(
    _ text: String, at place: String, lean: DayReader.Lean = .record
  ) throws(Failure) -> Day {
    do { return try DayReader(today: today, lean: lean).day(text) } catch {
      throw .value(place, .time(error))
    }
  }

  func moment(_ text: String, at place: String, lean: DayReader.Lean) throws(Failure) -> Moment {
    do { return try DayReader(today: today, lean: lean).moment(text) } catch {
      throw .value(place, .time(error))
    }
  }

  func time(_ text: String, at place: String) throws(Failure) -> TimeOfDay {
    do { return try readTime(text) } catch { throw .value(place, .time(error)) }
  }

  func hours(_ text: String, at place: String) throws(Failure) -> TimeRange {
    do { return try readHours(text) } catch { throw .value(place, .time(error)) }
  }
}

// MARK: - Answering

extension Session {
  func say(_ text: Bilingual) -> String { text[language] }

  func say(_ term: some Term) -> String { term.bilingual[language] }

  func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// Writes the answer, or a part of it, to stdout.
  func answer(_ text: String) throws(Failure) { try send(text, to: .standard, recorded: false) }

  /// As `answer`, after a change that stands whether the answer can be written or not.
  func answerRecorded(_ text: String) throws(Failure) {
    try send(text, to: .standard, recorded: true)
  }

  /// Writes a first line while the change can still be called off. That the reader has gone is no
  /// reason to call it off.
  func announce(_ text: String) throws(Failure) {
    do { try answer(text) } catch {
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

// MARK: - When things happened

extension Session {
  /// The day and time of a fact: `--on`, by default today, with an hour behind the day or without one;
  /// `--time`, by default now where the fact is of today. What is still to come is refused.
  func happened(on day: String?, at time: String?) throws(Failure) -> Moment {
    let written = try day.map { (text) throws(Failure) in
      try self.moment(text, at: "--on", lean: DayReader.Lean.record)
    }
    let day = written?.day ?? today
    guard day <= today else { throw .value("--on", .time(.future("\(day)", now: "\(now)"))) }
    let hour = try time.map { (text) throws(Failure) in try self.time(text, at: "--time") }
    guard let hour = hour ?? written?.time else {
      return Moment(day, day == today ? now.time : nil)
    }
    let moment = Moment(day, hour)
    guard !now.isSurelyBefore(moment) else {
      throw .value(time == nil ? "--on" : "--time", .time(.future("\(moment)", now: "\(now)")))
    }
    return moment
  }
}
