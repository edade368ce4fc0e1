import Core
import Store

/// Why a text stays.
enum Blockage: Hashable {
  case unapproved
  /// Done, past, stopped, or the customer left those it is for.
  case notOwed
  case noPhone
  /// Another day has fallen to the customer in a wave since it was drafted.
  case wave
}

/// The words about texts on their way.
enum OutgoingMessages {
  static let none = Bilingual(
    "没有短信；起草：revisit message draft", "no texts; revisit message draft makes them")

  static func nothingToDraft(_ known: Int) -> Bilingual {
    known == 0
      ? Bilingual("没有要起草的短信", "no text is to be drafted")
      : Bilingual("没有要起草的短信；已有 \(known) 条", "no text is to be drafted; \(known) there already")
  }

  static func drafted(_ count: Int, toApprove: Int, known: Int) -> Bilingual {
    let (zh, en) =
      toApprove == 0
      ? ("", "")
      : (
        "，待批 \(toApprove)：revisit message approve",
        ", \(toApprove) to approve: revisit message approve"
      )
    let (oldZh, oldEn) = known == 0 ? ("", "") : ("，已有 \(known) 条不重复", ", \(known) there already")
    return Bilingual("起草 \(count) 条\(zh)\(oldZh)", "\(count) drafted\(en)\(oldEn)")
  }

  static func noPhone(_ customer: String) -> Bilingual {
    Bilingual("\(customer)：没有手机号，没有起草", "\(customer): no mobile, nothing drafted")
  }

  static func handedOut(_ batch: Batch, _ path: String) -> Bilingual {
    Bilingual(
      "第 \(batch.number) 批，\(batch.messages.count) 条写到 \(visible(path))\n",
      "batch \(batch.number), \(batch.messages.count) written to \(visible(path))\n")
  }

  static func afterHandingOut(_ batch: Int) -> Bilingual {
    Bilingual(
      "发出后：revisit message sent --batch \(batch) [--failed 文件]\n",
      "when they have gone out: revisit message sent --batch \(batch) [--failed FILE]\n")
  }

  static func writtenAgain(_ batch: Batch, _ path: String) -> Bilingual {
    let (day, count) = (batch.op.recorded, batch.messages.count)
    return Bilingual(
      "第 \(batch.number) 批（\(day) 交出）又写了一遍，\(count) 条写到 \(visible(path))；只交一次\n",
      "batch \(batch.number) of \(day) once more, \(count) written to \(visible(path)); "
        + "hand it over once\n")
  }

  static func reported(_ sent: Int, failed: Int) -> Bilingual {
    let (zh, en) = failed == 0 ? ("", "") : ("，没有发出 \(failed) 条", ", \(failed) failed")
    return Bilingual("已发送 \(sent) 条\(zh)\n", "\(sent) sent\(en)\n")
  }

  static func failed(_ reason: String, isDeadNumber: Bool) -> Bilingual {
    let (zh, en) = reason.isEmpty ? ("", "") : ("（\(reason)）", " (\(reason))")
    let (askZh, askEn) =
      isDeadNumber ? ("，号码已标为无效", ", and the number is marked as dead") : ("", "")
    return Bilingual(
      "没有发出\(zh)，仍应发\(askZh)", "was not sent\(en) and is still owed\(askEn)")
  }

  static func published(_ batch: Int, _ path: String) -> Bilingual {
    Bilingual(
      "第 \(batch) 批上次没有写完，现在写到 \(path)",
      "batch \(batch) was left half written; it is now written to \(path)")
  }

