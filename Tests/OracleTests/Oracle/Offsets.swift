import Core

/// Distances in the calendar, counted by hand (rules 2 and 4 of §3), and days off.
extension Oracle {
  func day(_ day: Day, plus offset: Offset) -> Day {
    var (year, month, dayOfMonth) = day.civil
    for _ in 0..<abs(offset.months) {
      month += offset.months > 0 ? 1 : -1
      if month == 13 { (year, month) = (year + 1, 1) }
      if month == 0 { (year, month) = (year - 1, 12) }
    }
    dayOfMonth = min(dayOfMonth, Day.days(in: month, of: year))
    var result = Day(year: year, month: month, day: dayOfMonth) ?? day
    result = result + offset.days
    // Working days: the day itself is not counted.
    var left = abs(offset.workdays)
    while left > 0 {
      result = offset.workdays > 0 ? result + 1 : result - 1
      if calendar.isWorkday(result) { left -= 1 }
    }
    // Without a minute to count from, hours are whole days that end at 24:00.
    var hours = offset.hours
    while hours > 0 {
      result = result + 1
      hours -= 24
    }
    return result
  }

  /// When a once-rule asks, from the day it opens to D+due.
  func window(
    _ rule: Rule, _ start: Start, opens: Day, due: Offset
  ) -> (opens: Day, due: Moment) {
    var end = Moment(day(start.day, plus: due), rule.lastHour)
    if due.hours > 0, let time = start.moment?.time {
      let whole = Offset(months: due.months, days: due.days, workdays: due.workdays)
      var last = day(start.day, plus: whole)
      var minutes = Int(time.minute) + due.hours * 60
      while minutes >= 24 * 60 {
        last = last + 1
        minutes -= 24 * 60
      }
      end = Moment(last, TimeOfDay(minute: minutes))
    }
    if end.day < opens { end = Moment(opens, end.time) }
    let moved = moved(rule, opens: opens, due: end, notBefore: start.day)
    // "A once-rule whose last day falls into it ends on the first open day"; "timed messages stay".
    guard !rule.expires, isClosed(moved.due.day) else { return moved }
    return (moved.opens, Moment(opening(moved.due.day), rule.lastHour))
  }

  /// What a day off makes of a window: its due day moves, and its opening with it where they are
  /// one day or where it would open after it is due. Reading: it moves back to the trigger's day
  /// at the most.
  func moved(
    _ rule: Rule, opens: Day, due: Moment, notBefore earliest: Day?
  ) -> (opens: Day, due: Moment) {
    var day = workday(due.day, rule.dayOff)
    if let earliest, day < earliest { day = earliest }
    if day == due.day { return (min(opens, day), due) }
    let moves = opens == due.day || opens > day
    return (moves ? day : opens, Moment(day, rule.lastHour))
  }

  func workday(_ day: Day, _ choice: DayOffChoice) -> Day {
    var day = day
    if choice == .leave { return day }
    while !calendar.isWorkday(day) { day = choice == .before ? day - 1 : day + 1 }
    return day
  }
}
