import Core

/// The words of the morning's files.
enum DailyMessages {
  static let title = Bilingual("回访清单", "Callbacks")
  static let overview = Bilingual("回访概况", "Callbacks of the office")
  static let nobody = Bilingual("没有置业顾问。", "No consultants.")
  static let manager = Bilingual("经理", "manager")
  /// What the overview counts.
  static let groups: [DueGroup] = [.overdue, .today, .open, .hidden]

  /// Over the list of somebody on leave.
  static func absent(_ name: String, until day: Day) -> Bilingual {
    let day = DueMessages.dated(Moment(day))
    return Bilingual(
      "\(name) 休假到 \(day.zh)，今天该联系的", "\(name) is off until \(day.en), and would call today")
  }

  /// A folder that stays closed to whom it is for, and what root runs to open it.
  static func closed(_ folder: String, to logins: [String]) -> Bilingual {
    let command = logins.map { "setfacl -R -m u:\($0):rX '\(folder)'" }.joined(separator: " && ")
    return Bilingual(
      "\(folder) 没能对 \(logins.joined(separator: "、")) 打开；root 执行 \(command)",
      "\(folder) could not be opened to \(logins.joined(separator: ", ")); as root run \(command)")
  }

  static func written(_ count: Int, to folder: String) -> Bilingual {
    Bilingual("已写 \(count) 个文件到 \(folder)", "wrote \(counted(count, "file")) to \(folder)")
  }
}
