import Core

extension LookupFault {
  var exitCode: ExitCode {
    switch self {
    case .manyCustomers, .manyStaff, .notInBatch, .oldList: .data
    case .noUser: .usage
    case .noCustomer, .noList, .noRow, .noStaff, .noFact, .noRule, .noPolicy, .noMilestone, .noCase,
      .noDuty,
      .noEntry, .noEntryKind, .noMessage, .noTemplate, .noBatch:
      .noInput
    }
  }

  var complaint: Complaint {
    switch self {
    case .noCustomer(let text, let nearest):
      Complaint(
        text, Bilingual("没有这位客户", "no such customer"),
        right: nearest.map(suggestion)
          ?? Bilingual("查找用 revisit find", "look with revisit find"))
    case .manyCustomers(let text, let candidates, let more):
      Complaint(
        text, Bilingual("有多位客户", "several customers"),
        right: list(candidates, more: more, ask: Bilingual("请写编号", "give the number")))
    case .noList(let text):
      Complaint(
        text, Bilingual("是列表的行号，但还没有列表", "is the row of a list, but there was none yet"),
        right: Bilingual("先 revisit due 或 revisit find", "first revisit due or revisit find"))
    case .oldList(let text, let day):
      Complaint(
        text,
        Bilingual("上次的列表是 \(day) 的，行号已过期", "the last list was of \(day); its rows hold no more"),
        right: Bilingual("再列一次：revisit due", "list again: revisit due"))
    case .noRow(let text, let count):
      Complaint(
        text,
        count == 0
          ? Bilingual("上次的列表是空的", "the last list was empty")
          : Bilingual("上次的列表只有 \(count) 行", "the last list had \(counted(count, "row"))"),
        right: Bilingual(
          "电话尾号写四位；或再列一次：revisit due", "a phone's tail has four digits; or list again: revisit due")
      )
    case .noStaff(let text, let place, let nearest):
      Complaint(
        place, Bilingual("没有员工“\(text)”", "no member of staff is called \"\(text)\""),
        right: nearest.map(suggestion)
          ?? Bilingual("先 revisit staff add \(text)", "first revisit staff add \(text)"))
    case .noUser(let text, let place, let nearest):
      Complaint(
        place, Bilingual("没有员工“\(text)”", "no member of staff is called \"\(text)\""),
        right: nearest.map(suggestion)
          ?? Bilingual("员工见 revisit staff list", "revisit staff list tells who there is"))
    case .manyStaff(let text, let place, let candidates):
      Complaint(
        place, Bilingual("有多位员工叫“\(text)”", "several members of staff are \"\(text)\""),
        right: list(candidates, more: 0, ask: Bilingual("请写全名", "give the whole name")))
    case .noFact(let text):
      Complaint(
        text, Bilingual("没有这条记录", "no such record"),
        right: Bilingual("编号见 revisit show 客户", "revisit show CUSTOMER tells the numbers"))
    case .noRule(let text, let nearest):
      Complaint(
        text, Bilingual("现行制度没有这条规则", "the policy in force has no such rule"),
        right: nearest.map(suggestion)
          ?? Bilingual("规则见 revisit policy show", "revisit policy show lists them"))
    case .noPolicy(let text, let nearest):
      Complaint(
        text, Bilingual("没有这个制度", "no such policy"),
        right: nearest.map(suggestion)
          ?? Bilingual("制度见 revisit policy list", "revisit policy list tells which there are"))
    case .noMessage(let text):
      Complaint(
        text, Bilingual("没有这条短信", "no such message"),
        right: Bilingual("编号见 revisit message list", "revisit message list tells the numbers"))
    case .noBatch(let text):
      Complaint(
        text, Bilingual("没有这一批", "no such batch"),
        right: Bilingual("批号见 revisit message list", "revisit message list tells the numbers"))
    case .notInBatch(let text, let place):
      Complaint(
        place, Bilingual("“\(text)”不是其中的短信", "\"\(text)\" is none of these texts"),
        right: Bilingual(
          "一行一个编号或号码，逗号后写原因", "a line has an id or a number, and a reason behind a comma"))
    case .noTemplate(let text, let nearest):
      Complaint(
        text, Bilingual("现行制度没有这个模板", "the policy in force has no such template"),
        right: nearest.map(suggestion)
          ?? Bilingual(
            "模板见 revisit message templates", "revisit message templates lists them"))
    case .noMilestone(let text):
      Complaint(
        text, Bilingual("没有这个节点", "no such milestone"),
        right: Bilingual("节点见 revisit milestone list", "see revisit milestone list"))
    case .noCase(let text):
      Complaint(
        text, Bilingual("没有这个事项", "no such case"),
        right: Bilingual("编号见 revisit case list，如 K00001", "see revisit case list, as K00001"))
    case .noDuty(let text, let nearest):
      Complaint(
        text, Bilingual("现行制度没有这项内部事项", "the policy in force has no such duty"),
        right: nearest.map(suggestion)
          ?? Bilingual("事项见 revisit policy show", "revisit policy show lists them"))
    case .noEntry(let text):
      Complaint(
        text, Bilingual("台账没有这一条", "the ledger has no such entry"),
        right: Bilingual("编号见 revisit ledger list", "revisit ledger list tells the numbers"))
    case .noEntryKind(let text, let nearest, let known):
      Complaint(
        text, Bilingual("台账没有这个类别", "the ledger has no such kind"),
        right: nearest.map(suggestion)
          ?? Bilingual(
            "有 \(known.joined(separator: "、"))；确是新类别加 --new-kind",
            "it has \(known.joined(separator: ", ")); for a new kind add --new-kind"))
    }
  }

  private func list(_ candidates: [String], more: Int, ask: Bilingual) -> Bilingual {
    let (zh, en) = more == 0 ? ("", "") : (" 等 \(candidates.count + more) 位", " and \(more) more")
    return Bilingual(
      "\(ask.zh)：\(candidates.joined(separator: "、"))\(zh)",
      "\(ask.en): \(candidates.joined(separator: ", "))\(en)")
  }
}

/// The words of `find`.
enum LookupMessages {
  static func nobody(_ text: String) -> Bilingual {
    Bilingual("没有符合“\(text)”的客户", "no customer matches \"\(text)\"")
  }

  static let nobodyLikeThat = Bilingual("没有这样的客户", "no such customers")

  /// What a list is asked for.
  static func ofGrade(_ grades: String) -> Bilingual {
    Bilingual("级别 \(grades)", "grade \(grades)")
  }

  static func ofLayout(_ text: String) -> Bilingual { Bilingual("户型 \(text)", "layout \(text)") }

  static func ofBudget(_ text: String) -> Bilingual { Bilingual("预算 \(text)", "budget \(text)") }

  static func silent(since day: Day) -> Bilingual {
    Bilingual("\(day) 起没有联系上", "not reached since \(day)")
  }

  /// The heading of a list that was not asked for everybody.
  static func only(_ words: [Bilingual]) -> Bilingual {
    let told = words.joined(separator: Bilingual("，", ", "))
    return Bilingual("只看：\(told.zh)", "only: \(told.en)")
  }

  static let rowsNotKept = Bilingual(
    "行号记不下来，这份列表的行号不能用；请写姓名或编号",
    "the rows could not be kept, so their numbers name nobody; give names or numbers of customers")

  static func onlyFirst(_ count: Int) -> Bilingual {
    Bilingual(
      "只列出前 \(count) 位；请写得更细，或加 --all 全部列出",
      "only the first \(count) are listed; say more, or list all with --all")
  }
}
