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

  /// What gives them to somebody else.
  static func noSubstitute(_ name: String, until day: Day) -> Bilingual {
    let command = "revisit transfer --temporary --from \(name)"
    return Bilingual(
      "没有人代：\(command) --to 姓名 --until \(day)",
      "no substitute: \(command) --to NAME --until \(day)")
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

extension DailyMessages {
  static let overdue = Bilingual("逾期", "Overdue")

  /// `3-7 天`, `31 天以上`.
  static func age(_ begins: [Int], _ place: Int) -> Bilingual {
    let first = begins[place]
    guard place + 1 < begins.count else {
      return Bilingual("\(first) 天以上", "\(first)+ d")
    }
    return Bilingual("\(first)-\(begins[place + 1] - 1) 天", "\(first)-\(begins[place + 1] - 1) d")
  }

  static func promises(_ count: Int) -> Bilingual {
    Bilingual("答应了、还没做到的 \(count)", "Promised and not kept yet, \(count)")
  }

  static func complaints(_ count: Int) -> Bilingual {
    Bilingual("没办结的投诉 \(count)", "Complaints that are open, \(count)")
  }

  static func approvals(_ count: Int) -> Bilingual {
    Bilingual(
      "待批的短信 \(count)：revisit message approve",
      "Texts to approve, \(count): revisit message approve")
  }
}
