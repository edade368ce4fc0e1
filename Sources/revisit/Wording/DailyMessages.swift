import Core

/// The words of the morning's files.
enum DailyMessages {
  static let title = Bilingual("回访清单", "Callbacks")
  static let overview = Bilingual("回访概况", "Callbacks of the office")
  static let nobody = Bilingual("没有置业顾问。", "No consultants.")
  static let manager = Bilingual("经理", "manager")
  /// What the overview counts.
  static let groups: [DueGroup] = [.overdue, .today, .open, .hidden]

  static func written(_ count: Int, to folder: String) -> Bilingual {
    Bilingual("已写 \(count) 个文件到 \(folder)", "wrote \(counted(count, "file")) to \(folder)")
  }
}
