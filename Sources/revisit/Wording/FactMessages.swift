import Core
import Store

/// How facts are told: `电话 接通`, `级别 B`.
struct FactWords {
  /// Names of the staff by number.
  let staff: [StaffID: String]
  /// The words that the office's policies have declared.
  let vocabulary: Vocabulary

  static let noFamily = Bilingual(
    "还没有家属：revisit family add 客户 --relation 配偶 --born 日期",
    "no family yet: revisit family add CUSTOMER --relation WORD --born DAY")

  init(_ store: Store) throws {
    staff = try Dictionary(uniqueKeysWithValues: store.staff().map { ($0.id, $0.name) })
    vocabulary = try store.vocabulary()
  }

  func name(_ id: StaffID?) -> String? { id.map { staff[$0] ?? "#\($0)" } }

  func word(_ term: some OpenTerm) -> Word { term.word(in: vocabulary) }

  func tell(_ body: Fact.Body) -> Bilingual {
    switch body {
    case .event(let kind): word(kind).bilingual
    case .grade(let grade):
      Bilingual("级别 \(grade?.name ?? "无")", "grade \(grade?.name ?? "none")")
    case .tag(let tag, let on): tell(word(tag), isOn: on)
    case .averse(let on):
      on ? Bilingual("反感电话", "averse to calls") : Bilingual("不再反感电话", "no longer averse to calls")
    case .doNotContact(let on):
      on ? Bilingual("免打扰", "do not contact") : Bilingual("可以联系", "may be contacted")
    case .hours(let range):
      range.map { Bilingual("方便时间 \($0)", "likes calls \($0)") }
        ?? Bilingual("方便时间 不限", "likes calls at any time")
    case .owner(let id):
      Bilingual("置业顾问 \(name(id) ?? "")", "consultant \(name(id) ?? "")")
    case .contact(let contact): tell(contact)
    case .postponement(let moment): Bilingual("延期到 \(moment)", "postponed to \(moment)")
    case .skip(let rule): Bilingual("免做 \(rule)", "skipped \(rule)")
    case .birthday(let fact): FactWords.tell(fact)
    case .step(let step): FactWords.tell(step)
    }
  }

  private func tell(_ tag: Word, isOn: Bool) -> Bilingual {
    isOn
      ? Bilingual("标签 \(tag.chinese)", "tag \(tag.english)")
      : Bilingual("去掉标签 \(tag.chinese)", "tag \(tag.english) removed")
  }

  private static func tell(_ fact: BirthdayFact) -> Bilingual {
    let whose =
      fact.member == 0
      ? Bilingual("生日", "birthday")
      : Bilingual("家属 \(fact.member) 生日", "birthday of relative \(fact.member)")
    let day = fact.birthday.map { "\($0)" }
    return Bilingual("\(whose.zh) \(day ?? "无")", "\(whose.en) \(day ?? "none")")
  }

  static func tell(_ step: CaseStep) -> Bilingual {
    if step.caseNumber == CaseStep.payment, let to = step.to {
      return Bilingual("付款期限 \(to)", "to pay by \(to)")
    }
    let to = step.to.map { " \($0)" } ?? ""
    return Bilingual(
      "\(step.kind.chinese)\(step.step.chinese)\(to)",
      "\(step.kind.english) \(step.step.english)\(to)")
  }

  private func tell(_ contact: Contact) -> Bilingual {
    var zh = "\(contact.channel.chinese) \(contact.outcome.chinese)"
    var en = "\(contact.channel.english) \(contact.outcome.english)"
    if let grade = contact.intention {
      zh += "，意向 \(grade.name)"
      en += ", intention \(grade.name)"
    }
    if let about = contact.about {
      zh += "，谈\(about.kind.chinese)"
      en += ", about a \(about.kind.english)"
    }
    if let next = contact.agreed {
      zh += "，约定 \(next)"
      en += ", next \(next)"
    } else if let next = contact.next {
      zh += "，打算 \(next) 再联系"
      en += ", to be tried again \(next)"
    }
    return Bilingual(zh, en)
  }

  /// The fact with what was written down: `电话 接通：嫌楼层低；答应：送按揭方案`.
  ///
  /// - Parameter member: to whom a step gives the case.
  func tell(_ body: Fact.Body, _ texts: FactTexts, to member: String? = nil) -> Bilingual {
    let told = tell(body)
    let whom = member.map { " " + $0 } ?? ""
    func note(_ colon: String) -> String { whom + (texts.note.map { colon + $0 } ?? "") }
    let (zh, en) = texts.promise.map { ("；答应：\($0)", "; promised: \($0)") } ?? ("", "")
    let details = RecordField.allCases.compactMap { field in
      texts.details[field].map {
        Bilingual("；\(field.chinese)：\($0)", "; \(field.english): \($0)")
      }
    }.joined(separator: "")
    return Bilingual(told.zh + note("：") + zh + details.zh, told.en + note(": ") + en + details.en)
  }
}

extension Session {
  /// `记录 12  2026-11-05（周四）10:20  电话 接通`.
  func sayRecord(_ fact: FactID, _ moment: Moment, _ told: String) -> String {
    say("记录 \(fact)  \(say(moment))  \(told)", "record \(fact)  \(say(moment))  \(told)")
  }
}
