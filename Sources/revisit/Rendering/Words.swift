import Core

/// `C000001`.
func number(_ customer: CustomerID) -> String {
  let digits = String(customer)
  return "C" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
}

/// `K00001`.
func caseNumber(_ number: Int64) -> String {
  let digits = String(number)
  return "K" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
}

/// `138****5678`; of a shorter number the last four digits stay, and an extension stays.
func masked(_ phone: String) -> String {
  if let dash = phone.firstIndex(of: "-") {
    return masked(String(phone[..<dash])) + phone[dash...]
  }
  guard phone.count >= 11 else {
    return String(repeating: "*", count: max(0, phone.count - 4)) + phone.suffix(4)
  }
  return "\(phone.prefix(3))****\(phone.suffix(4))"
}

/// `周日`, `Sun`.
extension Weekday {
  var bilingual: Bilingual {
    switch self {
    case .monday: Bilingual("周一", "Mon")
    case .tuesday: Bilingual("周二", "Tue")
    case .wednesday: Bilingual("周三", "Wed")
    case .thursday: Bilingual("周四", "Thu")
    case .friday: Bilingual("周五", "Fri")
    case .saturday: Bilingual("周六", "Sat")
    case .sunday: Bilingual("周日", "Sun")
    }
  }
}

extension Session {
  /// `2026-11-22 (周日)`.
  func say(_ day: Day) -> String {
    "\(day)" + language.bracketed(say(day.weekday.bilingual))
  }

  /// `2026-11-22 (周日) 15:00`.
  func say(_ moment: Moment) -> String {
    say(moment.day) + (moment.time.map { (language == .zh ? "" : " ") + "\($0)" } ?? "")
  }
}
