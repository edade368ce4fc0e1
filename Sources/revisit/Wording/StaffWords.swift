import Core

/// The words of what is told of the staff.
enum StaffWords {
  static let birthdays = Bilingual("生日名单", "Birthdays")
  static let noBirthdays = Bilingual("这段时间没有人过生日。", "Nobody's birthday falls into that time.")
  static let staff = Bilingual("员工成绩", "What the staff achieved")
}
