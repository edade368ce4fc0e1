import Core

/// The words of looking records over, and of what a manager says to them.
enum InspectionWords {
  static let none = Bilingual("这段时间没有回访记录。", "Nothing was recorded in that time.")
  static let ofAll = Bilingual("全部记录里的疑点", "Marks in all of the records")
  static let reviews = Bilingual("经理的审阅", "What the manager says")

  static func title(_ days: ClosedRange<Day>, _ sample: Int, of all: Int) -> Bilingual {
    Bilingual(
      "抽查  \(days.lowerBound) 至 \(days.upperBound)  \(all) 条里抽 \(sample) 条",
      "Inspection  \(days.lowerBound) to \(days.upperBound)  \(sample) of \(all)")
  }

  static func mark(_ mark: RecordMark) -> Bilingual {
    switch mark {
    case .thin: Bilingual("太短", "thin")
    case .copied: Bilingual("照抄", "copied")
    case .burst: Bilingual("扎堆", "burst")
    case .outside: Bilingual("不在时段", "outside hours")
    case .late: Bilingual("补录", "entered late")
    }
  }

  static func reviewed(_ record: String, _ name: String) -> Bilingual {
    Bilingual("审阅 \(record)，\(name) 会在清单上看到", "\(record) is reviewed; \(name)'s list shows it")
  }
}

/// What is odd about the record of a conversation (抽查).
enum RecordMark: String, CaseIterable {
  case thin, copied, burst, outside, late
}

// MARK: - Fines

extension InspectionWords {
  static let noFines = Bilingual("这个月没有要罚的。", "No fines in that month.")

  /// Why nobody is fined for it; nil where nothing excuses it.
  static func exempt(_ why: MissReason) -> Bilingual? {
    switch why {
    case .leave: WeekMessages.why(why)
    case .noNumber: WeekMessages.why(why)
    case .tried(_, .rescheduled): Bilingual("客户改期", "the customer's wish")
    case .tried, .notTried: nil
    }
  }

  /// - Parameter state: as programs read it.
  static func state(_ state: String) -> Bilingual {
    let words = [
      "drafted": "待定", "exempt": "免罚", "confirmed": "已定", "waived": "已免除", "appealed": "申诉中",
    ]
    return Bilingual(words[state] ?? state, state)
  }

  /// `1  C000003 sf-2.2 2026-11-05  李明 20 元  已定`.
  static func decided(_ key: String, _ name: String, _ amount: Int, _ state: String) -> Bilingual {
    let word = self.state(state)
    return Bilingual(
      "\(key)  \(name) \(amount) 元  \(word.zh)", "\(key)  \(name) \(amount) yuan  \(word.en)")
  }

  static func fined(_ name: String, _ amount: Int, _ note: String) -> Bilingual {
    Bilingual("罚款 \(name) \(amount) 元：\(note)", "fined \(name) \(amount) yuan: \(note)")
  }
}
