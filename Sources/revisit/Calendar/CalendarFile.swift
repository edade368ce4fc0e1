import Core
import Store

/// A consultant's calls of the coming days as a calendar that other programs read (RFC 5545, ICS). Days and
/// hours are the office's own.
struct CalendarFile {
  struct Entry {
    /// The customer's: their next call takes the place of the one before, whenever the file is made.
    let id: String
    let begins: Moment
    let summary: String
    let description: String
  }

  let name: String
  let made: Moment
  let entries: [Entry]

  /// How long a call takes, in minutes, and how long before it the alarm goes.
  private static let length = 15
  private static let alarm = 5

  var text: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//revisit//callbacks//ZH", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "X-WR-CALNAME:" + CalendarFile.escaped(name),
    ]
    for entry in entries { lines += self.lines(entry) }
    return (lines + ["END:VCALENDAR"]).map { CalendarFile.folded($0) + "\r\n" }.joined()
  }

  private func lines(_ entry: Entry) -> [String] {
    [
      "BEGIN:VEVENT", "UID:" + CalendarFile.escaped(entry.id), "DTSTAMP:" + stamp,
      "DTSTART:" + CalendarFile.written(entry.begins), "DURATION:PT\(CalendarFile.length)M",
      "SUMMARY:" + CalendarFile.escaped(entry.summary),
      "DESCRIPTION:" + CalendarFile.escaped(entry.description), "BEGIN:VALARM", "ACTION:DISPLAY",
      "DESCRIPTION:" + CalendarFile.escaped(entry.summary), "TRIGGER:-PT\(CalendarFile.alarm)M",
      "END:VALARM", "END:VEVENT",
    ]
  }

  /// The form wants universal time, and the office keeps its own: its clock stands for it.
  private var stamp: String { CalendarFile.written(made) + "Z" }

  /// `20261105T153000`.
  private static func written(_ moment: Moment) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (year, month, day) = moment.day.civil
    let minute = moment.time.map { Int($0.minute) } ?? 0
    return "\(year)\(two(month))\(two(day))T\(two(minute / 60))\(two(minute % 60))00"
  }

  /// What would end a value is marked.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": out += "\\\(scalar)"
      case "\n": out += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: continue
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// A line has 75 bytes at most; what goes on begins with a space, and no character is divided.
  private static func folded(_ line: String) -> String {
    var (out, width) = ("", 0)
    for scalar in line.unicodeScalars {
      let bytes = String(scalar).utf8.count
      if width + bytes > 75 {
        out += "\r\n "
        width = 1
      }
      out.unicodeScalars.append(scalar)
      width += bytes
    }
    return out
  }
}

extension Office {
  /// So many days ahead a calendar looks.
  private static let calendarDays = 14

  /// The calls of that member's list of the coming days.
  ///
  /// - Parameter showsPhones: whole numbers stand in it.
  func calendarFile(of member: Staff, showsPhones: Bool) throws -> CalendarFile {
    let engine = try engine(for: member.role == .consultant ? member : nil)
    let now = session.now
    let list = try dueList(
      DueQuery(
        viewer: try viewer(of: member, engine), consultant: member, now: now,
        ahead: Office.calendarDays, showsPhones: showsPhones), engine)
    let title = session.say("回访 \(member.name)", "Callbacks of \(member.name)")
    return CalendarFile(name: title, made: now, entries: list.items.map { entry($0, list) })
  }

  private func entry(_ item: DueItem, _ list: DueList) -> CalendarFile.Entry {
    let reason = item.line.strictest
    let day = max(reason.asked.day, session.today)
    let window = list.callHours(for: item)?.ranges.map(\.from).min()
    let hour = item.line.reasons.filter { $0.asked.day == day }.compactMap(\.asked.time).min()
    let usual = TimeOfDay(hour: 10, minute: 0)
    let kind = CustomerClass(item.line.state).bilingual[session.language]
    let told = item.line.reasons.map { list.rule($0).called[session.language] }
    return CalendarFile.Entry(
      id: "\(number(item.customer))@revisit",
      begins: Moment(day, hour ?? window ?? usual),
      summary: visible("\(item.name)  \(told.joined(separator: session.language.listMark))"),
      description: visible(
        ([number(item.customer), kind] + item.phones + item.promises).joined(separator: "  ")))
  }
}
