import Core

extension RefusalFault {
  var exitCode: ExitCode {
    switch self {
    case .recordLacks, .outcome, .agreedByMessage, .mandatoryRule, .noSurvey, .countedDuty,
      .whoseDuty:
      .usage
    case .phoneTaken, .noSuchPhone, .noSuchTag, .staffExists, .loginTaken,
      .hasLeft, .holdsCustomers, .takesOwn, .noWitness, .nothingToTransfer, .merged,
      .mergeWithItself, .linkWithItself, .caseOfAnother, .familyFull, .wordTaken, .noHoliday,
      .alreadyVoided,
      .nothingToUndo, .nothingToSkip, .notSkippable, .nothingToPostpone, .farAhead, .undoBlocked,
      .tokenReused,
      .noReign, .rowsRefused, .notClosable, .casesFail, .messageSent, .messageHandedOut,
      .failedAfterSent, .rewritesPast, .monthClosed, .monthNotOver, .monthNotClosed:
      .data
    case .emptyPolicy: .policy
    }
  }

  /// Long because the cases are many.
  var complaint: Complaint {
    switch self {
    case .phoneTaken(let phone, let owner):
      Complaint(
        "--phone", Bilingual("\(phone) 已登记在 \(owner)", "\(phone) belongs to \(owner) already"),
        right: Bilingual("同一人就直接用该客户", "use that customer if it is the same person"))
    case .noSuchPhone(let phone, let owner, let option):
      Complaint(
        option, Bilingual("\(owner) 没有电话 \(phone)", "\(owner) has no phone \(phone)"))
    case .noSuchTag(let tag, let owner):
      Complaint(
        "--untag", Bilingual("\(owner) 没有标签 \(tag.zh)", "\(owner) does not bear the tag \(tag.en)"))
    case .staffExists(let name):
      Complaint(name, Bilingual("已有这位员工", "this member of staff exists already"))
    case .loginTaken(let login):
      Complaint(
        "--login", Bilingual("登录名 \(login) 已属他人", "the login \(login) is somebody else's"))
    case .hasLeft(let name, let place):
      Complaint(
        place, Bilingual("\(name) 已离职", "\(name) has left"),
        right: Bilingual("写在职的员工", "name somebody who works here"))
    case .holdsCustomers(let name, let count):
      Complaint(
        name,
        Bilingual("名下还有 \(count) 位客户", "still has \(counted(count, "customer"))"),
        right: Bilingual(
          "先把客户交给别人：revisit transfer --from \(name) --to 姓名、姓名 --witness 经理",
          "give them to others first: revisit transfer --from \(name) --to NAME,NAME --witness MANAGER"
        ))
    case .takesOwn(let name, let place):
      Complaint(
        place, Bilingual("\(name) 自己就是交出的人", "\(name) is the one who hands them over"),
        right: Bilingual("写别的员工", "name somebody else"))
    case .noWitness(let name):
      Complaint(
        "--witness",
        Bilingual(
          "\(name) 不能监交：要经理或管理员，又不是交接双方",
          "\(name) cannot be the witness: a manager or administrator who takes no part in it is wanted"
        ))
    case .nothingToTransfer(let name):
      Complaint("--from", Bilingual("\(name) 名下没有客户", "\(name) has no customers"))
    case .merged(let from, let into):
      Complaint(
        from, Bilingual("已并入 \(into)", "was merged into \(into)"),
        right: Bilingual("改用 \(into)", "use \(into)"))
    case .mergeWithItself(let number):
      Complaint(
        "--into", Bilingual("\(number) 不能并入自己", "\(number) cannot be merged into itself"))
    case .linkWithItself(let number):
      Complaint(
        "另一编号", Bilingual("\(number) 就是它自己", "\(number) is the same case"),
        right: Bilingual("写另一个事项的编号", "give another case's number"))
    case .caseOfAnother(let number, let customer):
      Complaint(
        "--about", Bilingual("\(number) 不是 \(customer) 的事项", "\(number) is no case of \(customer)"),
        right: Bilingual("编号见 revisit case list", "see revisit case list"))
    case .noHoliday(let day, let days):
      Complaint(
        "--before-holiday",
        Bilingual(
          "\(day) 之后 \(days) 天里没有假期开始",
          "no holiday begins in the \(counted(days, "day")) after \(day)"),
        right: Bilingual(
          "公司放假用 revisit calendar add 登记", "enter a company holiday with revisit calendar add"))
    case .familyFull(let number):
      Complaint(
        number, Bilingual("家属已登记满 511 位", "has 511 relatives already, and can have no more"))
    case .wordTaken(let word):
      Complaint(
        word,
        Bilingual(
          "别人刚施行的制度占了它的号", "a policy that somebody has just adopted took its number"),
        right: Bilingual("再施行一次", "adopt yours again"))
    case .recordLacks(let option, let what, let policy):
      Complaint(
        option,
        Bilingual(
          "回访记录要写\(what.zh)（制度 \(policy)）", "the record needs \(what.en) (policy \(policy))"),
        right: option == "--note"
          ? Bilingual(
            "在客户后面写上谈的内容，或加 --note", "write what was said behind the customer, or give --note")
          : Bilingual("加 \(option)", "give \(option)"))
    case .mandatoryRule(let rule, let article):
      Complaint(
        rule,
        article.isEmpty
          ? Bilingual("不能免做", "it cannot be skipped")
          : Bilingual("\(article) 不能免做", "\(article) cannot be skipped"),
        right: Bilingual("推后用 revisit postpone", "to put it off use revisit postpone"))
    case .nothingToSkip(let rule, let next):
      Complaint(
        rule, Bilingual("现在没有可免的", "nothing of it is open to skip"),
        right: next.map {
          Bilingual("应做日 \($0)，到那天再免", "it is due \($0): skip it then")
        } ?? Bilingual("看 revisit why", "see revisit why"))
    case .notSkippable(let rules):
      Complaint(
        "s",
        Bilingual(
          "不能免做：\(rules.map(\.zh).joined(separator: "、"))",
          "cannot be skipped: \(rules.map(\.en).joined(separator: ", "))"),
        right: Bilingual("打了再记，或直接回车稍后再问", "call and record it, or Enter to be asked later"))
    case .nothingToPostpone(let day, let late):
      Complaint(
        "--to",
        late.map {
          Bilingual("已逾期的不能延期：\($0.zh)", "what is overdue cannot be put off: \($0.en)")
        } ?? Bilingual("到 \(day) 没有可以延期的", "nothing that is open is due by \(day)"),
        right: late == nil
          ? Bilingual("看 revisit why", "see revisit why")
          : Bilingual("做了再记 revisit log", "do it and record it with revisit log"))
    case .farAhead(let day, let option):
      Complaint(
        option, Bilingual("\(day) 在一年以后", "\(day) is more than a year ahead"),
        right: Bilingual("确实是那天就加 --yes", "give --yes if that is the day"))
    case .outcome(let outcome, let channel):
      Complaint(
        "--outcome",
        Bilingual(
          "\(channel.zh)不会有结果“\(outcome.zh)”", "\(channel.en) cannot end as \(outcome.en)"),
        right: Bilingual("用 --by 说明方式", "say by what means with --by"))
    case .agreedByMessage:
      Complaint(
        "--next",
        Bilingual("只发出消息，没有约定什么日子", "a message that was only sent agrees on no day"),
        right: Bilingual(
          "客户答应了就写 --outcome 接通；自己要推迟用 revisit postpone",
          "if the customer agreed, --outcome reached; to put it off yourself, revisit postpone"))
    case .noSurvey(let policy, let ids):
      Complaint(
        "--answers",
        ids.isEmpty
          ? Bilingual("制度 \(policy) 没有问卷", "policy \(policy) has no survey")
          : Bilingual("看不出是哪份问卷", "it cannot be told which survey is meant"),
        right: ids.isEmpty
          ? nil
          : Bilingual(
            "加 --survey \(ids.joined(separator: " 或 "))",
            "give --survey \(ids.joined(separator: " or "))"))
    case .alreadyVoided(let fact):
      Complaint(fact, Bilingual("这条记录已经作废", "this record is void already"))
    case .nothingToUndo(let others):
      Complaint(
        nil,
        others.map {
          Bilingual("没有你自己的步骤；最近一步是 \($0) 的", "no step is yours; the newest is \($0)'s")
        } ?? Bilingual("没有可撤销的操作", "there is nothing to undo"),
        right: Bilingual("旧记录用 revisit void", "for an older record use revisit void"))
    case .undoBlocked(let step, let op, let why):
      Complaint(
        step, Bilingual("不能撤销：\(why.zh)（\(op)）", "cannot be undone: \(why.en) (\(op))"),
        right: Bilingual("先撤销那一步", "undo that first"))
    case .tokenReused(let token, let op):
      Complaint(
        "--op",
        Bilingual("“\(token)”已用于别的内容（\(op)）", "\"\(token)\" stands for something else (\(op))"),
        right: Bilingual("换一个编号", "choose another id"))
    case .messageSent(let message):
      Complaint(
        nil,
        Bilingual("不能撤销：短信 \(message) 已发出", "cannot be undone: message \(message) was sent"),
        right: Bilingual("记错了用 revisit void", "to correct the record use revisit void"))
    case .messageHandedOut(let message):
      Complaint(
        nil,
        Bilingual(
          "不能撤销：短信 \(message) 已交给网关", "cannot be undone: message \(message) was handed out"),
        right: Bilingual(
          "没有发出去的用 revisit message sent --batch 批号 --failed 文件",
          "report what was not sent: revisit message sent --batch N --failed FILE"))
    case .failedAfterSent(let message):
      Complaint(
        "--failed", Bilingual("短信 \(message) 已经记为发出", "message \(message) was recorded as sent"),
        right: Bilingual(
          "先报没有发出去的，再记已发送", "report what failed before recording the rest as sent"))
    case .rewritesPast(let weeks, let place):
      Complaint(
        place,
        Bilingual(
          "已结的周报会随之改变：\(weeks.joined(separator: "、"))",
          "reports of weeks that are over would change: \(weeks.joined(separator: ", "))"),
        right: Bilingual("确实要改就加 --rewrite-past", "give --rewrite-past if that is meant"))
    case .monthClosed(let month):
      Complaint(
        month, Bilingual("这个月已经结账", "the month is closed"),
        right: Bilingual(
          "先打开：revisit report open \(month)", "open it: revisit report open \(month)"))
    case .monthNotOver(let month):
      Complaint(
        month, Bilingual("这个月还没有过完", "the month is not over yet"),
        right: Bilingual("过完再结", "close it when it is"))
    case .monthNotClosed(let month):
      Complaint(month, Bilingual("这个月没有结账", "the month is not closed"))
    case .emptyPolicy(let name):
      Complaint(
        name,
        Bilingual(
          "没有规则、事项、模板或问卷，施行后名单会是空的",
          "has no rules, duties, templates or surveys: lists would be empty"),
        right: Bilingual("写上 rules，或 extends 一份制度", "write rules, or extend a policy"))
    case .noReign(let day):
      Complaint(
        nil, Bilingual("\(day) 还没有施行的制度", "no policy is in force on \(day)"),
        right: Bilingual(
          "revisit policy adopt 制度 --from 日期", "revisit policy adopt POLICY --from DAY"))
    case .countedDuty(let duty, let event):
      Complaint(
        duty,
        Bilingual("按客户的\(event.zh)计，不用登记", "is counted from \(event.en) of customers"),
        right: Bilingual("revisit event 客户 \(event.zh)", "revisit event CUSTOMER \(event.en)"))
    case .whoseDuty(let duty, let role):
      Complaint(
        duty,
        Bilingual("每位\(role.zh)各做各的", "each \(role.en) owes it alone"),
        right: Bilingual("加 --for 姓名", "say whose with --for NAME"))
    case .notClosable(let entry):
      Complaint(
        entry, Bilingual("已经办结，或本身就是办结", "is closed already, or closes another itself"))
    case .casesFail(let file, let failed, let count):
      Complaint(
        file,
        Bilingual(
          "\(count) 个用例中 \(failed) 个不对",
          "\(failed) of \(counted(count, "case")) failed"))
    case .rowsRefused(let file, let refused, let rows, let encoding):
      Complaint(
        file,
        Bilingual(
          "\(rows) 行中 \(refused) 行有错，全部未写入（编码 \(encoding)）",
          "\(refused) of \(counted(rows, "row")) wrong, none was written (\(encoding))"),
        right: Bilingual(
          "改后再导，或加 --skip-bad 只导入正确的行", "correct them, or import the rest with --skip-bad"))
    }
  }
}
