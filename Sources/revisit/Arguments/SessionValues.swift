import Core
import Values

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
    do { return try DayReader(today: clock.day, lean: .present).moment(asked.text) } catch {
      throw .value(asked.place, .time(error))
    }
  }
}

// MARK: - Reading values

extension Session {
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

  /// The day of a plan. One more than a year ahead hides a customer for so long that it is asked about,
  /// and so is an hour of the night: 4点半 may be one of the afternoon.
  ///
  /// - Parameter isSure: `--yes` was given.
  func plan(_ text: String, at place: String, isSure: Bool) throws(Failure) -> Moment {
    let moment = try moment(text, at: place, lean: .plan)
    guard isSure || moment.day <= (today.adding(months: 12) ?? .last) else {
      throw .refusal(.farAhead("\(moment.day)", option: place))
    }
    if let time = moment.time, !isSure, time < Session.morning, !text.contains("凌晨") {
      throw .value(place, .time(.nightHour(text)))
    }
    return moment
  }

  /// Nobody agrees on an earlier hour.
  private static let morning = TimeOfDay(hour: 6, minute: 0) ?? .midnight

  func time(_ text: String, at place: String) throws(Failure) -> TimeOfDay {
    do { return try readTime(text) } catch { throw .value(place, .time(error)) }
  }

  func hours(_ text: String, at place: String) throws(Failure) -> TimeRange {
    do { return try readHours(text) } catch { throw .value(place, .time(error)) }
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
