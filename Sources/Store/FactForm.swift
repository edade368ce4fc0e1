import Core
import SQLite

/// A fact's body as the columns of its row.
struct FactForm: Hashable {
  /// Which case of `Fact.Body` a row is. Stored: never renumber.
  enum Kind: Int64 {
    case event = 1, grade, tag, averse, doNotContact, hours, owner, contact, postponement, skip
  }

  var kind: Kind
  var value: Int64?
  var flag: Int64?
  var channel: Int64?
  var outcome: Int64?
  var toDay: Int64?
  var toMinute: Int64?

  /// - Parameter word: the number of a rule's name.
  init(_ body: Fact.Body, word: (String) throws -> Int64) rethrows {
    switch body {
    case .event(let event):
      self.init(.event, value: event.rawValue)
    case .grade(let grade):
      self.init(.grade, value: grade?.rawValue)
    case .tag(let tag, let on):
      self.init(.tag, value: tag.rawValue, flag: on)
    case .averse(let on):
      self.init(.averse, flag: on)
    case .doNotContact(let on):
      self.init(.doNotContact, flag: on)
    case .hours(let range):
      self.init(.hours, value: range?.from.minute)
      toMinute = range.map { Int64($0.to.minute) }
    case .owner(let staff):
      self.init(.owner, value: staff)
    case .contact(let contact):
      self.init(.contact, value: contact.intention?.rawValue, flag: contact.promised)
      channel = Int64(contact.channel.rawValue)
      outcome = Int64(contact.outcome.rawValue)
      setTo(contact.next)
    case .postponement(let moment):
      self.init(.postponement)
      setTo(moment)
    case .skip(let rule):
      self.init(.skip, value: try word(rule))
    }
  }

  private init(_ kind: Kind, value: (some BinaryInteger)? = Int64?.none, flag: Bool? = nil) {
    self.kind = kind
    self.value = value.map { Int64($0) }
    self.flag = flag.map { $0 ? 1 : 0 }
  }

  private mutating func setTo(_ moment: Moment?) {
    toDay = moment.map { Int64($0.day.number) }
    toMinute = moment?.time.map { Int64($0.minute) }
  }
}

/// Reads facts from rows whose columns from `offset` on are
/// id, day, minute, kind, value, flag, channel, outcome, to_day, to_minute.
struct FactReader {
  /// Names of rules by their numbers.
  let words: [Int64: String]
  let offset: Int

  init(_ connection: Connection, offset: Int = 0) throws {
    let pairs = try connection.rows("SELECT id, text FROM word") { ($0.int64(0), $0.text(1)) }
    words = Dictionary(uniqueKeysWithValues: pairs)
    self.offset = offset
  }

  /// Nil where the row means nothing to this program; `doctor` reports such rows.
  func fact(_ row: Row) -> Fact? {
    guard let day = Day(number: row.int(offset + 1)), let body = body(row) else { return nil }
    return Fact(id: row.int64(offset), day: day, time: time(row, 2), body)
  }

  private func time(_ row: Row, _ column: Int) -> TimeOfDay? {
    row.optionalInt(offset + column).flatMap { TimeOfDay(minute: $0) }
  }

  private func moment(_ row: Row) -> Moment? {
    guard let number = row.optionalInt(offset + 8), let day = Day(number: number) else {
      return nil
    }
    return Moment(day, time(row, 9))
  }

  private func body(_ row: Row) -> Fact.Body? {
    guard let kind = FactForm.Kind(rawValue: row.int64(offset + 3)) else { return nil }
    let value = row.int(offset + 4)
    let flag = row.int(offset + 5) == 1
    switch kind {
    case .event: return EventKind(stored: value).map { .event($0) }
    case .grade: return .grade(Grade(stored: value))
    case .tag: return Tag(stored: value).map { .tag($0, flag) }
    case .averse: return .averse(flag)
    case .doNotContact: return .doNotContact(flag)
    case .hours: return .hours(hours(row))
    case .owner: return .owner(Int64(value))
    case .contact: return contact(row, intention: value, promised: flag).map { .contact($0) }
    case .postponement: return moment(row).map { .postponement(to: $0) }
    case .skip: return words[Int64(value)].map { .skip(rule: $0) }
    }
  }

  private func hours(_ row: Row) -> TimeRange? {
    guard let from = time(row, 4), let to = time(row, 9) else { return nil }
    return TimeRange(from: from, to: to)
  }

  private func contact(_ row: Row, intention: Int, promised: Bool) -> Contact? {
    guard let channel = Channel(stored: row.int(offset + 6)),
      let outcome = Outcome(stored: row.int(offset + 7))
    else { return nil }
    return Contact(
      channel: channel, outcome: outcome, next: moment(row), promised: promised,
      intention: Grade(stored: intention))
  }
}
