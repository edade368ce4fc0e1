import Core

extension Session {
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
    do { return try DayReader(today: clock.day).moment(asked.text) } catch {
      throw .value(asked.place, .time(error))
    }
  }
}

// MARK: - Reading values

extension Session {
  func day(_ text: String, at place: String) throws(Failure) -> Day {
    do { return try DayReader(today: today).day(text) } catch {
      throw .value(place, .time(error))
    }
  }

  func moment(_ text: String, at place: String) throws(Failure) -> Moment {
    do { return try DayReader(today: today).moment(text) } catch {
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

// MARK: - When things happened

extension Session {
  /// The day and time of a fact: `--on`, by default today; `--time`, by default now where the fact
  /// is of today. What is still to come is refused.
  func happened(on day: String?, at time: String?) throws(Failure) -> Moment {
    let day = try day.map { (text) throws(Failure) in try self.day(text, at: "--on") } ?? today
    guard day <= today else { throw .value("--on", .time(.future("\(day)", now: "\(now)"))) }
    guard let time else { return Moment(day, day == today ? now.time : nil) }
    let moment = Moment(day, try self.time(time, at: "--time"))
    guard !now.isSurelyBefore(moment) else {
      throw .value("--time", .time(.future("\(moment)", now: "\(now)")))
    }
    return moment
  }
}