  static func blocked(
    _ message: Message, _ customer: String, _ why: Blockage
  ) -> Bilingual {
    let reason =
      switch why {
      case .unapproved:
        Bilingual(
          "没有批准，不发出；revisit message approve \(message.id)",
          "blocked: not approved; revisit message approve \(message.id)")
      case .notOwed:
        Bilingual("不再应发（已做、已过时限或已停），不发出", "held back: no longer owed")
      case .noPhone: Bilingual("没有手机号，不发出", "held back: no mobile")
      case .wave: Bilingual("分批通知，排在以后，到那天再发出", "held back until its day in the wave")
      }
    return Bilingual(
      "短信 \(message.id) \(customer)：\(reason.zh)",
      "message \(message.id) \(customer): \(reason.en)")
  }

  /// Texts of up to 70 signs go as one, longer ones in parts of 67.
  static func sound(_ count: Int, clause: String?, _ policy: String) -> Bilingual {
    let parts = count <= 70 ? 1 : (count + 66) / 67
    let (zh, en) =
      clause.map { ("格式正确（\($0)）", "well-formed (\($0))") }
      ?? ("制度 \(policy) 没有规定开头和结尾", "policy \(policy) asks for no head or tail")
    return Bilingual(
      "\(zh)；\(count) 字，计 \(parts) 条",
      "\(en); \(counted(count, "character")), \(counted(parts, "SMS", many: "SMS"))")
  }
}

extension TextFault {
  var complaint: Complaint {
    switch self {
    case .unfilled(let text):
      let names = text.placeholders.map { "{\($0.rawValue)}" }.joined(separator: " ")
      let (zh, en) =
        text.count == 1 ? ("", "") : (" 等 \(text.count) 位", " and \(text.count - 1) more")
      let sources = text.placeholders.map(\.source)
      return Complaint(
        text.template,
        Bilingual(
          "\(names) 没有值：\(text.customer)\(zh)", "\(names) has no value: \(text.customer)\(en)"),
        right: Bilingual(
          sources.map(\.zh).joined(separator: "；"), sources.map(\.en).joined(separator: "; ")))
    case .openPlaceholder(let name):
      return Complaint(nil, Bilingual("{\(name)} 还没填", "{\(name)} is not filled in"))
    case .badFrame(.head(let clause, let wanted)):
      let heads = wanted.joined(separator: " / ")
      return Complaint(
        nil, Bilingual("开头不对 \(clause)", "bad head \(clause)"),
        right: Bilingual("以 \(heads) 开头", "begin with \(heads)"))
    case .badFrame(.tail(let clause, let wanted)):
      return Complaint(
        nil, Bilingual("结尾不对 \(clause)", "bad tail \(clause)"),
        right: Bilingual("以 \(wanted) 结尾", "end with \(wanted)"))
    case .notApproved(let message):
      return Complaint(
        message, Bilingual("还没批准，不能发", "is not approved and cannot be sent"),
        right: Bilingual("revisit message approve \(message)", "revisit message approve \(message)")
      )
    case .noMessage(let rule):
      return Complaint(
        rule, Bilingual("这条规则没有短信", "this rule sends no text"),
        right: Bilingual("在制度里写 message", "give it a message in the policy"))
    case .severalTexts(let place, let templates):
      let name = place.rawValue
      let options = templates.map { "--set \($0).\(name)=…" }
      return Complaint(
        "--set \(name)",
        Bilingual(
          "会填进几种短信：\(templates.joined(separator: "、"))",
          "would be told in several texts: \(templates.joined(separator: ", "))"),
        right: Bilingual(
          "分别写 \(options.joined(separator: "、"))", "give each \(options.joined(separator: ", "))"))
    case .severalCases(let place, let customers):
      return Complaint(
        "--set \(place.rawValue)",
        Bilingual(
          "会答复几位客户的事项：\(customers.joined(separator: "、"))",
          "would answer the cases of several customers: \(customers.joined(separator: ", "))"),
        right: Bilingual(
          "各自的方案用 revisit case step 编号 方案 --note 记下，或一位一位起草：revisit message draft 客户",
          "record each solution with revisit case step CASE agreed --note, or draft for one: "
            + "revisit message draft CUSTOMER"))
    }
  }
}
