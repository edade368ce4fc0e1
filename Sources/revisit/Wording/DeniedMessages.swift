import Core

extension DeniedFault {
  var complaint: Complaint {
    switch self {
    case .unknownLogin(let login, let names):
      Complaint(
        nil,
        Bilingual(
          "登录名 \(login) 不在员工名单里", "the login \(login) is no member of staff's"),
        right: asked(
          names,
          to: Bilingual(
            "revisit staff edit 姓名 --login \(login)", "revisit staff edit NAME --login \(login)")))
    case .notThroughSudo(let place):
      Complaint(
        place, Bilingual("经 sudo 时不能用", "is not for use through sudo"),
        right: Bilingual(
          "去掉它：登录名说明是谁，/etc/revisit.conf 说明是哪个案场",
          "leave it out: the login says who it is, /etc/revisit.conf which office"))
    case .reserved(let deed, let names):
      Complaint(
        nil,
        Bilingual(
          "\(deed.words.zh)要经理或管理员来做", "\(deed.words.en) is for a manager or an administrator"),
        right: asked(names, to: nil))
    case .ofColleague(let customer, let consultant):
      Complaint(
        customer, Bilingual("是 \(consultant) 的客户", "is \(consultant)'s customer"),
        right: Bilingual(
          "找 \(consultant) 或经理", "settle it with \(consultant) or a manager"))
    case .ownDraft(let messages):
      Complaint(
        messages, Bilingual("是自己起草的，不能自己批准", "nobody approves what they drafted"),
        right: Bilingual("请另一位来批", "let somebody else approve it"))
    }
  }

  /// The ones to ask, and for what.
  private func asked(_ names: [String], to command: Bilingual?) -> Bilingual {
    let who =
      names.isEmpty
      ? Bilingual("数据库的所有者", "the owner of the database")
      : Bilingual(names.joined(separator: "、"), names.joined(separator: ", "))
    guard let command else { return Bilingual("请 \(who.zh) 来做", "ask \(who.en)") }
    return Bilingual("请 \(who.zh) 执行 \(command.zh)", "ask \(who.en) to run \(command.en)")
  }
}

extension ReservedDeed {
  /// The beginning of a sentence.
  fileprivate var words: Bilingual {
    switch self {
    case .adoptPolicy: Bilingual("施行制度", "adopting a policy")
    case .changeStaff: Bilingual("员工登记", "changing the staff")
    case .liftDoNotContact: Bilingual("解除免打扰", "lifting do-not-contact")
    case .approveTexts: Bilingual("批准短信", "approving texts")
    case .importCustomers: Bilingual("导入", "importing")
    case .transfer: Bilingual("客户交接", "handing customers over")
    case .closeMonth: Bilingual("结账", "closing a month")
    case .inspect: Bilingual("抽查和审阅", "looking records over")
    }
  }
}
